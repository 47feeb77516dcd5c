import type { Engine, FileSource, RunOptions } from '../port';
import { type Sql, sql } from '../sql';
import { emptyDatabase } from './emptyDatabase';

/** Files that hold a whole database, in the runtime of one engine. */
export interface DatabaseFiles {
  name(): string;
  put(name: string, source: FileSource): Promise<void>;
  take(name: string): Promise<Uint8Array>;
  drop(names: readonly string[]): Promise<void>;
}

const saved = sql.id('saved');
const savedViews = sql`${saved}.${sql.id('saved_view')}`;
const tableOf = (name: string): Sql => sql`${saved}.${sql.id(name)}`;

/** The catalogue's own text of a view: this engine wrote it. */
const definition = (text: string): Sql => ({ kind: 'sql', text });

/** See `Engine.saveTables`. One transaction reads all tables, so that they are of one state. */
export async function saveTables(
  engine: Engine,
  files: DatabaseFiles,
  tables: readonly string[],
  onState: () => void,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const copy: RunOptions = { lane: 'copy', signal };
  const end: RunOptions = { lane: 'copy' };
  const name = files.name();
  await files.put(name, { kind: 'bytes', bytes: await emptyDatabase() });
  // Its log: where none is in memory, Node's runtime would look for one on the disk.
  await files.put(`${name}.wal`, { kind: 'bytes', bytes: new Uint8Array() });
  try {
    await engine.exec(sql`ATTACH ${name} AS ${saved}`, copy);
    try {
      await engine.exec(sql`BEGIN TRANSACTION`, end);
      try {
        // The first look at a table is what fixes the state that the transaction sees.
        await engine.rows(sql`SELECT 1 AS one FROM ledger_base`, copy);
        onState();
        await engine.exec(
          sql`CREATE TABLE ${savedViews} AS
              SELECT view_name, sql AS definition FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'
                AND database_name = 'memory'`,
          copy,
        );
        for (const table of tables)
          await engine.exec(
            sql`CREATE TABLE ${tableOf(table)} AS SELECT * FROM ${sql.id(table)}`,
            copy,
          );
        await engine.exec(sql`COMMIT`, end);
      } catch (error) {
        await engine.exec(sql`ROLLBACK`, end).catch(() => undefined);
        throw error;
      }
      await engine.exec(sql`CHECKPOINT ${saved}`, copy);
    } finally {
      await engine.exec(sql`DETACH ${saved}`, end).catch(() => undefined);
    }
    return await files.take(name);
  } finally {
    await files.drop([name, `${name}.wal`]).catch(() => undefined);
  }
}

/** See `Engine.loadTables`. */
export async function loadTables(
  engine: Engine,
  files: DatabaseFiles,
  source: FileSource,
  signal: AbortSignal | undefined,
): Promise<void> {
  const copy: RunOptions = { lane: 'copy', signal };
  const name = files.name();
  await files.put(name, source);
  try {
    await engine.exec(sql`ATTACH ${name} AS ${saved} (READ_ONLY)`, copy);
    try {
      const tables = await engine.rows(
        sql`SELECT table_name FROM duckdb_tables() WHERE database_name = 'saved' AND table_name <> 'saved_view'
            ORDER BY table_oid`,
        copy,
      );
      for (const row of tables) {
        const table = String(row['table_name']);
        await engine.exec(
          sql`CREATE TABLE ${sql.id(table)} AS SELECT * FROM ${tableOf(table)}`,
          copy,
        );
      }
      const views = await engine.rows(sql`SELECT definition FROM ${savedViews}`, copy);
      await makeViews(
        engine,
        views.map((row) => definition(String(row['definition']).replace(/;\s*$/, ''))),
        copy,
      );
    } finally {
      await engine.exec(sql`DETACH ${saved}`, { lane: 'copy' }).catch(() => undefined);
    }
  } finally {
    await files.drop([name]).catch(() => undefined);
  }
}

/** Views may stand on each other, in no known order: each round makes those whose ground is there. */
async function makeViews(
  engine: Engine,
  definitions: readonly Sql[],
  options: RunOptions,
): Promise<void> {
  let left = definitions;
  while (left.length > 0) {
    const failed: Sql[] = [];
    let reason: unknown;
    for (const view of left)
      await engine.exec(view, options).catch((error: unknown) => {
        failed.push(view);
        reason = error;
      });
    if (failed.length === left.length) throw reason;
    left = failed;
  }
}
