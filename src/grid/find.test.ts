import { describe, expect, it } from 'vitest';
import type { Column } from '../domain/report/column';
import { translator } from '../i18n/translate';
import { findCell } from './find';
import { folded } from './folded';
import { createRowStore } from './rows';
import type { CellPoint } from './selection';

const columns: readonly Column[] = [
  { id: 'name', label: { key: 'column.name' }, kind: 'text' },
  { id: 'amount', label: { key: 'column.amount' }, kind: 'money' },
];
const special: Readonly<Record<number, { name: string; amount: string }>> = {
  2: { name: 'Café Ñandú', amount: '-1234.50' },
  4321: { name: 'cafe nandu', amount: '7.00' },
  9999: { name: 'Last', amount: '1234.50' },
};
const rowCount = 10_000;
const rowAt = (index: number) => special[index] ?? { name: 'Other', amount: '1.00' };

async function find(text: string, from: CellPoint, backwards = false) {
  const ended = new AbortController();
  const store = createRowStore({
    rowCount,
    page: async (offset, limit) => Array.from({ length: limit }, (_, i) => rowAt(offset + i)),
  });
  const found = await findCell({
    text,
    columns,
    style: { locale: 'en', negative: 'minus', translate: translator('en') },
    rowCount,
    from,
    backwards,
    read: (low, high) => store.read(low, high),
    signal: ended.signal,
  });
  return found && `${found.row},${found.column}`;
}

describe('find', () => {
  it('goes through all rows, without case and accents, and round to the start', async () => {
    expect(await find('NANDU', { row: 0, column: 0 })).toBe('2,0');
    expect(await find('ñandu', { row: 2, column: 0 })).toBe('4321,0');
    expect(await find('nandu', { row: 4_321, column: 0 })).toBe('2,0');
  });

  it('goes backwards as well', async () => {
    expect(await find('nandu', { row: 2, column: 0 }, true)).toBe('4321,0');
    expect(await find('nandu', { row: 4_321, column: 1 }, true)).toBe('4321,0');
  });

  it('finds an amount as it is shown and as the source wrote it', async () => {
    expect(await find('1,234.50', { row: 5, column: 0 })).toBe('9999,1');
    expect(await find('-1234.5', { row: 5, column: 0 })).toBe('2,1');
  });

  it('finds the only match again, where it already stands', async () => {
    expect(await find('last', { row: 9_999, column: 0 })).toBe('9999,0');
  });

  it('finds nothing where there is nothing', async () => {
    expect(await find('absent', { row: 0, column: 0 })).toBeUndefined();
    expect(await find('', { row: 0, column: 0 })).toBeUndefined();
  });
});

it('folding makes kinds of space and minus the same', () => {
  expect(folded('\u22121\u00a0234,50 Č')).toBe('-1 234,50 c');
});
