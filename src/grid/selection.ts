/**
 * A rectangle of cells, as in a spreadsheet. Rows are counted through the body and then the totals below it;
 * columns are counted as they are displayed. The anchor stays, the focus moves.
 */
export interface CellPoint {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  readonly anchor: CellPoint;
  readonly focus: CellPoint;
}

/** How many rows and columns there are to move in. */
export interface Extent {
  readonly bodyRows: number;
  readonly totalRows: number;
  readonly columns: number;
}

/** The rectangle of a selection, all four sides inclusive. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function blockOf({ anchor, focus }: Selection): Block {
  return {
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.column, focus.column),
  };
}

export function contains(block: Block, { row, column }: CellPoint): boolean {
  return row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
}

export function cellCount(block: Block): number {
  return (block.bottom - block.top + 1) * (block.right - block.left + 1);
}

export function selectCell(point: CellPoint): Selection {
  return { anchor: point, focus: point };
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}

/** Moves the focus and keeps the anchor. A block stays within the body or within the totals: they are never mixed. */
export function extendTo(selection: Selection, point: CellPoint, extent: Extent): Selection {
  const inTotals = selection.anchor.row >= extent.bodyRows;
  const first = inTotals ? extent.bodyRows : 0;
  const last = inTotals ? extent.bodyRows + extent.totalRows - 1 : extent.bodyRows - 1;
  return {
    anchor: selection.anchor,
    focus: {
      row: clamp(point.row, first, last),
      column: clamp(point.column, 0, extent.columns - 1),
    },
  };
}

/** Every cell of the body. The focus is at its start: that is where the next key goes on from. */
export function selectAll(extent: Extent): Selection | undefined {
  if (extent.bodyRows === 0 || extent.columns === 0) return undefined;
  return {
    anchor: { row: extent.bodyRows - 1, column: extent.columns - 1 },
    focus: { row: 0, column: 0 },
  };
}

/** The selection after rows or columns went away; `undefined` where nothing of it is left. */
export function within(selection: Selection, extent: Extent): Selection | undefined {
  const rows = extent.bodyRows + extent.totalRows;
  if (rows === 0 || extent.columns === 0) return undefined;
  const fitted = ({ row, column }: CellPoint): CellPoint => ({
    row: clamp(row, 0, rows - 1),
    column: clamp(column, 0, extent.columns - 1),
  });
  return extendTo(selectCell(fitted(selection.anchor)), fitted(selection.focus), extent);
}
