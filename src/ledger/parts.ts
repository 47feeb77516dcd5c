import type { Engine, RunOptions } from '../engine/port';
import { type Sql, sql } from '../engine/sql';
import { givenView, storedTable } from './longTables';

/**
 * A canonical table that may grow long is a view over its stored rows and over parts: the typed rows of large
 * imports, read as canonical ones where they stand. To copy them, with their texts and empty columns, took
 * longer than all sums that are made of them.
 */
const partPrefix = (table: string): string => `${table}_part_`;
const partName = (table: string, number: number): string => `${partPrefix(table)}${number}`;
const keptPrefix = 'kept_';
const keptName = (number: number): string => `${keptPrefix}${number}`;

const work: RunOptions = { lane: 'work' };

/** The numbers behind a prefix among some names, in their order. */
async function numbersOf(engine: Engine, names: Sql, prefix: string): Promise<readonly number[]> {
  const rows = await engine.rows(
    sql`SELECT name FROM (${names}) n WHERE starts_with(name, ${prefix})`,
    work,
  );
  return rows.map((row) => Number(String(row['name']).slice(prefix.length))).sort((a, b) => a - b);
}

const views = sql`SELECT view_name AS name FROM duckdb_views() WHERE NOT internal`;
const tables = sql`SELECT table_name AS name FROM duckdb_tables()`;

/** Shows a table's stored rows and those of its parts as one. */
async function showParts(
  engine: Engine,
  table: string,
  numbers: readonly number[],
  options: RunOptions,
): Promise<void> {
  const all = [storedTable(table), ...numbers.map((number) => sql.id(partName(table, number)))];
  const union = sql.join(
    all.map((one) => sql`SELECT * FROM ${one}`),
    ' UNION ALL ',
  );
  await engine.exec(sql`CREATE OR REPLACE VIEW ${givenView(table)} AS ${union}`, options);
}

/** Takes the typed rows of an import into the ledger's keeping, and answers with their new name. */
export async function keepTyped(
  engine: Engine,
  typedTable: string,
  options: RunOptions,
): Promise<string> {
  const number = ((await numbersOf(engine, tables, keptPrefix)).at(-1) ?? 0) + 1;
  await engine.exec(
    sql`ALTER TABLE ${sql.id(typedTable)} RENAME TO ${sql.id(keptName(number))}`,
    options,
  );
  return keptName(number);
}

/** Adds rows to a table as a part of it: a query with exactly its columns, whose tables stay. */
export async function addPart(
  engine: Engine,
  table: string,
  rows: Sql,
  options: RunOptions,
): Promise<void> {
  const numbers = await numbersOf(engine, views, partPrefix(table));
  const number = (numbers.at(-1) ?? 0) + 1;
  await engine.exec(sql`CREATE VIEW ${sql.id(partName(table, number))} AS ${rows}`, options);
  await showParts(engine, table, [...numbers, number], options);
}

/** Stores the rows of a table's parts one by one, so that each of them can be changed. */
export async function storeParts(
  engine: Engine,
  table: string,
  options: RunOptions,
): Promise<void> {
  const numbers = await numbersOf(engine, views, partPrefix(table));
  if (numbers.length === 0) return;
  for (const number of numbers)
    await engine.exec(
      sql`INSERT INTO ${storedTable(table)} SELECT * FROM ${sql.id(partName(table, number))}`,
      options,
    );
  await showParts(engine, table, [], options);
  for (const number of numbers)
    await engine.exec(sql`DROP VIEW ${sql.id(partName(table, number))}`, options);
}

/** Drops typed rows that were kept and that no part reads: all of their rows have been stored one by one. */
export async function dropUnused(engine: Engine, options: RunOptions): Promise<void> {
  for (const number of await numbersOf(engine, tables, keptPrefix)) {
    const name = keptName(number);
    const readers = await engine.rows(
      sql`SELECT 1 AS found FROM duckdb_views()
          WHERE NOT internal AND regexp_matches(sql, ${`\\b${name}\\b`}) LIMIT 1`,
      work,
    );
    if (readers.length === 0) await engine.exec(sql`DROP TABLE ${sql.id(name)}`, options);
  }
}

/** Forgets all parts and the typed rows behind them. */
export async function dropParts(
  engine: Engine,
  longTables: readonly string[],
  options: RunOptions = work,
): Promise<void> {
  for (const table of longTables) {
    await showParts(engine, table, [], options);
    for (const number of await numbersOf(engine, views, partPrefix(table)))
      await engine.exec(sql`DROP VIEW ${sql.id(partName(table, number))}`, options);
  }
  for (const number of await numbersOf(engine, tables, keptPrefix))
    await engine.exec(sql`DROP TABLE ${sql.id(keptName(number))}`, options);
}
