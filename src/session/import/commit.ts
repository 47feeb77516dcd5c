import { tableDef } from '../../domain/ledger/tables';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { type BuildOptions, buildLedger } from '../../ledger/build';
import { addContent } from '../../ledger/horizon';
import { rowKeyOf, storedTable } from '../../ledger/longTables';
import { dropDoubledOpenings } from '../../ledger/openings';
import { addList, settleLists } from '../../ledger/openLists';
import { addPart, dropUnused, keepTyped, storeParts } from '../../ledger/parts';
import { sameThing, type TableFill } from '../../ledger/projection/fill';
import { project } from '../../ledger/projection/project';
import { assert } from '../../lib/assert';
import { voidedFill, voidsMissing } from './missing';
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
  /** Runs when all rows are in, before the ledger is built of them: to add what people did. */
  readonly beforeBuild?: (() => Promise<void>) | undefined;
  /** Runs when all rows and the ledger stand, before they become visible: to make the files durable. */
  readonly beforeVisible?: () => Promise<void>;
  /** From how many rows on an import's typed rows stay where they are, as parts of the long tables. */
  readonly keptRowsMin?: number | undefined;
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
    for (const plan of plans)
      outcomes.push(await insertPlan(engine, plan, options.keptRowsMin ?? keptRowsDefault, run));
    await dropDoubledOpenings(engine, run);
    await settleLists(engine, run);
    await dropUnused(engine, run);
    await options.beforeBuild?.();
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

/** A copy of fewer rows than this takes no time worth a part of their own. */
const keptRowsDefault = 100_000;

async function insertPlan(
  engine: Engine,
  plan: ImportPlan,
  keptRowsMin: number,
  run: RunOptions,
): Promise<ImportOutcome> {
  const isKept =
    plan.goodCount >= keptRowsMin && !plan.isSplit && longDatasets.has(plan.mapping.dataset);
  const typed = isKept ? await keepTyped(engine, plan.typedTable, run) : plan.typedTable;
  const good = sql`(SELECT * FROM ${sql.id(typed)} WHERE problem IS NULL) good`;
  const tables: TableOutcome[] = [];
  for (const fill of project(plan.mapping, good, plan.sourceId, plan.isSplit))
    tables.push(await insertFill(engine, fill, isKept, run));
  assertTotals(plan, tables);
  if (voidsMissing(plan.mapping))
    tables.push(await insertFill(engine, voidedFill(plan, typed), false, run));
  await addList(engine, plan.mapping, good, plan.sourceId, run);
  await addContent(engine, plan.mapping, plan.sourceId, run);
  for (const { mapping, typedTable } of plan.others) {
    const rows = sql`(SELECT * FROM ${sql.id(typedTable)} WHERE problem IS NULL) good`;
    for (const fill of project(mapping, rows, plan.sourceId))
      tables.push(await insertFill(engine, fill, false, run));
  }
  return { sourceId: plan.sourceId, tables: mergeOutcomes(tables) };
}

/** Datasets whose rows become documents or allocations. */
const longDatasets: ReadonlySet<string> = new Set(['document', 'payment', 'allocation']);

/** Whether rows that are there already stay out: of an opening, and of items that were listed before. */
const fills = ({ mapping: { content } }: ImportPlan): boolean =>
  content?.kind === 'opening' || content?.kind === 'open_items';

/** Every row that the plan took must have become a row of its table. */
function assertTotals(plan: ImportPlan, tables: readonly TableOutcome[]): void {
  const isLines = plan.mapping.dataset === 'sales_line';
  const first = isLines ? tables.find(({ table }) => table === 'document_line') : tables[0];
  assert(first !== undefined, 'an import without a table');
  assert(
    plan.isSplit || fills(plan) || first.rows === plan.goodCount,
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

async function countOf(engine: Engine, rows: Sql, run: RunOptions): Promise<number> {
  const [row] = await engine.rows(sql`SELECT count(*) AS n FROM ${rows} r`, run);
  return Number(row?.['n'] ?? 0);
}

/** What a table holds already: its rows, those of the one kind that is coming, and the number after its last. */
async function lookAt(
  engine: Engine,
  fill: TableFill,
  run: RunOptions,
): Promise<{ readonly rows: number; readonly ofKind: number; readonly start: number }> {
  const ofKind =
    fill.kind === undefined ? sql`count(*)` : sql`count(*) FILTER (WHERE kind = ${fill.kind})`;
  const key = rowKeyOf(fill.table);
  const [found] = await engine.rows(
    sql`SELECT count(*) AS all_rows, ${ofKind} AS of_kind,
               ${key ? sql`coalesce(max(${key}), -1) + 1` : sql`0`} AS start
        FROM ${sql.id(fill.table)}`,
    run,
  );
  return {
    rows: Number(found?.['all_rows']),
    ofKind: Number(found?.['of_kind']),
    start: Number(found?.['start']),
  };
}

/** A later import's row takes the place of an earlier one of the same key, or stays out where it must not. */
async function insertFill(
  engine: Engine,
  fill: TableFill,
  isKept: boolean,
  run: RunOptions,
): Promise<TableOutcome> {
  const { rows: before, ofKind, start } = await lookAt(engine, fill, run);
  const stored = storedTable(fill.table);
  const rows = fill.rows(start);
  const isPart = isKept && rowKeyOf(fill.table) !== undefined;
  if (ofKind === 0 || (isPart && !(await hasAny(engine, fill, rows, run)))) {
    if (isPart) {
      await addPart(engine, fill.table, rows, run);
      return { table: fill.table, rows: await countOf(engine, sql`(${rows})`, run), superseded: 0 };
    }
    await engine.exec(sql`INSERT INTO ${stored} ${rows}`, run);
    return {
      table: fill.table,
      rows: (await countOf(engine, sql.id(fill.table), run)) - before,
      superseded: 0,
    };
  }
  await storeParts(engine, fill.table, run);
  const incoming = sql.id(`incoming_${fill.table}`);
  await engine.exec(
    sql`CREATE OR REPLACE TABLE ${incoming} AS SELECT * FROM ${stored} LIMIT 0`,
    run,
  );
  await engine.exec(sql`INSERT INTO ${incoming} ${rows}`, run);
  const [arrived] = await engine.rows(sql`SELECT count(*) AS n FROM ${incoming}`, run);
  // What is there already, cell for cell, stays what it is: of its first import. Lines come with their whole document.
  if (fill.table === 'document_line')
    await engine.exec(
      sql`DELETE FROM ${stored} WHERE document_id IN (SELECT document_id FROM ${incoming})`,
      run,
    );
  await engine.exec(
    sql`DELETE FROM ${incoming} WHERE EXISTS (SELECT 1 FROM ${stored} n WHERE ${sameThing(fill, sql`n`, incoming)} AND ${sameCells(fill.table, incoming)})`,
    run,
  );
  const isThere = (other: Sql, one: Sql): Sql =>
    sql`EXISTS (SELECT 1 FROM ${other} n WHERE ${sameThing(fill, sql`n`, one)})`;
  await engine.exec(
    fill.onlyNew
      ? sql`DELETE FROM ${incoming} WHERE ${isThere(stored, incoming)}`
      : sql`DELETE FROM ${stored} WHERE ${isThere(incoming, stored)}`,
    run,
  );
  const kept = await countOf(engine, sql.id(fill.table), run);
  await engine.exec(sql`INSERT INTO ${stored} SELECT * FROM ${incoming}`, run);
  await engine.exec(sql`DROP TABLE ${incoming}`, run);
  return {
    table: fill.table,
    rows: fill.onlyNew
      ? (await countOf(engine, sql.id(fill.table), run)) - kept
      : Number(arrived?.['n'] ?? 0),
    superseded: before - kept,
  };
}

/** Whether `n` and a row of `other` agree in every column of a table. */
function sameCells(name: string, other: Sql): Sql {
  const def = tableDef(name);
  assert(def, `${name} is not a canonical table`);
  return sql.join(
    def.columns.map(
      (column) =>
        sql`n.${sql.id(column.name)} IS NOT DISTINCT FROM ${other}.${sql.id(column.name)}`,
    ),
    ' AND ',
  );
}

/** Whether a table has a row with the key of one that is coming. */
async function hasAny(
  engine: Engine,
  fill: TableFill,
  rows: Sql,
  run: RunOptions,
): Promise<boolean> {
  const there = sql.id(fill.table);
  const named = sql`(SELECT * FROM ${there} LIMIT 0) UNION ALL ${rows}`;
  const found = await engine.rows(
    sql`SELECT 1 AS found FROM (${named}) n WHERE EXISTS (SELECT 1 FROM ${there} WHERE ${sameThing(fill, sql`n`, there)}) LIMIT 1`,
    run,
  );
  return found.length > 0;
}
