import { expect, it } from 'vitest';
import { changeColumns, columnOfPosting, linkedColumns, postedColumns } from './rollForward';

it('a write-off is minus, a recovery plus, and a reversal of either counts where that does', () => {
  expect(columnOfPosting('write_off', false, false)).toBe('written_off');
  expect(columnOfPosting('write_off', true, true)).toBe('written_off');
  expect(columnOfPosting('write_off', true, false)).toBe('recovered');
  expect(columnOfPosting('write_off', false, true)).toBe('recovered');
});

it('a document counts by its kind whatever its sign, and a kind that nobody knows is an adjustment', () => {
  expect(columnOfPosting('payment', true, true)).toBe('collected');
  expect(columnOfPosting('invoice', false, false)).toBe('invoiced');
  expect(columnOfPosting('interest', true, false)).toBe('fees');
  expect(['bounced', 'constructor', ''].map((kind) => columnOfPosting(kind, true, false))).toEqual([
    'adjustments',
    'adjustments',
    'adjustments',
  ]);
});

it('every column of changes is that of something', () => {
  const used = new Set([
    ...Object.values(postedColumns),
    ...Object.values(linkedColumns),
    columnOfPosting('write_off', true, false),
  ]);
  expect(changeColumns.filter((column) => !used.has(column))).toEqual([]);
});
