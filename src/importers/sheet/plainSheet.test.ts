import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { checkPackage } from './package';
import { readPlainSheet } from './plainSheet';
import { readSheets } from './sheets';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

type Value = string | number | boolean | Date | null | { t: 'n'; v: number; z: string };

const day = fc
  .integer({ min: 61 * 86_400, max: 60_000 * 86_400 })
  .map((seconds) => new Date(seconds * 1000 - 25_569 * 86_400_000));

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom(
    '00123',
    'Ferrer & Co',
    'Peñarrubia',
    '<b>',
    'a_x000D_b',
    ' blank ',
    '1.234,50',
    'řádek\nkonec',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
  fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100),
  fc.boolean(),
  day,
  fc
    .tuple(fc.integer(), fc.constantFrom('00000000', '0000', '0.00'))
    .map(([v, z]) => ({ t: 'n' as const, v, z })),
  fc.constant(null),
);

const file = { name: 'book.xlsx', blob: new Blob([]) };

function workbook(rows: readonly (readonly Value[])[], isShared: boolean): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => [...row]),
    { UTC: true, cellDates: true },
  );
  utils.book_append_sheet(book, sheet, 'S');
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', bookSST: isShared });
  return new Uint8Array(bytes);
}

/** The rows of the only sheet up to the last with a cell. */
function rowsOf(bytes: Uint8Array, plainBytesMin: number): readonly (readonly string[])[] {
  const [sheet] = readSheets(file, bytes, plainBytesMin).sheets;
  const rows = [...(sheet?.rows ?? [])];
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

describe('a workbook that is written plainly', () => {
  it('says what the library reads in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (rows, isShared) => {
          const bytes = workbook(rows, isShared);
          expect(rowsOf(bytes, 0)).toEqual(rowsOf(bytes, Number.POSITIVE_INFINITY));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is read without the library', () => {
    const rows = [
      ['Invoice', 'Date', 'Amount', 'Paid'],
      ['00123', new Date('2026-10-31'), 1234.5, true],
      ['00124', new Date('2026-11-01T18:30:00Z'), -0.1, false],
      [{ t: 'n' as const, v: 125, z: '00000' }, null, 7, null],
    ];
    expect(readPlainSheet(workbook(rows, true), () => undefined)).toEqual({
      name: 'S',
      rows: [
        ['Invoice', 'Date', 'Amount', 'Paid'],
        ['00123', '2026-10-31', '1234.5', 'true'],
        ['00124', '2026-11-01 18:30:00', '-0.1', 'false'],
        ['00125', '', '7'],
      ],
    });
  });

  it('says the same where its parts were unpacked before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (rows, isShared) => {
          const bytes = workbook(rows, isShared);
          const packed = { name: 'book.xlsx', blob: new Blob([bytes as BlobPart]) };
          const parts = new Map<string, Uint8Array>();
          for (const [name, blob] of await checkPackage(packed, {}))
            parts.set(name, new Uint8Array(await blob.arrayBuffer()));
          const nothing = (): void => undefined;
          expect(readPlainSheet(bytes, nothing, parts)).toEqual(readPlainSheet(bytes, nothing));
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['two sheets', [['a'], ['b']], ['S', 'T']],
    ['a formula', [[{ t: 'n', f: 'A1*2', v: 2 }]], ['S']],
    ['an error', [[{ t: 'e', v: 42 }]], ['S']],
  ])('is left to the library with %s', (_, rows, names) => {
    const book = utils.book_new();
    for (const name of names)
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]), name);
    const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx' });
    expect(readPlainSheet(new Uint8Array(bytes), () => undefined)).toBeUndefined();
  });
});
