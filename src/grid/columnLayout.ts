import type { ColumnState } from 'ag-grid-community';
import type { Column } from '../domain/report/column';

/** How the reader has arranged one column; the order is the order of the list. Plain data, fit for storage. */
interface ColumnPlace {
  readonly id: string;
  readonly hidden: boolean;
  readonly frozen: boolean;
  /** Pixels; as wide as its contents where not set. */
  readonly width?: number | undefined;
}

export type ColumnLayout = readonly ColumnPlace[];

/** The report's own arrangement. */
export function defaultLayout(columns: readonly Column[]): ColumnLayout {
  return columns.map((column) => ({
    id: column.id,
    hidden: column.hidden === true,
    frozen: false,
  }));
}

/** The report's own arrangement with some columns before all others, for a screen that cannot show all at once. */
export function layoutWithFirst(
  columns: readonly Column[],
  first: readonly string[],
): ColumnLayout {
  const own = defaultLayout(columns);
  const ahead = first.flatMap((id) => own.filter((place) => place.id === id));
  return [...ahead, ...own.filter((place) => !first.includes(place.id))];
}

/** A stored arrangement for the columns that exist now: unknown ones are dropped, new ones follow where the report has them. */
export function fittedLayout(
  columns: readonly Column[],
  stored: ColumnLayout | undefined,
): ColumnLayout {
  const own = defaultLayout(columns);
  if (!stored) return own;
  const ids = new Set(columns.map((column) => column.id));
  const places = stored.filter((place) => ids.has(place.id));
  for (const [index, place] of own.entries()) {
    if (places.some((known) => known.id === place.id)) continue;
    const before = own[index - 1]?.id;
    places.splice(places.findIndex((known) => known.id === before) + 1, 0, place);
  }
  return places;
}

/** The ids of the columns that are seen, from left to right. */
export function shownColumns(
  columns: readonly Column[],
  stored: ColumnLayout | undefined,
): readonly string[] {
  const shown = fittedLayout(columns, stored).filter((place) => !place.hidden);
  return [...shown.filter((place) => place.frozen), ...shown.filter((place) => !place.frozen)].map(
    (place) => place.id,
  );
}

/** The arrangement as the grid library takes it. Frozen columns stand at the left. */
export function stateOf(layout: ColumnLayout): ColumnState[] {
  return layout.map(({ id, hidden, frozen, width }) => ({
    colId: id,
    hide: hidden,
    pinned: frozen ? 'left' : null,
    ...(width === undefined ? {} : { width }),
  }));
}

/** What the grid library says, as an arrangement. */
export function layoutOf(state: readonly ColumnState[]): ColumnLayout {
  return state.map(({ colId, hide, pinned, width }) => ({
    id: colId,
    hidden: hide === true,
    frozen: pinned === 'left' || pinned === true,
    width: width ?? undefined,
  }));
}
