import type { Column, ColumnKind } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { type Sql, sql } from '../engine/sql';

const types: Readonly<Record<ColumnKind, Sql>> = {
  id: sql`VARCHAR`,
  text: sql`VARCHAR`,
  code: sql`VARCHAR`,
  date: sql`DATE`,
  money: sql`DECIMAL(18,4)`,
  integer: sql`BIGINT`,
  ratio: sql`DECIMAL(18,6)`,
  rate: sql`DECIMAL(18,10)`,
};

/** Rows that were computed, as a table of the engine with the columns of their report. */
export function tableOf(columns: readonly Column[], rows: readonly ResultRow[]): Sql {
  const names = columns.map((column) => sql.id(column.id));
  const typed = columns.map(
    (column, i) => sql`CAST(${sql.id(`c${i}`)} AS ${types[column.kind]}) AS ${sql.id(column.id)}`,
  );
  if (rows.length === 0)
    return sql`SELECT ${sql.join(columns.map(({ kind, id }) => sql`CAST(NULL AS ${types[kind]}) AS ${sql.id(id)}`))} WHERE FALSE`;
  const values = rows.map(
    (row) => sql`(${sql.join(columns.map((column) => literal(row[column.id])))})`,
  );
  return sql`SELECT ${sql.join(typed)} FROM (VALUES ${sql.join(values)}) t(${sql.join(names.map((_, i) => sql.id(`c${i}`)))})`;
}

/** Amounts are texts until the engine casts them, and counts are whole numbers. */
function literal(cell: ResultRow[string] | undefined): Sql {
  return cell === undefined || cell === null ? sql`NULL` : sql`${String(cell)}`;
}
