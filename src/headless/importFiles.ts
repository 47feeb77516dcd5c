import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnFormat, dateHabit } from '../domain/import/formats';
import { columnsOf, lacksDay } from '../domain/import/mapping';
import { hasNoDueDates } from '../domain/import/noDueDates';
import { placeOf } from '../domain/import/place';
import { ImportFailure, type ImportProblem, isNote } from '../domain/import/problem';
import { canonicalTables } from '../domain/ledger/tables';
import type { Engine } from '../engine/port';
import { sql } from '../engine/sql';
import { unpack } from '../importers/packed/unpack';
import { canonicalColumns, createCanonicalTables } from '../ledger/schema';
import { commitImports, type ImportOutcome } from '../session/import/commit';
import { type ImportPlan, planImport } from '../session/import/plan';
import { linesOfFinding, type PlanReview, reviewPlans } from '../session/import/review/review';
import { stageTexts } from '../session/import/stageTexts';
import type { Suggestion } from '../session/import/suggest';
import { BadRequest } from './badRequest';
import { writeContents } from './fileContents';
import { type MappingFile, mappingOf, readMapping, type StatedMapping } from './mappingFile';
import { problemText, rejectText } from './problemText';
import { fileOf } from './source';

const work = { lane: 'work' } as const;

const firsts: Readonly<Record<string, string>> = {
  DMY: 'the day first',
  MDY: 'the month first',
  YMD2: 'the year first',
};

/** What a reader of the page would be asked, and a shell can only be told: with what was taken. */
function doubts({
  mapping,
  ambiguousDates,
  ambiguousNumbers,
  ambiguousSides,
}: Suggestion): readonly string[] {
  const formatOf = (header: string): ColumnFormat | undefined =>
    [mapping, ...(mapping.also ?? [])]
      .flatMap(({ fields }) => Object.values(fields))
      .find((source) => source.header === header)?.format;
  const orderOf = (header: string): string => {
    const format = formatOf(header);
    return format?.kind === 'date' ? (firsts[dateHabit(format.order)] ?? format.order) : '';
  };
  const markOf = (header: string): string => {
    const format = formatOf(header);
    return format?.kind === 'number' ? format.decimal : '';
  };
  return [
    ...ambiguousDates.map(
      (column) =>
        `the dates of ${column} can be read in more than one order; they are read with ${orderOf(column)}, and a mapping can say another`,
    ),
    ...ambiguousNumbers.map(
      (column) =>
        `the amounts of ${column} read both as thousands and as decimals; “${markOf(column)}” is taken to stand before decimals, and a mapping can say another`,
    ),
    ...(ambiguousSides.length > 0
      ? [`nothing tells which of ${ambiguousSides.join(' and ')} is money in; the first is taken`]
      : []),
  ];
}

/** What a list of one day has to say; the page asks for it. */
const needsDay =
  'its rows are what was open on one day, or at a cut-over, and it does not say on which; give the file a name with that day, or state it as "content" with --mapping';

/** What stands between a file's name and that of a part of it. */
const within = ' › ';

/** Files that a text was taken out of, by the names that a person gave. */
function filesOf({ origin }: ImportPlan['staged']): readonly string[] {
  const names = origin ? [origin.file, ...(origin.pieces ?? []).map(({ file }) => file)] : [];
  return names.map((name) => name.split(within)[0] ?? name);
}

const ofNoTable: ReadonlySet<ImportProblem['code']> = new Set([
  'empty_file',
  'no_rows',
  'no_header',
  'binary_file',
  'not_recognised',
]);

/** Whether what was read is no table that is known: a cover sheet, a file that says what is in the others. */
const isOfNoTable = (error: unknown): error is ImportFailure =>
  error instanceof ImportFailure && ofNoTable.has(error.problem.code);

/** Stages and plans files, those of one shape as one import; the caller commits. */
async function planFiles(
  engine: Engine,
  paths: readonly string[],
  stated: StatedMapping | undefined,
  tell: (line: string) => void,
): Promise<{ readonly plans: readonly ImportPlan[]; readonly warnings: readonly string[] }> {
  const sources = await Promise.all(paths.map(fileOf));
  const { texts, problems } = await stageTexts(engine, sources, 'stage', unpack);
  const warnings: string[] = [];
  const warn = (line: string): void => {
    warnings.push(line);
    tell(line);
  };
  // Notes are of files that are taken all the same; a file that is not ends a shell's import as a whole.
  const broken = problems.find((one) => !isNote(one.problem.code) && !isOfNoTable(one));
  if (broken) throw broken;
  // A part of an archive or workbook goes by its own name, else by that of the file that it came in.
  const statedOf = ({ file, origin }: ImportPlan['staged']): MappingFile | undefined =>
    stated?.of(file) ?? (origin ? stated?.of(origin.file) : undefined);
  const here = new Set(texts.flatMap(({ staged }) => [staged.file, staged.origin?.file]));
  for (const name of stated?.names ?? [])
    if (!here.has(name)) warn(`the mapping names ${name}, which is none of these files`);
  const plans: ImportPlan[] = [];
  const refusals: ImportFailure[] = [];
  for (const { staged } of texts) {
    if (plans.some((plan) => plan.staged.sha256 === staged.sha256))
      throw new ImportFailure({ code: 'already_imported', file: staged.file });
    const suggestion = await mappingOf(engine, staged, statedOf(staged)).catch((error: unknown) => {
      if (!isOfNoTable(error)) throw error;
      refusals.push(error);
    });
    if (!suggestion) {
      await staged.drop();
      continue;
    }
    if (lacksDay(suggestion.mapping)) throw new BadRequest(`${staged.file}: ${needsDay}`);
    for (const doubt of doubts(suggestion)) warn(`${staged.file}: ${doubt}`);
    plans.push(await planImport(engine, staged, suggestion.mapping, work));
  }
  // A part that is no table is left out beside one that is, unless a mapping names it.
  const taken = new Set(plans.flatMap(({ staged }) => filesOf(staged)));
  const canBeLeft = (failure: ImportFailure): boolean =>
    isOfNoTable(failure) &&
    stated?.names.includes(failure.problem.file) !== true &&
    sources.some(
      ({ name }) => failure.problem.file.startsWith(`${name}${within}`) && taken.has(name),
    );
  const all = [...problems, ...refusals];
  const refused = all.find((one) => !isNote(one.problem.code) && !canBeLeft(one));
  if (refused) throw refused;
  for (const { problem } of all)
    warn(isNote(problem.code) ? problemText(problem) : `${problemText(problem)}; it is left out`);
  for (const [i, plan] of plans.entries()) {
    const lines = new Set(plan.mapping.dropped);
    for (const code of statedOf(plan.staged)?.leaveOut ?? [])
      for (const line of await linesOfFinding(engine, plan, plans, code, work)) lines.add(line);
    if (lines.size === (plan.mapping.dropped?.length ?? 0)) continue;
    const dropped = [...lines].sort((a, b) => a - b);
    plans[i] = await planImport(engine, plan.staged, { ...plan.mapping, dropped }, work);
  }
  return { plans, warnings };
}

function planJson(
  plan: ImportPlan,
  review: PlanReview | undefined,
  outcome: ImportOutcome | undefined,
): object {
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
    unusedColumns: unusedColumns(plan),
    hasNoDueDates: hasNoDueDates(plan.mapping),
    rows: plan.rowCount,
    taken: plan.goodCount,
    rejected: plan.rejectCount,
    rejects: plan.rejects.map(({ line, ...reject }) => ({
      ...reject,
      ...placeOf(staged.file, staged.origin, line),
    })),
    leftOut: plan.leftOut,
    new: review?.comparison.newCount,
    changed: review?.comparison.changedCount,
    identical: review?.comparison.identicalCount,
    effects: review?.comparison.effects,
    findings: review?.findings.map(({ code, count, rows }) => ({ code, count, rows })),
    spellings: review?.spellings,
    settled: plan.settledCount,
    negativeAsCreditNote: plan.creditNoteCount,
    idsWithLeadingZero: plan.leadingZeroCount,
    dateFrom: plan.dateFrom,
    dateTo: plan.dateTo,
    controlTotals: { file: plan.fileTotals, taken: plan.goodTotals },
    controlCredits: { file: plan.fileCredits, taken: plan.goodCredits },
    tables: outcome?.tables ?? [],
  };
}

/** Headers of columns that nothing is read from: what they say is in no table. */
function unusedColumns({ staged, mapping }: ImportPlan): readonly string[] {
  const used = new Set(
    [mapping, ...(mapping.also ?? [])].flatMap(({ fields, rowId }) => [
      ...Object.values(fields).flatMap((source) => columnsOf(source).map(({ column }) => column)),
      ...(rowId?.columns ?? []),
    ]),
  );
  return staged.headers.filter((_, column) => !used.has(column));
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
  const { plans, warnings } = await planFiles(engine, paths, stated, tell);
  const reviews = await reviewPlans(engine, plans, work);
  const outcomes = await commitImports(engine, plans);
  for (const plan of plans)
    for (const reject of plan.rejects) {
      const { file, line } = placeOf(plan.staged.file, plan.staged.origin, reject.line);
      tell(rejectText(file, { ...reject, line }));
    }

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
  await writeContents(engine, out);
  const others = await otherTables(out, new Set(tables.map(({ table }) => `${table}.csv`)));
  if (others.length > 0)
    tell(`${out} holds ${others.join(', ')} of an earlier import; a report reads them as well`);
  const contradictions = await engine.rows(
    sql`SELECT kind, count(*) AS n FROM contradiction GROUP BY kind ORDER BY kind`,
    work,
  );
  return {
    files: plans.map((plan, i) => planJson(plan, reviews[i], outcomes[i])),
    warnings,
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
