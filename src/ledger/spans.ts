import { sql } from '../engine/sql';

/** The end of a span that never ends. */
const endless = sql.date('9999-12-31');

/**
 * Movements summed up along time: what was open of an item from one day up to, but not on, another. It says
 * the same as Σ movements ≤ D, but a date needs only the rows in which it lies: most items are paid, so that
 * a report at D reads a tenth of them and groups no item at all. A day's movements are netted first: receipts
 * that are applied when they are posted, nearly half of all movements, are gone before anything is sorted.
 */
export const buildSpans = sql`
  CREATE OR REPLACE TABLE span AS
  WITH net AS (
    SELECT item_key, effective_date,
           CAST(sum(amount) AS DECIMAL(18,4)) AS amount, CAST(sum(base_amount) AS DECIMAL(18,4)) AS base_amount
    FROM movement GROUP BY item_key, effective_date HAVING sum(amount) <> 0 OR sum(base_amount) <> 0
  ), running AS (
    SELECT item_key, effective_date AS valid_from,
           lead(effective_date, 1, ${endless}) OVER w AS valid_to,
           sum(amount) OVER w AS open_amount, sum(base_amount) OVER w AS open_base
    FROM net
    WINDOW w AS (PARTITION BY item_key ORDER BY effective_date ROWS UNBOUNDED PRECEDING)
  )
  SELECT r.item_key, i.customer_key, i.trait_key, i.currency_key, i.side, i.due_date, i.document_date,
         r.valid_from, r.valid_to,
         CAST(r.open_amount AS DECIMAL(18,4)) AS open_amount, CAST(r.open_base AS DECIMAL(18,4)) AS open_base
  FROM running r JOIN item i ON i.item_key = r.item_key
  WHERE r.valid_from < r.valid_to AND (r.open_amount <> 0 OR r.open_base <> 0)
  ORDER BY r.valid_from`;

/**
 * Sums of movements by day: totals at any date without a look at single items. `opens` is +1 where an item
 * opens and −1 where it closes, so that counts are sums too.
 */
export const buildCube = sql`
  CREATE OR REPLACE TABLE cube AS
  SELECT currency_key, side, due_date, effective_date,
         CAST(sum(amount) AS DECIMAL(18,4)) AS amount, CAST(sum(base_amount) AS DECIMAL(18,4)) AS base_amount,
         CAST(sum(opens) AS INTEGER) AS opens
  FROM (
    SELECT currency_key, side, due_date, valid_from AS effective_date, open_amount AS amount,
           open_base AS base_amount, 1 AS opens FROM span
    UNION ALL
    SELECT currency_key, side, due_date, valid_to, -open_amount, -open_base, -1 FROM span WHERE valid_to < ${endless}
  )
  GROUP BY ALL
  ORDER BY effective_date`;
