import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import type { CellEditor } from './editing';
import type { TargetRow } from './editPlan';
import { nextInOrder } from './gridKeys';
import { move } from './navigation';
import { type CellPoint, type Extent, isEntry } from './selection';

/** A cell while it is being written in. */
export interface CellSession {
  readonly target: TargetRow;
  /** The row in the grid, unless it is the entry row. */
  readonly rowIndex: number;
  readonly column: Column;
  readonly editor: CellEditor;
  /** What stood there; `undefined` where typing replaces it. */
  readonly text: string;
  /** Begun by typing: arrows commit, as long as nobody has pressed F2. */
  readonly isTyped: boolean;
  readonly isListOpen: boolean;
}

/** Where the keyboard goes after a value was written. */
export type Onward =
  | 'down'
  | 'up'
  | 'left'
  | 'right'
  /** Tab, forwards and back. */
  | 'next'
  | 'previous'
  /** Fills what is selected, and stays. */
  | 'fill'
  | 'here'
  /** The keyboard has gone elsewhere. */
  | 'away';

const arrowOf: Readonly<Partial<Record<Onward, string>>> = {
  down: 'ArrowDown',
  up: 'ArrowUp',
  left: 'ArrowLeft',
  right: 'ArrowRight',
};

/** The cell after this one, or `undefined` where a row that was entered is complete and left. */
export function cellAfter(at: CellPoint, onward: Onward, extent: Extent): CellPoint | undefined {
  const inEntry = isEntry(at.row, extent);
  if (onward === 'next' || onward === 'previous') {
    const next = nextInOrder(at, onward === 'previous', extent) ?? at;
    return inEntry && next.row > at.row ? undefined : next;
  }
  const key = arrowOf[onward];
  if (key === undefined) return at;
  if (inEntry && onward === 'down') return undefined;
  return move(at, { key, ctrl: false }, extent, 1, () => true) ?? at;
}

/** The entry row as the grid draws it: what is written so far, and nothing elsewhere. */
export function entryRow(
  columns: readonly Column[],
  values: Readonly<Record<string, string | null>>,
): ResultRow {
  return Object.fromEntries(columns.map(({ id }) => [id, values[id] ?? null]));
}

export function isBegun(values: Readonly<Record<string, string | null>>): boolean {
  return Object.values(values).some((value) => value !== null);
}
