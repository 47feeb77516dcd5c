import { asked, type BadCase, noted, refused, table } from './case';
import { book, damaged, good, head, invoice, january, names, plain, sheet } from './invoiceBook';
import { day, number, rowOf, text, workbook } from './workbook';

const amount = (cell: string): Uint8Array<ArrayBuffer> =>
  workbook({ sheets: { Invoices: head + invoice(2) + invoice(3, cell) } });

const unread = good(100, 2, { rejects: [[3, 'unreadable', 'amount']] });
const notComputed = good(100, 2, { rejects: [[3, 'not_computed', 'amount']] });
const missing = good(100, 2, { rejects: [[3, 'missing', 'amount']] });

/** Workbooks whose package is sound, and whose sheets are tricky. */
export const sheetCases: readonly BadCase[] = [
  sheet(
    'links to other files, whose last value counts',
    () =>
      book({
        sheets: { Invoices: head + invoice(2, '<c r="C2"><f>[1]Sheet1!A1</f><v>100</v></c>') },
        extra: [
          {
            name: 'xl/externalLinks/externalLink1.xml',
            content:
              '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
          },
        ],
      }),
    good(),
  ),
  sheet(
    'a formula of a service of the internet',
    () => amount('<c r="C3"><f>WEBSERVICE("http://example.org")</f></c>'),
    notComputed,
  ),
  sheet('a formula without a value', () => amount('<c r="C3"><f>C2*2</f></c>'), notComputed),
  sheet(
    'a formula with its value',
    () => amount('<c r="C3"><f>C2*2</f><v>200</v></c>'),
    good(300, 2),
  ),
  sheet(
    'a formula whose value is blank',
    () => amount('<c r="C3" t="str"><f>""</f><v></v></c>'),
    missing,
  ),
  sheet('an error for an amount', () => amount('<c r="C3" t="e"><v>#REF!</v></c>'), unread),
  sheet('true for an amount', () => amount('<c r="C3" t="b"><v>1</v></c>'), unread),
  sheet('a text for an amount', () => amount(text('C3', 'n/a')), unread),
  sheet('an amount that is written as a text', () => amount(text('C3', '50.00')), good(150, 2)),
  sheet('an amount that is not there', () => amount(''), missing),
  sheet('a day for an amount', () => amount(day('C3', january)), unread),
  sheet('an amount that no number holds', () => amount(number('C3', '1E+300')), unread),
  sheet('an amount that is no number', () => amount(number('C3', 'abc')), unread),
  sheet(
    'an amount with what binary fractions leave behind',
    () => amount(number('C3', '0.30000000000000004')),
    good(100.3, 2),
  ),
  sheet(
    'numbers with three decimals, which are no thousands',
    () => workbook({ sheets: { S: head + invoice(2, number('C2', '1.234')) } }),
    good(1.234),
  ),
  sheet(
    'texts with three decimals, which may be thousands',
    () => workbook({ sheets: { S: head + invoice(2, text('C2', '1.234')) } }),
    asked(['Amount'], table(1, { totals: ['1.234'] })),
  ),
  sheet(
    'days counted from 1904',
    () =>
      book({
        is1904: true,
        sheets: {
          S: head + rowOf(2, text('A2', 'F-2'), day('B2', '44591'), number('C2', '100')),
        },
      }),
    good(100, 1, { reads: { document_date: ['2026-01-31'] } }),
  ),
  sheet(
    'the 29th of February 1900, which was none',
    () =>
      book({
        sheets: {
          S: head + invoice(2) + rowOf(3, text('A3', 'F-3'), day('B3', '60'), number('C3', '1')),
        },
      }),
    good(100, 2, { rejects: [[3, 'unreadable', 'document_date']] }),
  ),
  sheet(
    'a day before all days',
    () =>
      book({
        sheets: {
          S: head + invoice(2) + rowOf(3, text('A3', 'F-3'), day('B3', '-5'), number('C3', '1')),
        },
      }),
    good(100, 2, { rejects: [[3, 'unreadable', 'document_date']] }),
  ),
  sheet(
    'days as numbers without a style',
    () =>
      book({
        sheets: {
          S: head + rowOf(2, text('A2', 'F-2'), number('B2', january), number('C2', '100')),
        },
      }),
    good(100, 1, { reads: { document_date: ['2026-01-31'] } }),
  ),
  sheet(
    'ids of 19 digits as numbers',
    () =>
      book({
        sheets: {
          S:
            head +
            rowOf(2, number('A2', '2520018000000073044'), day('B2', january), number('C2', '100')),
        },
      }),
    good(100, 1, { reads: { document_id: ['2520018000000073044'] } }),
  ),
  sheet(
    'cells that are merged',
    () =>
      book({
        sheets: { S: head + invoice(2) + rowOf(3, text('A3', 'F-3')) },
        after: '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
      }),
    good(100, 2, { rejects: [[3, 'missing', 'document_date']] }),
  ),
  sheet(
    'a title that is merged over the header',
    () =>
      book({
        sheets: {
          S:
            rowOf(1, text('A1', 'Open items')) +
            rowOf(2, ...names.map((name, i) => text(`${'ABC'.charAt(i)}2`, name))) +
            invoice(3),
        },
        after: '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>',
      }),
    good(),
  ),
  sheet(
    'a sheet that says it is as large as can be',
    () => book({ before: '<dimension ref="A1:XFD1048576"/>' }),
    good(),
  ),
  sheet('a sheet that says it is nothing', () => book({ before: '<dimension ref="A1"/>' }), good()),
  sheet(
    'a cell at the far end of the columns',
    () => book({ sheets: { S: plain.replace('</row>', `${text('XFD1', 'x')}</row>`) } }),
    refused('columns_too_many', { values: { limit: 1000, found: 16384 } }),
  ),
  sheet(
    'a cell at the far end of the rows',
    () => book({ sheets: { S: `${plain}${rowOf(1048576, text('A1048576', 'x'))}` } }),
    good(100, 2, { rejects: [[1048576, 'missing', 'document_date']] }),
  ),
  sheet(
    'a cell beyond all rows',
    () => book({ sheets: { S: `${plain}${rowOf(1100000, text('A1100000', 'x'))}` } }),
    damaged,
  ),
  sheet(
    'a cell a thousand million rows down',
    () => book({ sheets: { S: `${plain}${rowOf(999999999, text('A999999999', 'x'))}` } }),
    damaged,
  ),
  sheet(
    'a cell beyond all columns',
    () => book({ sheets: { S: plain.replace('</row>', `${text('ZZZZZZ1', 'x')}</row>`) } }),
    damaged,
  ),
  sheet(
    'cells without a place',
    () => book({ sheets: { S: plain.replace(/ r="[A-Z]*\d+"/g, '') } }),
    good(),
  ),
  sheet('a cell twice', () => amount(number('C3', '1') + number('C3', '2')), good(102, 2)),
  sheet(
    'a hidden sheet, which is left out and told of',
    () => book({ sheets: { Invoices: plain, Old: plain }, hidden: ['Old'] }),
    noted(['hidden_sheet'], table(1, { totals: ['100'] })),
  ),
  sheet(
    'nothing but hidden sheets',
    () => book({ sheets: { Old: plain }, hidden: ['Old'] }),
    good(),
  ),
  sheet(
    'two sheets of which one means nothing',
    () =>
      book({
        sheets: {
          Invoices: plain,
          Notes:
            rowOf(1, text('A1', 'Species'), text('B1', 'Legs')) +
            rowOf(2, text('A2', 'ant'), number('B2', '6')),
        },
      }),
    noted(['not_recognised'], table(1, { totals: ['100'] })),
  ),
  sheet('an empty sheet', () => book({ sheets: { S: '' } }), refused('no_rows')),
  sheet('no sheet at all', () => book({ sheets: {} }), refused('no_rows')),
  sheet('a header and no row', () => book({ sheets: { S: head } }), refused('no_rows')),
];
