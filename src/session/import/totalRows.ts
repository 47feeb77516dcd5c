import { documentDatasets } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import { totalPattern, totalWords, wordKey } from '../../domain/import/words';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { stagedColumn } from '../../ledger/projection/staged';
import { withBankRows } from './bankRows';
import { withGroupNames } from './groupNames';

/** In longer files a report's total is hardly there, and every row would be looked at for it. */
const rowsMax = 500_000;
/** A subtotal for each customer names that many. */
const wordsMax = 2_000;

/** A mapping that leaves out the rows that are totals or balances of the others. */
export async function withoutTotals(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  options: RunOptions,
): Promise<Mapping> {
  if (mapping.dataset === 'bank_transaction') return withBankRows(engine, staged, mapping, options);
  const isListed = documentDatasets.has(mapping.dataset) || mapping.dataset === 'payment';
  const isSaid = mapping.profile !== undefined && mapping.totals !== undefined;
  if (!isListed || isSaid || staged.dataset || staged.rowCount > rowsMax) return mapping;
  const keys = keysOf(mapping);
  if (!keys) return mapping;
  const columns = new Set([keys.id, 0, ...[keys.customer, keys.date].filter((at) => at >= 0)]);
  let best: ColumnTotals = { column: 0, words: [], count: 0, hasDoubtful: false };
  let hasDoubtful = false;
  for (const column of columns) {
    const found = await totalsIn(engine, staged, keys, column, options);
    if (found.count > best.count) best = found;
    hasDoubtful ||= found.hasDoubtful;
  }
  const saved = mapping.totals?.column === best.column ? mapping.totals.words : [];
  const words = [...new Set([...saved, ...best.words])].sort();
  const whole: Mapping = {
    ...mapping,
    ...(words.length > 0 && { totals: { column: best.column, words } }),
    ...(hasDoubtful &&
      (await areAllTotals(engine, staged, keys, options)) && { hasHeadings: true }),
  };
  return withGroupNames(engine, staged, whole, options);
}

/** The columns by which a row is a record of its own; -1 where the file has none of it. */
interface Keys {
  readonly id: number;
  readonly date: number;
  readonly customer: number;
  readonly amount: number;
}

function keysOf({ dataset, fields }: Mapping): Keys | undefined {
  const id = fields[dataset === 'payment' ? 'payment_id' : 'document_id'];
  if (!id) return undefined;
  return {
    id: id.column,
    date: fields['document_date']?.column ?? -1,
    customer: (fields['customer_id'] ?? fields['customer_name'])?.column ?? -1,
    amount: (fields['amount'] ?? fields['line_amount'])?.column ?? -1,
  };
}

const isBlank = (column: number): Sql =>
  column < 0 ? sql`FALSE` : sql`coalesce(trim(${stagedColumn(column)}), '') = ''`;

/** A text that begins or ends with the word for a total. */
const isTotal = (column: number): Sql =>
  sql`regexp_matches(lower(strip_accents(trim(${stagedColumn(column)}))), ${totalPattern})`;

interface ColumnTotals {
  readonly column: number;
  readonly words: readonly string[];
  /** Rows that have one of them. */
  readonly count: number;
  /** Whether a word is there that names a total in one row, and a customer or a document in another. */
  readonly hasDoubtful: boolean;
}

/**
 * The words of one column that stand in totals. A total has a word where the others have a number or a date; one that
 * begins with such a word and has more to say (`Total Foo Inc`) lacks a number or a date besides. A row with a number, a
 * customer, a date and an amount is a record, whatever it is called.
 */
async function totalsIn(
  engine: Engine,
  staged: StagedFile,
  keys: Keys,
  column: number,
  options: RunOptions,
): Promise<ColumnTotals> {
  const { id, date, customer, amount } = keys;
  const lacksKey =
    column === id
      ? isBlank(date)
      : sql`(${isBlank(id)} OR ${column === date ? sql`TRUE` : isBlank(date)})`;
  const isRecord =
    column === id
      ? sql`NOT (${customer < 0 ? sql`TRUE` : isBlank(customer)} OR ${isBlank(date)} OR ${isBlank(amount)})`
      : sql`NOT ${lacksKey}`;
  const before = [...Array(column).keys()].map((at) => isBlank(at));
  const isFirst = before.length === 0 ? sql`TRUE` : sql`(${sql.join(before, ' AND ')})`;
  const rows = await engine.rows(
    sql`SELECT trim(${stagedColumn(column)}) AS word,
               count(*) FILTER (WHERE ${lacksKey} AND ${isFirst}) AS keyless,
               count(*) FILTER (WHERE ${isRecord}) AS records, count(*) AS n
        FROM ${staged.rows} s WHERE ${isTotal(column)} GROUP BY 1 ORDER BY 1 LIMIT ${wordsMax}`,
    options,
  );
  const totals = new Map<string, { n: number; records: number }>();
  for (const row of rows) {
    const key = wordKey(String(row['word']));
    const [keyless, records, n] = ['keyless', 'records', 'n'].map((name) => Number(row[name]));
    const isWord = totalWords.has(key);
    const before = totals.get(key) ?? { n: 0, records: 0 };
    totals.set(key, {
      n: before.n + ((isWord ? (n ?? 0) - (records ?? 0) : keyless) ?? 0),
      records: before.records + ((isWord ? records : (n ?? 0) - (keyless ?? 0)) ?? 0),
    });
  }
  const sure = [...totals].filter(([, { n, records }]) => n > 0 && records === 0);
  return {
    column,
    words: sure.map(([key]) => key),
    count: sure.reduce((sum, [, { n }]) => sum + n, 0),
    hasDoubtful: [...totals.values()].some(({ n, records }) => n > 0 && records > 0),
  };
}

/** Whether every row without number and date says first that it is a total. */
async function areAllTotals(
  engine: Engine,
  staged: StagedFile,
  { id, date }: Keys,
  options: RunOptions,
): Promise<boolean> {
  if (date < 0) return false;
  const cells = staged.headers.map((_, at) => sql`nullif(trim(${stagedColumn(at)}), '')`);
  const [found] = await engine.rows(
    sql`SELECT count(*) AS n FROM ${staged.rows} s WHERE ${isBlank(id)} AND ${isBlank(date)}
        AND NOT coalesce(regexp_matches(lower(strip_accents(coalesce(${sql.join(cells)}, ''))), ${totalPattern}), FALSE)`,
    options,
  );
  return Number(found?.['n'] ?? 0) === 0;
}
