import type { IsoDate } from '../../domain/time/calendar';
import { type Sql, sql } from '../../engine/sql';
import { every, itemFilters, openAt, spanTable } from '../aging/source';
import type { AgingParams } from '../params';

/** Currencies that have a rate to or from the currency of the books on a day: quoted, or as the inverse. */
const quotedOn = (day: IsoDate): Sql => sql`
  SELECT x.currency FROM exchange_rate x JOIN ledger_base y ON y.base_currency = x.base_currency
  WHERE x.rate_date <= ${sql.date(day)} AND x.rate > 0
  UNION ALL
  SELECT x.base_currency FROM exchange_rate x JOIN ledger_base y ON y.base_currency = x.currency
  WHERE x.rate_date <= ${sql.date(day)} AND x.rate > 0`;

/**
 * Foreign currencies with open items at the date of `params` for which no rate is known by then.
 * Rows `currency, base_currency, document_id, item_count`; none where all is known.
 */
export function missingClosingRate(params: AgingParams): Sql {
  return sql`
    SELECT c.currency AS currency, b.base_currency AS base_currency,
           min(i.document_id) AS document_id, count(*) AS item_count
    FROM (SELECT item_key, currency_key FROM ${spanTable(params)} s
          WHERE ${openAt(params)} AND ${every(itemFilters(params))}) s
    JOIN item i ON i.item_key = s.item_key
    JOIN ledger_currency c ON c.currency_key = s.currency_key
    JOIN ledger_base b ON b.base_currency <> c.currency
    WHERE c.currency NOT IN (${quotedOn(params.asOf)})
    GROUP BY c.currency, b.base_currency
    ORDER BY currency`;
}
