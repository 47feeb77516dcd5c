import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { storedTable } from '../longTables';
import { endless } from '../spans';
import { always } from './tables';

/** What a debtor's row says that a report groups and filters by, and that may change on a day. */
const datedFields = ['segment', 'region', 'collector'] as const;

const names = sql.list(datedFields);

/**
 * What a customer's attributes were from which day on, for those that changed on a day: reports ask for the value
 * at their date. Rules: `LEDGER.md` 3, attributes that change.
 */
const buildHistory = sql`
  CREATE OR REPLACE TABLE debtor_history AS
  WITH entry AS (
    SELECT record_id, field, coalesce(since, ${always}) AS since, value
    FROM field_edit WHERE table_name = 'customer' AND field IN (${names})
  ), dated AS (
    SELECT DISTINCT record_id, field FROM entry WHERE since > ${always}
  ), given AS (
    SELECT customer_id, any_value(segment) AS segment, any_value(region) AS region,
           any_value(collector) AS collector
    FROM ${storedTable('customer')} WHERE customer_id IN (SELECT record_id FROM dated) GROUP BY customer_id
  ), point AS (
    SELECT e.record_id, e.field, e.since, e.value FROM entry e
    JOIN dated d ON d.record_id = e.record_id AND d.field = e.field
    UNION ALL
    SELECT d.record_id, d.field, ${always},
           CASE d.field ${sql.join(
             datedFields.map((name) => sql`WHEN ${name} THEN g.${sql.id(name)}`),
             ' ',
           )} END
    FROM dated d LEFT JOIN given g ON g.customer_id = d.record_id
    WHERE NOT EXISTS (SELECT 1 FROM entry e
                      WHERE e.record_id = d.record_id AND e.field = d.field AND e.since = ${always})
  )
  SELECT k.customer_key, p.field, p.since AS valid_from,
         lead(p.since, 1, ${endless}) OVER (PARTITION BY p.record_id, p.field ORDER BY p.since) AS valid_to,
         p.value
  FROM point p JOIN debtor k ON k.customer_id = p.record_id`;

/** While a ledger is built, after its debtors. */
export async function buildDebtorHistory(engine: Engine, options: RunOptions): Promise<void> {
  await engine.exec(buildHistory, options);
}

/** Brings debtors up to date with what is said of some customers now. */
export async function changeDebtors(
  engine: Engine,
  customerIds: readonly string[],
  options: RunOptions,
): Promise<void> {
  const ids = sql.list(customerIds);
  await engine.exec(
    sql`UPDATE debtor SET customer_name = coalesce(c.name, debtor.customer_id), segment = c.segment,
               region = c.region, collector = c.collector, is_known = TRUE
        FROM (SELECT customer_id, any_value(name) AS name, any_value(segment) AS segment,
                     any_value(region) AS region, any_value(collector) AS collector
              FROM customer WHERE customer_id IN (${ids}) GROUP BY customer_id) c
        WHERE c.customer_id = debtor.customer_id`,
    options,
  );
  await addDebtors(
    engine,
    sql`SELECT customer_id FROM customer WHERE customer_id IN (${ids})`,
    options,
  );
  await forgetDebtors(engine, ids, options);
  await engine.exec(buildHistory, options);
}

/** Adds debtors that a query of ids names and that are not there yet. */
export async function addDebtors(engine: Engine, ids: Sql, options: RunOptions): Promise<void> {
  await engine.exec(
    sql`INSERT INTO debtor BY NAME
        SELECT CAST(row_number() OVER (ORDER BY n.customer_id) + (SELECT max(customer_key) FROM debtor) AS INTEGER) AS customer_key,
               n.customer_id, coalesce(c.name, n.customer_id) AS customer_name, c.segment, c.region, c.collector,
               c.currency AS customer_currency, c.customer_id IS NOT NULL AS is_known
        FROM (SELECT DISTINCT customer_id FROM (${ids}) i WHERE customer_id IS NOT NULL AND customer_id <> '-'
              AND customer_id NOT IN (SELECT customer_id FROM debtor)) n
        LEFT JOIN customer c ON c.customer_id = n.customer_id`,
    options,
  );
}

/** A customer that only edits told of is no debtor any more when they are taken back. */
async function forgetDebtors(engine: Engine, ids: Sql, options: RunOptions): Promise<void> {
  const gone = sql`customer_id IN (${ids}) AND customer_id NOT IN (SELECT customer_id FROM customer)`;
  const found = await engine.rows(sql`SELECT 1 FROM debtor WHERE ${gone} LIMIT 1`, options);
  if (found.length === 0) return;
  await engine.exec(
    sql`DELETE FROM debtor WHERE ${gone} AND customer_key NOT IN (SELECT customer_key FROM item)`,
    options,
  );
  await engine.exec(
    sql`UPDATE debtor SET customer_name = customer_id, segment = NULL, region = NULL, collector = NULL,
               is_known = FALSE
        WHERE ${gone}`,
    options,
  );
}
