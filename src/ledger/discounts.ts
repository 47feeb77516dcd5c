import { type Sql, sql } from '../engine/sql';
import { atScale } from './scale';
import { customerTerms, isBilled } from './terms';

/** Days and percents beyond these are slips of the pen, and no date can be counted from them. */
const discountDaysMax = 3_650;
const percentMax = 100;

/** Terms that are due at once: of parts nobody can tell which one the discount is for. */
const discountTerms = sql`
  (SELECT terms, min(discount_days) AS discount_days, min(discount_percent) AS discount_percent,
          coalesce(min(discount_on), 'total') AS discount_on
   FROM payment_term GROUP BY terms
   HAVING count(*) = 1 AND min(discount_percent) BETWEEN 0 AND ${percentMax}
      AND min(discount_days) BETWEEN 0 AND ${discountDaysMax})`;

/** A percent of an amount at its currency's digits. */
const share = (amount: Sql, percent: Sql): Sql =>
  atScale(sql`${amount} * TRY_CAST(${percent} AS DECIMAL(7,4)) * 0.01`);

/**
 * The discount that a document gives for early payment, its tax included, and the last day to have it: what the document
 * says, else what its terms, or its customer's, say of the whole amount or of it without tax. An amount that nobody can
 * tell is missing.
 */
export const buildDocumentDiscounts = sql`
  CREATE OR REPLACE VIEW document_discount AS
  SELECT document_key, discount_date,
         TRY_CAST(CASE WHEN discount_base_amount IS NOT NULL OR discount_tax_amount IS NOT NULL
                  THEN coalesce(discount_base_amount, 0) + coalesce(discount_tax_amount, 0)
                  WHEN discount_on = 'total' THEN ${share(sql`amount`, sql`discount_percent`)}
                  WHEN discount_on = 'net'
                  THEN ${share(sql`CAST(amount - coalesce(tax_amount, 0) AS DECIMAL(18,4))`, sql`discount_percent`)}
                  END AS DECIMAL(18,4)) AS discount_amount
  FROM (
    SELECT d.document_key, d.amount, d.tax_amount, d.discount_base_amount, d.discount_tax_amount,
           coalesce(d.discount_date, d.document_date + CAST(p.discount_days AS INTEGER)) AS discount_date,
           p.discount_percent, p.discount_on, u.scale
    FROM (SELECT document_key, customer_id, document_date, amount, tax_amount, currency, discount_date,
                 discount_base_amount, discount_tax_amount, nullif(trim(terms), '') AS terms, ${isBilled} AS is_billed
          FROM document WHERE amount > 0) d
    LEFT JOIN ${customerTerms} c ON c.customer_id = d.customer_id AND d.is_billed
    LEFT JOIN ${discountTerms} p ON p.terms = coalesce(d.terms, c.terms)
    CROSS JOIN ledger_base b
    LEFT JOIN ledger_currency u ON u.currency = coalesce(d.currency, b.base_currency)
  ) g
  WHERE discount_date IS NOT NULL`;
