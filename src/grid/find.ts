import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { type CellStyle, cellText } from './cellText';
import { folded } from './folded';
import type { CellPoint } from './selection';

const chunkRows = 2_000;

/** Whether a cell shows the needle, a folded text, or holds it as the source wrote it (`1234.5` as well as `1,234.50`). */
export function matches(column: Column, row: ResultRow, needle: string, style: CellStyle): boolean {
  const cell = row[column.id];
  if (cell === null || cell === undefined) return false;
  return (
    folded(cellText(column, cell, style)).includes(needle) || folded(String(cell)).includes(needle)
  );
}

export interface FindRequest {
  readonly text: string;
  readonly columns: readonly Column[];
  readonly style: CellStyle;
  readonly rowCount: number;
  /** The search begins after this cell (before it, backwards) and goes round once. */
  readonly from: CellPoint;
  readonly backwards: boolean;
  readonly read: (from: number, to: number) => Promise<readonly ResultRow[]>;
  readonly signal: AbortSignal;
  readonly onProgress?: (rowsDone: number) => void;
}

/** The next cell that shows the text, read chunk by chunk; `undefined` where no cell does or the search was ended. */
export async function findCell(request: FindRequest): Promise<CellPoint | undefined> {
  const { columns, style, rowCount, from, backwards, read, signal } = request;
  const needle = folded(request.text);
  if (needle === '' || rowCount === 0 || columns.length === 0) return undefined;
  const start = Math.max(0, Math.min(rowCount - 1, from.row));

  const hitIn = (row: ResultRow, first: number, last: number): number | undefined => {
    const order = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
      backwards ? last - i : first + i,
    );
    return order.find((i) => {
      const column = columns[i];
      return column !== undefined && matches(column, row, needle, style);
    });
  };

  // The starting row comes first with the cells beyond the start, and last with the others.
  const end = columns.length - 1;
  const [startRow] = await read(start, start + 1);
  if (!startRow || signal.aborted) return undefined;
  const beyond = backwards
    ? hitIn(startRow, 0, from.column - 1)
    : hitIn(startRow, from.column + 1, end);
  if (beyond !== undefined) return { row: start, column: beyond };

  for (let done = 1; done < rowCount; ) {
    const at = backwards ? (start - done + 2 * rowCount) % rowCount : (start + done) % rowCount;
    const size = Math.min(chunkRows, rowCount - done, backwards ? at + 1 : rowCount - at);
    const low = backwards ? at - size + 1 : at;
    const rows = await read(low, low + size);
    if (signal.aborted) return undefined;
    for (let i = 0; i < rows.length; i += 1) {
      const offset = backwards ? rows.length - 1 - i : i;
      const row = rows[offset];
      const column = row && hitIn(row, 0, end);
      if (column !== undefined) return { row: low + offset, column };
    }
    done += size;
    request.onProgress?.(done);
  }
  const rest = backwards ? hitIn(startRow, from.column, end) : hitIn(startRow, 0, from.column);
  return rest === undefined ? undefined : { row: start, column: rest };
}
