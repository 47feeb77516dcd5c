import { type Sql, sql } from '../engine/sql';
import type { LedgerTables } from './tablesUnder';

/** The end of a span that never ends. */
export const endless = sql.date('9999-12-31');

export const spanColumns = sql`item_key, customer_key, trait_key, currency_key, side, due_date, document_date`;

/**
 * Movements summed up along time: what was open of an item from one day up to, but not on, another. It says
 * the same as Σ movements ≤ D, but a date needs only the rows in which it lies: most items are paid, so that
 * a report at D reads a tenth of them and groups no item at all.
 *
 * Most items are posted on one day and settled on one other (or not at all): their rows follow from the item
 * and the sum of its links. Those of the rest are added by `addSpansOfManyDays`.
 */
export const buildSpans = ({ span }: LedgerTables): Sql => sql`
  CREATE OR REPLACE TABLE ${span} AS
  WITH plain AS (
    SELECT i.item_key, i.customer_key, i.trait_key, i.currency_key, i.side, i.due_date, i.document_date,
           i.posting_date, coalesce(s.first_day, ${endless}) AS settled_day,
           i.amount, i.base_amount, i.amount + s.amount AS rest_amount, i.base_amount + s.base_amount AS rest_base
    FROM item i LEFT JOIN link_sum s ON s.item_key = i.item_key
    WHERE s.item_key IS NULL
       OR (s.first_day = s.last_day
           AND (s.first_day > i.posting_date OR i.amount + s.amount <> 0 OR i.base_amount + s.base_amount <> 0))
  )
  SELECT ${spanColumns}, posting_date AS valid_from, settled_day AS valid_to,
         amount AS open_amount, base_amount AS open_base
  FROM plain WHERE posting_date < settled_day AND (amount <> 0 OR base_amount <> 0)
  UNION ALL
  SELECT ${spanColumns}, settled_day, ${endless},
         CAST(rest_amount AS DECIMAL(18,4)), CAST(rest_base AS DECIMAL(18,4))
  FROM plain WHERE rest_amount <> 0 OR rest_base <> 0`;

/** Items that links moved on more than one day. */
export const movedOnManyDays = sql`SELECT item_key FROM link_sum WHERE first_day <> last_day`;

/** The spans of items whose movements have to be added up day by day. */
export const addSpansOfManyDays = ({ movement, span }: LedgerTables): Sql => sql`
  INSERT INTO ${span}
  WITH day AS (
    SELECT item_key, effective_date,
           CAST(sum(amount) AS DECIMAL(18,4)) AS amount, CAST(sum(base_amount) AS DECIMAL(18,4)) AS base_amount
    FROM ${movement} WHERE item_key IN (${movedOnManyDays})
    GROUP BY item_key, effective_date HAVING sum(amount) <> 0 OR sum(base_amount) <> 0
  ), running AS (
    SELECT item_key, effective_date AS valid_from,
           lead(effective_date, 1, ${endless}) OVER w AS valid_to,
           sum(amount) OVER w AS open_amount, sum(base_amount) OVER w AS open_base
    FROM day
    WINDOW w AS (PARTITION BY item_key ORDER BY effective_date ROWS UNBOUNDED PRECEDING)
  )
  SELECT i.item_key, i.customer_key, i.trait_key, i.currency_key, i.side, i.due_date, i.document_date,
         r.valid_from, r.valid_to,
         CAST(r.open_amount AS DECIMAL(18,4)), CAST(r.open_base AS DECIMAL(18,4))
  FROM running r JOIN item i ON i.item_key = r.item_key
  WHERE r.open_amount <> 0 OR r.open_base <> 0`;

/**
 * Sums of movements by day: totals at any date without a look at single items. `opens` is +1 where an item
 * opens and −1 where it closes, so that counts are sums too.
 */
export const buildCube = ({ span, cube }: LedgerTables): Sql => sql`
  CREATE OR REPLACE TABLE ${cube} AS
  SELECT currency_key, side, due_date, effective_date,
         CAST(sum(amount) AS DECIMAL(18,4)) AS amount, CAST(sum(base_amount) AS DECIMAL(18,4)) AS base_amount,
         CAST(sum(opens) AS INTEGER) AS opens
  FROM (
    SELECT currency_key, side, due_date, valid_from AS effective_date, open_amount AS amount,
           open_base AS base_amount, 1 AS opens FROM ${span}
    UNION ALL
    SELECT currency_key, side, due_date, valid_to, -open_amount, -open_base, -1 FROM ${span} WHERE valid_to < ${endless}
  )
  GROUP BY ALL
  ORDER BY effective_date`;
