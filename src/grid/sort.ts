import type { ColumnState } from 'ag-grid-community';

/** One key of an order, as the engine's windows take it. */
export interface SortKey {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/** The order that the headers ask for, most significant key first. */
export function orderOf(state: readonly ColumnState[]): readonly SortKey[] {
  return state
    .filter((column) => column.sort === 'asc' || column.sort === 'desc')
    .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ column: colId, direction: sort === 'desc' ? 'desc' : 'asc' }));
}

/** The arrows in the headers for an order. */
export function sortState(order: readonly SortKey[]): ColumnState[] {
  return order.map(({ column, direction }, sortIndex) => ({
    colId: column,
    sort: direction,
    sortIndex,
  }));
}

export function sameOrder(one: readonly SortKey[], other: readonly SortKey[]): boolean {
  return (
    one.length === other.length &&
    one.every((key, i) => key.column === other[i]?.column && key.direction === other[i]?.direction)
  );
}
