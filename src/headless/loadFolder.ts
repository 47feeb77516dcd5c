import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportFailure } from '../domain/import/problem';
import { nearestDataset } from '../domain/import/recognise';
import { canonicalTables } from '../domain/ledger/tables';
import type { Engine } from '../engine/port';
import { createCanonicalTables } from '../ledger/schema';
import { commitImports } from '../session/import/commit';
import { type ImportPlan, planImport } from '../session/import/plan';
import { stageFile } from '../session/import/stageFile';
import { suggestMapping } from '../session/import/suggest';
import { BadRequest } from './badRequest';
import { readContents } from './fileContents';
import { rejectText } from './problemText';
import { fileOf } from './source';

const work = { lane: 'work' } as const;

/**
 * Loads a folder of canonical tables (`<table>.csv`) and builds the ledger. Every row must be good: such a
 * folder is made by a program, and a report over part of it would be a wrong report.
 */
export async function loadFolder(engine: Engine, folder: string): Promise<void> {
  const files = await readdir(folder).catch(() => {
    throw new BadRequest(`there is no folder ${folder}`);
  });
  const tables = canonicalTables.filter((table) => files.includes(`${table.name}.csv`));
  if (tables.length === 0)
    throw new BadRequest(`${folder} holds no canonical table such as document.csv`);
  await createCanonicalTables(engine, work);
  const plans: ImportPlan[] = [];
  for (const table of tables) {
    const plan = await planTable(engine, join(folder, `${table.name}.csv`), table.name);
    if (plan) plans.push(plan);
  }
  await commitImports(engine, plans);
  await readContents(engine, folder);
}

async function planTable(
  engine: Engine,
  path: string,
  table: string,
): Promise<ImportPlan | undefined> {
  try {
    const staged = await stageFile(engine, await fileOf(path), `stage_${table}`);
    const suggestion = await suggestMapping(engine, staged, work);
    if (suggestion?.mapping.dataset !== table)
      throw new ImportFailure({
        code: 'not_recognised',
        file: staged.file,
        line: staged.headerLine,
        nearest: nearestDataset(staged.headers, table),
      });
    const plan = await planImport(engine, staged, suggestion.mapping, work);
    const [reject] = plan.rejects;
    if (reject) throw new BadRequest(rejectText(staged.file, reject));
    return plan;
  } catch (error) {
    // A table may well be empty: its header alone says so.
    if (error instanceof ImportFailure && error.problem.code === 'no_rows') return undefined;
    throw error;
  }
}
