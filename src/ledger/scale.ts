import { currencyScale, otherScales } from '../domain/money/currency';
import { type Sql, sql } from '../engine/sql';

/** The ISO 4217 digits of a currency column, as SQL, from the domain's one table. */
export function scaleCase(currency: Sql): Sql {
  const branches = otherScales().map((code) => sql`WHEN ${code} THEN ${currencyScale(code)}`);
  return sql`CAST(CASE ${currency} ${sql.join(branches, ' ')} ELSE 2 END AS INTEGER)`;
}
