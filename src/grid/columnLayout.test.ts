import { describe, expect, it } from 'vitest';
import type { Column } from '../domain/report/column';
import {
  defaultLayout,
  fittedLayout,
  layoutOf,
  layoutWithFirst,
  shownColumns,
  stateOf,
} from './columnLayout';
import { orderOf, sortState } from './sort';

const column = (id: string, hidden?: true): Column => ({
  id,
  label: { key: 'column.name' },
  kind: 'text',
  ...(hidden ? { hidden } : {}),
});
const columns = [column('key'), column('name'), column('b0'), column('n0', true)];
const ids = (layout: readonly { id: string }[]) => layout.map((place) => place.id).join(' ');

describe('an arrangement of columns', () => {
  it('is the report’s own where nothing was kept', () => {
    expect(fittedLayout(columns, undefined)).toEqual(defaultLayout(columns));
    expect(defaultLayout(columns).find((place) => place.id === 'n0')?.hidden).toBe(true);
  });

  it('can have some columns before all others', () => {
    expect(ids(layoutWithFirst(columns, ['b0', 'gone', 'name']))).toBe('b0 name key n0');
  });

  it('shows its columns from left to right, frozen ones first and hidden ones not', () => {
    const kept = [
      { id: 'name', hidden: false, frozen: false },
      { id: 'b0', hidden: false, frozen: true },
      { id: 'key', hidden: true, frozen: false },
    ];
    expect(shownColumns(columns, kept)).toEqual(['b0', 'name']);
    expect(shownColumns(columns, undefined)).toEqual(['key', 'name', 'b0']);
  });

  it('that was kept drops columns that are gone and takes in new ones at their place', () => {
    const kept = [
      { id: 'b0', hidden: false, frozen: true, width: 99 },
      { id: 'gone', hidden: false, frozen: false },
      { id: 'key', hidden: true, frozen: false },
    ];
    const fitted = fittedLayout(columns, kept);
    expect(ids(fitted)).toBe('b0 n0 key name');
    expect(fitted[0]).toEqual(kept[0]);
  });

  it('survives the way through the grid library', () => {
    const layout = [
      { id: 'b0', hidden: false, frozen: true, width: 99 },
      { id: 'key', hidden: true, frozen: false, width: 120 },
    ];
    expect(layoutOf(stateOf(layout))).toEqual(layout);
  });
});

it('an order of rows survives the way through the headers', () => {
  const order = [
    { column: 'total', direction: 'desc' },
    { column: 'key', direction: 'asc' },
  ] as const;
  expect(orderOf([...sortState(order)].reverse())).toEqual(order);
});
