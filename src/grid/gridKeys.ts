import { type Filled, move } from './navigation';
import {
  addCell,
  type CellPoint,
  type Extent,
  extendTo,
  rowsOf,
  type Selection,
  selectAll,
  selectCell,
} from './selection';

/** What a key asks of the grid. */
export type KeyAction =
  | { readonly kind: 'select'; readonly selection: Selection }
  /** What is seen stays as it is. */
  | { readonly kind: 'selectAll'; readonly selection: Selection }
  /** What is selected stays so while the next block is drawn. */
  | { readonly kind: 'add'; readonly selection: Selection }
  | { readonly kind: 'open'; readonly point: CellPoint }
  | { readonly kind: 'explain'; readonly point: CellPoint }
  | { readonly kind: 'find' }
  | { readonly kind: 'findNext'; readonly backwards: boolean }
  /** Escape: a block becomes one cell again, and the next Tab leaves the grid. */
  | { readonly kind: 'release'; readonly selection: Selection };

export interface PressedKey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export interface KeyContext {
  /** The cell that has the keyboard; `undefined` in the header. */
  readonly at: CellPoint | undefined;
  readonly selection: Selection | undefined;
  readonly extent: Extent;
  readonly pageRows: number;
  readonly filled: Filled;
  readonly canOpen: (point: CellPoint) => boolean;
  /** After Shift F8: moves keep the blocks that are selected. */
  readonly adding?: boolean | undefined;
}

/** The next cell in reading order, or `undefined` at the end, where Tab leaves the grid. */
export function nextInOrder(
  at: CellPoint,
  backwards: boolean,
  extent: Extent,
): CellPoint | undefined {
  const index = at.row * extent.columns + at.column + (backwards ? -1 : 1);
  if (index < 0 || index >= rowsOf(extent) * extent.columns) return undefined;
  return { row: Math.floor(index / extent.columns), column: index % extent.columns };
}

/** A key by a spreadsheet's habits; `undefined` leaves it to the grid library and the browser. */
export function actionOf(pressed: PressedKey, context: KeyContext): KeyAction | undefined {
  const { key, ctrl, shift, alt } = pressed;
  const { at, extent, selection } = context;
  if (ctrl && !alt && key.toLowerCase() === 'f') return { kind: 'find' };
  if (key === 'F3') return { kind: 'findNext', backwards: shift };
  if (!at || alt) return undefined;
  const from = selection?.focus ?? at;
  const others = context.adding ? selection?.others : undefined;
  const select = (point: CellPoint | undefined): KeyAction | undefined =>
    point && { kind: 'select', selection: { ...selectCell(point), ...(others ? { others } : {}) } };

  if (ctrl && key.toLowerCase() === 'a') {
    const all = selectAll(extent);
    return all && { kind: 'selectAll', selection: all };
  }
  if (key === 'F8' && shift && !ctrl)
    return { kind: 'add', selection: addCell(selection, from, extent) };
  switch (key) {
    case 'Tab':
      return ctrl ? undefined : select(nextInOrder(from, shift, extent));
    case 'Escape':
      return { kind: 'release', selection: selectCell(from) };
    case 'Enter':
      if (ctrl) return { kind: 'explain', point: from };
      if (!shift && context.canOpen(from)) return { kind: 'open', point: from };
      return select(
        move(
          from,
          { key: shift ? 'ArrowUp' : 'ArrowDown', ctrl: false },
          extent,
          1,
          context.filled,
        ),
      );
  }
  // From the first row, up leads to the header, where sorting is.
  if (key === 'ArrowUp' && !ctrl && !shift && from.row === 0) return undefined;
  const to = move(from, { key, ctrl, alt }, extent, context.pageRows, context.filled);
  if (!to) return undefined;
  return shift
    ? { kind: 'select', selection: extendTo(selection ?? selectCell(at), to, extent) }
    : select(to);
}
