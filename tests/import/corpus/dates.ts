import {
  asked,
  asking,
  type Family,
  noted,
  noting,
  type Outcome,
  refused,
  table,
  taken,
} from './case';
import { csv, lines } from './csv';

/** Invoices of 1 with these dates, and a column of due dates where any is given. */
const dated = (...dates: readonly (string | readonly [string, string])[]): string => {
  const hasDue = dates.some((one) => typeof one !== 'string');
  return lines(
    hasDue ? 'Invoice,Date,Due date,Amount' : 'Invoice,Date,Amount',
    ...dates.map((one, i) => {
      const [date, due] = typeof one === 'string' ? [one, ''] : one;
      return hasDue ? `F-${i + 1},"${date}","${due}",1.00` : `F-${i + 1},"${date}",1.00`;
    }),
  );
};

const read = (...document_date: readonly string[]) =>
  table(document_date.length, { totals: [String(document_date.length)], reads: { document_date } });

/** The dates that are read; `!` where the line is refused for its date. */
function dates(...expected: readonly string[]): Outcome {
  const document_date = expected.filter((date) => date !== '!');
  const rejects = expected.flatMap((date, i) =>
    date === '!' ? [[i + 2, 'unreadable', 'document_date'] as const] : [],
  );
  return taken(
    table(expected.length, {
      totals: [String(document_date.length)],
      rejects,
      reads: { document_date },
    }),
  );
}

/** Due dates of invoices of 2026-01-01, in the same way; that one is blank is told. */
function dues(...expected: readonly string[]): Outcome {
  const due_date = expected.filter((date) => date !== '!');
  const rejects = expected.flatMap((date, i) =>
    date === '!' ? [[i + 2, 'unreadable', 'due_date'] as const] : [],
  );
  return noted(
    due_date.includes('') ? ['due_on_issue'] : [],
    table(expected.length, { totals: [String(due_date.length)], rejects, reads: { due_date } }),
  );
}

const due = (...all: readonly string[]) => dated(...all.map((one) => ['2026-01-01', one] as const));
const noDate = (value: string) =>
  refused('all_rows_rejected', {
    line: 2,
    values: { field: 'document_date', value, reason: 'unreadable' },
  });

export const dateCases: Family = {
  name: 'dates',
  casesMin: 50,
  cases: [
    csv('ISO dates', () => dated('2026-01-31', '2026-02-01'), dates('2026-01-31', '2026-02-01')),
    csv(
      'a day first, where one proves it',
      () => dated('01/02/2026', '31/01/2026'),
      dates('2026-02-01', '2026-01-31'),
    ),
    csv(
      'a month first, where one proves it',
      () => dated('01/02/2026', '01/31/2026'),
      dates('2026-01-02', '2026-01-31'),
    ),
    csv(
      'dates that nothing decides',
      () => dated('01/02/2026', '03/04/2026'),
      asked(['Date'], read('2026-02-01', '2026-04-03')),
    ),
    csv(
      'one date that nothing decides, ten times',
      () => dated(...Array<string>(10).fill('05/06/2026')),
      asked(['Date'], read(...Array<string>(10).fill('2026-06-05'))),
    ),
    csv(
      'dates between hyphens that nothing decides',
      () => dated('01-02-2026', '03-04-2026'),
      asked(['Date'], read('2026-02-01', '2026-04-03')),
    ),
    csv(
      'years of two digits that nothing decides',
      () => dated('01/02/26', '03/04/26'),
      asked(['Date'], read('2026-02-01', '2026-04-03')),
    ),
    csv(
      'dates with the same day and month',
      () => dated('02/02/2026', '03/03/2026'),
      asked(['Date'], read('2026-02-02', '2026-03-03')),
    ),
    csv(
      'dates between points',
      () => dated('01.02.2026', '3.4.2026', '05. 06. 2026'),
      dates('2026-02-01', '2026-04-03', '2026-06-05'),
    ),
    csv(
      'both orders in one column, more of them day first',
      () => dated('13/01/2026', '14/01/2026', '01/15/2026'),
      asking(['Date'], dates('2026-01-13', '2026-01-14', '!')),
    ),
    csv(
      'both orders in one column, as many of each, and one that nothing decides',
      () => dated('13/01/2026', '01/15/2026', '02/03/2026'),
      asked(['Date'], table(3, { totals: ['2'], rejects: [[2, 'unreadable', 'document_date']] })),
    ),
    csv(
      'ISO and points in one column',
      () => dated('2026-01-13', '14.01.2026', '15.01.2026'),
      dates('2026-01-13', '2026-01-14', '2026-01-15'),
    ),
    csv(
      'slashes and words in one column',
      () => dated('13/01/2026', '14 Jan 2026'),
      dates('2026-01-13', '2026-01-14'),
    ),
    csv(
      'two columns that each prove an order of their own',
      () => dated(['13/01/2026', '02/13/2026'], ['14/01/2026', '02/14/2026']),
      taken(
        table(2, {
          totals: ['2'],
          reads: {
            document_date: ['2026-01-13', '2026-01-14'],
            due_date: ['2026-02-13', '2026-02-14'],
          },
        }),
      ),
    ),
    csv(
      'two columns that contradict each other by one value each',
      () => dated(['13/01/2026', '02/13/2026'], ['05/01/2026', '02/03/2026']),
      asking(
        ['Due date'],
        taken(
          table(2, {
            totals: ['2'],
            reads: {
              document_date: ['2026-01-13', '2026-01-05'],
              due_date: ['2026-02-13', '2026-02-03'],
            },
          }),
        ),
      ),
    ),
    csv('the 31st of February', () => dated('2026-02-31', '2026-02-28'), dates('!', '2026-02-28')),
    csv(
      'the 29th of February in four years',
      () => dated('29/02/2024', '29/02/2025', '29/02/2000', '29/02/2100'),
      dates('2024-02-29', '!', '2000-02-29', '!'),
    ),
    csv(
      'the 30th of February of banks',
      () => dated('30/02/2026', '28/02/2026'),
      dates('!', '2026-02-28'),
    ),
    csv('the 31st of April', () => dated('31.04.2026', '30.04.2026'), dates('!', '2026-04-30')),
    csv('a month 13', () => dated('2026-13-01', '2026-12-01'), dates('!', '2026-12-01')),
    csv(
      'a month 0 and a day 0',
      () => dated('2026-00-10', '2026-10-00', '2026-10-10'),
      dates('!', '!', '2026-10-10'),
    ),
    csv(
      'zeros for no due date',
      () => due('00/00/0000', '0000-00-00', '00.00.0000', '00000000', '31/01/2026'),
      dues('', '', '', '', '2026-01-31'),
    ),
    csv(
      'zeros for a date that is required',
      () => dated('0000-00-00', '2026-01-31'),
      taken(table(2, { totals: ['1'], rejects: [[2, 'missing', 'document_date']] })),
    ),
    csv(
      'the year 1, which programs write for none',
      () => due('0001-01-01', '2026-01-31'),
      dues('!', '2026-01-31'),
    ),
    csv(
      'the year 1 between slashes',
      () => due('01/01/0001', '31/01/2026'),
      dues('!', '2026-01-31'),
    ),
    csv(
      'the year 9999, which programs write for ever',
      () => due('9999-12-31', '2026-01-31'),
      dues('!', '2026-01-31'),
    ),
    csv(
      'the year 9999 between slashes',
      () => due('31/12/9999', '31/01/2026'),
      dues('!', '2026-01-31'),
    ),
    csv(
      'the years 1899 and 2200',
      () => dated('1899-12-31', '2200-01-01', '2026-01-31'),
      dates('!', '!', '2026-01-31'),
    ),
    csv(
      'the first and the last year that are dates',
      () => dated('1900-01-01', '2199-12-31'),
      dates('1900-01-01', '2199-12-31'),
    ),
    csv(
      'a year of five digits',
      () => dated('20226-01-31', '2026-01-31'),
      dates('!', '2026-01-31'),
    ),
    csv('a year of three digits', () => dated('226-01-31', '2026-01-31'), dates('!', '2026-01-31')),
    csv(
      'years of two digits around the turn of the century',
      () => dated('31/12/69', '31/12/70', '31/12/99', '31/12/00'),
      dates('2069-12-31', '1970-12-31', '1999-12-31', '2000-12-31'),
    ),
    csv(
      'years of two digits that may stand first as well',
      () => dated('26/02/01', '26/02/15', '26/03/20'),
      asked(['Date'], table(3, { totals: ['3'] })),
    ),
    csv('eight digits', () => dated('20260131', '20260201'), dates('2026-01-31', '2026-02-01')),
    csv('eight digits with the day first', () => dated('31012026', '01022026'), noDate('31012026')),
    csv('six digits', () => dated('260131', '260201'), noDate('260131')),
    csv(
      'the days of a spreadsheet',
      () => dated('46053', '46054.75'),
      dates('2026-01-31', '2026-02-01'),
    ),
    csv(
      'a small number among the days of a spreadsheet',
      () => dated('46053', '60', '59'),
      dates('2026-01-31', '!', '!'),
    ),
    csv('seconds since 1970', () => dated('1769817600', '1769904000'), noDate('1769817600')),
    csv(
      'months in English',
      () => dated('31-Jan-2026', 'Feb 1, 2026', '3 March 2026', '4 SEPT 2026'),
      dates('2026-01-31', '2026-02-01', '2026-03-03', '2026-09-04'),
    ),
    csv(
      'months in Spanish',
      () => dated('31 de enero de 2026', '1-feb-2026', '3 setiembre 2026', '4 DIC 2026'),
      dates('2026-01-31', '2026-02-01', '2026-09-03', '2026-12-04'),
    ),
    csv(
      'months in Czech',
      () => dated('31. ledna 2026', '1. únor 2026', '3. září 2026', '4. července 2026'),
      dates('2026-01-31', '2026-02-01', '2026-09-03', '2026-07-04'),
    ),
    csv(
      'a month that is a word of no language',
      () => dated('31 Foo 2026', '1 Feb 2026'),
      dates('!', '2026-02-01'),
    ),
    csv(
      'a day that a named month does not have',
      () => dated('31 Feb 2026', '28 Feb 2026'),
      dates('!', '2026-02-28'),
    ),
    csv(
      'a weekday before the date',
      () => dated('Sat, 31 Jan 2026', 'Sunday, February 1, 2026'),
      dates('2026-01-31', '2026-02-01'),
    ),
    csv(
      'a time behind the date',
      () => dated('2026-01-31 23:59:59', '2026-02-01T00:00:00'),
      dates('2026-01-31', '2026-02-01'),
    ),
    csv(
      'a zone behind the time, without knowing where the books are',
      () => dated('2026-01-31T23:59:59Z', '2026-02-01T00:30:00+02:00'),
      noting(['no_zone'], dates('2026-01-31', '2026-02-01')),
    ),
    csv(
      'a time with AM and PM',
      () => dated('31/01/2026 11:59:59 PM', '01/02/2026 12:00 AM'),
      dates('2026-01-31', '2026-02-01'),
    ),
    csv('a time without a date', () => dated('23:59', '2026-01-31'), dates('!', '2026-01-31')),
    csv(
      'a time that does not exist',
      () => dated('2026-01-31 25:61', '2026-02-01'),
      dates('2026-01-31', '2026-02-01'),
    ),
    csv(
      'a period for a date',
      () => dated('2026-W05', '2026-Q1', '2026-01-31'),
      dates('!', '!', '2026-01-31'),
    ),
    csv(
      'a month without a day beside whole dates',
      () => dated('2026-01', '2026-01-31', '2026-02-01'),
      dates('2026-01-01', '2026-01-31', '2026-02-01'),
    ),
    csv(
      'two dates in a cell',
      () => dated('2026-01-31 - 2026-02-28', '2026-01-31'),
      dates('!', '2026-01-31'),
    ),
    csv(
      'a word for a date',
      () => due('immediately', 'n/a', '2026-01-31'),
      dues('!', '!', '2026-01-31'),
    ),
    csv('an amount for a date', () => dated('100.00', '2026-01-31'), dates('!', '2026-01-31')),
    csv('a formula for a date', () => dated('=TODAY()', '2026-01-31'), dates('!', '2026-01-31')),
    csv(
      'digits of another script',
      () => dated('٢٠٢٦-٠١-٣١', '2026-01-31'),
      dates('!', '2026-01-31'),
    ),
    csv(
      'digits of full width',
      () => dated('２０２６-０１-３１', '2026-01-31'),
      dates('!', '2026-01-31'),
    ),
    csv(
      'hyphens of typesetters',
      () => dated('2026–01–31', '2026‑01‑31', '2026-01-31'),
      dates('!', '!', '2026-01-31'),
    ),
    csv(
      'blanks around the date',
      () => dated(' 2026-01-31 ', '\u00a02026-02-01'),
      dates('2026-01-31', '2026-02-01'),
    ),
    csv(
      'an apostrophe before the date',
      () => dated("'2026-01-31", '2026-02-01'),
      dates('!', '2026-02-01'),
    ),
    csv(
      'date and number in each other’s column',
      () => lines('Invoice,Date,Amount', 'F-1,1.00,2026-01-31', 'F-2,2.00,2026-02-01'),
      noDate('1.00'),
    ),
    csv(
      'a due date long before the date',
      () => dated(['2026-01-31', '2025-01-31']),
      noted(['due_before_issue'], read('2026-01-31')),
    ),
    csv(
      'points day first and slashes month first in one column',
      () => dated('13.01.2026', '14.01.2026', '01/15/2026'),
      dates('2026-01-13', '2026-01-14', '!'),
    ),
  ],
};
