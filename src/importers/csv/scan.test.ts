import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import { allIsoDates, allPlainNumbers } from './cellShape';
import { type CsvScan, scanCsv } from './scan';

const scan = (content: BlobPart, width = 3, preamble = 0): Promise<CsvScan> =>
  scanCsv({ name: 'f.csv', blob: new Blob([content]) }, ',', width, preamble + 1, true);

const header = 'a,b,c';

describe('one look at every byte', () => {
  it('gives size, hash and the number of records', async () => {
    const text = `${header}\n1,2,3\n4,5,6\n`;
    expect(await scan(text)).toEqual({
      bytes: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
      recordCount: 3,
      blankCount: 0,
      irregularLine: 0,
      longest: { bytes: 5, line: 1 },
      nulLine: 0,
      shapes: [allPlainNumbers, allPlainNumbers, allPlainNumbers],
    });
  });

  it.each([
    ['plain rows', `${header}\n1,2,3\n`],
    ['a last line without an end', `${header}\n1,2,3`],
    ['blank lines at the very end', `${header}\n1,2,3\n\n\n`],
    ['CR and LF throughout', `${header}\r\n1,2,3\r\n`],
    ['quoted cells with commas and doubled quotes', `${header}\n"1,5","say ""x""",""\n`],
    ['a preamble of another width', `title\n${header}\n1,2,3\n`, 1],
  ])('finds %s regular', async (_, text, preamble = 0) => {
    expect((await scan(text, 3, preamble)).irregularLine).toBe(0);
  });

  it.each([
    ['a short row', `${header}\n1,2,3\n1,2\n`, 3],
    ['a long row', `${header}\n1,2,3,4\n`, 2],
    ['a line end inside quotes', `${header}\n1,"2\n2",3\n`, 2],
    ['a blank line between rows', `${header}\n\n1,2,3\n`, 3],
    ['a quote inside a bare cell', `${header}\n1,5" nail,3\n`, 2],
    ['text behind a closing quote', `${header}\n1,"5" nail,3\n`, 2],
    ['a lone CR', `${header}\n1,2,3\r4,5,6\n`, 2],
    ['a lone CR at the end', `${header}\n1,2,3\r`, 2],
    ['line ends of two kinds', `${header}\r\n1,2,3\n`, 2],
    ['a quote that is never closed', `${header}\n1,2,3\n1,"2,3\n`, 3],
  ])('finds %s irregular, with its line', async (_, text, line) => {
    expect((await scan(text)).irregularLine).toBe(line);
  });

  it('counts rows of nothing but separators below the header', async () => {
    const result = await scan(`,,\n${header}\n,,\n1,2,3\r\n,,\r\n`, 3, 1);
    expect([result.recordCount, result.blankCount]).toEqual([5, 2]);
  });

  it('names the line of the first NUL and of the longest record', async () => {
    const result = await scan(`${header}\n1,"a\nb",3\n1,\0,3\n1,${'x'.repeat(99)},3\n`);
    expect([result.nulLine, result.longest]).toEqual([4, { bytes: 103, line: 5 }]);
  });
});

describe('what the cells of a column are', () => {
  const shapeOf = async (...cells: readonly string[]): Promise<number | undefined> =>
    (await scan(`${header}\n${cells.map((cell) => `x,${cell},y\n`).join('')}`)).shapes[1];

  it('is ISO dates where every cell is one or blank', async () => {
    expect(await shapeOf('2026-10-31', '', '"2026-11-01"')).toBe(allIsoDates);
  });

  it('is plain numbers where every cell is digits with at most a sign and a point', async () => {
    expect(await shapeOf('12', '-3.50', '', '0000123', '20261031')).toBe(allPlainNumbers);
    const decimals = ['1.2', '12.34', '1.2345', '-1.23', '1234.567', '-1234.567', '0.125'];
    expect(await shapeOf(...decimals, '-0.125', '00.125', '012.500')).toBe(allPlainNumbers);
  });

  it('is both where every cell is blank', async () => {
    expect(await shapeOf('', '')).toBe(allIsoDates | allPlainNumbers);
  });

  it.each([
    '2026-1-31',
    '2026-10-3',
    '2026-10-311',
    '31.10.2026',
    '1,5',
    '1.',
    '.5',
    '-',
    '1-',
    '1.2.3',
    '12a',
    '1.234',
    '-12.500',
    '999.000',
    ' 12',
    '€12',
    '12""',
  ])('is neither with a cell like %s', async (cell) => {
    expect(await shapeOf('2026-10-31', `"${cell}"`)).toBe(0);
    expect(await shapeOf('12', `"${cell}"`)).toBe(0);
  });

  it('counts the last cell of a file without a last line end', async () => {
    const result = await scan(`${header}\n1,2,3\n1,2,x`);
    expect(result.shapes).toEqual([allPlainNumbers, allPlainNumbers, 0]);
  });
});

describe('broken UTF-8', () => {
  const broken = Uint8Array.of(0x31, 0xf1, 0x31, 0x0a);
  const lineOf = async (work: Promise<unknown>): Promise<unknown> => {
    const error = await work.catch((thrown: unknown) => thrown);
    return error instanceof ImportFailure ? error.problem : error;
  };
  const failure = (line: number) => ({ code: 'wrong_encoding', file: 'f.csv', line });
  const scanParts = (parts: BlobPart[]) =>
    scanCsv({ name: 'f.csv', blob: new Blob(parts) }, ',', 3, 1, true);

  it('is told with its line', async () => {
    expect(await lineOf(scanParts([`${header}\ná,é,í\n`, broken]))).toEqual(failure(3));
  });

  it('is told with its line behind a character that two pieces of the file share', async () => {
    const piece = 1 << 20;
    const first = `${header}\n`;
    const filler = `${'x'.repeat(98)}\n`;
    const lines = Math.floor((piece - first.length) / filler.length);
    const rest = piece - first.length - lines * filler.length - 1;
    const parts = [first, filler.repeat(lines), `${'y'.repeat(rest)}é`, broken];
    expect(await lineOf(scanParts(parts))).toEqual(failure(lines + 2));
  });

  it('is told where the last character is cut', async () => {
    expect(await lineOf(scanParts([`${header}\n1,2,`, Uint8Array.of(0xc3)]))).toEqual(failure(2));
  });
});

it('a scan that is cancelled stops', async () => {
  const file = { name: 'f.csv', blob: new Blob([`${header}\n`]) };
  const signal = AbortSignal.abort();
  await expect(scanCsv(file, ',', 3, 1, true, { signal })).rejects.toBeInstanceOf(Cancelled);
});
