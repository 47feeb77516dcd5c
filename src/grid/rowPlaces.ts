import type { GetRowIdParams } from 'ag-grid-community';
import type { ResultRow } from '../domain/report/result';

/**
 * Names rows by their place, where the grid is edited: new rows then take the places of those that are drawn, cell by
 * cell. Otherwise every edit would draw all rows anew, and a key pressed in that moment would reach none of them.
 */
export class RowPlaces {
  readonly #places = new WeakMap<ResultRow, string>();

  /** @param from the place of the first of the rows, or `below` for those below the body */
  name(rows: readonly ResultRow[], from: number | 'below'): void {
    rows.forEach((row, index) => {
      this.#places.set(row, from === 'below' ? `below-${index}` : String(from + index));
    });
  }

  readonly idOf = ({ data }: GetRowIdParams<ResultRow>): string => this.#places.get(data) ?? '';
}
