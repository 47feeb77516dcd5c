import { describe, expect, it } from 'vitest';
import { asTable, cellsIn, disjoint, rowsIn } from './blocks';
import {
  addCell,
  type Block,
  blocksOf,
  carried,
  contains,
  type Extent,
  extendTo,
  selectCell,
  within,
} from './selection';

const block = (top: number, left: number, bottom: number, right: number): Block => ({
  top,
  left,
  bottom,
  right,
});
const extent: Extent = { bodyRows: 10, entryRows: 1, totalRows: 2, columns: 5 };

describe('several blocks', () => {
  it('count each of their cells once', () => {
    const blocks = [block(0, 0, 2, 2), block(1, 1, 3, 3), block(2, 2, 2, 2)];
    expect(cellsIn(blocks)).toBe(14);
    expect(rowsIn(blocks)).toBe(4);
    for (let row = 0; row < 5; row += 1)
      for (let column = 0; column < 5; column += 1) {
        const holding = disjoint(blocks).filter((one) => contains(one, { row, column }));
        const isSelected = blocks.some((one) => contains(one, { row, column }));
        expect(holding).toHaveLength(isSelected ? 1 : 0);
      }
  });

  it('make a table where they share their rows or their columns', () => {
    expect(asTable([block(0, 3, 2, 4), block(0, 0, 2, 0)])).toEqual({
      rows: [{ from: 0, to: 2 }],
      columns: [
        { from: 0, to: 0 },
        { from: 3, to: 4 },
      ],
    });
    expect(asTable([block(5, 1, 6, 2), block(0, 1, 0, 2)])?.rows).toEqual([
      { from: 0, to: 0 },
      { from: 5, to: 6 },
    ]);
    expect(
      asTable([block(0, 0, 0, 0), block(0, 2, 0, 2), block(2, 0, 2, 0), block(2, 2, 2, 2)]),
    ).toBeDefined();
  });

  it('make none where a copy would take in cells between them', () => {
    expect(asTable([block(0, 0, 0, 0), block(1, 1, 1, 1)])).toBeUndefined();
  });
});

describe('a selection of several blocks', () => {
  it('grows by Ctrl, and Shift extends the last of them', () => {
    const first = extendTo(selectCell({ row: 0, column: 0 }), { row: 1, column: 1 }, extent);
    const both = extendTo(
      addCell(first, { row: 4, column: 3 }, extent),
      { row: 5, column: 3 },
      extent,
    );
    expect(blocksOf(both)).toEqual([block(0, 0, 1, 1), block(4, 3, 5, 3)]);
  });

  it('never mixes rows, the entry row and totals', () => {
    const body = selectCell({ row: 0, column: 0 });
    expect(blocksOf(addCell(body, { row: 11, column: 0 }, extent))).toEqual([block(11, 0, 11, 0)]);
    expect(blocksOf(addCell(body, { row: 10, column: 0 }, extent))).toEqual([block(10, 0, 10, 0)]);
    const entered = extendTo(selectCell({ row: 10, column: 0 }), { row: 3, column: 2 }, extent);
    expect(blocksOf(entered)).toEqual([block(10, 0, 10, 2)]);
  });

  it('shrinks with the rows', () => {
    const both = addCell(selectCell({ row: 9, column: 4 }), { row: 2, column: 0 }, extent);
    const fewer: Extent = { bodyRows: 5, totalRows: 0, columns: 3 };
    const left = within(both, fewer);
    expect(left && blocksOf(left)).toEqual([block(2, 0, 2, 0)]);
  });

  it('stays in the entry row when rows are added above it', () => {
    const entry = selectCell({ row: 10, column: 2 });
    expect(carried(entry, extent, { ...extent, bodyRows: 13 }).focus).toEqual({
      row: 13,
      column: 2,
    });
    const body = selectCell({ row: 9, column: 2 });
    expect(carried(body, extent, { ...extent, bodyRows: 13 })).toEqual(body);
  });
});
