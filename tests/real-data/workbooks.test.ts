import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportFailure } from '../../src/domain/import/problem';
import { exact, sum } from '../../src/domain/money/decimal';
import { unpack } from '../../src/importers/packed/unpack';
import { readPlainSheet } from '../../src/importers/sheet/plainSheet';
import { readSheets } from '../../src/importers/sheet/sheets';
import { realData } from './folder';

// The library tells the console of formats that it does not know; the cells are read all the same.
beforeEach(() => {
  for (const method of ['error', 'warn', 'log'] as const)
    vi.spyOn(console, method).mockImplementation(() => undefined);
});

/** The sheets of a workbook as text, or why it is refused. */
async function sheetsOf(path: string): Promise<Readonly<Record<string, string>> | string> {
  try {
    const blob = new Blob([await readFile(path)]);
    const found = await unpack({ name: 'book', blob }, {});
    const sheets = found?.parts.map(async ({ part, text }) => [part, await text.text()] as const);
    return Object.fromEntries(await Promise.all(sheets ?? []));
  } catch (error) {
    if (error instanceof ImportFailure) return error.problem.code;
    throw error;
  }
}

function isPlain(bytes: Uint8Array): boolean {
  try {
    return readPlainSheet(bytes, () => undefined) !== undefined;
  } catch {
    return false;
  }
}

const books = realData('xlsx') ?? '';
const book = (name: string): string => join(books, 'calamine/tests', name);

describe.skipIf(books === '')('workbooks of other programs', () => {
  it.each(['date.xlsx', 'date.xlsb', 'date.xls'])('%s counts its days from 1900', async (name) => {
    expect(await sheetsOf(book(name))).toEqual({
      '': '2021-01-01,15\n2021-01-02,16\n1900-01-10 15:10:10,17\n',
    });
  });

  it.each(['date_1904.xlsx', 'date_1904.xlsb', 'date_1904.xls'])(
    '%s counts its days from 1904',
    async (name) => {
      expect(await sheetsOf(book(name))).toMatchObject({
        '': expect.stringContaining('2021-01-01,15\n2021-01-02,16\n'),
      });
    },
  );

  it.each(['any_sheets.xlsx', 'any_sheets.xlsb', 'any_sheets.ods'])(
    '%s has one sheet that is seen',
    async (name) => {
      expect(await sheetsOf(book(name))).toEqual({
        '': '1,2\n3,4\n5,6\n\n"This workbook contains 4 sheets: Visible, Hidden, VeryHidden and Chart",\n',
      });
    },
  );

  it('are read alike by the quick reader of plain sheets, wherever it reads them, and by the library', async () => {
    const names = (await readdir(books, { recursive: true })).filter((name) =>
      /\.xlsx$/.test(name),
    );
    const filled = ({ sheets }: ReturnType<typeof readSheets>) =>
      (sheets[0]?.rows ?? [])
        .map((row) => row.join('\u001f'))
        .join('\n')
        .trimEnd();
    let plain = 0;
    for (const name of names) {
      const bytes = new Uint8Array(await readFile(join(books, name)));
      const source = { name, blob: new Blob([bytes]) };
      const read = (plainBytesMin: number) => {
        try {
          return filled(readSheets(source, bytes, plainBytesMin));
        } catch {
          return 'refused';
        }
      };
      const quick = read(0);
      if (isPlain(bytes)) plain += 1;
      expect(`${name} ${quick}`).toBe(`${name} ${read(Number.POSITIVE_INFINITY)}`);
    }
    expect([plain >= 15, names.length >= 60]).toEqual([true, true]);
  });

  it('errors are called what they are called there', async () => {
    expect(await sheetsOf(book('errors.xlsx'))).toEqual({
      '': '#DIV/0!\n#NAME?\n#VALUE!\n#NULL!\n#REF!\n#NUM!\n#N/A\n',
    });
  });

  it.each(['pass_protected.xlsx', 'pass_protected.xlsb', 'pass_protected.ods'])(
    '%s is refused for its password',
    async (name) => {
      expect(await sheetsOf(book(name))).toBe('encrypted_file');
    },
  );

  it('each is read or refused with a reason, and nothing else', async () => {
    const names = (await readdir(book(''))).filter((name) => /\.(xls[xmb]?|ods)$/.test(name));
    const outcomes = new Map<string, number>();
    for (const name of names) {
      const found = await sheetsOf(book(name));
      const outcome = typeof found === 'string' ? found : 'read';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    console.info(`${names.length} workbooks: ${JSON.stringify(Object.fromEntries(outcomes))}`);
    expect([...outcomes.keys()].toSorted()).toEqual([
      'damaged_file',
      'encrypted_file',
      'limit_exceeded',
      'no_rows',
      'read',
    ]);
  });
});

const demand = realData('demand') ?? '';

it.skipIf(demand === '')(
  'Macau’s water is the same in the workbook and in the text, and adds up',
  async () => {
    const sheets = await sheetsOf(join(demand, 'macau_water.xlsx'));
    if (typeof sheets === 'string') throw new Error(sheets);
    const rowsOf = (text: string): readonly (readonly string[])[] =>
      Papa.parse<string[]>(text.trim()).data.slice(1);
    const [inBook = ''] = Object.values(sheets);
    const inText = rowsOf(await readFile(join(demand, 'macau_monthly.csv'), 'utf8'));
    const rounded = (cell: string | undefined) => exact(cell || '0').toDecimalPlaces(4);
    const inSheet = rowsOf(inBook);
    expect(inSheet.length).toBe(inText.length);
    expect(inSheet.map((row) => row.slice(0, 2))).toEqual(inText.map((row) => row.slice(0, 2)));
    expect(inSheet.map((row) => rounded(row[2]).toFixed())).toEqual(
      inText.map((row) => rounded(row[2]).toFixed()),
    );
    expect(sum(inSheet.map((row) => rounded(row[2]))).toFixed(2)).toBe('1548224777.26');
  },
);
