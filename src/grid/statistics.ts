import { currencyScale } from '../domain/money/currency';
import { Exact, exact } from '../domain/money/decimal';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';

/** Sum and average of the selected figures of one unit. Different units are never added. */
export interface SelectionFigure {
  /** The currency of amounts; `null` for whole numbers, which are added within one column only. */
  readonly currency: string | null;
  /** For whole numbers: their column. */
  readonly column: string | null;
  readonly count: number;
  readonly sum: string;
  readonly average: string;
}

export interface SelectionSummary {
  readonly cells: number;
  readonly rows: number;
  readonly figures: readonly SelectionFigure[];
  /** False where the block is too large to be added up on the fly. */
  readonly complete: boolean;
}

/** More rows than this are counted but not added: the totals row has the sum of a whole column. */
export const summedRowsMax = 20_000;

interface Running {
  readonly currency: string | null;
  readonly column: string | null;
  count: number;
  sum: Exact;
}

/** Rows and those of their columns that are selected. */
export interface SelectedPart {
  readonly columns: readonly Column[];
  readonly rows: readonly ResultRow[];
}

/** The figures of blocks, exactly. Averages are rounded half away from zero at the currency's digits. */
export function figuresOf(
  parts: readonly SelectedPart[],
  baseCurrency: string,
): readonly SelectionFigure[] {
  const units = new Map<string, Running>();
  const add = (currency: string | null, column: string | null, amount: Exact) => {
    const key = currency ?? `#${column}`;
    const running = units.get(key) ?? { currency, column, count: 0, sum: new Exact(0) };
    running.count += 1;
    running.sum = running.sum.plus(amount);
    units.set(key, running);
  };
  const addCell = (column: Column, row: ResultRow) => {
    const cell = row[column.id];
    if (cell === null || cell === undefined) return;
    if (column.kind === 'integer' && typeof cell === 'number')
      add(null, column.id, new Exact(cell));
    if (column.kind === 'money' && typeof cell === 'string') {
      const named = column.currencyColumn === undefined ? baseCurrency : row[column.currencyColumn];
      add(typeof named === 'string' ? named : baseCurrency, null, exact(cell));
    }
  };
  for (const { rows, columns } of parts)
    for (const row of rows) for (const column of columns) addCell(column, row);
  return [...units.values()].map(({ currency, column, count, sum }) => {
    const scale = currency === null ? 0 : Math.max(currencyScale(currency), sum.decimalPlaces());
    return {
      currency,
      column,
      count,
      sum: sum.toFixed(scale),
      average: sum.div(count).toFixed(currency === null ? 1 : scale),
    };
  });
}
