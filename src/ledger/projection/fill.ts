import type { Mapping } from '../../domain/import/mapping';
import { identityOf, tableDef } from '../../domain/ledger/tables';
import { type Sql, sql } from '../../engine/sql';
import { assert } from '../../lib/assert';
import { rowKeyOf } from '../longTables';
import { isMapped } from './staged';

/** A statement that fills a canonical table from typed rows, and the rows of it that are already there. */
export interface TableFill {
  readonly table: string;
  /**
   * Rows with exactly the table's columns, `source_id` and `source_row`, and where the table numbers its rows
   * their number, which counts from `start`.
   */
  readonly rows: (start: number) => Sql;
  /** Rows of a key that is there already are left out instead of taking its place. */
  readonly onlyNew: boolean;
  /** Where all rows are documents of one kind: a table without that kind holds none of their keys. */
  readonly kind?: string | undefined;
  /** When two rows are of one thing, where another condition than the table's identity says it. */
  readonly isSame?: ((one: Sql, other: Sql) => Sql) | undefined;
}

/** Whether a row that a statement fills and one that is there are of one thing. */
export function sameThing({ table, isSame }: TableFill, one: Sql, other: Sql): Sql {
  if (isSame) return isSame(one, other);
  const def = tableDef(table);
  assert(def, `${table} is not a canonical table`);
  // The debtors that lines of invoices carry name no entity, a list of customers may: they are the same.
  const keys = table === 'customer' ? def.key : identityOf(def);
  return sql.join(
    keys.map((key) => sql`${one}.${sql.id(key)} IS NOT DISTINCT FROM ${other}.${sql.id(key)}`),
    ' AND ',
  );
}

/** A field's column, or NULL where the file does not have it. */
export const value = (mapping: Mapping, name: string): Sql =>
  isMapped(mapping, name) ? sql.id(name) : sql`NULL`;

/** Values of a table's columns by name; columns that are not named are NULL. */
export function fill(
  table: string,
  values: Readonly<Record<string, Sql>>,
  from: Sql,
  sourceId: Sql,
  onlyNew = false,
): TableFill {
  const def = tableDef(table);
  assert(def, `${table} is not a canonical table`);
  const columns = def.columns.map((column) => values[column.name] ?? sql`NULL`);
  const row = values['source_row'] ?? sql`line`;
  const cells = [...columns, values['source_id'] ?? sourceId, row];
  const isNumbered = rowKeyOf(table) !== undefined;
  return {
    table,
    onlyNew,
    rows: (start) => {
      const all = isNumbered ? [...cells, sql`CAST(line + ${start} AS INTEGER)`] : cells;
      return sql`SELECT ${sql.join(all)} FROM ${from}`;
    },
  };
}
