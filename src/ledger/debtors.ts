import { type Sql, sql } from '../engine/sql';
import type { Base } from './base';
import { scaleCase } from './scale';

/** How many documents are in each currency that documents name. */
export const buildCurrencyUse = sql`
  CREATE OR REPLACE TABLE currency_use AS
  SELECT currency, count(*) AS document_count FROM document_given WHERE currency IS NOT NULL GROUP BY currency`;

/**
 * The company whose ledger this is. Without an `entity` table the base currency is the one most documents
 * are in, the first by alphabet where two are even: the same rows always give the same answer.
 */
export const buildBase = sql`
  CREATE OR REPLACE TABLE ledger_base AS
  SELECT base_currency, ${scaleCase(sql`base_currency`)} AS base_scale FROM (
    SELECT coalesce(
      (SELECT min(base_currency) FROM entity WHERE base_currency IS NOT NULL),
      (SELECT currency FROM currency_use ORDER BY document_count DESC, currency LIMIT 1),
      'EUR') AS base_currency)`;

/**
 * Every debtor there is: the known customers and the ids that only documents name. Key 0 stands for
 * documents without any customer, so that no join drops them; a source that writes `-` for nobody means the same.
 */
export const buildDebtors = sql`
  CREATE OR REPLACE TABLE debtor AS
  SELECT CAST(row_number() OVER (ORDER BY customer_id) AS INTEGER) AS customer_key, *
  FROM (
    SELECT coalesce(k.customer_id, d.customer_id) AS customer_id,
           coalesce(k.name, d.customer_id) AS customer_name,
           k.segment, k.region, k.collector, k.currency AS customer_currency,
           k.customer_id IS NOT NULL AS is_known
    FROM (SELECT DISTINCT customer_id FROM document_given WHERE customer_id IS NOT NULL
          UNION SELECT DISTINCT g.customer_id FROM gl_entry g WHERE g.customer_id IS NOT NULL) d
    FULL JOIN (SELECT customer_id, any_value(name) AS name, any_value(segment) AS segment,
                      any_value(region) AS region, any_value(collector) AS collector,
                      any_value(currency) AS currency
               FROM customer GROUP BY customer_id) k ON k.customer_id = d.customer_id
  ) WHERE customer_id <> '-'
  UNION ALL
  SELECT 0, '-', '-', NULL, NULL, NULL, NULL, FALSE`;

/** Currencies by small keys: sums over movements group by a byte, not by text. */
export const buildCurrencies = (base: Base): Sql => sql`
  CREATE OR REPLACE TABLE ledger_currency AS
  SELECT CAST(row_number() OVER (ORDER BY currency) AS SMALLINT) AS currency_key, currency,
         ${scaleCase(sql`currency`)} AS scale
  FROM (
    SELECT currency FROM currency_use
    UNION SELECT customer_currency FROM debtor WHERE customer_currency IS NOT NULL
    UNION SELECT ${base.currency})`;
