import { ImportFailure } from '../domain/import/problem';
import type { ImportFact, PlacedEvent } from '../domain/journal/event';
import { JournalState } from '../domain/journal/state';
import type { Engine } from '../engine/port';
import { sql } from '../engine/sql';
import type { Encoding } from '../importers/csv/encoding';
import type { StagedFile } from '../importers/csv/stage';
import type { SourceFile } from '../importers/source';
import { type BuildStep, buildLedger } from '../ledger/build';
import { storeAdjustments } from '../ledger/edits/adjustments';
import { loadEdits, recordHistory } from '../ledger/edits/apply';
import { eraseCustomers } from '../ledger/edits/erase';
import { putClosedPeriod } from '../ledger/edits/tables';
import { createCanonicalTables } from '../ledger/schema';
import { StoreFailure } from '../workspace/store';
import { commitImports } from './import/commit';
import { type ImportPlan, planImport } from './import/plan';
import { stageFile } from './import/stageFile';
import { typedTableOf } from './import/typedTable';

const work = { lane: 'work' } as const;

/** A row holds hardly more kinds of other records. */
const otherRecordsMax = 3;

/** Drops what the engine holds of a staged file; nothing happens where that is gone. */
export async function dropStaged(engine: Engine, staged: StagedFile): Promise<void> {
  for (let i = 0; i <= otherRecordsMax; i += 1)
    await engine.exec(sql`DROP TABLE IF EXISTS ${sql.id(typedTableOf(staged, i))}`, work);
  await staged.drop();
}

/** Where imported files are read from again. */
export interface Segments {
  segment(sha256: string): Promise<Blob>;
}

/**
 * Fills an engine with what a journal's events come to: the files that count, unchanged, and everything that people
 * did on top of them. The same events give the same tables.
 * @param later what the journal comes to in the end: files are kept without the persons who were erased since
 * @throws StoreFailure where a file is missing, or no longer what it was when it was imported
 */
export async function fillEngine(
  engine: Engine,
  segments: Segments,
  events: readonly PlacedEvent[],
  onStep?: (step: BuildStep) => void,
  later?: JournalState,
): Promise<void> {
  const state = new JournalState();
  for (const { recorded, position } of events) state.apply(recorded.event, position);
  await createCanonicalTables(engine, work);
  const plans: ImportPlan[] = [];
  for (const [i, imported] of state.imports.entries()) {
    const fact = later?.asKept(imported) ?? imported;
    const source = { name: fact.file, blob: await segments.segment(fact.sha256) };
    plans.push(await planAgain(engine, source, fact, `stored_${i}`));
  }
  const addWork = async (): Promise<void> => {
    await storeAdjustments(engine, state.adjustments, work);
    await loadEdits(engine, events, work);
    await putClosedPeriod(engine, state.closedThrough, state.closedTotals, work);
    await eraseCustomers(engine, [...(later ?? state).erased], work);
  };
  if (plans.length > 0) await commitImports(engine, plans, { onStep, beforeBuild: addWork });
  else {
    await addWork();
    await buildLedger(engine);
  }
  await recordHistory(engine, events, work);
  for (const plan of plans) await dropStaged(engine, plan.staged);
}

/**
 * Reads a stored file as it was read when it was imported.
 * @throws StoreFailure (`damaged`) where it is another file now, or gives other rows
 */
async function planAgain(
  engine: Engine,
  source: SourceFile,
  fact: ImportFact,
  table: string,
): Promise<ImportPlan> {
  try {
    const staged = await stageFile(engine, source, table, {
      encoding: fact.encoding as Encoding,
      delimiter: fact.delimiter,
      reading: fact.reading ?? 1,
      origin: fact.origin,
    });
    if (staged.sha256 !== fact.sha256)
      throw new StoreFailure('damaged', `${fact.file} is no longer the file that was imported`);
    const plan = await planImport(engine, staged, fact.mapping, work);
    if (plan.goodCount !== fact.goodCount || !sameTotals(plan, fact))
      throw new StoreFailure('damaged', `${fact.file} no longer gives its control totals`);
    return plan;
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    throw new StoreFailure('damaged', `${fact.file} cannot be read: ${error.problem.code}`);
  }
}

function sameTotals(plan: ImportPlan, fact: ImportFact): boolean {
  return JSON.stringify(plan.goodTotals) === JSON.stringify(fact.totals);
}
