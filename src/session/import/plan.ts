import { type DatasetDef, datasetByName } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import { ImportFailure } from '../../domain/import/problem';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { readFailure, type StagedFile } from '../../importers/csv/stage';
import { limits } from '../../importers/limits';
import { convertSql } from '../../ledger/projection/convert';
import { isReceiptText } from '../../ledger/projection/kindOfSign';
import { isMapped } from '../../ledger/projection/staged';
import { typedRows } from '../../ledger/projection/typed';
import { assert } from '../../lib/assert';
import { refuseRepeated } from './repeated';
import { typedTableOf } from './typedTable';

export type RejectReason =
  | 'missing'
  | 'unreadable'
  | 'not_computed'
  | 'unknown_side'
  | 'other_currency'
  | 'repeated'
  | 'too_wide'
  | 'header_missing'
  | 'header_repeated';

/**
 * Why a row is no record at all: a group's heading or total, a paper that nobody owes, a line of an account that the
 * records are not about, a document that posts nothing, a line that a bank has
 * not booked, a person's word, or the same row in another of the files.
 */
export const leftOutReasons = [
  'heading',
  'not_posted',
  'other_account',
  'unposted',
  'pending',
  'dropped',
  'in_other_file',
] as const;
type LeftOutReason = (typeof leftOutReasons)[number];

/** A row that is not taken: its line, the field, what stands there, and why. */
export interface Reject {
  readonly line: number;
  readonly reason: RejectReason;
  readonly field: string;
  readonly value: string;
}

/** Rows and the sum of their amounts, in one currency (blank: the books' own). */
interface ControlTotal {
  readonly currency: string;
  readonly rows: number;
  readonly amount: string;
}

/** Other records of a file's rows: one that lacks what they need holds none. */
interface OtherRecords {
  readonly mapping: Mapping;
  readonly typedTable: string;
  readonly goodCount: number;
}

/** What an import would do, computed from all of its rows; committing it does exactly this. */
export interface ImportPlan {
  readonly staged: StagedFile;
  readonly mapping: Mapping;
  readonly sourceId: string;
  /** The typed rows in the engine. */
  readonly typedTable: string;
  readonly rowCount: number;
  readonly goodCount: number;
  readonly rejectCount: number;
  readonly rejects: readonly Reject[];
  /** Rows that are no records, by why; they are neither taken nor rejected. */
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
  /** What else each row holds. */
  readonly others: readonly OtherRecords[];
  /** Of every row whose amount can be read, and of the rows that are taken. */
  readonly fileTotals: readonly ControlTotal[];
  readonly goodTotals: readonly ControlTotal[];
  /** Of both the part that is minus, in currencies that have any. */
  readonly fileCredits: readonly ControlTotal[];
  readonly goodCredits: readonly ControlTotal[];
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  /** Of the taken rows: those with a settlement of their own. */
  readonly settledCount: number;
  /** Negative amounts without a kind, which become credit notes. */
  readonly creditNoteCount: number;
  /** Ids that keep a leading zero: proof that nothing was read as a number. */
  readonly leadingZeroCount: number;
  readonly isSplit: boolean;
}

/** Files whose rows were typed once already: a second plan finds them marked by the first, and types anew. */
const usedEarly = new WeakSet<StagedFile>();

/** The first lines of the files that were put together as one. */
const startsOf = ({ origin }: Pick<StagedFile, 'origin'>): readonly number[] =>
  origin?.pieces?.map(({ line }) => line) ?? [];

/** Puts the typed rows of a file into their table. */
export function typeRows(
  engine: Engine,
  staged: Pick<StagedFile, 'table' | 'rows' | 'origin'>,
  dataset: DatasetDef,
  mapping: Mapping,
  options: RunOptions,
  typedTable = typedTableOf(staged),
): Promise<void> {
  return engine.exec(
    sql`CREATE OR REPLACE TABLE ${sql.id(typedTable)} AS ${typedRows(staged.rows, dataset, mapping, startsOf(staged))}`,
    options,
  );
}

/**
 * Types every staged row and says what would become of it.
 * @throws ImportFailure where a required field has no column, or no row can be taken
 */
export async function planImport(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  options: RunOptions,
): Promise<ImportPlan> {
  const dataset = datasetByName(mapping.dataset);
  if (!dataset) throw new ImportFailure({ code: 'not_recognised', file: staged.file });
  const unmapped = dataset.fields.find((field) => field.required && !isMapped(mapping, field.name));
  if (unmapped)
    throw new ImportFailure({
      code: 'field_unmapped',
      file: staged.file,
      line: staged.headerLine || undefined,
      values: { field: unmapped.name },
    });

  await checkConstants(engine, dataset, mapping, staged.file, options);

  const typedTable = typedTableOf(staged);
  const typed = sql.id(typedTable);
  if (JSON.stringify(staged.typedAs) !== JSON.stringify(mapping) || usedEarly.has(staged))
    await typeRows(engine, staged, dataset, mapping, options).catch(async (error: unknown) => {
      throw await readFailure(error, staged.source);
    });
  usedEarly.add(staged);
  const isSplit = await refuseRepeated(engine, typed, mapping, startsOf(staged), options);
  const others = await typeOthers(engine, staged, mapping.also ?? [], options);
  for (const { typedTable: other } of mapping.leaveOut ? others : [])
    await rejectLost(engine, typed, sql.id(other), options);

  const idField = dataset.fields.find((field) => field.required && field.type === 'id')?.name;
  const id =
    idField !== undefined && isMapped(mapping, idField)
      ? sql.id(idField)
      : sql`CAST(NULL AS VARCHAR)`;
  const dateField = dataset.fields.find((field) => field.required && field.type === 'date')?.name;
  const date =
    dateField !== undefined && isMapped(mapping, dateField)
      ? sql.id(dateField)
      : sql`CAST(NULL AS DATE)`;
  const settled = isMapped(mapping, 'settled_date') ? sql`settled_date IS NOT NULL` : sql`FALSE`;
  const credit =
    mapping.dataset === 'document' && !isMapped(mapping, 'kind')
      ? sql`amount < 0 AND NOT ${isReceiptText(mapping)}`
      : sql`FALSE`;
  const [facts] = await engine.rows(
    sql`SELECT count(*) AS row_count, count(*) FILTER (WHERE problem IS NULL) AS good_count,
               min(${date}) FILTER (WHERE problem IS NULL) AS date_from,
               max(${date}) FILTER (WHERE problem IS NULL) AS date_to,
               count(*) FILTER (WHERE problem IS NULL AND ${settled}) AS settled_count,
               count(*) FILTER (WHERE problem IS NULL AND ${credit}) AS credit_note_count,
               count(*) FILTER (WHERE problem IS NULL AND ${id} LIKE '0%') AS leading_zero_count
        FROM ${typed}`,
    options,
  );
  const goodCount = Number(facts?.['good_count'] ?? 0);
  const leftOut = await countLeftOut(engine, staged, typed, mapping, options);
  const leftOutCount = sumOf(Object.values(leftOut));
  const typedCount = Number(facts?.['row_count'] ?? 0);
  assert(
    typedCount === staged.rowCount,
    `${staged.file}: ${staged.rowCount} records were counted, the engine read ${typedCount}`,
  );
  const rejectCount = typedCount - goodCount - leftOutCount + staged.tooWide.length;
  const rejects = rejectCount === 0 ? [] : await readRejects(engine, staged, typed, options);
  if (goodCount === 0) {
    const first = rejects[0];
    throw new ImportFailure({
      code: 'all_rows_rejected',
      file: staged.file,
      line: first?.line,
      values: {
        count: typedCount + staged.tooWide.length,
        field: first?.field ?? '',
        value: first?.value ?? '',
        reason: first?.reason ?? '',
      },
    });
  }
  const ofFile = await totalsOf(engine, typed, mapping, isRecord(leftOut), options);
  const isAllGood =
    goodCount === typedCount - sumOf(notOfFile.map((reason) => leftOut[reason] ?? 0));
  const ofGood = isAllGood
    ? ofFile
    : await totalsOf(engine, typed, mapping, sql`problem IS NULL`, options);
  return {
    staged,
    mapping,
    sourceId: `${staged.file}#${staged.sha256.slice(0, 8)}`,
    typedTable,
    rowCount: typedCount + staged.tooWide.length,
    goodCount,
    rejectCount,
    rejects,
    leftOut,
    others,
    fileTotals: ofFile.all,
    goodTotals: ofGood.all,
    fileCredits: ofFile.credits,
    goodCredits: ofGood.credits,
    dateFrom: textOrNull(facts?.['date_from']),
    dateTo: textOrNull(facts?.['date_to']),
    settledCount: Number(facts?.['settled_count'] ?? 0),
    creditNoteCount: Number(facts?.['credit_note_count'] ?? 0),
    leadingZeroCount: Number(facts?.['leading_zero_count'] ?? 0),
    isSplit,
  };
}

/**
 * Headings, totals and rows that two files have would be counted twice in a file's own total, lines of other accounts
 * belong to none.
 */
const notOfFile = ['heading', 'other_account', 'in_other_file'] as const;

const isRecord = (leftOut: ImportPlan['leftOut']): Sql =>
  notOfFile.every((reason) => leftOut[reason] === undefined)
    ? sql`TRUE`
    : sql`(problem IS NULL OR problem NOT IN (${sql.join(notOfFile.map((reason) => sql`${`${reason}:`}`))}))`;

const sumOf = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

/** Rows that are no records, where the mapping knows of any. */
async function countLeftOut(
  engine: Engine,
  staged: StagedFile,
  typed: Sql,
  mapping: Mapping,
  options: RunOptions,
): Promise<ImportPlan['leftOut']> {
  const hasWords = Object.values(mapping.fields).some(({ words }) => words !== undefined);
  const mayBeLeftOut = mapping.hasHeadings || mapping.totals || mapping.leaveOut || hasWords;
  const isTogether = startsOf(staged).length > 1;
  if (!mayBeLeftOut && !isTogether && (mapping.dropped ?? []).length === 0) return {};
  const rows = await engine.rows(
    sql`SELECT split_part(problem, ':', 1) AS reason, count(*) AS n FROM ${typed}
        WHERE split_part(problem, ':', 1) IN (${sql.join(leftOutReasons.map((one) => sql`${one}`))}) GROUP BY 1 ORDER BY 1`,
    options,
  );
  return Object.fromEntries(rows.map((row) => [String(row['reason']), Number(row['n'])]));
}

/** Types the other records that a file's rows hold, each into a table of its own. */
async function typeOthers(
  engine: Engine,
  staged: StagedFile,
  mappings: readonly Mapping[],
  options: RunOptions,
): Promise<readonly OtherRecords[]> {
  const others: OtherRecords[] = [];
  for (const [i, mapping] of mappings.entries()) {
    const dataset = datasetByName(mapping.dataset);
    assert(dataset, `${mapping.dataset} is no dataset`);
    const typedTable = typedTableOf(staged, i + 1);
    await typeRows(engine, staged, dataset, mapping, options, typedTable);
    await refuseRepeated(engine, sql.id(typedTable), mapping, startsOf(staged), options);
    const [count] = await engine.rows(
      sql`SELECT count(*) AS n FROM ${sql.id(typedTable)} WHERE problem IS NULL`,
      options,
    );
    others.push({ mapping, typedTable, goodCount: Number(count?.['n'] ?? 0) });
  }
  return others;
}

/** A line of another account has its place among the other records: where it is none there either, it is rejected. */
function rejectLost(engine: Engine, typed: Sql, other: Sql, options: RunOptions): Promise<void> {
  return engine.exec(
    sql`UPDATE ${typed} SET problem = o.problem FROM ${other} o
        WHERE o.line = ${typed}.line AND ${typed}.problem = 'other_account:' AND o.problem IS NOT NULL
          AND split_part(o.problem, ':', 1) NOT IN (${sql.join(leftOutReasons.map((one) => sql`${one}`))})`,
    options,
  );
}

/** A constant stands on every row, so one that cannot be read is told before any row is. */
async function checkConstants(
  engine: Engine,
  dataset: DatasetDef,
  mapping: Mapping,
  file: string,
  options: RunOptions,
): Promise<void> {
  for (const field of dataset.fields) {
    const constant = mapping.constants[field.name];
    if (constant === undefined || mapping.fields[field.name] !== undefined) continue;
    const value = convertSql(sql`${constant}`, field.type, undefined);
    const [answer] = await engine.rows(sql`SELECT ${value} IS NULL AS is_unreadable`, options);
    if (answer?.['is_unreadable'] === false || (constant === '' && !field.required)) continue;
    throw new ImportFailure({
      code: 'mapping_invalid',
      file,
      values: { detail: `${field.name} “${constant}” cannot be read` },
    });
  }
}

const textOrNull = (cell: unknown): string | null => (typeof cell === 'string' ? cell : null);

async function readRejects(
  engine: Engine,
  staged: StagedFile,
  typed: Sql,
  options: RunOptions,
): Promise<readonly Reject[]> {
  const rows = await engine.rows(
    sql`SELECT line, problem FROM ${typed} WHERE problem IS NOT NULL
          AND split_part(problem, ':', 1) NOT IN (${sql.join(leftOutReasons.map((one) => sql`${one}`))})
        ORDER BY line LIMIT ${limits.rejectsShownMax}`,
    options,
  );
  const found = rows.map((row): Reject => {
    const [reason = '', field = '', ...value] = String(row['problem']).split(':');
    return {
      line: Number(row['line']),
      reason: reason as Reject['reason'],
      field,
      value: value.join(':').slice(0, 200),
    };
  });
  const wide = staged.tooWide.map(
    (record): Reject => ({
      line: record.line,
      reason: 'too_wide',
      field: '',
      value: String(record.cells),
    }),
  );
  return [...found, ...wide].sort((a, b) => a.line - b.line).slice(0, limits.rejectsShownMax);
}

/** The field whose sum is a file's control total: what stands on its rows, not what they repeat. */
function amountField({ dataset, ...mapping }: Mapping): string | undefined {
  const name = dataset === 'sales_line' ? 'line_amount' : 'amount';
  return isMapped({ ...mapping, dataset }, name) ? name : undefined;
}

async function totalsOf(
  engine: Engine,
  typed: Sql,
  mapping: Mapping,
  where: Sql,
  options: RunOptions,
): Promise<{ readonly all: readonly ControlTotal[]; readonly credits: readonly ControlTotal[] }> {
  // Amounts whose currency stands on another row (an allocation's on its documents) are never added up here.
  const fields = datasetByName(mapping.dataset)?.fields ?? [];
  const counted = amountField(mapping);
  if (counted === undefined || !fields.some((field) => field.name === 'currency'))
    return { all: [], credits: [] };
  const amount = sql.id(counted);
  const currency = isMapped(mapping, 'currency') ? sql`coalesce(currency, '')` : sql`''`;
  // A receipt's lines that say what each applied repeat the amount of the whole.
  const once = isMapped(mapping, 'applied_amount')
    ? sql`QUALIFY row_number() OVER (PARTITION BY payment_id ORDER BY line) = 1`
    : sql.empty;
  const rows = await engine.rows(
    sql`SELECT ${currency} AS currency, count(*) AS n, CAST(sum(${amount}) AS DECIMAL(28,4)) AS amount,
               count(*) FILTER (WHERE ${amount} < 0) AS credit_n, CAST(coalesce(sum(${amount}) FILTER (WHERE ${amount} < 0), 0) AS DECIMAL(28,4)) AS credit_amount
        FROM (SELECT * FROM ${typed} WHERE ${amount} IS NOT NULL AND ${where} ${once}) t GROUP BY 1 ORDER BY 1`,
    options,
  );
  const totals = (count: string, sum: string): readonly ControlTotal[] =>
    rows.map((row) => ({
      currency: String(row['currency']),
      rows: Number(row[count]),
      amount: String(row[sum]),
    }));
  return {
    all: totals('n', 'amount'),
    credits: totals('credit_n', 'credit_amount').filter((one) => one.rows > 0),
  };
}
