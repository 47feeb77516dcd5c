import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/index-native.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import { ask } from './shell';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saldo-parts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const invoices = [
  ['Invoice', 'Customer', 'Invoice date', 'Due date', 'Currency', 'Amount'],
  ['F-1', 'Alfa', '2026-02-15', '2026-03-15', 'EUR', '100.50'],
  ['F-2', 'Beta', '2026-02-16', '2026-03-16', 'EUR', '200.00'],
];
const colours = [
  ['Colour', 'Mood'],
  ['red', 'calm'],
  ['blue', 'brisk'],
];
const readme = 'These are our tables.\nAsk Eva for the rest.\n';

type Rows = readonly (readonly string[])[];

function workbook(sheets: Readonly<Record<string, Rows>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx' });
  return new Uint8Array(bytes);
}

async function archive(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter());
  for (const [name, text] of Object.entries(files)) await writer.add(name, new TextReader(text));
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

const csv = (rows: Rows): string => `${rows.map((row) => row.join(',')).join('\n')}\n`;

/** What the shell answers to one file, and the ids of the documents that it wrote. */
async function imported(name: string, bytes: Uint8Array, mapping?: object) {
  const out = await mkdtemp(join(folder, 'out-'));
  await writeFile(join(out, name), bytes);
  await writeFile(join(out, 'm.json'), JSON.stringify(mapping ?? {}));
  const stated = mapping === undefined ? [] : ['--mapping', join(out, 'm.json')];
  const engine = await openNodeEngine();
  try {
    const argv = ['import', join(out, name), '--out', join(out, 'tables'), ...stated];
    const { code, stdout, stderr } = await ask(engine, argv);
    const { warnings = [] }: { warnings?: readonly string[] } =
      code === 0 ? JSON.parse(stdout) : {};
    const tables = await readFile(join(out, 'tables', 'document.csv'), 'utf8').catch(() => '');
    return { code, stderr, warnings, ids: tables.match(/\bF-\d\b/g) ?? [] };
  } finally {
    await engine.close();
  }
}

describe('in a shell', () => {
  it('a cover sheet that is no table is left out with a warning, and the other sheets are taken', async () => {
    const cover = [['Accounts receivable'], ['Made for Eva']];
    const bytes = workbook({ Cover: cover, Invoices: invoices });
    const { code, stderr, warnings, ids } = await imported('book.xlsx', bytes);
    const told = /^book\.xlsx › Cover.*; it is left out$/m;
    expect([code, ids]).toEqual([0, ['F-1', 'F-2']]);
    expect(stderr).toMatch(told);
    expect(warnings).toEqual([expect.stringMatching(told)]);
  });

  it.each([
    ['a readme', 'readme.txt', readme],
    ['an empty file', 'empty.csv', ''],
    ['a table that nobody knows', 'colours.csv', csv(colours)],
    ['a picture', 'logo.png', '\u0089PNG\u0000\u0000\u0001\u0000'],
  ])(
    '%s in an archive is left out with a warning beside a table that is known',
    async (_, name, text) => {
      const bytes = await archive({ [name]: text, 'invoices.csv': csv(invoices) });
      const { code, warnings, ids } = await imported('books.zip', bytes);
      expect([code, ids]).toEqual([0, ['F-1', 'F-2']]);
      expect(warnings).toEqual([
        expect.stringMatching(`^books\\.zip › ${name}.*; it is left out$`),
      ]);
    },
  );

  it('a part that a mapping names is not left out: the file is refused', async () => {
    const bytes = workbook({ Colours: colours, Invoices: invoices });
    const mapping = { files: { 'book.xlsx › Colours': {} } };
    const { code, stderr, ids } = await imported('book.xlsx', bytes, mapping);
    expect([code, ids]).toEqual([2, []]);
    expect(stderr).toMatch(/^book\.xlsx › Colours, line 1: the columns are not known/m);
  });

  it('a workbook and an archive of which nothing is known are refused', async () => {
    const book = await imported(
      'book.xlsx',
      workbook({ Colours: colours, More: colours.slice(1) }),
    );
    const zip = await imported('books.zip', await archive({ 'readme.txt': readme }));
    expect([book.code, zip.code, book.ids, zip.ids]).toEqual([2, 2, [], []]);
  });

  it('what is damaged is no table that is left out: the archive is refused', async () => {
    const broken = csv(invoices).replace('Alfa', '"Alfa');
    const bytes = await archive({ 'a.csv': broken, 'invoices.csv': csv(invoices) });
    const { code, stderr } = await imported('books.zip', bytes);
    expect(code).toBe(2);
    expect(stderr).toContain('books.zip › a.csv');
  });

  it('a hidden sheet is told of', async () => {
    const book = utils.book_new();
    for (const name of ['Invoices', 'Old'])
      utils.book_append_sheet(book, utils.aoa_to_sheet(invoices), name);
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx' });
    const { code, warnings } = await imported('book.xlsx', new Uint8Array(bytes));
    expect(code).toBe(0);
    expect(warnings).toEqual([expect.stringContaining('the sheet Old is hidden and left out')]);
  });
});
