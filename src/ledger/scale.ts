import { currencyScale, otherScales } from '../domain/money/currency';
import { type Sql, sql } from '../engine/sql';

/** The ISO 4217 digits of a currency column, as SQL, from the domain's one table. */
export function scaleCase(currency: Sql): Sql {
  const branches = otherScales().map((code) => sql`WHEN ${code} THEN ${currencyScale(code)}`);
  return sql`CAST(CASE ${currency} ${sql.join(branches, ' ')} ELSE 2 END AS INTEGER)`;
}

/**
 * A value rounded half away from zero at the digits in a column `scale`: the engine rounds to constants only. Branches
 * of one type, since wide decimals of several scales meet in one without digits.
 */
export const atScale = (value: Sql): Sql => {
  const rounded = (digits: number): Sql => sql`CAST(round(${value}, ${digits}) AS DECIMAL(30,4))`;
  return sql`CASE scale WHEN 0 THEN ${rounded(0)} WHEN 3 THEN ${rounded(3)} WHEN 4 THEN ${rounded(4)} ELSE ${rounded(2)} END`;
};
