/**
 * Rectangles of cells, as in a spreadsheet. Rows are counted through the body, the entry row and then the totals below
 * it; columns are counted as they are displayed. The anchor stays, the focus moves.
 */
export interface CellPoint {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  readonly anchor: CellPoint;
  readonly focus: CellPoint;
  /** Blocks that were selected before, and stay so. */
  readonly others?: readonly Block[] | undefined;
}

/** How many rows and columns there are to move in. */
export interface Extent {
  readonly bodyRows: number;
  /** The row in which new rows are written, where there is one. */
  readonly entryRows?: number | undefined;
  readonly totalRows: number;
  readonly columns: number;
}

export function rowsOf({ bodyRows, entryRows = 0, totalRows }: Extent): number {
  return bodyRows + entryRows + totalRows;
}

export function isEntry(row: number, { bodyRows, entryRows = 0 }: Extent): boolean {
  return row >= bodyRows && row < bodyRows + entryRows;
}

/** The first and the last row of the part that a row is in: body, entry row or totals. A block never leaves its part. */
export function partOf(
  row: number,
  extent: Extent,
): { readonly first: number; readonly last: number } {
  const { bodyRows, entryRows = 0 } = extent;
  if (row < bodyRows) return { first: 0, last: bodyRows - 1 };
  if (isEntry(row, extent)) return { first: bodyRows, last: bodyRows + entryRows - 1 };
  return { first: bodyRows + entryRows, last: rowsOf(extent) - 1 };
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

/** Moves the focus and keeps the anchor, and the other blocks. */
export function extendTo(selection: Selection, point: CellPoint, extent: Extent): Selection {
  const { first, last } = partOf(selection.anchor.row, extent);
  return {
    ...selection,
    focus: {
      row: clamp(point.row, first, last),
      column: clamp(point.column, 0, extent.columns - 1),
    },
  };
}

/** All blocks of a selection, the one that is being drawn last. */
export function blocksOf(selection: Selection): readonly Block[] {
  return [...(selection.others ?? []), blockOf(selection)];
}

/** Begins another block and keeps those there are, unless they are in another part. */
export function addCell(
  selection: Selection | undefined,
  point: CellPoint,
  extent: Extent,
): Selection {
  if (!selection) return selectCell(point);
  const { first, last } = partOf(point.row, extent);
  const others = blocksOf(selection).filter(({ top, bottom }) => top >= first && bottom <= last);
  return { ...selectCell(point), others };
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
  const rows = rowsOf(extent);
  if (rows === 0 || extent.columns === 0) return undefined;
  const fitted = ({ row, column }: CellPoint): CellPoint => ({
    row: clamp(row, 0, rows - 1),
    column: clamp(column, 0, extent.columns - 1),
  });
  const left = extendTo(selectCell(fitted(selection.anchor)), fitted(selection.focus), extent);
  if (!selection.others) return left;
  const { first, last } = partOf(left.anchor.row, extent);
  const others = selection.others
    .filter((block) => block.top >= first && block.top <= last && block.left < extent.columns)
    .map((block) => ({
      ...block,
      bottom: Math.min(block.bottom, last),
      right: Math.min(block.right, extent.columns - 1),
    }));
  return others.length === 0 ? left : { ...left, others };
}

/** The selection where rows came or went above it: what was in the entry row or the totals is there still. */
export function carried(selection: Selection, before: Extent, after: Extent): Selection {
  if (selection.anchor.row < before.bodyRows) return selection;
  const isInTotals = !isEntry(selection.anchor.row, before);
  const rows =
    after.bodyRows -
    before.bodyRows +
    (isInTotals ? (after.entryRows ?? 0) - (before.entryRows ?? 0) : 0);
  const moved = (point: CellPoint): CellPoint => ({ ...point, row: point.row + rows });
  return { anchor: moved(selection.anchor), focus: moved(selection.focus) };
}
