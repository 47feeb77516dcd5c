import type { FieldDef } from '../../domain/import/datasets';
import type { FieldSource, Mapping } from '../../domain/import/mapping';
import { codePattern, moneySigns } from '../../domain/money/signs';
import { type Sql, sql } from '../../engine/sql';
import { isMapped, stagedColumn } from './staged';

/** Money that is not in its row's currency: in that of the books, or a quantity. */
const otherMoney: ReadonlySet<string> = new Set([
  'base_amount',
  'discount_base_amount',
  'quantity',
  'line_quantity',
  'debit',
  'credit',
  'signed_amount',
]);

/** Anything but a bare number, which hardly any amount has. */
const isSigned = (text: Sql): Sql => sql`regexp_matches(${text}, '[^-0-9., ()]')`;

/** The code of a currency beside an amount's figures; blank where there is none. */
const codeIn = (text: Sql): Sql => sql`regexp_extract(${text}, ${codePattern}, 1)`;

/** An amount whose sign is of another currency than its row says. */
export function foreignMoney(
  mapping: Mapping,
  { type, name }: FieldDef,
  source: FieldSource,
): Sql | undefined {
  const { format } = source;
  const isDecorated = type === 'money' && format?.kind === 'number' && !format.plain;
  if (!isDecorated || otherMoney.has(name) || !isMapped(mapping, 'currency')) return undefined;
  const text = stagedColumn(source.column);
  const small = sql`lower(${text})`;
  const odd = moneySigns.map(
    ({ pattern, codes }) =>
      sql`(regexp_matches(${small}, ${pattern}) AND NOT regexp_full_match(currency, ${codes}))`,
  );
  return sql`(CASE WHEN currency IS NOT NULL AND ${isSigned(text)}
    THEN ${sql.join(odd, ' OR ')} OR ${codeIn(text)} NOT IN ('', currency) ELSE FALSE END)`;
}

/** The currency that the sign or code of a row's amount stands for alone. */
export function signedCurrency(columns: readonly number[]): Sql {
  const text = signedText(columns);
  const bySign = moneySigns.flatMap(({ pattern, code }) =>
    code === undefined ? [] : [sql`WHEN regexp_matches(lower(${text}), ${pattern}) THEN ${code}`],
  );
  return sql`CASE WHEN NOT ${isSigned(text)} THEN NULL WHEN ${codeIn(text)} <> '' THEN ${codeIn(text)} ${sql.join(bySign, ' ')} END`;
}

/** The amounts of a row, in however many columns they stand. */
const signedText = (columns: readonly number[]): Sql =>
  sql`concat_ws(' ', ${sql.join(columns.map((column) => stagedColumn(column)))})`;

/** Whether an amount has a sign that may be of several currencies, and of which a given one is none. */
export function hasOpenSign(text: Sql, currency: Sql): Sql {
  const open = moneySigns.flatMap(({ pattern, codes, code }) =>
    code === undefined
      ? [
          sql`(regexp_matches(lower(${text}), ${pattern}) AND NOT regexp_full_match(${currency}, ${codes}))`,
        ]
      : [],
  );
  return sql`(CASE WHEN ${isSigned(text)} AND ${codeIn(text)} = '' THEN ${sql.join(open, ' OR ')} ELSE FALSE END)`;
}

/** Rows that do not say their currency beside others that do: with a sign of several, or, where each must, with none. */
export function currencyProblems(mapping: Mapping): readonly Sql[] {
  const { currencyIn } = mapping;
  if (!currencyIn) return [];
  const text = signedText(currencyIn.columns);
  const field = Object.entries(mapping.fields).find(
    ([, { column }]) => column === currencyIn.columns[0],
  );
  const problem = `other_currency:${field?.[0] ?? 'amount'}:`;
  const isOpen = sql`currency IS NULL AND ${hasOpenSign(text, sql`''`)}`;
  return [
    sql`WHEN ${isOpen} THEN ${problem} || trim(${text})`,
    ...(currencyIn.isEach ? [sql`WHEN currency IS NULL THEN 'missing:currency'`] : []),
  ];
}
