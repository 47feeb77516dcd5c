import { type Sql, sql } from '../engine/sql';

/**
 * Tables whose rows also have a number of ours, by which what is built of them finds them again without a copy.
 * They are the long ones, and large imports stay outside of them (see `parts`).
 */
const rowKeys: Readonly<Record<string, string>> = {
  document: 'document_key',
  allocation: 'allocation_key',
};

/** The column of a table's own row number, where it has one. */
export function rowKeyOf(table: string): Sql | undefined {
  const key = rowKeys[table];
  return key === undefined ? undefined : sql.id(key);
}

/** Tables that are read through a view: of their parts, of what people changed, or of both. */
const hasView = (table: string): boolean => rowKeys[table] !== undefined || table === 'customer';

/** The table that holds a canonical table's rows: of a long one, those that were stored one by one. */
export function storedTable(table: string): Sql {
  return sql.id(hasView(table) ? `${table}_stored` : table);
}

/**
 * The view of a table's rows as they were given. Documents are read through a second one on top of it, which shows
 * what people changed in them.
 */
export function givenView(table: string): Sql {
  return sql.id(table === 'document' ? 'document_given' : table);
}

export const longTables: readonly string[] = Object.keys(rowKeys);
