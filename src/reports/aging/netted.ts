import { type Sql, sql } from '../../engine/sql';
import type { AgingParams } from '../params';

const zero = sql`CAST(0 AS DECIMAL(18,4))`;

/** What a running sum of one side is more than all of the other, and no more than the item itself. */
const rest = (running: Sql, against: Sql, own: Sql): Sql =>
  sql`greatest(${zero}, least(${own}, CAST(${running} - ${against} AS DECIMAL(18,4))))`;

/**
 * One amount of an item after netting: each customer's credits of a currency against its debits, the oldest first on
 * both sides. The sums of a customer stay what they are, in document currency and in base.
 */
function netted(amount: Sql): Sql {
  const side = sql`PARTITION BY s.customer_key, s.currency_key`;
  const debit = sql`CASE WHEN ${amount} > 0 THEN ${amount} ELSE ${zero} END`;
  const credit = sql`CASE WHEN ${amount} < 0 THEN -${amount} ELSE ${zero} END`;
  const running = (of: Sql): Sql =>
    sql`sum(${of}) OVER (${side} ORDER BY p.place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
  const total = (of: Sql): Sql => sql`sum(${of}) OVER (${side})`;
  return sql`CASE WHEN s.customer_key = 0 THEN ${amount}
    WHEN ${amount} > 0 THEN ${rest(running(debit), total(credit), amount)}
    ELSE -${rest(running(credit), total(debit), sql`-${amount}`)} END`;
}

/**
 * Spans at the date with credits netted, before any filter: presentation for this date, which stores nothing. What
 * nobody known owes is of no one customer, and stays. Source: `LEDGER.md` 3.
 */
export function nettedSpans(params: AgingParams, spans: Sql): Sql {
  const shown = params.currency === 'base' ? sql`open_base` : sql`open_amount`;
  return sql`(SELECT * FROM (
    SELECT s.item_key AS item_key, s.customer_key AS customer_key, s.trait_key AS trait_key,
           s.currency_key AS currency_key, s.side AS side, s.due_date AS due_date, s.document_date AS document_date,
           s.valid_from AS valid_from, s.valid_to AS valid_to,
           CAST(${netted(sql`s.open_amount`)} AS DECIMAL(18,4)) AS open_amount,
           CAST(${netted(sql`s.open_base`)} AS DECIMAL(18,4)) AS open_base
    FROM ${spans} s JOIN item_order p ON p.item_key = s.item_key
    WHERE s.valid_from <= ${sql.date(params.asOf)} AND s.valid_to > ${sql.date(params.asOf)}) n
    WHERE ${shown} <> 0)`;
}
