import { describe, expect, it } from 'vitest';
import {
  blockOf,
  cellCount,
  contains,
  type Extent,
  extendTo,
  selectAll,
  selectCell,
  within,
} from './selection';

const extent: Extent = { bodyRows: 10, totalRows: 2, columns: 4 };

describe('a block selection', () => {
  it('is the rectangle between anchor and focus, whichever way it was drawn', () => {
    const drawn = extendTo(selectCell({ row: 5, column: 3 }), { row: 2, column: 1 }, extent);
    expect(blockOf(drawn)).toEqual({ top: 2, left: 1, bottom: 5, right: 3 });
    expect(cellCount(blockOf(drawn))).toBe(12);
    expect(contains(blockOf(drawn), { row: 3, column: 2 })).toBe(true);
    expect(contains(blockOf(drawn), { row: 3, column: 0 })).toBe(false);
  });

  it('that begins in the body never takes in the totals, and the other way round', () => {
    const down = extendTo(selectCell({ row: 8, column: 0 }), { row: 11, column: 0 }, extent);
    expect(blockOf(down)).toMatchObject({ top: 8, bottom: 9 });
    const up = extendTo(selectCell({ row: 11, column: 0 }), { row: 3, column: 0 }, extent);
    expect(blockOf(up)).toMatchObject({ top: 10, bottom: 11 });
  });

  it('of everything is the body alone, and goes on from its start', () => {
    const all = selectAll(extent);
    expect(all && blockOf(all)).toEqual({ top: 0, left: 0, bottom: 9, right: 3 });
    expect(all?.focus).toEqual({ row: 0, column: 0 });
    expect(selectAll({ ...extent, bodyRows: 0 })).toBeUndefined();
  });

  it('shrinks with the rows, and is gone where there are none', () => {
    const drawn = extendTo(selectCell({ row: 5, column: 3 }), { row: 8, column: 1 }, extent);
    const fewer: Extent = { bodyRows: 6, totalRows: 0, columns: 3 };
    const left = within(drawn, fewer);
    expect(left && blockOf(left)).toEqual({ top: 5, left: 1, bottom: 5, right: 2 });
    expect(within(drawn, { bodyRows: 0, totalRows: 0, columns: 3 })).toBeUndefined();
  });
});
