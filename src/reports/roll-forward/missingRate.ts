import { type Sql, sql } from '../../engine/sql';
import { every, itemFilters } from '../aging/source';
import { itemsAt, openItemsAt } from './itemsAt';
import { agingAt, openingDay, type RollForwardParams } from './params';

/**
 * Why a roll-forward in base currency has no answer: items open before the period or posted in it, booked without a base
 * amount and without a rate. One row, `currency, base_currency, document_id, item_count`; none where all is known.
 */
export function missingRate(p: RollForwardParams): Sql | undefined {
  if (p.currency !== 'base') return undefined;
  const start = agingAt(p, openingDay(p));
  const end = agingAt(p, p.to);
  return sql`
    SELECT k.currency AS currency, b.base_currency AS base_currency,
           min(i.document_id) AS document_id, count(DISTINCT i.item_key) AS item_count
    FROM (
      SELECT item_key FROM ${openItemsAt({ ...start, credits: 'own' })} s WHERE ${every(itemFilters(start))}
      UNION ALL
      SELECT item_key FROM ${itemsAt(end)} s
      WHERE posting_date >= ${sql.date(p.from)} AND posting_date <= ${sql.date(p.to)} AND ${every(itemFilters(end))}
    ) s
    JOIN item i ON i.item_key = s.item_key
    JOIN ledger_currency k ON k.currency_key = i.currency_key
    CROSS JOIN ledger_base b
    WHERE NOT i.is_rated
      AND k.currency IN (SELECT credit_document_id FROM contradiction WHERE kind = 'rate_missing')
    GROUP BY k.currency, b.base_currency
    ORDER BY currency`;
}
