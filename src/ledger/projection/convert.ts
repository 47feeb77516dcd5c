import type { ColumnFormat, DateOrder } from '../../domain/import/formats';
import { yearMax, yearMin } from '../../domain/import/formats';
import type { ColumnType } from '../../domain/ledger/tables';
import { type Sql, sql } from '../../engine/sql';
import { assertNever } from '../../lib/assert';
import { storageType } from '../schema';

/** The engine's pattern of a date order, over a text whose separators are all `-`. */
function pattern(order: DateOrder): string {
  switch (order) {
    case 'YMD':
      return '%Y-%m-%d';
    case 'DMY':
      return '%d-%m-%Y';
    case 'MDY':
      return '%m-%d-%Y';
    case 'YMD8':
      return '%Y%m%d';
    case 'DMY2':
      return '%d-%m-%y';
    case 'MDY2':
      return '%m-%d-%y';
    default:
      return assertNever(order);
  }
}

/** A date without its time of day: what stands before the first `T` or blank behind a digit. */
function dateSql(text: Sql, order: DateOrder): Sql {
  if (order === 'YMD') {
    // ISO dates, by far the most common, take the engine's own fast cast; it refuses days that do not exist.
    return sql`CASE WHEN ${text} LIKE '____-__-__' THEN TRY_CAST(${text} AS DATE) ELSE ${slowDate(text, order)} END`;
  }
  return slowDate(text, order);
}

function slowDate(text: Sql, order: DateOrder): Sql {
  const day = sql`regexp_replace(trim(${text}), '([0-9])[T ]+[0-9]{1,2}:.*$', '\\1')`;
  const parsed = sql`CAST(try_strptime(translate(${day}, './ ', '--'), ${pattern(order)}) AS DATE)`;
  return sql`CASE WHEN year(${parsed}) BETWEEN ${yearMin} AND ${yearMax} THEN ${parsed} END`;
}

/**
 * A number with decoration: currency signs and codes around it, blanks, apostrophes or the other mark between
 * its thousands (and nowhere else: 12,50 among points is no number), and for minus a sign before or behind it,
 * parentheses, or CR for a credit.
 */
function numberSql(text: Sql, format: Extract<ColumnFormat, { kind: 'number' }>, type: Sql): Sql {
  if (format.plain) return sql`TRY_CAST(${text} AS ${type})`;
  const group = format.decimal === ',' ? '.' : ',';
  const mark = format.decimal === ',' ? ',' : '\\.';
  const around = '[A-Za-z$€£¥₡₲₴₹₺₽₩₪₫฿čČñÑ.\\s\\x{A0}\\x{202F}]*';
  const between = `[${group} '’\\x{A0}\\x{202F}]`;
  const whole = `([0-9]{1,3}(${between}[0-9]{2,3})*${between}[0-9]{3}|[0-9]*)`;
  const digits = `${whole}(${mark}[0-9]*)?`;
  const shape = `${around}([-+−]?${around}${digits}${around}|\\(${around}${digits}${around}\\)|${digits}${around}[-+−])${around}`;
  const kept = sql`replace(regexp_replace(${text}, ${`[^0-9${mark}]`}, '', 'g'), ',', '.')`;
  const sign = sql`CASE WHEN regexp_matches(${text}, '[-−(]|[0-9\\s][Cc][Rr]\\.?\\s*$') THEN -1 ELSE 1 END`;
  return sql`CASE WHEN regexp_full_match(${text}, ${shape}) AND regexp_matches(${text}, '[0-9]')
    THEN CAST(${sign} * TRY_CAST(${kept} AS ${type}) AS ${type}) END`;
}

const yes = sql`('true', 't', 'yes', 'y', '1', 'x', 'si', 'sí', 's', 'verdadero', 'ano', 'pravda')`;
const no = sql`('false', 'f', 'no', 'n', '0', 'falso', 'ne', 'nepravda')`;

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
      return dateSql(text, format?.kind === 'date' ? format.order : 'YMD');
    case 'timestamp':
      return sql`TRY_CAST(nullif(trim(${text}), '') AS TIMESTAMP)`;
    case 'money':
    case 'rate':
    case 'integer':
      return numberSql(
        text,
        format?.kind === 'number' ? format : { kind: 'number', decimal: '.', plain: true },
        storageType(type),
      );
    case 'boolean':
      return sql`CASE WHEN lower(trim(${text})) IN ${yes} THEN TRUE WHEN lower(trim(${text})) IN ${no} THEN FALSE END`;
    default:
      return assertNever(type);
  }
}

/** Whether a text is blank: no value rather than a bad one. */
export function blankSql(text: Sql): Sql {
  return sql`(${text} IS NULL OR trim(${text}) = '')`;
}
