import { identityOf, tableDef } from '../../domain/ledger/tables';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { type BuildOptions, buildLedger } from '../../ledger/build';
import { project, type TableFill } from '../../ledger/projection/project';
import { assert } from '../../lib/assert';
import type { ImportPlan } from './plan';

/** Rows that an import brought into each canonical table, and the rows of earlier imports they superseded. */
interface TableOutcome {
  readonly table: string;
  readonly rows: number;
  readonly superseded: number;
}

export interface ImportOutcome {
  readonly sourceId: string;
  readonly tables: readonly TableOutcome[];
}

export interface CommitOptions extends BuildOptions {
  /** Runs when all rows and the ledger stand, before they become visible: to make the files durable. */
  readonly beforeVisible?: () => Promise<void>;
}

/**
 * Brings plans into the canonical tables and builds the ledger anew, all or nothing: until the end every
 * reader sees the ledger as it was, and an error or a cancel leaves it so.
 */
export async function commitImports(
  engine: Engine,
  plans: readonly ImportPlan[],
  options: CommitOptions = {},
): Promise<readonly ImportOutcome[]> {
  const run: RunOptions = { lane: 'work', signal: options.signal };
  await engine.exec(sql`BEGIN TRANSACTION`, { lane: 'work' });
  try {
    const outcomes: ImportOutcome[] = [];
    for (const plan of plans) outcomes.push(await insertPlan(engine, plan, run));
    await buildLedger(engine, options);
    await options.beforeVisible?.();
    await engine.exec(sql`COMMIT`, { lane: 'work' });
    return outcomes;
  } catch (error) {
    // After a lost engine there is nothing to roll back; the error that led here is the one to tell.

    await engine.exec(sql`ROLLBACK`, { lane: 'work' }).catch(() => undefined);
    throw error;
  }
}

async function insertPlan(
  engine: Engine,
  plan: ImportPlan,
  run: RunOptions,
): Promise<ImportOutcome> {
  const good = sql`(SELECT * FROM ${sql.id(plan.typedTable)} WHERE problem IS NULL)`;
  const tables: TableOutcome[] = [];
  for (const fill of project(plan.mapping, sql`${good} good`, plan.sourceId, plan.isSplit))
    tables.push(await insertFill(engine, fill, run));
  assertTotals(plan, tables);
  return { sourceId: plan.sourceId, tables: mergeOutcomes(tables) };
}

/** Every row that the plan took must have become a row of its table. */
function assertTotals(plan: ImportPlan, tables: readonly TableOutcome[]): void {
  const first = tables[0];
  assert(first !== undefined, 'an import without a table');
  assert(
    plan.isSplit || first.rows === plan.goodCount,
    `${plan.sourceId}: ${plan.goodCount} rows were taken, ${first.rows} arrived in ${first.table}`,
  );
}

function mergeOutcomes(tables: readonly TableOutcome[]): readonly TableOutcome[] {
  const merged = new Map<string, TableOutcome>();
  for (const one of tables) {
    const known = merged.get(one.table);
    merged.set(
      one.table,
      known
        ? {
            table: one.table,
            rows: known.rows + one.rows,
            superseded: known.superseded + one.superseded,
          }
        : one,
    );
  }
  return [...merged.values()];
}

async function countOf(engine: Engine, table: string, run: RunOptions): Promise<number> {
  const [row] = await engine.rows(sql`SELECT count(*) AS n FROM ${sql.id(table)}`, run);
  return Number(row?.['n'] ?? 0);
}

/** Whether a table has no row of the one kind that is coming, so that nothing can be superseded. */
async function lacksKind(engine: Engine, fill: TableFill, run: RunOptions): Promise<boolean> {
  if (fill.kind === undefined) return false;
  const found = await engine.rows(
    sql`SELECT 1 AS found FROM ${sql.id(fill.table)} WHERE kind = ${fill.kind} LIMIT 1`,
    run,
  );
  return found.length === 0;
}

/** A later import's row takes the place of an earlier one of the same key, or stays out where it must not. */
async function insertFill(engine: Engine, fill: TableFill, run: RunOptions): Promise<TableOutcome> {
  const before = await countOf(engine, fill.table, run);
  const table = sql.id(fill.table);
  const rows = await numbered(engine, fill, run);
  if (before === 0 || (await lacksKind(engine, fill, run))) {
    await engine.exec(sql`INSERT INTO ${table} ${rows}`, run);
    return {
      table: fill.table,
      rows: (await countOf(engine, fill.table, run)) - before,
      superseded: 0,
    };
  }
  const incoming = sql.id(`incoming_${fill.table}`);
  await engine.exec(
    sql`CREATE OR REPLACE TABLE ${incoming} AS SELECT * FROM ${table} LIMIT 0`,
    run,
  );
  await engine.exec(sql`INSERT INTO ${incoming} ${rows}`, run);
  const isThere = (other: Sql, one: Sql): Sql =>
    sql`EXISTS (SELECT 1 FROM ${other} n WHERE ${sameKey(fill.table, one)})`;
  await engine.exec(
    fill.onlyNew
      ? sql`DELETE FROM ${incoming} WHERE ${isThere(table, incoming)}`
      : sql`DELETE FROM ${table} WHERE ${isThere(incoming, table)}`,
    run,
  );
  const kept = await countOf(engine, fill.table, run);
  await engine.exec(sql`INSERT INTO ${table} SELECT * FROM ${incoming}`, run);
  await engine.exec(sql`DROP TABLE ${incoming}`, run);
  return {
    table: fill.table,
    rows: (await countOf(engine, fill.table, run)) - kept,
    superseded: before - kept,
  };
}

/** Rows of documents with their `document_key`, which goes on where the table's ends. */
async function numbered(engine: Engine, fill: TableFill, run: RunOptions): Promise<Sql> {
  if (fill.table !== 'document') return fill.rows;
  const [last] = await engine.rows(sql`SELECT max(document_key) AS key FROM document`, run);
  const start = Number(last?.['key'] ?? -1) + 1;
  return sql`SELECT *, CAST(row_number() OVER () - 1 + ${start} AS INTEGER) FROM (${fill.rows})`;
}

/** Whether `n` and a row of `other` have one key. */
function sameKey(name: string, other: Sql): Sql {
  const def = tableDef(name);
  assert(def, `${name} is not a canonical table`);
  // The debtors that lines of invoices carry name no entity, a list of customers may: they are the same.
  const keys = name === 'customer' ? def.key : identityOf(def);
  return sql.join(
    keys.map((key) => sql`n.${sql.id(key)} IS NOT DISTINCT FROM ${other}.${sql.id(key)}`),
    ' AND ',
  );
}
