import { type CellPoint, type Extent, partOf, rowsOf } from './selection';

/** A key as far as moving in a grid is concerned. */
export interface MoveKey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt?: boolean;
}

/** Whether a cell holds something; `undefined` where its row has not been read. */
export type Filled = (point: CellPoint) => boolean | undefined;

const arrows: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Where Ctrl and an arrow lead: to the last filled cell before a gap, or across a gap to the next filled cell,
 * or to the edge. Rows that nobody has read count as filled, so the jump ends at the edge.
 */
function jump(
  from: CellPoint,
  [rowStep, columnStep]: readonly [number, number],
  extent: Extent,
  filled: Filled,
): CellPoint {
  const { first: firstRow, last: lastRow } = partOf(from.row, extent);
  const inside = ({ row, column }: CellPoint) =>
    row >= firstRow && row <= lastRow && column >= 0 && column < extent.columns;
  const step = ({ row, column }: CellPoint): CellPoint => ({
    row: row + rowStep,
    column: column + columnStep,
  });
  const edge: CellPoint = {
    row: rowStep === 0 ? from.row : rowStep < 0 ? firstRow : lastRow,
    column: columnStep === 0 ? from.column : columnStep < 0 ? 0 : extent.columns - 1,
  };
  let at = step(from);
  if (!inside(at)) return from;
  const overGap = filled(from) === false || filled(at) === false;
  let last = overGap ? edge : at;
  for (; inside(at); at = step(at)) {
    const state = filled(at);
    if (state === undefined) return edge;
    if (overGap && state) return at;
    if (!overGap && !state) return last;
    if (!overGap) last = at;
  }
  return overGap ? edge : last;
}

/**
 * The cell that a key leads to, by a spreadsheet's habits, or `undefined` where the key is no move.
 * @param pageRows rows that one Page Up or Page Down passes
 */
export function move(
  from: CellPoint,
  { key, ctrl, alt = false }: MoveKey,
  extent: Extent,
  pageRows: number,
  filled: Filled,
): CellPoint | undefined {
  if (alt) return undefined;
  const lastColumn = extent.columns - 1;
  const lastRow = rowsOf(extent) - 1;
  const toRow = (row: number): CellPoint => ({
    row: Math.max(0, Math.min(lastRow, row)),
    column: from.column,
  });
  const arrow = Object.hasOwn(arrows, key) ? arrows[key] : undefined;
  if (arrow) {
    if (ctrl) return jump(from, arrow, extent, filled);
    const [rowStep, columnStep] = arrow;
    if (rowStep !== 0) return toRow(from.row + rowStep);
    return {
      row: from.row,
      column: Math.max(0, Math.min(lastColumn, from.column + columnStep)),
    };
  }
  switch (key) {
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { row: from.row, column: 0 };
    case 'End':
      return ctrl
        ? { row: Math.max(0, extent.bodyRows - 1), column: lastColumn }
        : { row: from.row, column: lastColumn };
    case 'PageDown':
      return ctrl
        ? undefined
        : toRow(Math.min(from.row + pageRows, Math.max(from.row, extent.bodyRows - 1)));
    case 'PageUp':
      return ctrl ? undefined : toRow(from.row - pageRows);
    default:
      return undefined;
  }
}
