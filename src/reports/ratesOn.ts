import type { QuotedRate } from '../domain/fx/rates';
import type { ResultRow } from '../domain/report/result';
import type { IsoDate } from '../domain/time/calendar';
import { type Sql, sql } from '../engine/sql';

/** The latest rate of each pair on or before a day; of one day the last row. */
export const ratesOn = (day: IsoDate): Sql => sql`
  SELECT currency, base_currency, rate_date, rate FROM exchange_rate
  WHERE rate_date <= ${sql.date(day)} AND rate > 0
  QUALIFY row_number() OVER (PARTITION BY currency, base_currency ORDER BY rate_date DESC, source_row DESC) = 1`;

/** What {@link ratesOn} answers, as rates. */
export const quotedRates = (rows: readonly ResultRow[]): readonly QuotedRate[] =>
  rows.map((row) => ({
    currency: String(row['currency']),
    baseCurrency: String(row['base_currency']),
    rateDate: String(row['rate_date']),
    rate: String(row['rate']),
  }));
