import { movementKindKey } from '../../domain/ledger/movement';
import { type Sql, sql } from '../../engine/sql';
import type { AccountParams } from './params';

const zero = sql`CAST(0 AS DECIMAL(18,4))`;

/** The items of the customer that is asked for. */
export const isOfCustomer = (p: AccountParams): Sql =>
  sql`customer_key IN (SELECT customer_key FROM debtor WHERE customer_id = ${p.customer})`;

/**
 * Every movement up to the date that changed what the customer owes. Receipt and invoice of the same customer settle each
 * other without changing the balance, so applying is a line only where the other item belongs to somebody else, or is in
 * another currency.
 */
const movements = (p: AccountParams): Sql => sql`
  SELECT m.effective_date AS effective_date, m.kind_key AS kind_key, m.item_key AS item_key,
         m.counter_key AS counter_key, m.amount AS amount, i.document_key AS document_key,
         i.document_id AS document_id, i.trait_key AS trait_key, i.currency_key AS currency_key,
         i.due_date AS due_date, coalesce(s.open_amount, ${zero}) AS open_amount
  FROM movement m
  JOIN item i ON i.item_key = m.item_key
  LEFT JOIN item k ON k.item_key = m.counter_key
  LEFT JOIN (SELECT item_key, open_amount FROM span
             WHERE valid_from <= ${sql.date(p.asOf)} AND valid_to > ${sql.date(p.asOf)}) s
    ON s.item_key = m.item_key AND m.kind_key = ${movementKindKey('posted')}
  WHERE m.effective_date <= ${sql.date(p.asOf)} AND m.amount <> 0 AND i.${isOfCustomer(p)}
    AND (m.origin_key <> ${movementKindKey('applied')} OR k.customer_key <> i.customer_key
         OR k.currency_key <> i.currency_key)`;

const movementWord = sql`CASE l.kind_key WHEN ${movementKindKey('posted')} THEN 'posted'
  WHEN ${movementKindKey('applied')} THEN 'applied' WHEN ${movementKindKey('discount')} THEN 'discount'
  WHEN ${movementKindKey('write_off')} THEN 'write_off' WHEN ${movementKindKey('withholding')} THEN 'withholding'
  WHEN ${movementKindKey('charge')} THEN 'charge' WHEN ${movementKindKey('exchange')} THEN 'exchange'
  ELSE 'reversed' END`;

/**
 * What was owed before the first day, a line a currency, of which the movements before it are left out. Items from before
 * that day may be open on the last one although they came to nothing on the first: that is a line as well, so that what
 * is open adds up to the closing.
 */
const openings = (from: string): Sql => sql`
  SELECT 0 AS part, ${sql.date(from)} AS effective_date, NULL AS kind_key, NULL AS item_key, NULL AS counter_key,
         NULL AS document_key, NULL AS document_id, NULL AS trait_key, currency_key, NULL AS due_date,
         CAST(sum(amount) AS DECIMAL(18,4)) AS opening, ${zero} AS amount,
         CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount
  FROM line WHERE effective_date < ${sql.date(from)}
  GROUP BY currency_key HAVING sum(amount) <> 0 OR sum(open_amount) <> 0`;

const shown = (p: AccountParams): Sql => sql`
  SELECT 1 AS part, effective_date, kind_key, item_key, counter_key, document_key, document_id, trait_key, currency_key,
         due_date, CAST(NULL AS DECIMAL(18,4)) AS opening, amount, open_amount
  FROM line ${p.from === undefined ? sql.empty : sql`WHERE effective_date >= ${sql.date(p.from)}`}`;

/** The account's lines: the openings of all currencies, then what moved, with the balance after each. */
export function accountRows(p: AccountParams): Sql {
  const parts = p.from === undefined ? [shown(p)] : [openings(p.from), shown(p)];
  return sql`
    WITH line AS (${movements(p)}), part AS (${sql.join(parts, ' UNION ALL ')}), numbered AS (
      SELECT p.*, c.currency AS currency,
             row_number() OVER (ORDER BY p.part, p.effective_date, p.kind_key, p.document_id, p.item_key, c.currency,
               p.counter_key, p.amount) AS line_no
      FROM part p JOIN ledger_currency c ON c.currency_key = p.currency_key
    )
    SELECT l.effective_date AS effective_date, l.line_no AS line_no, l.document_id AS document_id,
           x.number AS number, t.kind AS kind,
           CASE WHEN l.part = 0 THEN 'opening' ELSE ${movementWord} END AS movement,
           l.due_date AS due_date, l.currency AS currency,
           ${p.from === undefined ? sql.empty : sql`l.opening AS opening,`}
           CASE WHEN l.amount > 0 THEN l.amount ELSE ${zero} END AS debit,
           CASE WHEN l.amount < 0 THEN CAST(-l.amount AS DECIMAL(18,4)) ELSE ${zero} END AS credit,
           CAST(sum(coalesce(l.opening, ${zero}) + l.amount) OVER (PARTITION BY l.currency_key ORDER BY l.line_no
             ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS DECIMAL(18,4)) AS balance,
           l.open_amount AS open_amount, x.source_id AS source_id, x.source_row AS source_row
    FROM numbered l
    LEFT JOIN document_text x ON x.document_key = l.document_key
    LEFT JOIN trait t ON t.trait_key = l.trait_key`;
}
