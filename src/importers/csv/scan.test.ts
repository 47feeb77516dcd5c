import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isThousandsOpen, judgeDates, judgeNumbers } from '../../domain/import/formats';
import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import {
  allCommaNumbers,
  allIsoDates,
  allPlainNumbers,
  allPointDates,
  fewDecimals,
} from './cellShape';
import { type CsvScan, scanCsv } from './scan';

const scan = (content: BlobPart, width = 3, preamble = 0): Promise<CsvScan> =>
  scanCsv({ name: 'f.csv', blob: new Blob([content]) }, ',', width, preamble + 1, true);

const header = 'a,b,c';

/** Digits alone are numbers of both forms. */
const whole = allPlainNumbers | allCommaNumbers | fewDecimals;
const plain = allPlainNumbers | fewDecimals;
const commas = allCommaNumbers | fewDecimals;

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
      shapes: [whole, whole, whole],
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
    expect(await shapeOf('12', '-3.50', '', '0000123', '20261031')).toBe(plain);
    const decimals = ['1.2', '12.34', '1.2345', '-1.23', '1234.567', '-1234.567', '0.125'];
    expect(await shapeOf(...decimals, '-0.125', '00.125', '012.500')).toBe(plain);
  });

  it('is numbers with commas where every cell is digits with at most a sign and a comma', async () => {
    const decimals = [
      '1,2',
      '12,34',
      '1,2345',
      '-1,23',
      '1234,567',
      '-1234,567',
      '0,125',
      '012,500',
    ];
    const cells = decimals.map((one) => `"${one}"`);
    expect(await shapeOf('12', '', ...cells)).toBe(commas);
    expect(await shapeOf('12', '-7', '0000123')).toBe(whole);
  });

  it('says whether all decimals are few enough for an amount', async () => {
    const few = ['7', '1.2', '12.34', '12.3456', '123.4567', '1234.5678', '0.1234', '00.1234'];
    for (const one of few) expect(await shapeOf('1', one), one).toBe(one === '7' ? whole : plain);
    for (const one of few.slice(3)) {
      expect(await shapeOf('1', `${one}0`), one).toBe(allPlainNumbers);
      expect(await shapeOf('1', `-${one}12345`), one).toBe(allPlainNumbers);
      expect(await shapeOf('1', `"${one.replace('.', ',')}9"`), one).toBe(allCommaNumbers);
    }
  });

  it('is dates between points where every cell has two digits, two and four', async () => {
    expect(await shapeOf('31.10.2026', '', '05.11.2026', '31.02.2026')).toBe(allPointDates);
  });

  it('is all of them where every cell is blank', async () => {
    expect(await shapeOf('', '')).toBe(whole | allIsoDates | allPointDates);
  });

  it('is none of them where the forms differ', async () => {
    expect(await shapeOf('31.10.2026', '2026-10-31')).toBe(0);
    expect(await shapeOf('"1,5"', '1.5')).toBe(fewDecimals);
    expect(await shapeOf('12.50', '31.10.2026')).toBe(0);
  });

  it('tells what a look at the values tells', async () => {
    const cell = fc.oneof(
      fc.stringMatching(/^-?[0-9]{1,5}([.,][0-9]{1,4})?$/),
      fc.stringMatching(/^[0-3][0-9][.][01][0-9][.](19|20)[0-9]{2}$/),
    );
    const column = fc.oneof(
      fc.array(cell, { minLength: 1, maxLength: 6 }),
      fc.array(fc.stringMatching(/^[0-9]{1,3},[0-9]{1,3}$/), { minLength: 1, maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(column, async (cells) => {
        const shape = (await shapeOf(...cells.map((one) => `"${one}"`))) ?? 0;
        const values = cells.map((value) => ({ value, count: 1 }));
        if ((shape & allPointDates) > 0)
          expect(['DMY', undefined]).toContain(judgeDates(values)[0]);
        if ((shape & whole) > 0) expect(isThousandsOpen(values)).toBe(false);
        if ((shape & whole) === allCommaNumbers)
          expect(judgeNumbers(values)).toEqual({ kind: 'number', decimal: ',', plain: false });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '2026-1-31',
    '2026-10-3',
    '2026-10-311',
    '31.1.2026',
    '1.10.2026',
    '31.10.26',
    '31.10.20266',
    '31.10.2026.',
    '1,234',
    '-12,500',
    '1,5,5',
    ',5',
    '1,',
    '1,5.5',
    '1.5,5',
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
    expect(await shapeOf('31.10.2026', `"${cell}"`)).toBe(0);
  });

  it('counts the last cell of a file without a last line end', async () => {
    const result = await scan(`${header}\n1,2,3\n1,2,x`);
    expect(result.shapes).toEqual([whole, whole, 0]);
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
