import { fail } from '../fail';
import { limits } from '../limits';
import type { SourceFile } from '../source';
import type { TextGrid } from '../textGrid';

/**
 * The rows of one dataset as they are found in a file, under canonical names. Columns that no row fills are left out:
 * a column that is there but blank can mean something else than one that is not.
 */
export class CanonicalGrid<Column extends string> {
  readonly #file: SourceFile;
  readonly #dataset: string;
  readonly #columns: readonly Column[];
  readonly #filled: boolean[];
  readonly #rows: (readonly string[])[] = [];

  constructor(file: SourceFile, dataset: string, columns: readonly Column[]) {
    this.#file = file;
    this.#dataset = dataset;
    this.#columns = columns;
    this.#filled = columns.map(() => false);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** @throws ImportFailure `limit_exceeded` where there are more cells than a file may have */
  add(values: Readonly<Partial<Record<Column, string>>>): void {
    if ((this.#rows.length + 1) * this.#columns.length > limits.gridCellsMax)
      fail(this.#file, 'limit_exceeded', undefined, {
        name: 'gridCellsMax',
        limit: limits.gridCellsMax,
      });
    this.#rows.push(
      this.#columns.map((column, i) => {
        const value = values[column] ?? '';
        if (value !== '') this.#filled[i] = true;
        return value;
      }),
    );
  }

  /** No grid where there is no row. */
  grids(): readonly TextGrid[] {
    if (this.#rows.length === 0) return [];
    const kept = this.#columns.flatMap((_, i) => (this.#filled[i] ? [i] : []));
    const isWhole = kept.length === this.#columns.length;
    const header: readonly string[] = this.#columns;
    const rows = [header, ...this.#rows].map((row) =>
      isWhole ? row : kept.map((i) => row[i] ?? ''),
    );
    return [{ name: this.#dataset, dataset: this.#dataset, rows }];
  }
}
