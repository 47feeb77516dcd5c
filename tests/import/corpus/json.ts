import { raw, utf16 } from './bytes';
import { asked, asking, type Family, noting, one, refused, table, taken } from './case';

const item = (id: string, rest = '') =>
  `{"document_id": "${id}", "document_date": "2026-09-15", "currency": "EUR", "amount": 100.00${rest}}`;
const list = (...items: readonly string[]): string => `[${items.join(',\n')}]`;
const eur = (amount: number | string, rest = {}) => ({ totals: [`EUR ${amount}`], ...rest });
const json = (name: string, content: () => BlobPart, outcome: Parameters<typeof one>[3]) =>
  one(name, 'bad.json', content, outcome);
const damagedAt = (line: number, detail?: string) =>
  refused('damaged_file', { line, ...(detail !== undefined && { values: { detail } }) });
const amount = (text: string): string => list(item('F-1'), item('F-2').replace('100.00', text));

export const jsonCases: Family = {
  name: 'JSON',
  casesMin: 30,
  cases: [
    json('a list of invoices', () => list(item('F-1'), item('F-2')), taken(table(2, eur(200)))),
    json('a comma behind the last item', () => `[${item('F-1')},]`, damagedAt(1)),
    json('a comma behind the last name', () => list(item('F-1', ',')), damagedAt(1)),
    json('a comma that is missing', () => `[${item('F-1')}\n${item('F-2')}]`, damagedAt(2)),
    json('two commas', () => `[${item('F-1')},,${item('F-2')}]`, damagedAt(1)),
    json(
      'a name twice in an object',
      () => list(item('F-1'), item('F-2', ', "amount": 5')),
      damagedAt(2, 'amount stands twice in an object'),
    ),
    json(
      'a name twice, once with an escape',
      () => list(item('F-1', ', "am\\u006funt": 5')),
      damagedAt(1, 'amount stands twice in an object'),
    ),
    json('names without marks', () => '[{document_id: "F-1"}]', damagedAt(1)),
    json('names between apostrophes', () => "[{'document_id': 'F-1'}]", damagedAt(1)),
    json('a comment', () => `[/* all */ ${item('F-1')}]`, damagedAt(1)),
    json('NaN', () => amount('NaN'), damagedAt(2)),
    json('Infinity', () => amount('-Infinity'), damagedAt(2)),
    json('undefined', () => amount('undefined'), damagedAt(2)),
    json('a number with a leading zero', () => amount('0100'), damagedAt(2)),
    json('a number that begins with a point', () => amount('.5'), damagedAt(2)),
    json('a number with a plus', () => amount('+5'), damagedAt(2)),
    json('a number in hexadecimal', () => amount('0x10'), damagedAt(2)),
    json('a number with an exponent', () => amount('1.5E2'), taken(table(2, eur(250)))),
    json(
      'a number beyond what is kept',
      () => amount('1e400'),
      taken(table(2, eur(100, { rejects: [[3, 'unreadable', 'amount']] }))),
    ),
    json(
      'numbers of more digits than a double has',
      () => amount('90071992547409.93'),
      taken(table(2, eur('90071992547509.93'))),
    ),
    json(
      'ids of 19 digits as numbers',
      () =>
        list(
          item('x').replace('"x"', '2520018000000073044'),
          item('x').replace('"x"', '2520018000000073045'),
        ),
      taken(
        table(
          2,
          eur(200, { reads: { document_id: ['2520018000000073044', '2520018000000073045'] } }),
        ),
      ),
    ),
    json(
      'an amount as a text with a comma',
      () =>
        list(
          item('F-1').replace('100.00', '"1.234,50"'),
          item('F-2').replace('100.00', '"100,00"'),
        ),
      taken(table(2, eur(1334.5))),
    ),
    json(
      'an amount that is null',
      () => amount('null'),
      taken(table(2, eur(100, { rejects: [[3, 'missing', 'amount']] }))),
    ),
    json(
      'an amount that is true',
      () => amount('true'),
      taken(table(2, eur(100, { rejects: [[3, 'unreadable', 'amount']] }))),
    ),
    json(
      'an amount that is an object',
      () => amount('{"value": 5, "currency": "EUR"}'),
      noting(['no_customer'], taken(table(2, eur(100, { rejects: [[3, 'missing', 'amount']] })))),
    ),
    json(
      'an amount that is a list',
      () => amount('[1, 2]'),
      asking(['amount'], taken(table(2, eur(100, { rejects: [[3, 'unreadable', 'amount']] })))),
    ),
    json('a list that is not closed', () => list(item('F-1')).slice(0, -1), damagedAt(1)),
    json(
      'an object that is cut in a text',
      () => list(item('F-1'), item('F-2')).slice(0, -60),
      damagedAt(2),
    ),
    json(
      'a text that is never closed',
      () => '[{"document_id": "F-1',
      damagedAt(1, 'a text that does not end'),
    ),
    json('a line end within a text', () => '[{"document_id": "F\n1"}]', damagedAt(1)),
    json('an escape that is none', () => '[{"document_id": "F\\x31"}]', damagedAt(1)),
    json(
      'half a surrogate pair as an escape',
      () => list(item('F-\\ud83d')),
      taken(table(1, eur(100, { reads: { document_id: ['F-\ufffd'] } }))),
    ),
    json('something behind the end', () => `${list(item('F-1'))}]`, damagedAt(1)),
    json(
      'two lists, one behind the other',
      () => `${list(item('F-1'))}\n${list(item('F-2'))}`,
      refused('not_recognised'),
    ),
    json(
      'ten thousand lists in each other',
      () => `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      refused('limit_exceeded', { values: { name: 'depthMax', limit: 100 } }),
    ),
    json(
      'a million lists that are never closed',
      () => '['.repeat(1_000_000),
      refused('limit_exceeded', { values: { name: 'depthMax' } }),
    ),
    json(
      'objects in each other within a row',
      () => list(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`),
      refused('limit_exceeded', { values: { name: 'depthMax' } }),
    ),
    json('an object a line', () => `${item('F-1')}\n${item('F-2')}\n`, taken(table(2, eur(200)))),
    json(
      'an object a line, of which one is broken',
      () => `${item('F-1')}\n{"document_id": }\n${item('F-3')}\n`,
      damagedAt(2),
    ),
    json(
      'an object a line, of which the last is cut',
      () => `${item('F-1')}\n${item('F-2').slice(0, 40)}`,
      damagedAt(2),
    ),
    json(
      'an object a line, with commas between them',
      () => `${item('F-1')},\n${item('F-2')}\n`,
      damagedAt(1),
    ),
    json(
      'lists in a list, the first of names',
      () =>
        '[["document_id","document_date","currency","amount"],["F-1","2026-09-15","EUR",100.00],["F-2","2026-09-15","EUR",50.00]]',
      taken(table(2, eur(150))),
    ),
    json(
      'lists in a list of unequal lengths',
      () =>
        '[["document_id","document_date","currency","amount"],["F-1","2026-09-15","EUR",100.00,1],["F-2"]]',
      taken(table(2, eur(100, { rejects: [[3, 'missing', 'document_date']] }))),
    ),
    json('lists and objects in one list', () => `[${item('F-1')}, ["F-2"]]`, refused('no_rows')),
    json('a list of numbers', () => '[1, 2, 3]', refused('no_rows')),
    json('an empty list', () => '[]', refused('no_rows')),
    json('a list of empty objects', () => '[{}, {}]', refused('no_rows')),
    json('an empty object', () => '{}', refused('no_rows')),
    json('an object alone', () => item('F-1'), taken(table(1, eur(100)))),
    json(
      'the answer of a server that failed',
      () => '{"error": {"code": 401, "message": "Unauthorized"}}',
      refused('not_recognised'),
    ),
    json('a text alone', () => '"invoices"', refused('no_rows')),
    json('a byte order mark', () => `\ufeff${list(item('F-1'))}`, taken(table(1, eur(100)))),
    json(
      'UTF-16 with a byte order mark',
      () => utf16(`\ufeff${list(item('F-1'))}`, true),
      taken(table(1, eur(100))),
    ),
    json('Windows-1252', () => raw(list(item('F-\xf1'))), refused('wrong_encoding')),
    json(
      'names that are those of prototypes',
      () => list(item('F-1', ', "__proto__": 1, "constructor": 2, "toString": 3')),
      noting(['no_customer'], taken(table(1, eur(100)))),
    ),
    json(
      'a prototype that has the amount',
      () => '[{"document_id": "F-1", "document_date": "2026-09-15", "__proto__": {"amount": 100}}]',
      refused('not_recognised'),
    ),
    json(
      'points whose meaning nothing tells',
      () =>
        list(item('F-1').replace('100.00', '"1.234"'), item('F-2').replace('100.00', '"2.500"')),
      asked(['amount'], table(2, eur(3.734))),
    ),
    json(
      'numbers with three decimals, which are no thousands',
      () => list(item('F-1').replace('100.00', '1.234'), item('F-2').replace('100.00', '2.500')),
      taken(table(2, eur(3.734))),
    ),
  ],
};
