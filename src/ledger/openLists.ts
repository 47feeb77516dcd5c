import type { Mapping } from '../domain/import/mapping';
import type { Engine, RunOptions } from '../engine/port';
import { type Sql, sql } from '../engine/sql';
import { rowKeyOf, storedTable } from './longTables';
import { storeParts } from './parts';
import { value } from './projection/fill';
import { isMapped } from './projection/staged';

/** What lists of open items say: of each item what was open on the list's day. Nothing else knows the items of a day. */
export const createOpenLists = sql`
  CREATE OR REPLACE TABLE open_list (list_date DATE, entity_id VARCHAR, document_id VARCHAR, open_amount DECIMAL(18,4),
    source_id VARCHAR)`;

/** The import that settlements come from that nobody gave: they follow from the lists. */
const listsSource = 'saldo:open-lists';

/** The amount of an item that was open on the day of its list; the item's own where the list has one amount alone. */
const openOf = (mapping: Mapping): Sql =>
  isMapped(mapping, 'open_amount') ? sql`coalesce(open_amount, amount)` : sql`amount`;

/** Each item once, with what of it is open: lines of one document repeat that. */
function itemsOf(mapping: Mapping, good: Sql): Sql {
  const columns = sql`document_id, ${value(mapping, 'entity_id')} AS entity_id, ${openOf(mapping)} AS open_amount`;
  const isPosted = isMapped(mapping, 'status')
    ? sql`coalesce(status, 'posted') = 'posted'`
    : sql`TRUE`;
  const once =
    mapping.dataset === 'sales_line'
      ? sql`QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY line) = 1`
      : sql.empty;
  return sql`SELECT ${columns} FROM ${good} WHERE ${isPosted} ${once}`;
}

/** Takes down what a list of open items says. */
export async function addList(
  engine: Engine,
  mapping: Mapping,
  good: Sql,
  sourceId: string,
  options: RunOptions,
): Promise<void> {
  const day = mapping.content?.to;
  if (mapping.content?.kind !== 'open_items' || day === undefined) return;
  await engine.exec(
    sql`INSERT INTO open_list SELECT CAST(${day} AS DATE), entity_id, document_id, open_amount, ${sourceId}
        FROM (${itemsOf(mapping, good)}) i`,
    options,
  );
}

/**
 * The settlements that lists of open items imply, made anew from all of them. An item that is open by less than on the
 * list before, or is not on the next list at all, was settled in between, on that list's day at the latest: it is
 * settled then, with the kind `settlement_unexplained`, as far as no receipt that is known explains it. On its first
 * list an item was settled by what its amount is more than what is open. One that is open by more takes its settlements
 * back, so that it is as old as it was; what it is open by beyond its amount is charged on that day.
 */
export async function settleLists(engine: Engine, options: RunOptions): Promise<void> {
  const [any] = await engine.rows(sql`SELECT 1 AS found FROM open_list LIMIT 1`, options);
  if (!any) return;
  await storeParts(engine, 'document', options);
  await storeParts(engine, 'allocation', options);
  const documents = storedTable('document');
  const allocations = storedTable('allocation');
  await engine.exec(sql`DELETE FROM ${allocations} WHERE source_id = ${listsSource}`, options);
  await engine.exec(sql`DELETE FROM ${documents} WHERE source_id = ${listsSource}`, options);
  await engine.exec(steps, options);
  const [start] = await engine.rows(
    sql`SELECT (SELECT coalesce(max(${rowKeyOf('document') ?? sql`0`}), -1) + 1 FROM document_given) AS document_start,
               (SELECT coalesce(max(${rowKeyOf('allocation') ?? sql`0`}), -1) + 1 FROM allocation) AS allocation_start`,
    options,
  );
  await engine.exec(listDocuments, options);
  await engine.exec(
    sql`INSERT INTO ${documents} BY NAME
        SELECT settlement_id AS document_id, entity_id, 'settlement_unexplained' AS kind, 'posted' AS status, customer_id,
               day AS document_date, day AS posting_date, day AS due_date, currency, CAST(amount AS DECIMAL(18,4)) AS amount,
               control_account_id, reverses_document_id, document_id AS reference, ${listsSource} AS source_id,
               CAST(n AS INTEGER) AS source_row, CAST(${Number(start?.['document_start'])} + n AS INTEGER) AS document_key
        FROM list_document`,
    options,
  );
  await engine.exec(
    sql`INSERT INTO ${allocations} BY NAME
        SELECT settlement_id AS allocation_id,
               CASE WHEN amount < 0 THEN settlement_id ELSE document_id END AS credit_document_id,
               CASE WHEN amount < 0 THEN document_id ELSE settlement_id END AS debit_document_id,
               CAST(abs(amount) AS DECIMAL(18,4)) AS amount, day AS effective_date, ${listsSource} AS source_id,
               CAST(n AS INTEGER) AS source_row, CAST(${Number(start?.['allocation_start'])} + n AS INTEGER) AS allocation_key
        FROM list_document WHERE settles`,
    options,
  );
  for (const table of ['list_step', 'list_document'])
    await engine.exec(sql`DROP TABLE ${sql.id(table)}`, options);
}

/** Of every item and every list from its first on, by how much it was settled since the list before, unexplained. */
const steps = sql`
  CREATE OR REPLACE TABLE list_step AS
  WITH day AS (
    SELECT DISTINCT coalesce(entity_id, '') AS entity, list_date,
           lag(list_date) OVER (PARTITION BY coalesce(entity_id, '') ORDER BY list_date) AS day_before
    FROM (SELECT DISTINCT entity_id, list_date FROM open_list) d
  ), listed AS (
    SELECT coalesce(entity_id, '') AS entity, document_id, list_date, sum(open_amount) AS open_amount
    FROM open_list GROUP BY 1, 2, 3
  ), known AS (
    SELECT l.entity, l.document_id, min(l.list_date) AS first_day FROM listed l GROUP BY 1, 2
  ), item AS (
    SELECT k.entity, k.document_id, k.first_day, d.entity_id, d.customer_id, d.currency, d.control_account_id, d.amount
    FROM known k JOIN (
      SELECT document_id, any_value(entity_id) AS entity_id, any_value(customer_id) AS customer_id,
             any_value(currency) AS currency, any_value(control_account_id) AS control_account_id, any_value(amount) AS amount
      FROM document_given WHERE coalesce(status, 'posted') = 'posted' AND posting_date IS NOT NULL GROUP BY document_id
    ) d ON d.document_id = k.document_id
  ), point AS (
    SELECT i.*, y.list_date, y.day_before, coalesce(l.open_amount, 0) AS open_now
    FROM item i JOIN day y ON y.entity = i.entity AND y.list_date >= i.first_day
    LEFT JOIN listed l ON l.entity = i.entity AND l.document_id = i.document_id AND l.list_date = y.list_date
  ), change AS (
    SELECT *, coalesce(lag(open_now) OVER (PARTITION BY entity, document_id ORDER BY list_date), amount) - open_now AS closed,
           CASE WHEN list_date = first_day THEN NULL ELSE day_before END AS after_day
    FROM point
  ), explained AS (
    SELECT c.entity, c.document_id, c.list_date, sum(a.amount) AS paid
    FROM change c JOIN (
      SELECT debit_document_id AS document_id, effective_date,
             amount + coalesce(discount_amount, 0) + coalesce(withholding_amount, 0) + coalesce(write_off_amount, 0)
               - coalesce(charge_amount, 0) AS amount
      FROM allocation WHERE source_id IS DISTINCT FROM ${listsSource}
      UNION ALL
      SELECT credit_document_id, effective_date, -coalesce(credit_amount, amount) FROM allocation
      WHERE source_id IS DISTINCT FROM ${listsSource}
    ) a ON a.document_id = c.document_id AND a.effective_date <= c.list_date
       AND (c.after_day IS NULL OR a.effective_date > c.after_day)
    WHERE c.closed <> 0
    GROUP BY 1, 2, 3
  )
  SELECT c.*, CASE WHEN c.amount < 0 THEN -1 ELSE 1 END AS sign,
         CAST(c.closed - coalesce(e.paid, 0) AS DECIMAL(18,4)) AS settled
  FROM change c LEFT JOIN explained e USING (entity, document_id, list_date)
  WHERE c.closed - coalesce(e.paid, 0) <> 0`;

/**
 * The documents of those steps. What an item was settled by in all is the running sum of its steps; what lies below
 * nothing was charged. A step against what stands takes all of that back, and the rest is settled or charged anew.
 */
const listDocuments = sql`
  CREATE OR REPLACE TABLE list_document AS
  WITH stepped AS (
    SELECT *, settled * sign AS step,
           sum(settled * sign) OVER (PARTITION BY entity, document_id ORDER BY list_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS total
    FROM list_step
  ), sized AS (
    SELECT *, document_id || ':unexplained:' || CAST(list_date AS VARCHAR) AS settlement_id,
           CASE WHEN step > 0 AND total >= step OR step < 0 AND total <= step THEN step ELSE total END AS size,
           min(list_date) FILTER (WHERE step < 0) OVER later AS back_if_settled,
           min(list_date) FILTER (WHERE step > 0) OVER later AS back_if_charged
    FROM stepped
    WINDOW later AS (PARTITION BY entity, document_id ORDER BY list_date ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
  ), made AS (
    SELECT *, list_date AS day, -sign * size AS made_amount, CAST(NULL AS VARCHAR) AS reverses_document_id, size > 0 AS settles
    FROM sized WHERE size <> 0
    UNION ALL
    SELECT * REPLACE (settlement_id || ':back' AS settlement_id),
           CASE WHEN size > 0 THEN back_if_settled ELSE back_if_charged END AS day, sign * size, settlement_id, FALSE
    FROM sized WHERE size <> 0 AND CASE WHEN size > 0 THEN back_if_settled ELSE back_if_charged END IS NOT NULL
  )
  SELECT entity, document_id, entity_id, customer_id, currency, control_account_id, settlement_id, day,
         made_amount AS amount, reverses_document_id, settles,
         row_number() OVER (ORDER BY entity, document_id, day, settlement_id) - 1 AS n
  FROM made`;
