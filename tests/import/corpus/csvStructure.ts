import { raw } from './bytes';
import { type Family, noted, noting, one, refused, table, taken } from './case';
import { csv, header, lines, row } from './csv';

const invoices = (count: number, from = 1): readonly string[] =>
  Array.from({ length: count }, (_, i) => row(`F-${from + i}`));
const sum = (count: number) => ({ totals: [`EUR ${count * 100}`] });
const plain = lines(header, ...invoices(2));
const openAt = (line: number) => refused('quote_open', { line });
const ids = (...document_id: readonly string[]) =>
  taken(table(document_id.length, { ...sum(document_id.length), reads: { document_id } }));

export const csvStructure: Family = {
  name: 'structure of delimited texts',
  casesMin: 60,
  cases: [
    csv('no byte at all', () => '', refused('empty_file')),
    csv('one line end', () => '\n', refused('empty_file')),
    csv('blanks, tabs and line ends', () => ' \t\r\n \n\t\n', refused('empty_file')),
    csv('a thousand blank lines', () => '\n'.repeat(1000), refused('empty_file')),
    csv('one character', () => 'x', refused('no_rows', { line: 1 })),
    csv('only a header', () => `${header}\n`, refused('no_rows', { line: 1 })),
    csv('only a header without an end', () => header, refused('no_rows', { line: 1 })),
    csv(
      'a header and rows of nothing but separators',
      () => lines(header, ',,,,,', ',,,,,'),
      refused('no_rows', { line: 1 }),
    ),
    csv(
      'a header and rows of nothing but separators and blanks',
      () => lines(header, ',,,,,', ', , , , ,'),
      refused('all_rows_rejected', { line: 3 }),
    ),
    csv('only separators', () => lines(',,,,,', ',,,,,'), refused('no_header')),
    csv('a row without an end', () => `${header}\n${row('F-1')}`, taken(table(1, sum(1)))),
    csv(
      'a row that was cut in its amount',
      () => `${header}\n${row('F-1')}\nF-2,Ferrer,2026-09-15,2026-10-15,1`,
      noted(['no_currency'], table(2, { totals: ['1', 'EUR 100'] })),
    ),
    csv(
      'a row that was cut before its amount',
      () => `${header}\n${row('F-1')}\nF-2,Ferrer,2026-09-15,20`,
      taken(table(2, { ...sum(1), rejects: [[3, 'unreadable', 'due_date']] })),
    ),
    csv('CR alone at the ends', () => plain.replaceAll('\n', '\r'), ids('F-1', 'F-2')),
    csv('CR and LF', () => plain.replaceAll('\n', '\r\n'), ids('F-1', 'F-2')),
    csv('CR, CR and LF', () => plain.replaceAll('\n', '\r\r\n'), ids('F-1', 'F-2')),
    csv(
      'line ends of three kinds',
      () => `${header}\r\n${row('F-1')}\n${row('F-2')}\r${row('F-3')}\r\n`,
      ids('F-1', 'F-2', 'F-3'),
    ),
    csv(
      'line ends of Unicode (2028), which are none here',
      () => lines(header, row('F-1', { customer: 'a\u2028b' })),
      taken(table(1, { ...sum(1), reads: { customer_id: ['a\u2028b'] } })),
    ),
    csv(
      'a quotation mark never closed',
      () => lines(header, row('F-1'), '"F-2,a,b', row('F-3')),
      openAt(3),
    ),
    csv(
      'a quotation mark never closed in the last cell',
      () => `${lines(header, row('F-1'))}F-2,Ferrer,2026-09-15,2026-10-15,1.00,"EUR`,
      openAt(3),
    ),
    csv(
      'a quotation mark never closed in the header',
      () => lines('Invoice,"Customer,Date,Amount', 'F-1,Ferrer,2026-09-15,100.00'),
      openAt(1),
    ),
    csv(
      'a letter behind a closing mark',
      () => lines(header, row('F-1'), row('F-2', { customer: '"Fer"rer' })),
      openAt(3),
    ),
    csv(
      'inches in a bare cell',
      () => lines(header, row('F-1', { customer: 'Pipe 5" steel' }), row('F-2')),
      taken(table(2, { ...sum(2), reads: { customer_id: ['Pipe 5" steel', 'Ferrer'] } })),
    ),
    csv(
      'marks doubled as they should be',
      () => lines(header, row('F-1', { customer: '"The ""Best"" Ltd, London"' })),
      taken(table(1, { ...sum(1), reads: { customer_id: ['The "Best" Ltd, London'] } })),
    ),
    csv(
      'marks behind backslashes',
      () =>
        lines(
          header,
          row('F-1', { customer: '"The \\"Best\\" Ltd"' }),
          row('F-2', { customer: '"A, B"' }),
        ),
      taken(table(2, { ...sum(2), reads: { customer_id: ['The "Best" Ltd', 'A, B'] } })),
    ),
    csv(
      'line ends within marks',
      () =>
        lines(header, row('F-1', { customer: '"Ferrer\nMadrid"' }), row('F-2', { amount: 'x' })),
      taken(
        table(2, {
          ...sum(1),
          rejects: [[4, 'unreadable', 'amount']],
          reads: { customer_id: ['Ferrer\nMadrid'] },
        }),
      ),
    ),
    csv(
      'a row with a cell too many',
      () => lines(header, row('F-1'), `${row('F-2')},x`, row('F-3')),
      taken(table(3, { ...sum(2), rejects: [[3, 'too_wide', '']] })),
    ),
    csv(
      'a decimal comma that was not enclosed',
      () => lines(header, row('F-1'), row('F-2', { amount: '100,50' }), row('F-3')),
      taken(table(3, { ...sum(2), rejects: [[3, 'too_wide', '']] })),
    ),
    csv(
      'rows of every width',
      () => lines(header, row('F-1'), 'F-2', 'F-3,Ferrer', row('F-4'), `${row('F-5')},,,`),
      taken(
        table(5, {
          ...sum(3),
          rejects: [
            [3, 'missing', 'document_date'],
            [4, 'missing', 'document_date'],
          ],
        }),
      ),
    ),
    csv(
      'a separator behind each row, but not behind the header',
      () => lines(header, ...invoices(3).map((line) => `${line},`)),
      ids('F-1', 'F-2', 'F-3'),
    ),
    csv(
      'a separator before each row and the header',
      () =>
        lines(header, ...invoices(2))
          .replaceAll(/^/gm, ',')
          .replace(/,$/, ''),
      ids('F-1', 'F-2'),
    ),
    csv(
      'a column that repeats its name',
      () => lines(`${header},Amount`, `${row('F-1')},7.00`, `${row('F-2')},8.00`),
      noting(['amounts_left_out'], ids('F-1', 'F-2')),
    ),
    csv(
      'a column without a name',
      () => lines(`${header},`, `${row('F-1')},x`, `${row('F-2')},y`),
      ids('F-1', 'F-2'),
    ),
    csv(
      'a header that comes again in the middle',
      () => lines(header, row('F-1'), header, row('F-2')),
      taken(table(1, sum(1)), table(1, sum(1))),
    ),
    csv(
      'the header twice at the top',
      () => lines(header, header, ...invoices(3)),
      ids('F-1', 'F-2', 'F-3'),
    ),
    csv(
      'a header below three lines of titles',
      () => lines('Ferrer Ltd,,,,,', 'Open items,,,,,', '', header, ...invoices(2)),
      ids('F-1', 'F-2'),
    ),
    csv('a header in the last line', () => lines(...invoices(2), header), refused('no_header')),
    csv(
      'a total below the rows',
      () => lines(header, ...invoices(2), 'Total,,,,200.00,EUR'),
      taken(table(3, { ...sum(2), leftOut: 1 })),
    ),
    csv(
      'a total below the rows that has a date',
      () => lines(header, ...invoices(2), 'Total,,2026-10-31,,200.00,EUR'),
      taken(table(3, { ...sum(2), leftOut: 1 })),
    ),
    csv(
      'a line that says where the report was made',
      () => lines(header, ...invoices(2), '', 'Printed 2026-10-31 by ERP 4.2'),
      taken(table(3, { ...sum(2), rejects: [[5, 'missing', 'document_date']] })),
    ),
    csv(
      'a line that names the separator',
      () =>
        lines(
          'sep=;',
          header.replaceAll(',', ';'),
          ...invoices(2).map((one) => one.replaceAll(',', ';')),
        ),
      ids('F-1', 'F-2'),
    ),
    csv(
      'a line that names another separator than there is',
      () => lines('sep=;', header, ...invoices(2)),
      ids('F-1', 'F-2'),
    ),
    csv('tabs', () => plain.replaceAll(',', '\t'), ids('F-1', 'F-2')),
    csv('bars', () => plain.replaceAll(',', '|'), ids('F-1', 'F-2')),
    csv('tildes', () => plain.replaceAll(',', '~'), ids('F-1', 'F-2')),
    csv('unit separators (1F)', () => plain.replaceAll(',', '\x1f'), refused('binary_file')),
    csv(
      'a header with commas above rows with semicolons',
      () => lines(header, ...invoices(3).map((one) => one.replaceAll(',', ';'))),
      refused('no_header'),
    ),
    csv(
      'a thousand and one columns',
      () => lines(Array.from({ length: 1001 }, (_, i) => `c${i}`).join(',')),
      refused('columns_too_many', { line: 1, values: { limit: 1000, found: 1001 } }),
    ),
    csv(
      'a hundred thousand columns',
      () =>
        lines(Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(','), '1,'.repeat(99_999)),
      refused('columns_too_many', { line: 1 }),
    ),
    csv(
      'a line of a hundred million bytes without a separator',
      () => new Blob(Array.from({ length: 100 }, () => 'x'.repeat(1_000_000))),
      refused('cell_too_large', { line: 1 }),
    ),
    csv(
      'a cell of ten million letters',
      () => lines(header, row('F-1'), row('F-2', { customer: 'x'.repeat(10_000_000) })),
      refused('cell_too_large', { line: 3 }),
    ),
    csv(
      'a cell just below the limit',
      () => lines(header, row('F-1', { customer: 'x'.repeat(990_000) })),
      taken(table(1, sum(1))),
    ),
    csv(
      'one row above all limits of a line, of small cells',
      () =>
        lines('Invoice,Date,Amount', `F-1,2026-09-15,1${',x'.repeat(700_000)}`, 'F-2,2026-09-15,2'),
      taken(table(2, { totals: ['2'], rejects: [[2, 'too_wide', '']] })),
    ),
    csv(
      'the answer of a server that failed',
      () =>
        '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>',
      refused('not_recognised', { line: 1 }),
    ),
    csv(
      'a page that asks to sign in, with a table for its form',
      () => '<html><body><table><tr><td>User</td><td><input></td></tr></table></body></html>',
      refused('no_rows', { line: 1 }),
    ),
    csv(
      'JSON that is called .csv',
      () => '[{"invoice":"F-1","date":"2026-09-15","amount":100.00,"currency":"EUR"}]',
      taken(table(1, { totals: ['EUR 100'], reads: { document_id: ['F-1'] } })),
    ),
    csv(
      'a picture that is called .csv',
      () => raw('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
      refused('binary_file'),
    ),
    csv(
      'a PDF that is called .csv',
      () => raw('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj'),
      refused('binary_file'),
    ),
    csv(
      'a program that is called .csv',
      () => raw(`MZ\x90\0\x03\0\0\0${'\0\x01'.repeat(99)}`),
      refused('binary_file'),
    ),
    csv(
      'a gzip that is called .csv',
      () => raw('\x1f\x8b\x08\0\0\0\0\0\0\x03abc'),
      refused('binary_file'),
    ),
    one('a CSV that is called .xlsx', 'book.xlsx', () => plain, ids('F-1', 'F-2')),
    one('a CSV that is called .zip', 'books.zip', () => plain, ids('F-1', 'F-2')),
    one('a CSV that is called .pdf', 'books.pdf', () => plain, ids('F-1', 'F-2')),
    csv(
      'SQL that was dumped',
      () => lines('INSERT INTO invoice VALUES (1, 2);', 'INSERT INTO invoice VALUES (2, 3);'),
      refused('not_recognised', { line: 1 }),
    ),
    csv(
      'a letter',
      () => lines('Dear Sirs,', '', 'enclosed please find', 'our invoices, thank you,', 'yours'),
      refused('not_recognised', { line: 1 }),
    ),
    csv(
      'ids of 19 digits, one apart',
      () => lines(header, row('2520018000000073044'), row('2520018000000073045')),
      ids('2520018000000073044', '2520018000000073045'),
    ),
    csv(
      'ids like 1E5 and 1e5',
      () => lines(header, row('1E5'), row('1e5'), row('100000')),
      ids('1E5', '1e5', '100000'),
    ),
    csv(
      'ids with leading zeros',
      () => lines(header, row('007'), row('7'), row('0007')),
      ids('007', '7', '0007'),
    ),
    csv(
      'ids like dates',
      () => lines(header, row('2026-01'), row('01/2026'), row('MAR1')),
      ids('2026-01', '01/2026', 'MAR1'),
    ),
    csv('ids with blanks within', () => lines(header, row('F 1'), row('F  1')), ids('F 1', 'F  1')),
    csv(
      'ids that differ by blanks around them only',
      () => lines(header, row('F-1'), row(' F-1 ')),
      ids('F-1', ' F-1 '),
    ),
    csv(
      'ids that differ by case only',
      () => lines(header, row('f-1'), row('F-1')),
      ids('f-1', 'F-1'),
    ),
    csv(
      'ids that are words of programs',
      () => lines(header, row('null'), row('NaN'), row('true')),
      ids('null', 'NaN', 'true'),
    ),
    csv(
      'two tables, one below the other',
      () =>
        lines(
          'Invoices',
          header,
          ...invoices(2),
          '',
          'Payments',
          'Payment,Customer,Date,Amount,Currency',
          'P-1,Ferrer,2026-09-20,50.00,EUR',
        ),
      taken(table(2, sum(2)), table(1, { totals: ['EUR 50'] })),
    ),
    csv(
      'columns that mean nothing here',
      () => lines('Species,Legs', 'ant,6', 'spider,8'),
      refused('not_recognised', { line: 1 }),
    ),
    csv(
      'amounts without a date or a number',
      () => lines('Amount', '1.00', '2.00'),
      refused('not_recognised', { line: 1 }),
    ),
  ],
};
