import { type Sql, sql } from '../../engine/sql';
import type { AgingParams } from '../params';
import { every, itemFilters, openAt, underPolicy } from './source';

/**
 * Why an aging in base currency has no answer: items open at the date that were booked without a base amount and
 * for which there is no rate. `open` may stand for several dates. One row, `currency, base_currency, document_id, item_count`; none where all is known.
 */
export function missingRate(params: AgingParams, open: Sql = openAt(params)): Sql | undefined {
  if (params.currency !== 'base') return undefined;
  return sql`
    SELECT c.currency AS currency, b.base_currency AS base_currency,
           min(i.document_id) AS document_id, count(*) AS item_count
    FROM (
      SELECT item_key, currency_key FROM ${underPolicy(params, 'span')} s
      WHERE (${open}) AND ${every(itemFilters(params))} AND currency_key IN (
        SELECT k.currency_key FROM ledger_currency k
        JOIN contradiction x ON x.credit_document_id = k.currency WHERE x.kind = 'rate_missing')
    ) s
    JOIN item i ON i.item_key = s.item_key
    JOIN ledger_currency c ON c.currency_key = s.currency_key
    CROSS JOIN ledger_base b
    WHERE NOT i.is_rated
    GROUP BY c.currency, b.base_currency
    ORDER BY currency`;
}
