import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportFailure } from '../domain/import/problem';
import { canonicalTables } from '../domain/ledger/tables';
import type { Engine } from '../engine/port';
import { sql } from '../engine/sql';
import { unpack } from '../importers/packed/unpack';
import { canonicalColumns, createCanonicalTables } from '../ledger/schema';
import { commitImports, type ImportOutcome } from '../session/import/commit';
import { type ImportPlan, planImport } from '../session/import/plan';
import { stageAll } from '../session/import/stageAll';
import type { Suggestion } from '../session/import/suggest';
import { type MappingFile, mappingOf, readMapping } from './mappingFile';
import { problemText, rejectText } from './problemText';
import { fileOf } from './source';

const work = { lane: 'work' } as const;

/** What a reader of the page would be asked, and a shell can only be told. */
function doubts({ ambiguousDates, ambiguousNumbers }: Suggestion): readonly string[] {
  return [
    ...ambiguousDates.map((column) => `the dates of ${column} read both day first and month first`),
    ...ambiguousNumbers.map(
      (column) => `the amounts of ${column} read both as thousands and as decimals`,
    ),
  ];
}

/** Stages and plans files; the caller commits. */
async function planFiles(
  engine: Engine,
  paths: readonly string[],
  stated: MappingFile | undefined,
  tell: (line: string) => void,
): Promise<readonly ImportPlan[]> {
  const plans: ImportPlan[] = [];
  for (const [i, path] of paths.entries()) {
    const { parts, problems } = await stageAll(engine, await fileOf(path), `stage_${i}`, unpack);
    for (const { problem } of problems) tell(problemText(problem));
    for (const staged of parts) {
      if (plans.some((plan) => plan.staged.sha256 === staged.sha256))
        throw new ImportFailure({ code: 'already_imported', file: staged.file });
      const suggestion = await mappingOf(engine, staged, stated);
      for (const doubt of doubts(suggestion)) tell(`${staged.file}: ${doubt}`);
      plans.push(await planImport(engine, staged, suggestion.mapping, work));
    }
  }
  return plans;
}

function planJson(plan: ImportPlan, outcome: ImportOutcome | undefined): object {
  const { staged } = plan;
  return {
    file: staged.file,
    ...(staged.origin === undefined ? {} : { origin: staged.origin }),
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
 * Rejected rows are also told, a line each.
 * @throws ImportFailure; nothing is written then
 */
export async function importFiles(
  engine: Engine,
  paths: readonly string[],
  out: string,
  mappingPath: string | undefined,
  tell: (line: string) => void,
): Promise<object> {
  const stated = mappingPath === undefined ? undefined : await readMapping(mappingPath);
  await createCanonicalTables(engine, work);
  const plans = await planFiles(engine, paths, stated, tell);
  const outcomes = await commitImports(engine, plans);
  for (const plan of plans)
    for (const reject of plan.rejects) tell(rejectText(plan.staged.file, reject));

  await mkdir(out, { recursive: true });
  const tables: { table: string; rows: number }[] = [];
  for (const table of canonicalTables) {
    const [count] = await engine.rows(sql`SELECT count(*) AS n FROM ${sql.id(table.name)}`, work);
    const rows = Number(count?.['n'] ?? 0);
    if (rows === 0) continue;
    await writeFile(
      join(out, `${table.name}.csv`),
      await engine.toCsv(sql`SELECT ${canonicalColumns(table)} FROM ${sql.id(table.name)}`, work),
    );
    tables.push({ table: table.name, rows });
  }
  const others = await otherTables(out, new Set(tables.map(({ table }) => `${table}.csv`)));
  if (others.length > 0)
    tell(`${out} holds ${others.join(', ')} of an earlier import; a report reads them as well`);
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

/** Canonical tables in a folder that this import did not write. */
async function otherTables(
  folder: string,
  written: ReadonlySet<string>,
): Promise<readonly string[]> {
  const files = await readdir(folder);
  return canonicalTables
    .map((table) => `${table.name}.csv`)
    .filter((name) => files.includes(name) && !written.has(name));
}
