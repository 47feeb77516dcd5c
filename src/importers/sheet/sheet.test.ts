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
}

/** A workbook of the fewest parts that make one, with one style for dates. */
async function workbook({ sheets, is1904 = false, hidden = [], prolog = '' }: Book): Promise<Blob> {
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
    `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
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
