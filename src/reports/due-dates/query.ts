import { movementKindKey } from '../../domain/ledger/movement';
import { type Sql, sql } from '../../engine/sql';
import {
  every,
  itemFilters,
  openAt,
  spanTable,
  underPolicy,
  viewColumns,
  viewCurrencies,
} from '../aging/source';
import { type DueDatesParams, lastOverdue } from './params';

const zero = sql`CAST(0 AS DECIMAL(18,4))`;

/** Whether a span is of what is due to us: a debit with an amount in the currency that is shown. */
const isDebit = (p: DueDatesParams): Sql =>
  sql`side = 1 AND ${p.currency === 'base' ? sql`open_base` : sql`open_amount`} <> 0`;

/** Whether a span falls due in the days that are asked for; the last of them leaves out nothing that is overdue. */
function isInDays(p: DueDatesParams): Sql {
  const conditions: Sql[] = [];
  if (p.from !== undefined) conditions.push(sql`due_date >= ${sql.date(p.from)}`);
  if (p.until !== undefined) {
    const overdue = lastOverdue(p);
    conditions.push(sql`due_date <= ${sql.date(p.until > overdue ? p.until : overdue)}`);
  }
  return every(conditions);
}

/** The spans that the report shows, as a condition; its opposite is what it leaves out. */
export const isShown = (p: DueDatesParams): Sql =>
  every([isDebit(p), ...itemFilters(p), isInDays(p)]);

/**
 * The discount of a document that is still to be had: what was given for early payment, less what was taken of it, and no
 * more than what is open. It is of the document, so it stands with the part that is due first. What is missing is asked
 * for by itself: `least` would take the other amount.
 */
const discountLeft = (p: DueDatesParams): Sql => sql`
  CASE WHEN e.discount_date < ${sql.date(p.asOf)} THEN ${zero}
       WHEN e.discount_amount IS NULL THEN NULL
       ELSE greatest(${zero}, least(s.open_document,
              CAST(e.discount_amount - coalesce(k.taken, ${zero}) AS DECIMAL(18,4)))) END`;

/** One row an open item that is due to us. */
export const itemRows = (p: DueDatesParams): Sql => sql`
  WITH owed AS (
    SELECT s.*, i.document_key AS document_key, i.document_id AS document_id, i.instalment_no AS instalment_no,
           row_number() OVER (PARTITION BY i.document_key ORDER BY s.due_date, i.instalment_no, s.item_key) AS place,
           CAST(sum(s.open_amount) OVER (PARTITION BY i.document_key) AS DECIMAL(18,4)) AS open_document
    FROM (
      SELECT item_key, customer_key, trait_key, document_date, due_date, open_amount, ${isInDays(p)} AS is_shown,
             ${viewColumns(p, sql`open_amount`, sql`open_base`)}
      FROM ${spanTable(p)} s WHERE ${openAt(p)} AND ${every([isDebit(p), ...itemFilters(p)])}
    ) s JOIN item i ON i.item_key = s.item_key
  ), taken AS (
    SELECT i.document_key AS document_key, CAST(-sum(m.amount) AS DECIMAL(18,4)) AS taken
    FROM ${underPolicy(p, 'movement')} m JOIN item i ON i.item_key = m.item_key
    WHERE m.origin_key = ${movementKindKey('discount')} AND m.effective_date <= ${sql.date(p.asOf)}
    GROUP BY i.document_key
  )
  SELECT s.document_id AS document_id, s.instalment_no AS instalment_no, x.number AS number, t.kind AS kind,
         d.customer_id AS customer_id, d.customer_name AS customer_name, s.document_date AS document_date,
         s.due_date AS due_date, date_diff('day', ${sql.date(p.asOf)}, s.due_date) AS days_to_due,
         c.currency AS currency, s.amount AS open_amount, e.discount_date AS discount_date,
         ${p.currency === 'base' ? sql.empty : sql`${discountLeft(p)} AS discount_amount,`}
         x.source_id AS source_id, x.source_row AS source_row
  FROM owed s
  JOIN document_text x ON x.document_key = s.document_key
  JOIN trait t ON t.trait_key = s.trait_key
  JOIN debtor d ON d.customer_key = s.customer_key
  JOIN ${viewCurrencies(p)} c ON c.view_key = s.view_key
  LEFT JOIN document_discount e ON e.document_key = s.document_key AND s.place = 1
  LEFT JOIN taken k ON k.document_key = s.document_key
  WHERE s.is_shown`;

const firstOf = (period: 'week' | 'month', day: Sql): Sql =>
  sql`CAST(date_trunc(${period}, ${day}) AS DATE)`;

/** The last day of the week or month that a day lies in; 31 days after its first day every month is over. */
function lastOf(period: 'week' | 'month', day: Sql): Sql {
  const first = firstOf(period, day);
  return period === 'week' ? sql`${first} + 6` : sql`${firstOf(period, sql`${first} + 31`)} - 1`;
}

/** One row a week or month of due dates and currency, cut to the days that are asked for; what is overdue stands first. */
export function periodRows(p: DueDatesParams, period: 'week' | 'month'): Sql {
  const overdue = sql`due_date < ${sql.date(p.asOf)}`;
  const first = p.from !== undefined && p.from > p.asOf ? p.from : p.asOf;
  const overdueFrom =
    p.from !== undefined && p.from < p.asOf ? sql.date(p.from) : sql`CAST(NULL AS DATE)`;
  const last = lastOf(period, sql`due_date`);
  const cut = p.until === undefined ? last : sql`least(${last}, ${sql.date(p.until)})`;
  const discount = sql`CAST(sum(coalesce(discount_amount, ${zero})) AS DECIMAL(18,4)) AS discount_amount,`;
  return sql`
    SELECT due_state, due_from, due_to, currency, CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount,
           ${p.currency === 'base' ? sql.empty : discount} count(*) AS item_count
    FROM (
      SELECT r.*, CASE WHEN ${overdue} THEN 'overdue' ELSE 'due' END AS due_state,
             CASE WHEN ${overdue} THEN ${overdueFrom}
                  ELSE greatest(${firstOf(period, sql`due_date`)}, ${sql.date(first)}) END AS due_from,
             CASE WHEN ${overdue} THEN ${sql.date(lastOverdue(p))} ELSE ${cut} END AS due_to
      FROM (${itemRows(p)}) r
    ) g GROUP BY due_state, due_from, due_to, currency`;
}
