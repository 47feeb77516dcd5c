import { utils, write } from '@e965/xlsx';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/index-native.js';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportFailure } from '../../domain/import/problem';
import { limits } from '../limits';
import { unpack } from '../packed/unpack';

// The library tells the console of sizes that an archive states behind its contents, as it may.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

const runs = Number(process.env['SALDO_FUZZ_RUNS'] ?? 10_000);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const latin1 = new TextDecoder('latin1');

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const document = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Book {
  /** The XML of each sheet's rows. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly is1904?: boolean;
  readonly hidden?: readonly string[];
  readonly prolog?: string;
  /** A number format that the third style has. */
  readonly format?: string;
}

/** A workbook of the fewest parts that make one, with one style for dates. */
async function workbook({
  sheets,
  is1904 = false,
  hidden = [],
  prolog = '',
  format = '0',
}: Book): Promise<Blob> {
  const names = Object.keys(sheets);
  const writer = new ZipWriter(new BlobWriter());
  const add = (path: string, text: string) => writer.add(path, new TextReader(text));
  await add(
    '[Content_Types].xml',
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${document}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${document}.styles+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${document}.worksheet+xml"/>`).join('')}</Types>`,
  );
  await add(
    '_rels/.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  await add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="s${i + 1}"/>`).join('')}</sheets></workbook>`,
  );
  await add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="st" Type="${relations}/styles" Target="styles.xml"/>${names.map((_, i) => `<Relationship Id="s${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
  );
  await add(
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="${format}"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  for (const [i, name] of names.entries())
    await add(
      `xl/worksheets/sheet${i + 1}.xml`,
      `${prolog}<worksheet xmlns="${main}"><sheetData>${sheets[name]}</sheetData></worksheet>`,
    );
  return writer.close();
}

async function texts(blob: Blob) {
  const found = await unpack({ name: 'book.xlsx', blob }, {});
  const parts = found?.parts.map(async ({ part, text }) => [part, await text.text()] as const);
  return Object.fromEntries(await Promise.all(parts ?? []));
}

async function notesOf(blob: Blob) {
  const found = await unpack({ name: 'book.xlsx', blob }, {});
  return found?.parts.flatMap(({ notes }) => notes);
}

async function refusal(blob: Blob) {
  try {
    await unpack({ name: 'book.xlsx', blob }, {});
  } catch (error) {
    if (error instanceof ImportFailure) return error.problem;
    throw error;
  }
  throw new Error('it was read');
}

const cell = (ref: string, value: string, rest = '') => `<c r="${ref}"${rest}><v>${value}</v></c>`;
const text = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a workbook', () => {
  it('gives its cells as texts: ids whole, amounts plain, days as ISO', async () => {
    const rows = `<row r="1">${text('A1', 'id')}${text('B1', 'amount')}${text('C1', 'day')}</row>
      <row r="2">${text('A2', '000123')}${cell('B2', '4235.1000000000004')}${cell('C2', '46326', ' s="1"')}</row>
      <row r="3">${cell('A3', '2520018000000073044')}${cell('B3', '1.2E-7')}${cell('C3', '46326.75', ' s="1"')}</row>`;
    expect(await texts(await workbook({ sheets: { Invoices: rows } }))).toEqual({
      '': 'id,amount,day\n000123,4235.1,2026-10-31\n2520018000000073044,0.00000012,2026-10-31 18:00:00\n',
    });
  });

  it('whose cells and rows do not say their places gives the same texts, to the digit', async () => {
    const placed = `<row r="1">${text('A1', 'id')}${text('B1', 'other')}</row><row r="2">${cell('A2', '1234567890123456789')}${cell('B2', '-9007199254740993')}</row><row r="3"/><row r="5">${cell('B5', '2520018000000073044')}</row>`;
    const unplaced = `<row>${text('A1', 'id')}${text('B1', 'other')}</row><row>${cell('A2', '1234567890123456789')}${cell('B2', '-9007199254740993')}</row><row r="5"><c/>${cell('B5', '2520018000000073044')}</row>`;
    const expected = {
      '': 'id,other\n1234567890123456789,-9007199254740993\n\n\n,2520018000000073044\n',
    };
    expect(await texts(await workbook({ sheets: { S: placed } }))).toEqual(expected);
    const blob = await workbook({ sheets: { S: unplaced.replaceAll(/(<c) r="[A-Z]\d"/g, '$1') } });
    expect(await texts(blob)).toEqual(expected);
  });

  it.each([
    ['00000000', '123', '00000123'],
    ['00000000', '-123', '-00000123'],
    ['00000000', '123456789', '123456789'],
    ['00000000000000000000', '2520018000000073044', '02520018000000073044'],
    ['0000', '7.5', '7.5'],
    ['0', '7', '7'],
    ['0.00', '7', '7'],
    ['000-00', '7', '7'],
  ])('shows by the format %s the number %s as %s', async (format, value, shown) => {
    const rows = `<row r="1">${cell('A1', value, ' s="2"')}</row>`;
    expect(await texts(await workbook({ sheets: { S: rows }, format }))).toEqual({
      '': `${shown}\n`,
    });
  });

  it.each(['xlsx', 'xlsb', 'xls', 'ods'] as const)(
    'shows a number of a format of zeros with them in .%s',
    async (bookType) => {
      const book = utils.book_new();
      const code = { t: 'n', v: 123, z: '00000000' };
      utils.book_append_sheet(
        book,
        utils.aoa_to_sheet([
          ['id', 'n'],
          [code, 4.5],
        ]),
        'S',
      );
      const bytes: ArrayBuffer = write(book, { type: 'array', bookType });
      expect(await texts(new Blob([bytes]))).toEqual({ '': 'id,n\n00000123,4.5\n' });
    },
  );

  it('gives a second table below the first as a table of its own, each row on its place', async () => {
    const rows = [
      ['Invoice', 'Date', 'Amount'],
      ['F-1', '2026-10-31', '10.50'],
      ['F-2', '2026-11-01', '20.00'],
      [],
      ['Payments'],
      ['Payment', 'Customer', 'Paid on', 'Sum'],
      ['P-1', 'Alfa', '2026-11-02', '10.50'],
      ['P-2', 'Beta', '2026-11-03', '20.00'],
    ].map((cells, r) => {
      const xml = cells.map((value, c) => text(`${'ABCD'[c]}${r + 1}`, value)).join('');
      return `<row r="${r + 1}">${xml}</row>`;
    });
    const first = 'Invoice,Date,Amount\nF-1,2026-10-31,10.50\nF-2,2026-11-01,20.00\n\n';
    const second =
      '\n\n\n\nPayments,,,\nPayment,Customer,Paid on,Sum\nP-1,Alfa,2026-11-02,10.50\nP-2,Beta,2026-11-03,20.00\n';
    const sheets = { One: rows.join(''), Two: rows.slice(0, 3).join('') };
    expect(await texts(await workbook({ sheets }))).toEqual({
      'One › 1': first,
      'One › Payments': second,
      Two: first.slice(0, -1),
    });
    expect(await texts(await workbook({ sheets: { One: sheets.One } }))).toEqual({
      '1': first,
      Payments: second,
    });
  });

  it('of 1904 counts its days from there', async () => {
    const rows = `<row r="1">${cell('A1', '44864', ' s="1"')}</row>`;
    expect(await texts(await workbook({ sheets: { S: rows }, is1904: true }))).toEqual({
      '': '2026-10-31\n',
    });
  });

  it('keeps rows where they stand, and leaves hidden sheets out', async () => {
    const rows = `<row r="3">${text('B3', 'x')}</row>`;
    const sheets = { One: rows, Two: rows, Three: rows };
    expect(await texts(await workbook({ sheets, hidden: ['Two'] }))).toEqual({
      One: '\n\n,x\n',
      Three: '\n\n,x\n',
    });
  });

  it('tells of each hidden sheet that has cells, once', async () => {
    const rows = `<row r="1">${text('A1', 'x')}</row>`;
    const sheets = { One: rows, Two: rows, Three: rows, Four: '' };
    expect(await notesOf(await workbook({ sheets, hidden: ['Two', 'Four'] }))).toEqual([
      { code: 'hidden_sheet', values: { sheet: 'Two' } },
    ]);
    expect(await notesOf(await workbook({ sheets: { One: rows }, hidden: ['One'] }))).toEqual([]);
  });

  it('shows errors as they are called, and a formula that nobody computed as the formula', async () => {
    const rows = `<row r="1">${cell('A1', '#N/A', ' t="e"')}${cell('B1', '#DIV/0!', ' t="e"')}<c r="C1"><f>A1*2</f></c><c r="D1"><f>1+1</f><v>2</v></c></row>`;
    expect(await texts(await workbook({ sheets: { S: rows } }))).toEqual({
      '': '#N/A,#DIV/0!,=A1*2,2\n',
    });
  });

  it.each([
    ['a type of its own', `<!DOCTYPE worksheet>`],
    ['entities', `<!DOCTYPE a [<!ENTITY x "y">]>`],
  ])('with %s in a part is refused', async (_, prolog) => {
    const blob = await workbook({ sheets: { S: '' }, prolog });
    expect(await refusal(blob)).toMatchObject({ code: 'unsafe_file' });
  });

  it('with a cell far out is refused at the limit that it names', async () => {
    const blob = await workbook({ sheets: { S: `<row r="1">${text('XFD1', 'x')}</row>` } });
    expect(await refusal(blob)).toMatchObject({
      code: 'columns_too_many',
      values: { limit: limits.columnsMax },
    });
  });

  it('that says it has a million columns and rows has those that are there', async () => {
    const prolog = '';
    const rows = `</sheetData><dimension ref="A1:XFD1048576"/><sheetData><row r="1">${text('A1', 'x')}</row>`;
    const found = await texts(await workbook({ sheets: { S: rows }, prolog })).catch(
      (error: unknown) => error,
    );
    expect(found instanceof ImportFailure || JSON.stringify(found) === '{"":"x\\n"}').toBe(true);
  });

  it('that is a page in disguise is the table of that page', async () => {
    const page =
      '<html><table><tr><td>id</td><td>amount</td></tr><tr><td>00123</td><td>1.234,50</td></tr></table></html>';
    expect(await texts(new Blob([page]))).toEqual({ '': 'id,amount\n00123,"1.234,50"\n' });
  });

  it('with another size before a part than behind it is refused', async () => {
    const blob = await workbook({ sheets: { S: `<row r="1">${text('A1', 'x')}</row>` } });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const header = latin1.decode(bytes).indexOf('xl/workbook.xml') - 30;
    expect(header).toBeGreaterThan(0);
    for (const at of [18, 22]) {
      const broken = bytes.slice();
      broken[header + at] = 16;
      expect(await refusal(new Blob([broken]))).toMatchObject({
        code: 'damaged_file',
        values: { place: 'xl/workbook.xml' },
      });
    }
  });

  it('whose bytes were changed gives the same cells, or is refused', async () => {
    const rows = `<row r="1">${text('A1', 'id')}${text('B1', 'amount')}</row><row r="2">${text('A2', 'F-1')}${cell('B2', '10.5')}</row>`;
    const blob = await workbook({ sheets: { S: rows } });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const whole = JSON.stringify(await texts(blob));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const broken = bytes.slice();
          broken[at] = (broken[at] ?? 0) ^ mask;
          const found = await unpack({ name: 'book.xlsx', blob: new Blob([broken]) }, {}).catch(
            (error: unknown) => {
              if (error instanceof ImportFailure) return undefined;
              throw error;
            },
          );
          if (found?.format !== 'sheet') return;
          const parts = found.parts.map(
            async ({ part, text: one }) => [part, await one.text()] as const,
          );
          expect(JSON.stringify(Object.fromEntries(await Promise.all(parts)))).toBe(whole);
        },
      ),
      { numRuns: runs / 20 },
    );
  }, 120_000);
});
