import { type BookType, utils, write } from '@e965/xlsx';
import { joined, raw, utf8, withBytes } from './bytes';
import { type BadCase, refused, table, taken } from './case';
import { header, lines, row } from './csv';
import { book, damaged, good, head, invoice, january, names, plain, sheet } from './invoiceBook';
import { day, number, rowOf } from './workbook';
import { zip } from './zipBytes';

/** The same table as another program's format has it. */
function written(
  bookType: BookType,
  rows = [[...names], ['F-2', '2026-01-31', 100], ['007', '2026-02-01', -0.5]],
): Uint8Array<ArrayBuffer> {
  const made = utils.book_new(utils.aoa_to_sheet(rows), 'Invoices');
  return new Uint8Array(write(made, { type: 'array', bookType }) as ArrayBuffer);
}

/** A compound file whose directory names these streams. Source: [MS-CFB] 2.2 and 2.6. */
function compound(...streams: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setInt32(60, -2, true);
  view.setInt32(68, -2, true);
  for (let at = 76; at < 512; at += 4) view.setInt32(at, -1, true);
  view.setUint32(76, 0, true);
  for (let at = 512; at < 1024; at += 4) view.setInt32(at, -1, true);
  view.setInt32(512, -3, true);
  view.setInt32(516, -2, true);
  for (const [i, name] of ['Root Entry', ...streams].entries()) {
    const at = 1024 + i * 128;
    for (let c = 0; c < name.length; c += 1) view.setUint16(at + c * 2, name.charCodeAt(c), true);
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    view.setUint8(at + 66, i === 0 ? 5 : 2);
    view.setInt32(at + 68, -1, true);
    view.setInt32(at + 72, i === 0 || i === streams.length ? -1 : i + 1, true);
    view.setInt32(at + 76, i === 0 ? 1 : -1, true);
    view.setInt32(at + 116, -2, true);
  }
  return bytes;
}

const cell = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const blank = (times: number): string =>
  `<table:table-cell table:number-columns-repeated="${times}"/>`;

/** An OpenDocument of one table. */
function openDocument(
  rows: string,
  end = '</table:table></office:spreadsheet></office:body></office:document-content>',
): Uint8Array<ArrayBuffer> {
  const urn = 'urn:oasis:names:tc:opendocument:xmlns';
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'META-INF/manifest.xml',
      content: `<manifest:manifest xmlns:manifest="${urn}:manifest:1.0"/>`,
    },
    {
      name: 'content.xml',
      content: `<office:document-content xmlns:office="${urn}:office:1.0" xmlns:table="${urn}:table:1.0" xmlns:text="${urn}:text:1.0"><office:body><office:spreadsheet><table:table table:name="S">${rows}${end}`,
    },
    {
      name: 'styles.xml',
      content: `<office:document-styles xmlns:office="${urn}:office:1.0"/>`,
    },
  ]);
}

/** One cell, so many times in a row, and the row so many times. */
const repeated = (rows: number, columns: number | string): Uint8Array<ArrayBuffer> =>
  openDocument(
    `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell office:value-type="string" table:number-columns-repeated="${columns}"><text:p>x</text:p></table:table-cell></table:table-row>`,
  );

/** Workbooks whose package is damaged, hostile, or of another program. */
export const packages: readonly BadCase[] = [
  sheet('a workbook', () => book(), good(100, 1, { reads: { document_date: ['2026-01-31'] } })),
  sheet(
    'a sheet that unpacks to far more than it is',
    () => book({ after: `<!--${' '.repeat(30_000_000)}-->` }),
    refused('limit_exceeded', { values: { name: 'unpackRatioMax' } }),
  ),
  sheet(
    'a part beside the sheets that is a bomb',
    () => book({ extra: [{ name: 'xl/media/image1.png', content: '0'.repeat(30_000_000) }] }),
    refused('limit_exceeded', { values: { name: 'unpackRatioMax' } }),
  ),
  sheet(
    'a sheet that says it is smaller',
    () =>
      book({
        change: (part) => (part.name.includes('sheet1') ? { ...part, plainSize: 10 } : part),
      }),
    damaged,
  ),
  sheet(
    'a sheet that says it is larger',
    () =>
      book({
        change: (part) => (part.name.includes('sheet1') ? { ...part, plainSize: 1_000_000 } : part),
      }),
    damaged,
  ),
  sheet(
    'a sheet with a wrong sum',
    () => book({ change: (part) => (part.name.includes('sheet1') ? { ...part, crc: 1 } : part) }),
    damaged,
  ),
  sheet('a workbook that was cut', () => book().slice(0, 900), damaged),
  sheet('a workbook without its directory', () => book().slice(0, -22), damaged),
  sheet(
    'a byte changed in a sheet',
    () => withBytes(book(), book().length - 700, 0, 0, 0),
    damaged,
  ),
  sheet(
    'parts that lie over each other',
    () =>
      book({ change: (part) => (part.name.includes('sheet1') ? { ...part, offset: 0 } : part) }),
    damaged,
  ),
  sheet(
    'a part that says it has a password',
    () => book({ change: (part) => (part.name.includes('sheet1') ? { ...part, flags: 1 } : part) }),
    refused('encrypted_file'),
  ),
  sheet(
    'a workbook with a password',
    () => compound('EncryptionInfo', 'EncryptedPackage'),
    refused('encrypted_file'),
  ),
  sheet('a compound file that is a letter', () => compound('WordDocument'), damaged, 'letter.doc'),
  sheet(
    'the first bytes of a compound file',
    () => raw('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    damaged,
    'book.xls',
  ),
  sheet(
    'a compound file of zeros',
    () => joined(raw('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), new Uint8Array(4096)),
    damaged,
    'book.xls',
  ),
  sheet(
    'a table of a sealed OpenDocument',
    () =>
      zip([
        {
          name: 'mimetype',
          content: 'application/vnd.oasis.opendocument.spreadsheet',
          stored: true,
        },
        { name: 'content.xml', content: 'sealed' },
        {
          name: 'META-INF/manifest.xml',
          content:
            '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
        },
      ]),
    refused('encrypted_file'),
    'book.ods',
  ),
  sheet(
    'an OpenDocument',
    () => written('ods'),
    good(99.5, 2, { reads: { document_id: ['F-2', '007'] } }),
    'book.ods',
  ),
  sheet(
    'an old workbook',
    () => written('biff8'),
    good(99.5, 2, { reads: { document_id: ['F-2', '007'] } }),
    'book.xls',
  ),
  sheet('a binary workbook', () => written('xlsb'), good(99.5, 2), 'book.xlsb'),
  sheet('an old workbook that was cut', () => written('biff8').slice(0, 1500), damaged, 'book.xls'),
  sheet('an OpenDocument that was cut', () => written('ods').slice(0, 600), damaged, 'book.ods'),
  sheet(
    'an OpenDocument that repeats a cell beyond all columns, and its row',
    () => repeated(1_000, 1_001),
    refused('columns_too_many'),
    'book.ods',
  ),
  sheet(
    'an OpenDocument that is one cell, repeated over a whole sheet',
    () => repeated(1_048_576, 16_384),
    refused('limit_exceeded', { values: { name: 'repeatedCellsMax', limit: 5_000_000 } }),
    'book.ods',
  ),
  sheet(
    'an OpenDocument that repeats a cell for ever',
    () => repeated(1, '9'.repeat(400)),
    refused('limit_exceeded', { values: { name: 'repeatedCellsMax' } }),
    'book.ods',
  ),
  sheet(
    'an OpenDocument whose rest is blank to its last row and column',
    () =>
      openDocument(
        `<table:table-row>${names.map(cell).join('')}${blank(16_381)}</table:table-row><table:table-row>${['F-1', '2026-01-31', '100'].map(cell).join('')}${blank(16_381)}</table:table-row><table:table-row table:number-rows-repeated="1048574">${blank(16_384)}</table:table-row>`,
      ),
    good(),
    'book.ods',
  ),
  sheet(
    'an OpenDocument whose second row lies a thousand million rows down',
    () =>
      openDocument(
        `<table:table-row>${names.map(cell).join('')}</table:table-row><table:table-row table:number-rows-repeated="1000000000">${blank(3)}</table:table-row><table:table-row>${names.map(cell).join('')}</table:table-row>`,
      ),
    damaged,
    'book.ods',
  ),
  sheet(
    'an OpenDocument that is cut within its XML',
    () => openDocument(`<table:table-row>${names.map(cell).join('')}`, ''),
    damaged,
    'book.ods',
  ),
  sheet(
    'a DOCTYPE in a sheet',
    () => book({ prolog: '<!DOCTYPE worksheet>' }),
    refused('unsafe_file'),
  ),
  sheet(
    'entities in a sheet',
    () => book({ prolog: '<!DOCTYPE a [<!ENTITY x "&#49;">]>' }),
    refused('unsafe_file'),
  ),
  sheet(
    'a DOCTYPE behind a long comment in a sheet',
    () =>
      book({
        prolog: `<!--${'-x'.repeat(5_000)}--><!DOCTYPE a [<!ENTITY x "9">]>`,
        sheets: { S: head + invoice(2, '<c r="C2"><v>&x;00</v></c>') },
      }),
    refused('unsafe_file'),
  ),
  sheet(
    'an index of a text that is not there',
    () =>
      book({
        shared: ['F-9'],
        sheets: {
          S:
            head +
            rowOf(2, '<c r="A2" t="s"><v>99</v></c>', day('B2', january), number('C2', '100')) +
            invoice(3),
        },
      }),
    damaged,
  ),
  sheet(
    'texts without their table',
    () =>
      book({
        sheets: {
          S:
            head +
            rowOf(2, '<c r="A2" t="s"><v>0</v></c>', day('B2', january), number('C2', '100')) +
            invoice(3),
        },
      }),
    damaged,
  ),
  sheet(
    'a sheet whose part is missing',
    () => book({ without: ['xl/worksheets/sheet1.xml'] }),
    damaged,
  ),
  sheet(
    'one of two sheets whose part is missing',
    () => book({ sheets: { One: plain, Two: plain }, without: ['xl/worksheets/sheet2.xml'] }),
    damaged,
  ),
  sheet(
    'a workbook without its list of sheets',
    () => book({ without: ['xl/workbook.xml'] }),
    damaged,
  ),
  sheet('a workbook without its styles', () => book({ without: ['xl/styles.xml'] }), damaged),
  sheet(
    'a sheet that is cut within its XML',
    () =>
      book({
        change: (part) =>
          part.name.includes('sheet1')
            ? { ...part, content: String(part.content).slice(0, -60) }
            : part,
      }),
    damaged,
  ),
  sheet(
    'one of two sheets that is cut within its XML',
    () =>
      book({
        sheets: { One: plain, Two: plain },
        change: (part) =>
          part.name.includes('sheet2')
            ? { ...part, content: String(part.content).slice(0, -60) }
            : part,
      }),
    damaged,
  ),
  sheet(
    'an index of a text that is not there, in one of two sheets',
    () =>
      book({
        shared: ['F-9'],
        sheets: {
          One: plain,
          Two:
            head +
            rowOf(2, '<c r="A2" t="s"><v>99</v></c>', day('B2', january), number('C2', '100')),
        },
      }),
    damaged,
  ),
  sheet(
    'a part whose name leads out of the folder',
    () => book({ extra: [{ name: '../../evil.xml', content: '<a/>' }] }),
    refused('unsafe_file'),
  ),
  sheet(
    'macros, which are never run',
    () => book({ extra: [{ name: 'xl/vbaProject.bin', content: 'Sub AutoOpen()' }] }),
    good(),
    'book.xlsm',
  ),
  sheet(
    'a page that is called a workbook',
    () =>
      `<html><body><table><tr><th>Invoice</th><th>Date</th><th>Amount</th></tr><tr><td>0012</td><td>2026-01-31</td><td>1,234.50</td></tr></table></body></html>`,
    good(1234.5, 1, { reads: { document_id: ['0012'] } }),
    'book.xls',
  ),
  sheet('a workbook that is called .csv', () => book(), good(), 'book.csv'),
  sheet(
    'a CSV that is called a workbook',
    () => utf8(lines(header, row('F-1'))),
    taken(table(1, { totals: ['EUR 100'] })),
  ),
  sheet('no byte', () => '', refused('empty_file')),
];
