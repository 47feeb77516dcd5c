import type { ReportResult } from '../../src/domain/report/result';
import type { Engine } from '../../src/engine/port';
import type { SourceFile } from '../../src/importers/source';
import { createCanonicalTables } from '../../src/ledger/schema';
import { ensureTables } from '../../src/ledger/ways';
import { reportById } from '../../src/reports/registry';
import { runReport } from '../../src/reports/run';
import { commitImports } from '../../src/session/import/commit';
import { type ImportPlan, planImport } from '../../src/session/import/plan';
import { stageFile } from '../../src/session/import/stageFile';
import { suggestMapping } from '../../src/session/import/suggest';

const work = { lane: 'work' } as const;

/** Whether small files are to go the way of large ones: read where they stand, and never copied. */
interface LoadOptions {
  readonly asLarge?: boolean;
}

/** Loads canonical tables given as CSV text, through the importer that people use, and builds the ledger. */
export async function loadTables(
  engine: Engine,
  tables: Readonly<Record<string, string>>,
  options: LoadOptions = {},
): Promise<void> {
  const files = Object.entries(tables).map(([table, text]) => ({
    name: `${table}.csv`,
    blob: new Blob([text]),
  }));
  await loadFiles(engine, files, options);
}

/** Loads files with the mapping that is suggested for each. */
export async function loadFiles(
  engine: Engine,
  files: readonly SourceFile[],
  { asLarge = false }: LoadOptions = {},
): Promise<readonly ImportPlan[]> {
  const directBytesMin = asLarge ? 0 : undefined;
  const keptRowsMin = asLarge ? 0 : undefined;
  await createCanonicalTables(engine, work);
  const plans: ImportPlan[] = [];
  for (const [i, file] of files.entries()) {
    const staged = await stageFile(engine, file, `stage_${i}`, { directBytesMin });
    const suggestion = await suggestMapping(engine, staged, work);
    if (!suggestion) throw new Error(`${file.name} was not recognised`);
    plans.push(await planImport(engine, staged, suggestion.mapping, work));
  }
  await commitImports(engine, plans, { keptRowsMin });
  return plans;
}

/** Runs a report of the registry with parameters as text. */
export async function ask(
  engine: Engine,
  id: string,
  params: Readonly<Record<string, string>>,
): Promise<ReportResult> {
  const bound = reportById(id)?.bind(params);
  if (!bound?.ok) throw new Error(bound ? bound.error : `there is no report ${id}`);
  await ensureTables(engine, bound.value.needs);
  return runReport(engine, bound.value);
}
