import { type BadCase, type Family, file, noted, one, refused, table, taken } from './case';
import { csv, header, lines, row } from './csv';

const eur = (amount: number) => ({ totals: [`EUR ${amount}`] });
const plain = lines(header, row('F-1'));
/** A debtor's name that is a text and nothing else. */
const named = (name: string, customer: string, written = customer): BadCase =>
  csv(
    name,
    () => lines(header, row('F-1', { customer: written })),
    taken(table(1, { ...eur(100), reads: { customer_id: [customer] } })),
  );
const called = (name: string, fileName: string): BadCase =>
  one(name, fileName, () => plain, taken(table(1, eur(100))));
const headed = (name: string, more: string): BadCase =>
  csv(name, () => lines(`${header},${more}`, `${row('F-1')},x`), taken(table(1, eur(100))));

export const hostile: Family = {
  name: 'hostile texts',
  casesMin: 20,
  cases: [
    named(
      'a formula for a name',
      '=HYPERLINK("http://example.org")',
      '"=HYPERLINK(""http://example.org"")"',
    ),
    named('a command for a name', "=cmd|' /C calc'!A0"),
    named('a name that begins with a plus', '+1+1'),
    named('a name that begins with an at', '@SUM(1)'),
    named('a script for a name', '<script>alert(1)</script>'),
    named('a picture for a name', '<img src=x onerror=alert(1)>'),
    named('SQL for a name', "'; DROP TABLE document; --"),
    named('SQL between marks', '"); DROP TABLE document; --', '"""); DROP TABLE document; --"'),
    named(
      'a template for a name',
      '{{constructor.constructor("return 1")()}}',
      '"{{constructor.constructor(""return 1"")()}}"',
    ),
    named('a reference to another message for a name', '$t(problem.empty_file)'),
    named('a name that runs from right to left', '\u202eREFERR\u202c'),
    named('letters without a width in a name', 'Fer\u200b\u200d\u2060rer'),
    named('a name of a thousand accents', `e${'\u0301'.repeat(1000)}`),
    named('escapes of a terminal in a name', '\x1b[31mred\x1b[0m'),
    named('a name that is a name of programs', '__proto__'),
    named('backslashes in a name', 'C:\\temp\\new'),
    named('a name of ten thousand letters', 'x'.repeat(10_000)),
    csv(
      'ids that differ by a letter without a width',
      () => lines(header, row('F-1'), row('F\u200b-1')),
      taken(table(2, { ...eur(200), reads: { document_id: ['F-1', 'F\u200b-1'] } })),
    ),
    csv(
      'ids of letters that look alike',
      () => lines(header, row('A-1'), row('\u0410-1')),
      taken(table(2, eur(200))),
    ),
    csv(
      'ids that are SQL',
      () => lines(header, row("F-1' OR '1'='1"), row('F-2')),
      taken(table(2, { ...eur(200), reads: { document_id: ["F-1' OR '1'='1", 'F-2'] } })),
    ),
    csv(
      'a due date that is SQL',
      () => lines(header, row('F-1', { due: "2026-01-01'; DROP TABLE document; --" }), row('F-2')),
      taken(table(2, { ...eur(100), rejects: [[2, 'unreadable', 'due_date']] })),
    ),
    csv(
      'an amount that is SQL',
      () => lines(header, row('F-1', { amount: '100); DROP TABLE document; --' }), row('F-2')),
      taken(table(2, { ...eur(100), rejects: [[2, 'unreadable', 'amount']] })),
    ),
    headed('a header that is SQL', '"c0"" VARCHAR); DROP TABLE document; --"'),
    headed('a header that is a script', '<script>alert(1)</script>'),
    headed('a header __proto__', '__proto__'),
    headed('a header constructor', 'constructor'),
    headed('a header line', 'line'),
    headed('a header problem', 'problem'),
    headed('a header c0', 'c0'),
    headed('a header of blanks', '   '),
    headed('a header of ten thousand letters', 'x'.repeat(10_000)),
    headed('a header of two lines', '"Two\nlines"'),
    csv(
      'nothing but headers of programs',
      () => lines('__proto__,constructor,toString', '1,2,3'),
      refused('not_recognised', { line: 1 }),
    ),
    csv(
      'kinds that are names of programs',
      () =>
        lines(
          'Invoice,Type,Date,Amount',
          'F-1,__proto__,2026-09-15,10.00',
          'F-2,Invoice,2026-09-15,10.00',
        ),
      taken(table(2, { totals: ['10'], rejects: [[2, 'unreadable', 'kind']] })),
    ),
    called('a file whose name is SQL', "'; DROP TABLE document; --.csv"),
    called('a file whose name is a script', '<script>alert(1)</script>.csv'),
    called('a file whose name leads out of the folder', '../../etc/passwd'),
    called('a file whose name is that of a device', 'CON'),
    called('a file whose name is an address', 'http://example.org/a.csv'),
    called('a file whose name is a pattern', '*.csv'),
    called('a file whose name is a message', '{{file}} {count} $t(x) %s.csv'),
    called('a file without a name', ''),
    called('a file whose name runs from right to left', 'exe.\u202evsc.txt'),
    called('a file whose name has ten thousand letters', `${'x'.repeat(10_000)}.csv`),
    called('a file whose name has a line end', 'a\nb.csv'),
    called('a file whose name has a NUL', 'a\0b.csv'),
    called('a file whose name has half a surrogate pair', 'a\ud83db.csv'),
    {
      name: 'two files of one name',
      files: () => [file('a.csv', plain), file('a.csv', lines(header, row('F-2')))],
      outcome: taken(table(2, eur(200))),
    },
    {
      name: 'two hundred files of one shape',
      files: () =>
        Array.from({ length: 200 }, (_, i) => file(`${i}.csv`, lines(header, row(`F-${i}`)))),
      outcome: taken(table(200, eur(20_000))),
    },
    {
      name: 'a good file among bad ones',
      files: () => [file('a.csv', ''), file('b.csv', plain), file('c.csv', '\0\0\0')],
      outcome: noted(['binary_file', 'empty_file'], table(1, eur(100))),
    },
  ],
};
