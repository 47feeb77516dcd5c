import { ImportFailure } from '../domain/import/problem';
import type { Engine } from '../engine/port';
import { sql } from '../engine/sql';
import type { Encoding } from '../importers/csv/encoding';
import type { StagedFile } from '../importers/csv/stage';
import type { SourceFile } from '../importers/source';
import { type BuildStep, buildLedger } from '../ledger/build';
import { createCanonicalTables } from '../ledger/schema';
import type { ImportRecord, Manifest } from '../workspace/manifest';
import { StoreFailure, type WorkspaceStore } from '../workspace/store';
import { commitImports } from './import/commit';
import { type ImportPlan, planImport, typedTableOf } from './import/plan';
import { stageFile } from './import/stageFile';

const work = { lane: 'work' } as const;

/** Drops what the engine holds of a staged file; nothing happens where that is gone. */
export async function dropStaged(engine: Engine, staged: StagedFile): Promise<void> {
  await engine.exec(sql`DROP TABLE IF EXISTS ${sql.id(typedTableOf(staged))}`, work);
  await staged.drop();
}

/** Fills an engine from the stored files; each must still be what it was when it was imported. */
export async function fillEngine(
  engine: Engine,
  store: WorkspaceStore,
  manifest: Manifest,
  onStep?: (step: BuildStep) => void,
): Promise<void> {
  await createCanonicalTables(engine, work);
  if (manifest.imports.length === 0) return buildLedger(engine);
  const plans: ImportPlan[] = [];
  for (const [i, record] of manifest.imports.entries()) {
    const source = { name: record.file, blob: await store.segment(record.sha256) };
    plans.push(await planAgain(engine, source, record, `stored_${i}`));
  }
  await commitImports(engine, plans, { onStep });
  for (const plan of plans) await dropStaged(engine, plan.staged);
}

/**
 * Reads a stored file as it was read when it was imported.
 * @throws StoreFailure (`damaged`) where it is another file now, or gives other rows
 */
async function planAgain(
  engine: Engine,
  source: SourceFile,
  record: ImportRecord,
  table: string,
): Promise<ImportPlan> {
  try {
    const staged = await stageFile(engine, source, table, {
      encoding: record.encoding as Encoding,
    });
    if (staged.sha256 !== record.sha256)
      throw new StoreFailure('damaged', `${record.file} is no longer the file that was imported`);
    const plan = await planImport(engine, staged, record.mapping, work);
    if (plan.goodCount !== record.goodCount || !sameTotals(plan, record))
      throw new StoreFailure('damaged', `${record.file} no longer gives its control totals`);
    return plan;
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    throw new StoreFailure('damaged', `${record.file} cannot be read: ${error.problem.code}`);
  }
}

function sameTotals(plan: ImportPlan, record: ImportRecord): boolean {
  return JSON.stringify(plan.goodTotals) === JSON.stringify(record.totals);
}
