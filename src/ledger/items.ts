import { type Sql, sql } from '../engine/sql';
import type { Base } from './base';

/** One number for all of a document's own dimensions: a join by seven texts that may be missing costs seconds. */
export const traitHashOf = (row: Sql, disputed: Sql = sql`${row}.disputed`): Sql =>
  sql`hash(${row}.kind, ${row}.salesperson, ${row}.department, ${row}.project, ${row}.service, ${row}.control_account_id, ${disputed})`;

/**
 * The document's own dimensions, each combination once: movements carry one small key and a filter looks at
 * a short table. Source: R. Kimball and M. Ross, The Data Warehouse Toolkit, "junk dimension".
 */
export const buildTraits = sql`
  CREATE OR REPLACE TABLE trait AS
  SELECT CAST(row_number() OVER () AS INTEGER) AS trait_key, *, ${traitHashOf(sql`p`)} AS trait_hash
  FROM (SELECT DISTINCT kind, salesperson, department, project, service, control_account_id, disputed
        FROM posted_document) p`;

/** Two traits with one hash: joining by it would take the wrong one. 1 in 10^14 for a thousand traits. */
export const findHashCollision = sql`
  SELECT trait_hash FROM trait GROUP BY trait_hash HAVING count(*) > 1`;

/** Parts that documents are due in: as given, or as their terms make them. */
export const isDueInParts = sql`
  SELECT 1 FROM instalment UNION ALL SELECT 1 FROM term_instalment`;

/**
 * Instalments with their share of the base amount, by largest remainder in whole minor units.
 * Parts that do not add up to their document are left out (a contradiction): the document stays whole.
 */
export const buildInstalmentParts = (base: Base): Sql => sql`
  CREATE OR REPLACE TABLE instalment_part AS
  WITH good AS (
    SELECT document_id FROM instalment
    GROUP BY document_id
    HAVING count(*) = count(DISTINCT instalment_no)
  ), named AS (
    SELECT d.document_key, i.instalment_no, i.due_date, i.amount
    FROM posted_document d JOIN good USING (document_id) JOIN instalment i ON i.document_id = d.document_id
    UNION ALL
    SELECT document_key, instalment_no, due_date, amount FROM term_instalment WHERE amount <> 0
  ), part AS (
    SELECT d.document_key, d.document_id, i.instalment_no, i.due_date, i.amount,
           d.amount AS whole, d.base_amount AS base_whole,
           CAST(CAST(abs(i.amount) AS DECIMAL(38,4)) * 10000 AS HUGEINT) AS part_units,
           CAST(CAST(abs(d.amount) AS DECIMAL(38,4)) * 10000 AS HUGEINT) AS whole_units,
           CAST(CAST(abs(coalesce(d.base_amount, 0)) AS DECIMAL(38,4)) * 10000 AS HUGEINT) // ${10 ** (4 - base.scale)} AS base_units
    FROM posted_document d
    JOIN named i ON i.document_key = d.document_key
    WHERE d.amount <> 0
    QUALIFY sum(i.amount) OVER (PARTITION BY d.document_key) = d.amount
        AND min(i.amount * sign(d.amount)) OVER (PARTITION BY d.document_key) >= 0
  ), floored AS (
    SELECT *, base_units * part_units // whole_units AS floor_units,
           base_units * part_units % whole_units AS remainder
    FROM part
  )
  SELECT document_key, document_id, instalment_no, due_date, amount,
         row_number() OVER (PARTITION BY document_key ORDER BY due_date, instalment_no) AS part_no,
         CAST(CAST(coalesce(sign(base_whole), 1) AS INTEGER) * (floor_units + CASE
           WHEN row_number() OVER (PARTITION BY document_key ORDER BY remainder DESC, instalment_no)
                <= base_units - sum(floor_units) OVER (PARTITION BY document_key) THEN 1 ELSE 0 END)
           * ${10 ** (4 - base.scale)} AS DECIMAL(18,0)) AS base_units4
  FROM floored`;

/**
 * Every open item there ever was: a document, or one instalment of it. `side` is +1 for a debit. The anchor is
 * the one item of a document that links are joined to; of two documents of a side with one id, the first. An
 * item that is not rated was booked without a base amount and has no rate: what it is worth in base is not known.
 */
export const itemRows = sql`
  SELECT CAST(row_number() OVER () AS INTEGER) AS item_key,
         d.document_key, d.document_id, p.instalment_no, c.customer_key, t.trait_key, u.currency_key,
         CAST(CASE WHEN d.amount > 0 OR (d.amount = 0 AND coalesce(d.base_amount, 0) >= 0) THEN 1 ELSE -1 END
              AS TINYINT) AS side,
         d.document_date, d.posting_date, coalesce(p.due_date, d.due_date) AS due_date,
         coalesce(p.amount, d.amount) AS amount,
         CASE WHEN p.instalment_no IS NULL THEN coalesce(d.base_amount, 0)
              ELSE CAST(p.base_units4 * 0.0001 AS DECIMAL(18,4)) END AS base_amount,
         coalesce(p.part_no, 1) = 1 AS is_anchor, p.part_no IS NOT NULL AS is_instalment,
         d.base_amount IS NOT NULL AS is_rated
  FROM posted_document d
  JOIN debtor c ON c.customer_id = d.customer_id
  JOIN ledger_currency u ON u.currency = d.currency
  JOIN trait t ON t.trait_hash = ${traitHashOf(sql`d`)}
  LEFT JOIN instalment_part p ON p.document_key = d.document_key`;

export const buildItems = sql`CREATE OR REPLACE TABLE item AS ${itemRows}`;

/** Where no document is due in parts. */
export const instalmentPartsOfNone = sql`
  CREATE OR REPLACE TABLE instalment_part (document_key INTEGER, document_id VARCHAR, instalment_no INTEGER,
    due_date DATE, amount DECIMAL(18,4), part_no INTEGER, base_units4 DECIMAL(18,0))`;
