import { exact } from '../domain/money/decimal';
import type { Outside, ReportResult, ResultRow, TieOut } from '../domain/report/result';
import { amountText, decodeRow } from '../domain/report/row';
import type { Cell, Engine, RowWindow, RunOptions, SortKey } from '../engine/port';
import { type Sql, sql } from '../engine/sql';
import { assert } from '../lib/assert';
import { type BoundReport, computedRowsMax } from './define';
import type { HeldInputs } from './heldInputs';
import { outsideHorizon } from './horizon';
import { MissingRate } from './missingRate';
import { tableOf } from './tableOf';

/** A report that has been asked: its rows stay in the engine and are read page by page. */
export interface OpenReport {
  readonly report: BoundReport;
  readonly rowCount: number;
  readonly totals: readonly ResultRow[];
  readonly baseCurrency: string;
  /** Where its day lies outside of what the files say they are complete for. */
  readonly outside: Outside | undefined;
  page(offset: number, limit: number, options?: RunOptions): Promise<readonly ResultRow[]>;
  /** The same rows in another order, or only those that a condition keeps; both stay open until closed. */
  sorted(order: readonly SortKey[], where?: Sql, options?: RunOptions): Promise<OpenReport>;
  close(): Promise<void>;
}

/** A question whose answer has more rows than are computed. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
  readonly rowCount: number;
  readonly limit = computedRowsMax;

  constructor(report: string, rowCount: number) {
    super(
      `${report} would have ${rowCount} rows, and at most ${computedRowsMax} are computed (computedRowsMax); choose a filter or another dimension`,
    );
    this.rowCount = rowCount;
  }
}

async function refuseMissingRate(
  engine: Engine,
  report: BoundReport,
  options?: RunOptions,
): Promise<void> {
  const query = report.missingRate(engine.dialect);
  const [missing] = query ? await engine.rows(query, options) : [];
  if (missing)
    throw new MissingRate(
      String(missing['currency']),
      String(missing['base_currency']),
      String(missing['document_id']),
      Number(missing['item_count']),
    );
}

/** The currency of the books, as the ledger was built. */
async function baseCurrencyOf(engine: Engine, options?: RunOptions): Promise<string> {
  const [row] = await engine.rows(sql`SELECT base_currency FROM ledger_base`, options);
  const currency = row?.['base_currency'];
  assert(typeof currency === 'string', 'the ledger has no base currency');
  return currency;
}

/**
 * Runs a report's query once and keeps its rows sorted. Close it when it is no longer shown.
 * @param held where the facts of a computed report may be held for the next time
 * @throws MissingRate; TooManyRows; EngineError
 */
export async function openReport(
  engine: Engine,
  report: BoundReport,
  options?: RunOptions,
  held?: HeldInputs,
): Promise<OpenReport> {
  await refuseMissingRate(engine, report, options);
  // Both are on their way at once: the engine takes them one after the other.
  const [baseCurrency, outside, window] = await Promise.all([
    baseCurrencyOf(engine, options),
    outsideHorizon(engine, report.days, options),
    openRows(engine, report, options, held),
  ]);
  return wrap(report, { baseCurrency, outside }, window, options);
}

/** A report's rows, sorted: those of its query, or those that are computed, given back to the engine. */
async function openRows(
  engine: Engine,
  report: BoundReport,
  options?: RunOptions,
  held?: HeldInputs,
): Promise<RowWindow> {
  const { source } = report;
  if (source.kind === 'query')
    return engine.window(source.query(engine.dialect), report.order, options);
  const answers: [string, readonly ResultRow[]][] = [];
  for (const [name, question] of Object.entries(source.inputs(engine.dialect)))
    answers.push([
      name,
      held
        ? await held.rows(engine, question, report.needs, options)
        : await engine.rows(question, options),
    ]);
  const rows = source.rows(Object.fromEntries(answers));
  if (rows.length > computedRowsMax) throw new TooManyRows(report.id, rows.length);
  return engine.window(tableOf(report.columns, rows), report.order, options);
}

async function wrap(
  report: BoundReport,
  of: Pick<OpenReport, 'baseCurrency' | 'outside'>,
  window: RowWindow,
  options?: RunOptions,
): Promise<OpenReport> {
  const { baseCurrency } = of;
  const totalColumns = [
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' as const },
    ...report.columns.filter((column) => column.id !== 'currency'),
    { id: 'item_count', label: { key: 'column.itemCount' }, kind: 'integer' as const },
  ];
  const hasTotals = report.totals(sql`w`) !== undefined;
  const rows = hasTotals
    ? await window.rows((source) => report.totals(source) ?? sql.empty, options)
    : [];
  return {
    report,
    rowCount: window.rowCount,
    ...of,
    totals: rows.map((row) => decodeRow(totalColumns, row, baseCurrency)),
    async page(offset, limit, pageOptions) {
      const page = await window.page(offset, limit, pageOptions);
      return page.map((row) => decodeRow(report.columns, row, baseCurrency));
    },
    async sorted(order, where, sortOptions) {
      return wrap(report, of, await window.sorted(order, where, sortOptions), sortOptions);
    },
    close: () => window.close(),
  };
}

/** What is shown and what filters leave out of the left side; nothing where they leave nothing out. */
function partsOf(
  left: string,
  shown: Cell | undefined,
  currency: string,
): Pick<TieOut, 'shown' | 'leftOut'> {
  if (typeof shown !== 'string') return {};
  const leftOut = exact(left).minus(exact(shown));
  if (leftOut.isZero()) return {};
  return {
    shown: amountText(shown, currency),
    leftOut: amountText(leftOut.toFixed(), currency),
  };
}

/** All tie-outs of a report, each a question of its own to the engine. */
export async function runTieOuts(
  engine: Engine,
  report: BoundReport,
  options?: RunOptions,
): Promise<readonly TieOut[]> {
  const results: TieOut[] = [];
  for (const name of report.tieOutNames) {
    const query = report.tieOut(name, engine.dialect);
    if (!query) continue;
    for (const row of await engine.rows(query, options)) {
      const { currency, left_amount: left, right_amount: right, shown_amount: shown } = row;
      assert(
        typeof currency === 'string' && typeof left === 'string' && typeof right === 'string',
        `tie-out ${name} gave no amounts`,
      );
      const difference = exact(left).minus(exact(right)).toFixed();
      results.push({
        name,
        currency,
        left: amountText(left, currency),
        right: amountText(right, currency),
        difference: amountText(difference, currency),
        ...partsOf(left, shown, currency),
      });
    }
  }
  return results;
}

/** A whole report as one value: for the shell, exports and tests. */
export async function runReport(
  engine: Engine,
  report: BoundReport,
  options?: RunOptions,
): Promise<ReportResult> {
  const open = await openReport(engine, report, options);
  try {
    return await fullResult(open, await runTieOuts(engine, report, options), options);
  } finally {
    await open.close();
  }
}

/** Everything of an open report as one value, its rows in their present order. */
export async function fullResult(
  open: OpenReport,
  tieOuts: readonly TieOut[],
  options?: RunOptions,
): Promise<ReportResult> {
  const { report, totals, rowCount, outside } = open;
  const pageSize = 20_000;
  const rows: ResultRow[] = [];
  for (let offset = 0; offset < rowCount; offset += pageSize)
    for (const row of await open.page(offset, pageSize, options)) rows.push(row);
  const { id, params, policy, columns } = report;
  return {
    ...{ report: id, params, policy, columns, rows, totals, tieOuts, rowCount },
    ...(outside && { outside }),
  };
}
