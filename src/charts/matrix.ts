import { exact, sum } from '../domain/money/decimal';
import type { ResultRow } from '../domain/report/result';
import { amountText } from '../domain/report/row';

/** A row or a column of a matrix. */
export interface MatrixLine {
  readonly id: string;
  readonly name: string;
  /** The sum of its cells, exact text. */
  readonly total: string;
}

/** One figure of a matrix: an amount, and what share it is of something. Exact texts. */
export interface MatrixCell {
  /** Places among the rows and the columns. */
  readonly row: number;
  readonly column: number;
  readonly amount: string;
  readonly share: string | undefined;
  /** The row of the report that it is. */
  readonly source: ResultRow;
}

/** A matrix of one currency. A place without a cell is one of which the report has no row. */
export interface Matrix {
  readonly currency: string;
  readonly rows: readonly MatrixLine[];
  readonly columns: readonly MatrixLine[];
  readonly cells: readonly MatrixCell[];
}

export interface MatrixRequest {
  /** The report's rows, in any order. */
  readonly rows: readonly ResultRow[];
  readonly currency: string;
  /** Ids of rows and columns, in their order; those that no figure is of are left out unless they are `always` there. */
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
  readonly always: ReadonlySet<string>;
  /** Which columns of the report say where a figure stands, what it is and what share. */
  readonly take: {
    readonly row: string;
    readonly column: string;
    readonly amount: string;
    readonly share: string;
  };
  readonly rowName: (id: string) => string;
  readonly columnName: (id: string) => string;
}

const textOf = (cell: ResultRow[string] | undefined): string => String(cell ?? '');

/** Rows of a report as a matrix of one of its currencies. */
export function matrixOf(request: MatrixRequest): Matrix {
  const { currency, always, take, rowName, columnName } = request;
  const own = request.rows.filter((row) => row['currency'] === currency);
  const lines = (
    ids: readonly string[],
    column: string,
    name: (id: string) => string,
  ): readonly MatrixLine[] =>
    ids.flatMap((id) => {
      const figures = own.filter((row) => textOf(row[column]) === id);
      if (figures.length === 0 && !always.has(id)) return [];
      const amounts = figures.map((row) => exact(textOf(row[take.amount] ?? '0')));
      return [{ id, name: name(id), total: amountText(sum(amounts).toFixed(), currency) }];
    });
  const rows = lines(request.rowIds, take.row, rowName);
  const columns = lines(request.columnIds, take.column, columnName);
  const rowAt = new Map(rows.map(({ id }, at) => [id, at]));
  const columnAt = new Map(columns.map(({ id }, at) => [id, at]));
  const cells = own.flatMap((source): readonly MatrixCell[] => {
    const row = rowAt.get(textOf(source[take.row]));
    const column = columnAt.get(textOf(source[take.column]));
    const amount = source[take.amount];
    if (row === undefined || column === undefined || typeof amount !== 'string') return [];
    const share = source[take.share];
    return [{ row, column, amount, share: typeof share === 'string' ? share : undefined, source }];
  });
  return { currency, rows, columns, cells };
}

/** The currencies of a report's rows, that of the books first. */
export function currenciesOf(rows: readonly ResultRow[], base: string): readonly string[] {
  const all = [...new Set(rows.map((row) => textOf(row['currency'])))].sort();
  return [...all.filter((one) => one === base), ...all.filter((one) => one !== base)];
}
