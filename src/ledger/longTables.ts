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

/** The table that holds a canonical table's rows: of a long one, those that were stored one by one. */
export function storedTable(table: string): Sql {
  return sql.id(rowKeys[table] === undefined ? table : `${table}_stored`);
}

export const longTables: readonly string[] = Object.keys(rowKeys);
