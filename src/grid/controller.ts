import type { GridApi } from 'ag-grid-community';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { assert } from '../lib/assert';
import { cellElement, paintCells, pointOf, showCell } from './cellAt';
import classes from './ReportGrid.module.css';
import { emptyStore, type RowStore } from './rows';
import {
  type Block,
  blocksOf,
  type CellPoint,
  carried,
  contains,
  type Extent,
  type Selection,
  selectCell,
  within,
} from './selection';

/** What the grid shows at this moment. */
export interface GridInputs {
  readonly store: RowStore;
  readonly totals: readonly ResultRow[];
  readonly columns: readonly Column[];
  /** The row in which a new row is written, below the last one. */
  readonly entry?: ResultRow | undefined;
}

/**
 * One grid while it lives. React gives it its inputs; it keeps what changes with every key, which is the selection,
 * and draws that straight on the cells.
 */
export class GridController {
  #onSelection: () => void = () => undefined;
  #inputs: GridInputs = { store: emptyStore, totals: [], columns: [] };
  #api: GridApi<ResultRow> | undefined;
  #root: HTMLElement | undefined;
  #shown: readonly Column[] = [];
  #selection: Selection | undefined;
  #found: CellPoint | undefined;

  /** Told after every change of the selection or of what it stands on. */
  listen(listener: () => void): void {
    this.#onSelection = listener;
  }

  attach(api: GridApi<ResultRow>, root: HTMLElement): void {
    this.#api = api;
    this.#root = root;
    this.columnsChanged();
  }

  update(inputs: GridInputs): void {
    const before = this.extent;
    this.#inputs = inputs;
    if (this.#selection) this.#selection = carried(this.#selection, before, this.extent);
    this.columnsChanged();
  }

  /** Columns were moved, hidden, shown or pinned: the selection keeps its place in the order that is seen. */
  columnsChanged(): void {
    if (!this.#api || this.#api.isDestroyed()) return;
    this.#shown = this.#api.getAllDisplayedColumns().flatMap((displayed) => {
      const column = this.#inputs.columns.find((one) => one.id === displayed.getColId());
      return column ? [column] : [];
    });
    this.select(this.#selection && within(this.#selection, this.extent));
  }

  get api(): GridApi<ResultRow> | undefined {
    return this.#api?.isDestroyed() ? undefined : this.#api;
  }

  get store(): RowStore {
    return this.#inputs.store;
  }

  /** The columns in the order in which they are seen. */
  get columns(): readonly Column[] {
    return this.#shown;
  }

  get extent(): Extent {
    return {
      bodyRows: this.#inputs.store.rowCount,
      entryRows: this.#inputs.entry ? 1 : 0,
      totalRows: this.#inputs.totals.length,
      columns: this.#shown.length,
    };
  }

  get selection(): Selection | undefined {
    return this.#selection;
  }

  /** What is selected, the block that is being drawn last. */
  get blocks(): readonly Block[] {
    return this.#selection ? blocksOf(this.#selection) : [];
  }

  /** The rows below the body, as they are pinned there. */
  get #pinned(): readonly ResultRow[] {
    const { entry, totals } = this.#inputs;
    return entry ? [entry, ...totals] : totals;
  }

  get #columnIds(): readonly string[] {
    return this.#shown.map((column) => column.id);
  }

  /** A row of the body, the entry row or one of the totals, where it has been read. */
  rowAt(row: number): ResultRow | undefined {
    const { store } = this.#inputs;
    return row < store.rowCount ? store.peek(row) : this.#pinned[row - store.rowCount];
  }

  /** Rows of the body, or rows below it: never of both. */
  async read(from: number, to: number, signal?: AbortSignal): Promise<readonly ResultRow[]> {
    const { store } = this.#inputs;
    if (from >= store.rowCount)
      return this.#pinned.slice(from - store.rowCount, to - store.rowCount);
    assert(to <= store.rowCount, 'a block mixes rows and totals');
    return store.read(from, to, signal);
  }

  /** The same rows at once, or `undefined` where some are still to be read. */
  readNow(from: number, to: number): readonly ResultRow[] | undefined {
    const rows: ResultRow[] = [];
    for (let row = from; row < to; row += 1) {
      const known = this.rowAt(row);
      if (!known) return undefined;
      rows.push(known);
    }
    return rows;
  }

  /** A cell's element, where it is drawn. */
  elementAt(point: CellPoint): HTMLElement | undefined {
    return this.#root && cellElement(this.#root, point, this.#columnIds, this.extent);
  }

  pointAt(target: EventTarget | null): CellPoint | undefined {
    return pointOf(target, this.#columnIds, this.extent);
  }

  isFilled(point: CellPoint): boolean | undefined {
    const row = this.rowAt(point.row);
    const column = this.#shown[point.column];
    return row && column && row[column.id] !== null && row[column.id] !== undefined;
  }

  /** Selects, and shows the moving end. @param focus gives that cell the keyboard as well */
  select(selection: Selection | undefined, show: 'stay' | 'show' | 'focus' = 'stay'): void {
    this.#selection = selection;
    this.#found = undefined;
    this.paint();
    if (selection && show !== 'stay') this.#show(selection.focus, show === 'focus');
    this.#onSelection();
  }

  /** Shows a found cell; the keyboard stays where the search is typed. */
  showFound(point: CellPoint): void {
    this.select(selectCell(point), 'show');
    this.#found = point;
    this.paint();
  }

  /** Gives the selected cell, or the first one, the keyboard. */
  takeFocus(): void {
    const { bodyRows, entryRows = 0, columns } = this.extent;
    if (bodyRows + entryRows === 0 || columns === 0) return;
    this.select(this.#selection ?? selectCell({ row: 0, column: 0 }), 'focus');
  }

  /** Scrolls a cell into view; the keyboard stays where it is. */
  reveal(point: CellPoint): void {
    this.#show(point, false);
  }

  #show(point: CellPoint, focus: boolean): void {
    const { api } = this;
    if (api) showCell(api, point, this.#columnIds, this.extent, focus);
  }

  isSelected(point: CellPoint): boolean {
    const { blocks } = this;
    const [block] = blocks;
    if (!block) return false;
    const isOneCell =
      blocks.length === 1 && block.top === block.bottom && block.left === block.right;
    return !isOneCell && blocks.some((one) => contains(one, point));
  }

  isFocus({ row, column }: CellPoint): boolean {
    const focus = this.#selection?.focus;
    return focus?.row === row && focus.column === column;
  }

  isFound({ row, column }: CellPoint): boolean {
    return this.#found?.row === row && this.#found.column === column;
  }

  paint(): void {
    if (!this.#root) return;
    paintCells(this.#root, this.#columnIds, this.extent, [
      [classes['selected'] ?? '', (point) => this.isSelected(point)],
      [classes['focus'] ?? '', (point) => this.isFocus(point)],
      [classes['found'] ?? '', (point) => this.isFound(point)],
    ]);
  }
}
