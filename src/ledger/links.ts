import { type Sql, sql } from '../engine/sql';
import type { LedgerTables } from './tablesUnder';

const none = sql`CAST(0 AS DECIMAL(18,4))`;

const deduction = (name: string): Sql =>
  sql`coalesce(a.${sql.id(name)}, CAST(0 AS DECIMAL(18,4))) AS ${sql.id(name)}`;

/**
 * What an allocation takes off its debit beside `amount`, in the order in which the deductions leave. The
 * discount's tax is a part of the discount, as a document's tax is a part of its amount.
 */
export const deductions = [
  'discount_amount',
  'withholding_amount',
  'charge_amount',
  'write_off_amount',
] as const;

const isNone = (name: string): Sql => sql`a.${sql.id(name)} IS NULL`;
const orZero = (name: string): Sql => sql`coalesce(a.${sql.id(name)}, 0)`;

/** `amount` and all deductions of an allocation: what it takes off its debit. Most have no deduction at all. */
const taken = (
  amount: Sql,
): Sql => sql`CASE WHEN ${sql.join(deductions.map(isNone), ' AND ')} THEN ${amount}
  ELSE CAST(${sql.join([amount, ...deductions.map(orZero)], ' + ')} AS DECIMAL(18,4)) END`;

/** What an allocation gives back to its credit. */
const given = (amount: Sql): Sql => sql`CASE WHEN a.credit_write_off_amount IS NULL THEN ${amount}
  ELSE CAST(${amount} + a.credit_write_off_amount AS DECIMAL(18,4)) END`;

/** Whether two items are both booked 1 : 1, or neither in base currency at all. */
export const isLocal = sql`((d.base_amount = d.amount AND c.base_amount = c.amount) OR (d.base_amount = 0 AND c.base_amount = 0))`;

/**
 * The two items' own figures beside a link, and whether it applies in base currency without a share of anything:
 * both are booked 1 : 1 (`has_base`), or neither is booked in base currency at all.
 */
const wholes: Sql = sql`
  d.amount AS debit_whole, d.base_amount AS debit_base_whole,
  -c.amount AS credit_whole, -c.base_amount AS credit_base_whole,
  d.base_amount <> 0 OR c.base_amount <> 0 AS has_base,
  ${isLocal} AS is_local`;

/** Across currencies an allocation has to say what it is in either: nobody else knows. */
const isWorth = sql`(a.credit_amount IS NOT NULL OR d.currency_key = c.currency_key)`;

/**
 * The allocations given, between the anchors of their two items, each on its effective date: the accounting
 * date, never before the later posting date of its documents. Where links are made anew what they settled does not
 * count, and what they deducted does: a discount that was granted stays granted, whichever receipt paid.
 */
export const buildGivenLinks = (isRelinked = false): Sql => {
  const amount = isRelinked ? none : sql`a.amount`;
  const creditAmount = isRelinked ? none : sql`coalesce(a.credit_amount, a.amount)`;
  return sql`
  CREATE OR REPLACE TABLE given_link AS
  SELECT a.allocation_key,
         d.item_key AS debit_key, c.item_key AS credit_key, a.instalment_no,
         greatest(coalesce(a.effective_date, d.posting_date), d.posting_date, c.posting_date) AS effective_date,
         ${amount} AS amount, ${creditAmount} AS credit_amount,
         ${sql.join(deductions.map(deduction))},
         ${deduction('credit_write_off_amount')}, ${isRelinked ? sql`FALSE` : sql`coalesce(a.fully_cleared, FALSE)`} AS is_fully_cleared,
         ${taken(amount)} AS taken, ${given(creditAmount)} AS given,
         ${wholes}
  FROM allocation a
  JOIN item d ON d.document_id = a.debit_document_id AND d.side = 1 AND d.is_anchor
  JOIN item c ON c.document_id = a.credit_document_id AND c.side = -1 AND c.is_anchor
  WHERE a.amount >= 0 AND ${isWorth}${isRelinked ? sql` AND (${taken(amount)} <> 0 OR ${given(creditAmount)} <> 0)` : sql.empty}`;
};

/** Whether an id stands on two items of one side, so that a link met both. */
export const countRepeatedLinks = sql`
  SELECT count(*) - count(DISTINCT allocation_key) AS repeated, count(*) AS links,
         (SELECT count(*) FROM allocation) AS allocations
  FROM given_link`;

/** Keeps of each allocation the link to the documents that come first. */
export const dropRepeatedLinks = sql`
  CREATE OR REPLACE TABLE given_link AS
  SELECT * FROM given_link
  QUALIFY row_number() OVER (PARTITION BY allocation_key ORDER BY debit_key, credit_key) = 1`;

/** Allocations that name a document which is unknown, not posted, or on the wrong side, or whose amount is not known in both currencies. */
export const noteOrphans = sql`
  INSERT INTO contradiction
  SELECT CASE WHEN a.amount < 0 THEN 'allocation_negative'
              WHEN a.credit_amount IS NULL AND EXISTS (
                SELECT 1 FROM item d JOIN item c ON c.document_id = a.credit_document_id AND c.side = -1
                WHERE d.document_id = a.debit_document_id AND d.side = 1 AND d.currency_key <> c.currency_key)
              THEN 'allocation_currencies' ELSE 'allocation_orphan' END,
         a.allocation_id, a.debit_document_id, a.credit_document_id, a.amount, a.source_id, a.source_row
  FROM allocation a ANTI JOIN given_link g ON g.allocation_key = a.allocation_key`;

/** Whether anything reverses anything. */
export const namesReversed = sql`SELECT 1 FROM document_given WHERE reverses_document_id IS NOT NULL`;

/** A reversal and what it reverses, on the reversal's posting date. */
export const buildReversals = sql`
  CREATE OR REPLACE TABLE reversal AS
  WITH named AS (
    SELECT i.item_key, i.posting_date, i.side, t.kind, x.reverses_document_id
    FROM (SELECT document_key, reverses_document_id FROM document_given WHERE reverses_document_id IS NOT NULL) x
    JOIN item i ON i.document_key = x.document_key
    JOIN trait t ON t.trait_key = i.trait_key
    WHERE i.is_anchor
  )
  SELECT o.item_key AS original_key, r.item_key AS reversal_key,
         greatest(r.posting_date, o.posting_date) AS effective_date
  FROM named r
  JOIN item o ON o.document_id = r.reverses_document_id AND o.side = -r.side AND o.is_anchor
  JOIN trait t ON t.trait_key = o.trait_key AND t.kind = r.kind
  QUALIFY row_number() OVER (PARTITION BY r.item_key ORDER BY o.item_key) = 1
      AND row_number() OVER (PARTITION BY o.item_key ORDER BY r.posting_date, r.item_key) = 1`;

/** A reversal and its original settle each other by themselves: a link between the two would do it twice. */
export const dropReversalLinks = sql`
  DELETE FROM given_link WHERE EXISTS (
    SELECT 1 FROM reversal r
    WHERE r.original_key = given_link.debit_key AND r.reversal_key = given_link.credit_key)
  OR EXISTS (
    SELECT 1 FROM reversal r
    WHERE r.original_key = given_link.credit_key AND r.reversal_key = given_link.debit_key)`;

/**
 * What links moved of each anchor in all, the first and the last day on which they did, and what the anchor was
 * posted with. At first these are the links given; `forgetTouchedSums` and `sumAgain` put what became of them
 * in the place of those that do not apply just as given.
 */
export const buildLinkSums = sql`
  CREATE OR REPLACE TABLE link_sum AS
  SELECT item_key, CAST(moved AS DECIMAL(18,4)) AS amount,
         CASE WHEN has_base THEN CAST(moved AS DECIMAL(18,4)) ELSE CAST(0 AS DECIMAL(18,4)) END AS base_amount,
         first_day, last_day, whole
  FROM (
    SELECT debit_key AS item_key, -sum(taken) AS moved, bool_or(has_base) AS has_base,
           min(effective_date) AS first_day, max(effective_date) AS last_day,
           first(debit_whole) AS whole
    FROM given_link GROUP BY debit_key
    UNION ALL
    SELECT credit_key, sum(given), bool_or(has_base), min(effective_date), max(effective_date),
           -first(credit_whole)
    FROM given_link GROUP BY credit_key
  ) s`;

/**
 * Anchors that a set-based step cannot settle alone, since the answer depends on the order of events:
 * more allocated than there is, reversed, paid in instalments, or declared cleared.
 */
export const buildIrregular = sql`
  CREATE OR REPLACE TABLE irregular AS
  SELECT item_key FROM link_sum WHERE abs(amount) > abs(whole)
  UNION SELECT original_key FROM reversal
  UNION SELECT reversal_key FROM reversal
  UNION SELECT item_key FROM item WHERE is_instalment AND is_anchor
  UNION SELECT debit_key FROM given_link WHERE is_fully_cleared
  UNION SELECT credit_key FROM given_link WHERE is_fully_cleared`;

const isIrregular = sql`(debit_key IN (SELECT item_key FROM irregular) OR credit_key IN (SELECT item_key FROM irregular))`;

/** Links whose amounts in base currency are shares of a booking; those settled in order are added to them. */
export const buildApplied = sql`
  CREATE OR REPLACE TABLE applied AS
  SELECT a.allocation_id, g.* EXCLUDE (allocation_key, instalment_no, taken, given, is_fully_cleared), ${none} AS debit_cleared_amount,
         ${none} AS credit_cleared_amount, CAST(0 AS INTEGER) AS seq, FALSE AS is_undo
  FROM (SELECT * FROM given_link WHERE NOT is_local AND NOT ${isIrregular}) g
  JOIN allocation a ON a.allocation_key = g.allocation_key`;

/** Where the settlement in order puts what it did. */
export const createSettled = sql`
  CREATE OR REPLACE TABLE settled (allocation_id VARCHAR, debit_key INTEGER, credit_key INTEGER,
    effective_date DATE, seq INTEGER, is_undo BOOLEAN, amount DECIMAL(18,4), credit_amount DECIMAL(18,4),
    ${sql.join(deductions.map((name) => sql`${sql.id(name)} DECIMAL(18,4)`))}, credit_write_off_amount DECIMAL(18,4),
    debit_cleared_amount DECIMAL(18,4), credit_cleared_amount DECIMAL(18,4))`;

export const applySettled = sql`
  INSERT INTO applied BY NAME
  SELECT s.*, ${wholes} FROM settled s
  JOIN item d ON d.item_key = s.debit_key JOIN item c ON c.item_key = s.credit_key`;

/** Items of links that do not apply just as given, and afterwards those that were settled in their place. */
export const buildTouched = sql`
  CREATE OR REPLACE TABLE touched AS
  SELECT debit_key AS item_key FROM given_link WHERE NOT is_local OR ${isIrregular}
  UNION SELECT credit_key FROM given_link WHERE NOT is_local OR ${isIrregular}`;
export const addSettledToTouched = sql`
  INSERT INTO touched SELECT debit_key FROM applied_value UNION SELECT credit_key FROM applied_value
  UNION SELECT debit_key FROM derived UNION SELECT credit_key FROM derived`;
export const forgetTouchedSums = sql`
  DELETE FROM link_sum WHERE item_key IN (SELECT item_key FROM touched)`;
export const sumAgain = ({ movement }: LedgerTables): Sql => sql`
  INSERT INTO link_sum
  SELECT item_key, CAST(sum(CASE WHEN counter_key IS NULL THEN 0 ELSE amount END) AS DECIMAL(18,4)),
         CAST(sum(CASE WHEN counter_key IS NULL THEN 0 ELSE base_amount END) AS DECIMAL(18,4)),
         min(effective_date) FILTER (WHERE counter_key IS NOT NULL),
         max(effective_date) FILTER (WHERE counter_key IS NOT NULL),
         CAST(sum(CASE WHEN counter_key IS NULL THEN amount ELSE 0 END) AS DECIMAL(18,4))
  FROM ${movement} WHERE item_key IN (SELECT item_key FROM touched)
  GROUP BY item_key HAVING count(counter_key) > 0`;

/** Drops links that are neither regular nor local; what is then left of the given links applies just as given. */
export const dropOtherLinks = sql`DELETE FROM given_link WHERE NOT is_local OR ${isIrregular}`;
