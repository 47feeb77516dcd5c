import { type ColumnDef, canonicalTables, type TableDef } from '../domain/ledger/tables';
import type { Engine, RunOptions } from '../engine/port';
import { type Sql, sql } from '../engine/sql';
import { createEditTables } from './edits/tables';
import { createFileContents } from './horizon';
import { longTables, rowKeyOf, storedTable } from './longTables';
import { createOpenLists } from './openLists';
import { dropParts } from './parts';
import { storageType } from './storageType';

function columnSql(column: ColumnDef): Sql {
  return sql`${sql.id(column.name)} ${storageType(column.type)}`;
}

/** Makes one canonical table, empty. Every row names its import and its line there. */
function createTable(table: TableDef): Sql {
  const columns = table.columns.map(columnSql);
  const key = rowKeyOf(table.name);
  return sql`CREATE OR REPLACE TABLE ${storedTable(table.name)}
    (${sql.join(columns)}, source_id VARCHAR, source_row INTEGER ${key ? sql`, ${key} INTEGER` : sql.empty})`;
}

/** A canonical table's own columns, as a file of it has them. */
export function canonicalColumns(table: TableDef): Sql {
  const names = [...table.columns.map((column) => column.name), 'source_id', 'source_row'];
  return sql.join(names.map((name) => sql.id(name)));
}

/** Makes all canonical tables, empty, in the place of any that exist. */
export async function createCanonicalTables(engine: Engine, options?: RunOptions): Promise<void> {
  for (const table of canonicalTables) await engine.exec(createTable(table), options);
  await engine.exec(createOpenLists, options);
  await engine.exec(createFileContents, options);
  await dropParts(engine, longTables, options);
  await createEditTables(engine, options ?? { lane: 'work' });
}
