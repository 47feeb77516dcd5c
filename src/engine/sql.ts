import { assert } from '../lib/assert';

/** A value that a statement may carry. Money and dates travel as text, inside `sql.money` and `sql.date`. */
export type SqlValue = string | number | boolean | null;

/** A statement or a piece of one. Only the `sql` tag makes it, so its text was written by a programmer. */
export interface Sql {
  readonly kind: 'sql';
  readonly text: string;
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const decimalText = /^-?\d{1,28}(\.\d{1,10})?$/;

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && (value as Partial<Sql>).kind === 'sql';
}

function make(text: string): Sql {
  return { kind: 'sql', text };
}

/**
 * One value as an SQL literal.
 * Text is quoted with its quotes doubled: DuckDB knows no other escape in a plain literal, and a NUL,
 * which would end the text inside the engine, is refused. Numbers are whole: a fraction would become a
 * DOUBLE, and money never does.
 */
export function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    assert(Number.isSafeInteger(value), `not a whole number: ${value}`);
    return value < 0 ? `(${value})` : String(value);
  }
  assert(typeof value === 'string', `not an SQL value: ${typeof value}`);
  assert(!value.includes('\0'), 'text with a NUL character cannot stand in a statement');
  return `'${value.replaceAll("'", "''")}'`;
}

/** An identifier, always quoted, so that a hostile column name stays a name. */
export function identifier(name: string): string {
  assert(name.length > 0 && !name.includes('\0'), 'an identifier needs text without NUL');
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Writes a statement. Interpolated values become literals; other `sql` pieces are inserted as they are.
 * @example sql`SELECT * FROM ${sql.id(table)} WHERE name = ${name} AND due_date < ${sql.date(asOf)}`
 */
export function sql(parts: TemplateStringsArray, ...values: readonly (SqlValue | Sql)[]): Sql {
  let text = parts[0] ?? '';
  values.forEach((value, index) => {
    text += (isSql(value) ? value.text : literal(value)) + (parts[index + 1] ?? '');
  });
  return make(text);
}

/** A quoted identifier. */
sql.id = (name: string): Sql => make(identifier(name));

/** A calendar date from its ISO text. */
sql.date = (iso: string): Sql => {
  assert(isoDate.test(iso), `not an ISO date: ${iso}`);
  return make(`DATE '${iso}'`);
};

/** An exact decimal from its text, as DECIMAL(18,4): what money is stored in. */
sql.money = (text: string): Sql => {
  assert(decimalText.test(text), `not a decimal: ${text}`);
  return make(`CAST('${text}' AS DECIMAL(18,4))`);
};

/** Pieces joined by a separator; `empty` stands for no pieces at all. */
sql.join = (pieces: readonly Sql[], separator = ', ', empty = ''): Sql =>
  make(pieces.length === 0 ? empty : pieces.map((piece) => piece.text).join(separator));

/** A list of values for `IN (…)`; an empty list gives NULL, which matches nothing. */
sql.list = (values: readonly SqlValue[]): Sql =>
  make(values.length === 0 ? 'NULL' : values.map(literal).join(', '));

/** Nothing: a clause that is left out. */
sql.empty = make('');
