import type { ColumnFormat, DateOrder } from '../../domain/import/formats';
import { yearMax, yearMin } from '../../domain/import/formats';
import { monthWords } from '../../domain/import/months';
import type { ColumnType } from '../../domain/ledger/tables';
import { knownCurrencies } from '../../domain/money/currency';
import { type Sql, sql } from '../../engine/sql';
import { assertNever } from '../../lib/assert';
import { storageType } from '../storageType';

type DateFormat = Extract<ColumnFormat, { kind: 'date' }>;

/** Orders whose parts the engine finds by a pattern, over a text whose separators are all `-`. */
const patterns = {
  YMD: '%Y-%m-%d',
  DMY: '%d-%m-%Y',
  MDY: '%m-%d-%Y',
  YMD8: '%Y%m%d',
  DMY2: '%d-%m-%y',
  MDY2: '%m-%d-%y',
  YMD2: '%y-%m-%d',
  'DMY.': '%d-%m-%Y',
} as const;

/** A date without its time of day: what stands before the first `T` or blank behind a digit. */
function dateSql(text: Sql, format: DateFormat): Sql {
  const { order, also = [], zone } = format;
  if (zone) return zonedSql(text, format, zone);
  if (also.length > 0)
    return sql`coalesce(${sql.join([order, ...also].map((one) => dateSql(text, { kind: 'date', order: one })))})`;
  if (order === 'YMD') {
    // ISO dates, by far the most common, take the engine's own fast cast; it refuses days that do not exist.
    return sql`CASE WHEN ${text} LIKE '____-__-__' THEN ${withinYears(sql`TRY_CAST(${text} AS DATE)`)} ELSE ${slowDate(text, order)} END`;
  }
  return slowDate(text, order);
}

const withinYears = (date: Sql): Sql =>
  sql`CASE WHEN year(${date}) BETWEEN ${yearMin} AND ${yearMax} THEN ${date} END`;

function slowDate(text: Sql, order: DateOrder): Sql {
  switch (order) {
    case 'NAMED':
    case 'YM':
      return withinYears(wordDate(text, order === 'YM'));
    case 'SERIAL':
      return serialDate(text, '1899-12-30');
    case 'SERIAL1904':
      return serialDate(text, '1904-01-01');
    case 'DMY.':
      return sql`CASE WHEN contains(${text}, '.') THEN ${patternDate(text, order)} END`;
    case 'YMD':
    case 'DMY':
    case 'MDY':
    case 'YMD8':
    case 'DMY2':
    case 'MDY2':
    case 'YMD2':
      return patternDate(text, order);
    default:
      return assertNever(order);
  }
}

function patternDate(text: Sql, order: keyof typeof patterns): Sql {
  const slow = parsedDate(text, order);
  if (order !== 'DMY' && order !== 'MDY') return slow;
  // Day, month and a year of four figures as they stand take a tenth of the time that any change of the text takes.
  const quick = sql`CAST(try_strptime(${text}, [${sql.join(quickPatterns[order].map((one) => sql`${one}`))}]) AS DATE)`;
  const isOurYear = sql`substr(${text}, length(${text}) - 3, 2) BETWEEN ${String(yearMin).slice(0, 2)} AND ${String(yearMax).slice(0, 2)}`;
  return sql`CASE WHEN ${isOurYear} THEN coalesce(${quick}, ${slow}) ELSE ${slow} END`;
}

/** What is read as it stands; between points the day comes first. */
const quickPatterns = {
  DMY: ['%d.%m.%Y', '%d/%m/%Y', '%d-%m-%Y'],
  MDY: ['%m/%d/%Y', '%m-%d-%Y'],
} as const;

function parsedDate(text: Sql, order: keyof typeof patterns): Sql {
  const day = sql`regexp_replace(trim(${text}), '([0-9])[T ]+[0-9]{1,2}:.*$', '\\1')`;
  const read = sql`CAST(try_strptime(translate(${day}, './ ', '--'), ${patterns[order]}) AS DATE)`;
  // Between points the day comes first: month first is read between slashes and dashes alone.
  const isMonthFirst = order === 'MDY' || order === 'MDY2';
  // The engine's years of two digits turn a year earlier than ours.
  const isShort = order === 'DMY2' || order === 'MDY2' || order === 'YMD2';
  const parsed = isShort
    ? sql`CASE WHEN year(${read}) = 1969 THEN CAST(${read} + INTERVAL 100 YEAR AS DATE) ELSE ${read} END`
    : isMonthFirst
      ? sql`CASE WHEN NOT contains(${day}, '.') THEN ${read} END`
      : read;
  return withinYears(parsed);
}

/** Days counted by a spreadsheet; a fraction is the time of day. */
function serialDate(text: Sql, epoch: string): Sql {
  const days = sql`TRY_CAST(regexp_extract(trim(${text}), '^([0-9]{5})(\\.[0-9]+)?$', 1) AS INTEGER)`;
  return sql`(CAST(${epoch} AS DATE) + ${days})`;
}

const words = monthWords.map(([word]) => sql`${word}`);
const numbers = monthWords.map(([, month]) => sql`${month}`);
const anyMonth = `\\b(${monthWords.map(([word]) => word).join('|')})\\b`;

/** A date whose month is a word, or a month alone; its numbers are the day and the year, which may stand first. */
function wordDate(text: Sql, isMonth: boolean): Sql {
  const day = sql`regexp_replace(trim(${text}), '[T ]\\s*[0-9]{1,2}:[0-9]{2}.*$', '')`;
  const plain = sql`lower(strip_accents(${day}))`;
  const word = sql`regexp_extract(replace(${plain}, '_', ' '), ${anyMonth}, 1)`;
  const month = sql`list_extract([${sql.join(numbers)}], list_position([${sql.join(words)}], ${word}))`;
  const first = sql`regexp_extract(${day}, '([0-9]+)', 1)`;
  const second = sql`regexp_extract(${day}, '[0-9]+[^0-9]+([0-9]+)', 1)`;
  const year4 = (digits: Sql): Sql =>
    sql`CASE WHEN length(${digits}) = 4 THEN TRY_CAST(${digits} AS INTEGER)
        WHEN length(${digits}) = 2 THEN TRY_CAST(${digits} AS INTEGER) + CASE WHEN ${digits} < '70' THEN 2000 ELSE 1900 END END`;
  const isYearFirst = sql`length(${first}) = 4`;
  const year = sql`CASE WHEN ${isYearFirst} THEN ${year4(first)} ELSE ${year4(second)} END`;
  const other = sql`TRY_CAST(CASE WHEN ${isYearFirst} THEN ${second} ELSE ${first} END AS INTEGER)`;
  const parts = isMonth
    ? sql`format('{:04d}-{:02d}-01', CASE WHEN ${isYearFirst} OR ${word} = '' THEN ${year} ELSE ${year4(first)} END,
        CASE WHEN ${word} = '' THEN ${other} ELSE ${month} END)`
    : sql`format('{:04d}-{:02d}-{:02d}', ${year}, ${month}, ${other})`;
  return sql`TRY_CAST(${parts} AS DATE)`;
}

/**
 * The day on which an instant was where the books are kept. What says no offset is a time of that place already, unless
 * the column is known to be in UTC.
 */
function zonedSql(text: Sql, format: DateFormat, zone: NonNullable<DateFormat['zone']>): Sql {
  const local = dateSql(text, { kind: 'date', order: format.order, also: format.also ?? [] });
  const stamp = sql`regexp_replace(trim(${text}), '^(.*[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?).*$', '\\1')`;
  const clock = sql`TRY_CAST(regexp_extract(${stamp}, '([0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)', 1) AS TIME)`;
  const offset = sql`regexp_extract(trim(${text}), '[0-9](Z|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})$', 1)`;
  const ahead = sql`CASE WHEN ${offset} IN ('', 'Z') THEN 0
    ELSE (CASE WHEN ${offset} LIKE '-%' THEN -1 ELSE 1 END)
      * (CAST(substr(${offset}, 2, 2) AS INTEGER) * 60 + CAST(coalesce(nullif(replace(substr(${offset}, 4), ':', ''), ''), '0') AS INTEGER)) END`;
  const utc = sql`(${local} + ${clock} - to_minutes(${ahead}))`;
  const branches = [...zone.offsets]
    .reverse()
    .map(({ from, minutes }) => sql`WHEN ${utc} >= CAST(${from} AS TIMESTAMP) THEN ${minutes}`);
  const shift = branches.length === 0 ? sql`0` : sql`CASE ${sql.join(branches, ' ')} ELSE 0 END`;
  const isInstant = zone.isUtc ? sql`TRUE` : sql`${offset} <> ''`;
  return sql`CASE WHEN ${isInstant} AND ${clock} IS NOT NULL THEN CAST(${utc} + to_minutes(${shift}) AS DATE) ELSE ${local} END`;
}

/** Signs and short names of money that stand beside amounts; a code of three capitals does as well. */
const codes = knownCurrencies.join('|');
const money = `(?:US\\$|CA\\$|AU\\$|NZ\\$|HK\\$|MX\\$|[ACRS]\\$|S/\\.?|[$€£¥₡₲₴₹₺₽₩₪₫฿¢]|(?i:s?fr\\.?|rs\\.?|kč\\.?|kc|kčs|kr\\.?|zł|zl|ft|lei|bs\\.?)|${codes}|Euros?)`;
/** Words of a side: before an amount only those that no money is called. */
const sideBefore = '(?i:cr|dr|db)\\.?';
const sideBehind = '(?:(?i:cr|dr|db)|[CDHS])\\.?';
const blank = '[\\s\\x{A0}\\x{202F}]*';

/** How an accounting format of a spreadsheet writes zero: a stroke beside its money. A stroke alone says nothing. */
const nought = `^${blank}(?:${money}${blank}[-–—]|[-–—]${blank}${money})${blank}$`;

/**
 * A number with decoration: one sign or code of money before or behind it; blanks, apostrophes or the other mark
 * between its thousands (and nowhere else: 12,50 among points is no number); and for minus a sign before or behind it,
 * parentheses, or the word of a side. Any other word makes it no number: 12.5k is not 12.5.
 */
function numberSql(text: Sql, format: NumberFormat, type: Sql): Sql {
  if (format.plain) return sql`TRY_CAST(${text} AS ${type})`;
  const group = format.decimal === ',' ? '.' : ',';
  const mark = format.decimal === ',' ? ',' : '\\.';
  const between = `[${group} '’\\x{A0}\\x{202F}]`;
  const whole = `(?:[0-9]{1,3}(?:${between}[0-9]{2,3})*${between}[0-9]{3}|[0-9]*)`;
  const digits = `(${whole}(?:${mark}[0-9]*)?)`;
  const sign = `[-+−]?${blank}`;
  const side = `(?:${sideBefore}${blank})?`;
  const plain = `^${blank}${side}${sign}(?:${money}${blank})?${sign}${digits}${blank}${sign}(?:${money}${blank})?(?:${sideBehind}${blank})?$`;
  const enclosed = `^${blank}(?:${money}${blank})?\\(${blank}(?:${money}${blank})?${digits}${blank}(?:${money}${blank})?\\)${blank}(?:${money}${blank})?$`;
  const found = sql`coalesce(nullif(regexp_extract(${text}, ${plain}, 1), ''), regexp_extract(${text}, ${enclosed}, 1))`;
  const kept = sql`replace(regexp_replace(${found}, ${`[^0-9${mark}]`}, '', 'g'), ',', '.')`;
  const [word, letters] = format.isCreditPlus ? ['dr|db', '[DS]'] : ['cr', '[CH]'];
  const isMinus = `[-−(]|^${blank}(?i:${word})\\b|[^A-Za-z](?:(?i:${word})|${letters})\\.?${blank}$`;
  const slow = sql`CASE WHEN regexp_matches(${text}, ${nought}) THEN CAST(0 AS ${type})
    WHEN regexp_matches(${text}, '[0-9]') AND NOT regexp_matches(${text}, '[-+−].*[-+−]')
    THEN CAST(CASE WHEN regexp_matches(${text}, ${isMinus}) THEN -1 ELSE 1 END * TRY_CAST(nullif(${kept}, '') AS ${type}) AS ${type}) END`;
  // Nothing but figures, a sign and one decimal mark, by far the most common, needs no expression.
  const isBare = sql`NOT contains(${text}, ${group}) AND NOT contains(${text}, '_') AND lower(${text}) = upper(${text})`;
  const bare = format.decimal === ',' ? sql`replace(${text}, ',', '.')` : text;
  return sql`CASE WHEN ${isBare} THEN coalesce(TRY_CAST(${bare} AS ${type}), ${slow}) ELSE ${slow} END`;
}

const yes = sql`('true', 't', 'yes', 'y', '1', 'x', 'si', 'sí', 's', 'verdadero', 'ano', 'pravda')`;
const no = sql`('false', 'f', 'no', 'n', '0', 'falso', 'ne', 'nepravda')`;

type NumberFormat = Extract<ColumnFormat, { kind: 'number' }>;

const plainOr = (format: ColumnFormat | undefined): NumberFormat =>
  format?.kind === 'number' ? format : { kind: 'number', decimal: '.', plain: true };

/** A text column as a canonical value: NULL where it is blank, and NULL where it cannot be read as one. */
export function convertSql(text: Sql, type: ColumnType, format: ColumnFormat | undefined): Sql {
  switch (type) {
    case 'id':
      // Nothing but blanks sorts before `!`, and only what does needs a closer look.
      return sql`CASE WHEN ${text} >= '!' OR trim(${text}) <> '' THEN ${text} END`;
    case 'text':
      // To trim costs four times what it costs to see that there is nothing to trim.
      return sql`CASE WHEN ${text} >= '!' AND NOT suffix(${text}, ' ') THEN ${text} ELSE nullif(trim(${text}), '') END`;
    case 'date':
      return dateSql(text, format?.kind === 'date' ? format : { kind: 'date', order: 'YMD' });
    case 'timestamp':
      return sql`TRY_CAST(nullif(trim(${text}), '') AS TIMESTAMP)`;
    case 'money': {
      const scale = format?.kind === 'number' ? format.scale : undefined;
      const stored = storageType(type);
      // Read with the decimals that become whole: 1.2345678 thousand is 1234.5678. What is too large then cannot be read.
      return scale === undefined
        ? numberSql(text, plainOr(format), stored)
        : sql`TRY_CAST(${numberSql(text, plainOr(format), sql`DECIMAL(28, 10)`)} * ${scale} AS ${stored})`;
    }
    case 'rate':
    case 'integer':
      return numberSql(text, plainOr(format), storageType(type));
    case 'boolean':
      return sql`CASE WHEN lower(trim(${text})) IN ${yes} THEN TRUE WHEN lower(trim(${text})) IN ${no} THEN FALSE END`;
    default:
      return assertNever(type);
  }
}

/** Whether a text is blank: no value rather than a bad one. Zeros in a date's shape are how some systems say none. */
export function blankSql(text: Sql, type: ColumnType = 'text'): Sql {
  const blank = sql`(${text} IS NULL OR trim(${text}) = '')`;
  return type === 'date'
    ? sql`(${blank} OR regexp_full_match(${text}, '\\s*0{1,4}[-/.]?0{0,2}[-/.]?0{0,4}\\s*'))`
    : blank;
}
