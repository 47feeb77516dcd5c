import type { DatasetDef, FieldDef } from '../../domain/import/datasets';
import type { ColumnRef, FieldSource, HeadedBy, Mapping } from '../../domain/import/mapping';
import { creditKinds } from '../../domain/import/words';
import type { ColumnType } from '../../domain/ledger/tables';
import { knownCurrencies } from '../../domain/money/currency';
import { type Sql, sql } from '../../engine/sql';
import { storageType } from '../storageType';
import { blankSql, convertSql } from './convert';
import { currencyProblems, foreignMoney, signedCurrency } from './currencySigns';
import { pieceOf } from './pieceOf';
import { isMapped, stagedColumn } from './staged';

/** A source's text: its column, and the columns that are joined to it, each behind a hyphen. */
function textOf({ column, joined = [] }: FieldSource): Sql {
  if (joined.length === 0) return stagedColumn(column);
  const parts = [column, ...joined.map((one) => one.column)].map(
    (at) => sql`nullif(trim(${stagedColumn(at)}), '')`,
  );
  return sql`CASE WHEN trim(${stagedColumn(column)}) <> '' THEN concat_ws('-', ${sql.join(parts)}) END`;
}

const signed: ReadonlySet<string> = new Set([
  'amount',
  'base_amount',
  'tax_amount',
  'line_amount',
  'line_tax_amount',
  'open_amount',
  'signed_amount',
]);

/** An amount of a column; a blank one beside another that is not is nothing. */
const amountOf = (ref: ColumnRef, type: ColumnType): Sql =>
  convertSql(stagedColumn(ref.column), type, ref.format);

function numberOf(source: FieldSource, type: ColumnType): Sql {
  const { column, minus, times, side } = source;
  let value = convertSql(stagedColumn(column), type, source.format);
  // Wide enough that no product overflows; one that no amount can be is unreadable.
  if (times)
    value = sql`TRY_CAST(CAST(${value} AS DECIMAL(20,4)) * ${amountOf(times, 'rate')} AS ${storageType(type)})`;
  if (minus) {
    const less = source.isMinusSigned ? sql`(-${amountOf(minus, type)})` : amountOf(minus, type);
    const isGiven = sql`NOT (${blankSql(stagedColumn(column))} AND ${blankSql(stagedColumn(minus.column))})`;
    const isRead = (at: number, read: Sql): Sql =>
      sql`(${read} IS NOT NULL OR ${blankSql(stagedColumn(at))})`;
    value = sql`CASE WHEN ${isGiven} AND ${isRead(column, value)} AND ${isRead(minus.column, less)}
      THEN TRY_CAST(CAST(coalesce(${value}, 0) AS DECIMAL(20,4)) - coalesce(${less}, 0) AS ${storageType(type)}) END`;
  }
  if (side) {
    const word = sql`upper(trim(coalesce(${stagedColumn(side.column)}, '')))`;
    const isOneOf = (words: readonly string[]): Sql =>
      sql`${word} IN (${sql.join(words.map((one) => sql`${one}`))})`;
    // An amount that says no side has its own sign, unless saying none is the other side; one that says an unknown one has none that anybody knows.
    const isMinus = side.minus.length > 0 ? isOneOf(side.minus) : sql`FALSE`;
    const isPlus = isOneOf(['', ...side.plus]);
    const bySide = sql`CASE WHEN ${isMinus} THEN -${value} WHEN ${isPlus} THEN ${value} END`;
    const { format } = source;
    value =
      format?.kind === 'number' && !format.plain
        ? saidTwice(stagedColumn(column), value, isMinus, bySide, format.isCreditPlus === true)
        : bySide;
  }
  return value;
}

/**
 * An amount that says its side itself, beside a column that says it: where they agree it is one minus and not two, and
 * where they do not it is no amount that anybody knows. A bank's `CR` is plus, a ledger's is minus.
 */
function saidTwice(text: Sql, value: Sql, isMinus: Sql, bySide: Sql, isCreditPlus: boolean): Sql {
  const says = (words: string): Sql =>
    sql`regexp_matches(${text}, ${`(?i)[0-9]\\s*(?:${words})\\.?\\s*$|^\\s*(?:${words})\\b`})`;
  const [minus, plus] = isCreditPlus ? ['dr|db', 'cr'] : ['cr', 'dr|db'];
  return sql`CASE WHEN ${says(minus)} THEN CASE WHEN ${isMinus} THEN -abs(${value}) END
    WHEN ${says(plus)} THEN CASE WHEN NOT ${isMinus} THEN abs(${value}) END ELSE ${bySide} END`;
}

/** A word as `wordKey` writes it. */
const wordKeySql = (text: Sql): Sql =>
  sql`regexp_replace(lower(strip_accents(${text})), '[^a-z0-9]', '', 'g')`;

/** The meanings of a column's words. */
function meaningOf(text: Sql, words: Readonly<Record<string, string>>): Sql {
  const branches = Object.entries(words).map(([word, to]) => sql`WHEN ${word} THEN ${to}`);
  return branches.length === 0
    ? sql`CAST(NULL AS VARCHAR)`
    : sql`CASE ${wordKeySql(text)} ${sql.join(branches, ' ')} END`;
}

function dateOf(source: FieldSource): Sql {
  const date = convertSql(textOf(source), 'date', source.format);
  const days = (source.days ?? []).map(
    ({ column }) => sql`nullif(TRY_CAST(trim(${stagedColumn(column)}) AS INTEGER), 0)`,
  );
  const later =
    days.length === 0 ? date : sql`(${date} + coalesce(${sql.join([...days, sql`0`])}))`;
  if (source.next === 'day') return sql`(${later} + 1)`;
  return source.next === 'month' ? sql`CAST(${later} + INTERVAL 1 MONTH AS DATE)` : later;
}

function sourceValue(source: FieldSource, type: ColumnType): Sql {
  if (source.words) return meaningOf(textOf(source), source.words);
  switch (type) {
    case 'money':
    case 'rate':
    case 'integer':
      return numberOf(source, type);
    case 'date':
      return dateOf(source);
    default:
      return convertSql(mergedText(source), type, source.format);
  }
}

const currencies = sql.join(knownCurrencies.map((code) => sql`${code}`));

/** A text, or the spelling that is the same; of a column of codes only those that are one. */
function mergedText(source: FieldSource): Sql {
  const text = spelled(source);
  return source.isCode
    ? sql`CASE WHEN upper(trim(${text})) IN (${currencies}) THEN ${text} END`
    : text;
}

function spelled(source: FieldSource): Sql {
  const text = textOf(source);
  const same = Object.entries(source.same ?? {});
  if (same.length === 0) return text;
  const branches = same.map(([from, to]) => sql`WHEN ${from} THEN ${to}`);
  return sql`CASE trim(${text}) ${sql.join(branches, ' ')} ELSE ${text} END`;
}

function fieldValue(mapping: Mapping, field: FieldDef, starts: readonly number[]): Sql {
  const source = mapping.fields[field.name];
  const constant = mapping.constants[field.name];
  if (source === undefined) {
    if (constant !== undefined) return convertSql(sql`${constant}`, field.type, undefined);
    if (field.name === 'currency' && mapping.currencyIn)
      return signedCurrency(mapping.currencyIn.columns);
    return mapping.rowId?.field === field.name
      ? rowId(mapping.rowId.columns, starts)
      : lineNo(mapping);
  }
  const value =
    field.name === 'currency'
      ? // ISO 4217 codes are capitals, also where a system writes `eur`, or fills a cell up with blanks.
        sql`upper(trim(${sourceValue(source, field.type)}))`
      : source.isBase
        ? inOwnCurrency(numberOf(source, field.type), mapping.fields)
        : sourceValue(source, field.type);
  return mapping.flipSign && signed.has(field.name) ? sql`-(${value})` : value;
}

/**
 * An amount in the books' currency as one in the document's: in proportion to the document's two amounts, rounded to a
 * hundredth, in whole numbers so that nothing is lost. What cannot be set in proportion cannot be read.
 */
function inOwnCurrency(value: Sql, { amount, base_amount: base }: Mapping['fields']): Sql {
  if (!amount || !base) return value;
  const [own, books] = [numberOf(amount, 'money'), numberOf(base, 'money')];
  const whole = (money: Sql): Sql => sql`CAST(abs(${money}) * 10000 AS HUGEINT)`;
  const hundredths = sql`(2 * ${whole(value)} * ${whole(own)} + 100 * ${whole(books)}) // (200 * ${whole(books)})`;
  return sql`CASE WHEN ${value} = 0 OR ${own} = ${books} THEN ${value} WHEN ${value} = ${books} THEN ${own}
    WHEN ${books} <> 0 THEN sign(${value}) * CAST(${hundredths} AS DECIMAL(18,0)) * CAST('0.01' AS DECIMAL(3,2)) END`;
}

/**
 * A key made of a row's cells, and of how often the same stood above it in its own file: a row that another file of the
 * import has as well is the same one.
 */
function rowId(columns: readonly number[], starts: readonly number[]): Sql {
  const cells = sql.join(columns.map((column) => sql`coalesce(trim(${stagedColumn(column)}), '')`));
  const same = sql`concat_ws('|', ${cells})`;
  return sql`(substr(md5(${same}), 1, 16) || '-' || row_number() OVER (PARTITION BY ${same}, ${pieceOf(starts)} ORDER BY line))`;
}

/** The number of a row within its document or entry. */
function lineNo(mapping: Mapping): Sql {
  const key = mapping.fields[mapping.dataset === 'gl_entry' ? 'entry_id' : 'document_id'];
  const within = key === undefined ? sql.empty : sql`PARTITION BY ${textOf(key)}`;
  return sql`CAST(row_number() OVER (${within} ORDER BY line) AS INTEGER)`;
}

/**
 * What is wrong with a row: the first field that is required but blank, or not blank but unreadable. Before that, what
 * makes it no record at all: a person left it out, a heading or a total, or a paper that nobody owes.
 */
function problemOf(dataset: DatasetDef, mapping: Mapping): Sql {
  const branches: Sql[] = [];
  const dropped = mapping.dropped ?? [];
  if (dropped.length > 0)
    branches.push(
      sql`WHEN line IN (${sql.join(dropped.map((line) => sql`${line}`))}) THEN 'dropped:'`,
    );
  if (mapping.headedBy) branches.push(...headerProblems(mapping.headedBy));
  for (const { column, words, reason } of mapping.leaveOut ?? []) {
    const isLeftOut = sql`${wordKeySql(stagedColumn(column))} IN (${sql.join(words.map((word) => sql`${word}`))})`;
    branches.push(sql`WHEN ${isLeftOut} THEN ${`${reason}:`}`);
  }
  if (mapping.totals) {
    const { column, words } = mapping.totals;
    const isTotal = sql`${wordKeySql(stagedColumn(column))} IN (${sql.join(words.map((word) => sql`${word}`))})`;
    branches.push(sql`WHEN ${isTotal} THEN 'heading:'`);
  }
  if (mapping.hasHeadings) branches.push(sql`WHEN ${isHeading(dataset, mapping)} THEN 'heading:'`);
  for (const field of dataset.fields) {
    const source = mapping.fields[field.name];
    if (source === undefined) continue;
    const text = textOf(source);
    const { name } = field;
    const other = source.minus
      ? sql`, nullif(trim(${stagedColumn(source.minus.column)}), '')`
      : sql.empty;
    // Never nothing: a problem that is nothing would be none.
    const shown = sql`coalesce(nullif(trim(${text}), '') ${other}, '')`;
    const isBlank = source.minus
      ? sql`(${blankSql(text)} AND ${blankSql(stagedColumn(source.minus.column))})`
      : blankSql(text, field.type);
    if (source.isCode)
      branches.push(
        sql`WHEN ${sql.id(name)} IS NULL AND NOT ${isBlank} THEN ${`unreadable:${name}:`} || ${shown}`,
      );
    if (source.words && !source.isLoose) {
      branches.push(sql`WHEN ${sql.id(name)} = '' THEN ${`not_posted:${name}`}`);
      branches.push(
        sql`WHEN ${sql.id(name)} IS NULL AND NOT ${isBlank} THEN ${`unreadable:${name}:`} || ${shown}`,
      );
    }
    const odd = oddity(dataset.name, name);
    if (odd) branches.push(sql`WHEN ${odd} THEN ${`unreadable:${name}:`} || ${shown}`);
    const foreign = foreignMoney(mapping, field, source);
    if (foreign) branches.push(sql`WHEN ${foreign} THEN ${`other_currency:${name}:`} || ${shown}`);
    if (field.required)
      branches.push(sql`WHEN ${sql.id(name)} IS NULL AND ${isBlank} THEN ${`missing:${name}`}`);
    if (source.side) {
      const { column, minus, plus } = source.side;
      const word = sql`upper(trim(coalesce(${stagedColumn(column)}, '')))`;
      const known = sql.join(['', ...minus, ...plus].map((one) => sql`${one}`));
      branches.push(
        sql`WHEN ${sql.id(name)} IS NULL AND ${word} NOT IN (${known}) THEN ${`unknown_side:${name}:`} || ${word}`,
      );
    }
    if (field.type !== 'id' && field.type !== 'text') {
      // What kind of unreadable it is is asked of such rows alone.
      const reason =
        source.format?.kind === 'date'
          ? sql`${`unreadable:${name}:`}`
          : sql`CASE WHEN starts_with(trim(${text}), '=') THEN ${`not_computed:${name}:`} ELSE ${`unreadable:${name}:`} END`;
      branches.push(
        sql`WHEN ${sql.id(name)} IS NULL AND NOT ${isBlank} THEN ${reason} || ${shown}`,
      );
    }
  }
  branches.push(...currencyProblems(mapping));
  return branches.length === 0
    ? sql`CAST(NULL AS VARCHAR)`
    : sql`CASE ${sql.join(branches, ' ')} ELSE NULL END`;
}

/** Lines whose document has no header, or several that differ: nobody knows its date and currency. */
function headerProblems({ column, table, key }: HeadedBy): readonly Sql[] {
  const count = sql`trim(coalesce(${stagedColumn(column)}, ''))`;
  const cells = key.map((one) => sql`trim(coalesce(${stagedColumn(one)}, ''))`);
  const named = sql`concat_ws('-', ${sql.join(cells)})`;
  return [
    sql`WHEN ${count} IN ('', '0') THEN ${`header_missing:${table}:`} || ${named}`,
    sql`WHEN ${count} <> '1' THEN ${`header_repeated:${table}:`} || ${named}`,
  ];
}

/** What can be read and yet is no value of its field. */
function oddity(dataset: string, field: string): Sql | undefined {
  if (dataset === 'exchange_rate' && field === 'rate') return sql`rate <= 0`;
  if (dataset === 'budget' && field === 'period')
    return sql`NOT regexp_full_match(trim(period), '[0-9]{4}(-?(0[1-9]|1[0-2])(-[0-9]{2})?|-?Q[1-4])?')`;
  return undefined;
}

/** A row none of whose own keys and dates is filled: a group's name, or its total. */
function isHeading(dataset: DatasetDef, mapping: Mapping): Sql {
  const blanks = dataset.fields.flatMap((field) => {
    const source = mapping.fields[field.name];
    const isKey = field.required && (field.type === 'id' || field.type === 'date');
    return isKey && source && !source.isFilled ? [blankSql(textOf(source), field.type)] : [];
  });
  return blanks.length === 0 ? sql`FALSE` : sql`(${sql.join(blanks, ' AND ')})`;
}

/** The staged rows with the cells that a person mended, and with blanks filled from above where the mapping says so. */
export function readRows(staged: Sql, mapping: Mapping): Sql {
  const patches = new Map<number, Sql[]>();
  for (const { line, column, text } of mapping.patches ?? []) {
    const branches = patches.get(column) ?? [];
    branches.push(sql`WHEN ${line} THEN ${text}`);
    patches.set(column, branches);
  }
  const mended = [...patches].map(
    ([column, branches]) =>
      sql`CASE line ${sql.join(branches, ' ')} ELSE ${stagedColumn(column)} END AS ${stagedColumn(column)}`,
  );
  const rows =
    mended.length === 0 ? staged : sql`(SELECT * REPLACE (${sql.join(mended)}) FROM ${staged} s)`;
  const filled = new Set(
    Object.values(mapping.fields).flatMap(({ isFilled, column, joined = [] }) =>
      isFilled ? [column, ...joined.map((one) => one.column)] : [],
    ),
  );
  if (filled.size === 0) return rows;
  const values = [...filled].map(
    (column) =>
      sql`last_value(nullif(trim(${stagedColumn(column)}), '') IGNORE NULLS) OVER (ORDER BY line
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS ${stagedColumn(column)}`,
  );
  return sql`(SELECT * REPLACE (${sql.join(values)}) FROM ${rows} f)`;
}

/** Amounts of kinds that are usually credits, made minus where the file writes them without a sign. */
function creditSigns(mapping: Mapping, names: readonly string[]): Sql {
  const changed = mapping.flipCredits ? names.filter((name) => signed.has(name)) : [];
  if (changed.length === 0 || !isMapped(mapping, 'kind')) return sql`*`;
  const kinds = sql.join(creditKinds.map((kind) => sql`${kind}`));
  const size = (name: string): Sql =>
    mapping.flipCredits === 'each' ? sql`abs(${sql.id(name)})` : sql.id(name);
  const values = changed.map(
    (name) =>
      sql`CAST(CASE WHEN kind IN (${kinds}) THEN -${size(name)} ELSE ${sql.id(name)} END AS DECIMAL(18,4)) AS ${sql.id(name)}`,
  );
  return sql`* REPLACE (${sql.join(values)})`;
}

/**
 * The staged rows as typed fields: `line`, the mapped fields, and `problem` (`missing:field`, `unreadable:field:text`,
 * `not_computed:field:value`, `unknown_side:field:word`, `other_currency:field:value`, `header_missing:table:key`,
 * `header_repeated:table:key`, `heading:`, `not_posted:field`, `other_account:`, `unposted:`, `dropped:`, or NULL where
 * the row is good).
 * @param starts the first lines of the files that were put together, where there are several
 */
export function typedRows(
  staged: Sql,
  dataset: DatasetDef,
  mapping: Mapping,
  starts: readonly number[] = [],
): Sql {
  const mapped = dataset.fields.filter((field) => isMapped(mapping, field.name));
  const values = mapped.map(
    (field) => sql`${fieldValue(mapping, field, starts)} AS ${sql.id(field.name)}`,
  );
  const names = mapped.map((field) => field.name);
  const rows = sql`
    SELECT line, ${sql.join(names.map((name) => sql.id(name)))}, ${problemOf(dataset, mapping)} AS problem
    FROM (SELECT s.*, ${sql.join(values)} FROM ${readRows(staged, mapping)} s) t`;
  return mapping.flipCredits
    ? sql`SELECT ${creditSigns(mapping, names)} FROM (${rows}) signed`
    : rows;
}
