import type { GridApi } from 'ag-grid-community';
import type { ResultRow } from '../domain/report/result';
import type { CellPoint, Extent } from './selection';

/** The cell under a DOM node: rows and columns as selections count them. */
export function pointOf(
  target: EventTarget | null,
  columnIds: readonly string[],
  extent: Extent,
): CellPoint | undefined {
  if (!(target instanceof Element)) return undefined;
  const cell = target.closest('.ag-cell');
  const row = cell?.closest('.ag-row')?.getAttribute('row-index');
  const column = columnIds.indexOf(cell?.getAttribute('col-id') ?? '');
  if (row === null || row === undefined || column === -1) return undefined;
  const inTotals = row.startsWith('b-');
  const index = Number(inTotals ? row.slice(2) : row);
  if (!Number.isInteger(index)) return undefined;
  return { row: inTotals ? extent.bodyRows + index : index, column };
}

/** Where the grid library counts totals apart: its row index and which part it is in. */
function gridRow(row: number, extent: Extent): { index: number; pinned: 'bottom' | null } {
  const inTotals = row >= extent.bodyRows;
  return { index: inTotals ? row - extent.bodyRows : row, pinned: inTotals ? 'bottom' : null };
}

/** A cell's element, where it is drawn. */
export function cellElement(
  root: HTMLElement,
  point: CellPoint,
  columnIds: readonly string[],
  extent: Extent,
): HTMLElement | undefined {
  const { index, pinned } = gridRow(point.row, extent);
  const row = pinned === null ? String(index) : `b-${index}`;
  const id = columnIds[point.column];
  if (id === undefined) return undefined;
  const cells = root.querySelectorAll<HTMLElement>(`.ag-row[row-index="${row}"] .ag-cell`);
  return [...cells].find((cell) => cell.getAttribute('col-id') === id);
}

/** Scrolls a cell into view, and gives it the keyboard where asked. */
export function showCell(
  api: GridApi<ResultRow>,
  point: CellPoint,
  columnIds: readonly string[],
  extent: Extent,
  takeFocus: boolean,
): void {
  const id = columnIds[point.column];
  if (id === undefined) return;
  const { index, pinned } = gridRow(point.row, extent);
  if (pinned === null) api.ensureIndexVisible(index);
  api.ensureColumnVisible(id);
  if (takeFocus) api.setFocusedCell(index, id, pinned);
}

/** Puts each class on the drawn cells that its condition holds for, and takes it off the others. */
export function paintCells(
  root: HTMLElement,
  columnIds: readonly string[],
  extent: Extent,
  rules: readonly (readonly [className: string, holds: (point: CellPoint) => boolean])[],
): void {
  for (const cell of root.querySelectorAll('.ag-cell')) {
    const point = pointOf(cell, columnIds, extent);
    for (const [className, holds] of rules)
      cell.classList.toggle(className, point !== undefined && holds(point));
  }
}
