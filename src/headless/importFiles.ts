import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { datasetByName } from '../domain/import/datasets';
import type { Mapping } from '../domain/import/mapping';
import { ImportFailure } from '../domain/import/problem';
import { canonicalTables } from '../domain/ledger/tables';
import type { Engine } from '../engine/port';
import { sql } from '../engine/sql';
import { type StagedFile, stageCsv } from '../importers/csv/stage';
import { createCanonicalTables } from '../ledger/schema';
import { commitImports, type ImportOutcome } from '../session/import/commit';
import { type ImportPlan, planImport } from '../session/import/plan';
import { completeFormats, suggestMapping } from '../session/import/suggest';
import { rejectText } from './problemText';
import { fileOf } from './source';

const work = { lane: 'work' } as const;

/** What a person may state instead of the best guess: a dataset, a header for each field, and constants. */
const mappingFile = z.strictObject({
  dataset: z.string().optional(),
  columns: z.record(z.string(), z.string()).default({}),
  constants: z.record(z.string(), z.string()).default({}),
  flipSign: z.boolean().default(false),
});
type MappingFile = z.output<typeof mappingFile>;

async function readMapping(path: string): Promise<MappingFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ImportFailure({ code: 'file_unreadable', file: path });
  });
  try {
    return mappingFile.parse(JSON.parse(text));
  } catch (error) {
    const detail = error instanceof z.ZodError ? (error.issues[0]?.message ?? '') : String(error);
    throw new ImportFailure({ code: 'mapping_invalid', file: path, values: { detail } });
  }
}

/** The best mapping of a staged file, with what the person stated in its place. */
async function mappingOf(
  engine: Engine,
  staged: StagedFile,
  stated: MappingFile | undefined,
): Promise<Mapping> {
  const suggestion = await suggestMapping(engine, staged, work);
  const name = stated?.dataset ?? suggestion?.mapping.dataset;
  const dataset = name === undefined ? undefined : datasetByName(name);
  if (!dataset)
    throw new ImportFailure({ code: 'not_recognised', file: staged.file, line: staged.headerLine });
  const guessed = suggestion?.mapping.dataset === dataset.name ? suggestion.mapping.fields : {};
  const columns = new Map(Object.entries(guessed).map(([field, source]) => [field, source.column]));
  for (const [field, header] of Object.entries(stated?.columns ?? {})) {
    const at = staged.headers.indexOf(header);
    if (at < 0 || !dataset.fields.some((one) => one.name === field))
      throw new ImportFailure({
        code: 'mapping_invalid',
        file: staged.file,
        values: { detail: `${field} ← ${header}` },
      });
    columns.set(field, at);
  }
  const rest = { constants: stated?.constants ?? {}, flipSign: stated?.flipSign ?? false };
  const sources = [...columns].map(([field, column]) => ({ field, column }));
  return (await completeFormats(engine, staged, dataset, sources, rest, work)).mapping;
}

/** Stages and plans files; the caller commits. */
async function planFiles(
  engine: Engine,
  paths: readonly string[],
  stated: MappingFile | undefined,
): Promise<readonly ImportPlan[]> {
  const plans: ImportPlan[] = [];
  for (const [i, path] of paths.entries()) {
    const staged = await stageCsv(engine, await fileOf(path), `stage_${i}`);
    if (plans.some((plan) => plan.staged.sha256 === staged.sha256))
      throw new ImportFailure({ code: 'already_imported', file: staged.file });
    plans.push(await planImport(engine, staged, await mappingOf(engine, staged, stated), work));
  }
  return plans;
}

function planJson(plan: ImportPlan, outcome: ImportOutcome | undefined): object {
  const { staged } = plan;
  return {
    file: staged.file,
    sourceId: plan.sourceId,
    sha256: staged.sha256,
    bytes: staged.bytes,
    encoding: staged.encoding,
    delimiter: staged.delimiter,
    headerLine: staged.headerLine,
    mapping: plan.mapping,
    rows: plan.rowCount,
    taken: plan.goodCount,
    rejected: plan.rejectCount,
    rejects: plan.rejects,
    settled: plan.settledCount,
    negativeAsCreditNote: plan.creditNoteCount,
    idsWithLeadingZero: plan.leadingZeroCount,
    dateFrom: plan.dateFrom,
    dateTo: plan.dateTo,
    controlTotals: { file: plan.fileTotals, taken: plan.goodTotals },
    tables: outcome?.tables ?? [],
  };
}

/**
 * Imports files into canonical tables, written as CSV to `out`, and returns what became of every row.
 * Rejected rows are also told on standard error, a line each.
 * @throws ImportFailure; nothing is written then
 */
export async function importFiles(
  engine: Engine,
  paths: readonly string[],
  out: string,
  mappingPath: string | undefined,
): Promise<object> {
  const stated = mappingPath === undefined ? undefined : await readMapping(mappingPath);
  await createCanonicalTables(engine, work);
  const plans = await planFiles(engine, paths, stated);
  const outcomes = await commitImports(engine, plans);
  for (const plan of plans)
    for (const reject of plan.rejects) console.error(rejectText(plan.staged.file, reject));

  await mkdir(out, { recursive: true });
  const tables: { table: string; rows: number }[] = [];
  for (const table of canonicalTables) {
    const [count] = await engine.rows(sql`SELECT count(*) AS n FROM ${sql.id(table.name)}`, work);
    const rows = Number(count?.['n'] ?? 0);
    if (rows === 0) continue;
    await writeFile(
      join(out, `${table.name}.csv`),
      await engine.toCsv(sql`SELECT * FROM ${sql.id(table.name)}`, work),
    );
    tables.push({ table: table.name, rows });
  }
  const contradictions = await engine.rows(
    sql`SELECT kind, count(*) AS n FROM contradiction GROUP BY kind ORDER BY kind`,
    work,
  );
  return {
    files: plans.map((plan, i) => planJson(plan, outcomes[i])),
    tables,
    contradictions: contradictions.map((row) => ({ kind: row['kind'], count: row['n'] })),
  };
}
