import { inCodePage, joined, raw, utf8, utf16 } from './bytes';
import { type Family, refused, table, taken } from './case';
import { csv, header, lines, row } from './csv';

const czech = 'Žďár nad Sázavou – úřad';
const spanish = 'Peñarrubia Núñez';
const textOf = (...names: readonly string[]): string =>
  lines(header, ...names.map((customer, i) => row(`F-${i + 1}`, { customer })));
const plain = textOf('Ferrer');
const many = (count: number, customer = 'Ferrer'): string =>
  lines(header, ...Array.from({ length: count }, (_, i) => row(`F-${i + 1}`, { customer })));

/** Invoices of 100 EUR each, whose debtors' names are these letters and no others. */
const named = (...names: readonly string[]) =>
  taken(
    table(names.length, {
      totals: [`EUR ${names.length * 100}`],
      reads: { customer_id: names },
    }),
  );

/** A text whose one row has these bytes for a name. */
const withName = (name: Uint8Array, before = 0): Uint8Array<ArrayBuffer> =>
  joined(
    utf8(before === 0 ? `${header}\n` : many(before, spanish)),
    raw('G-1,'),
    name,
    raw(',2026-09-15,2026-10-15,100.00,EUR\n'),
  );

const notUtf8 = (line: number) => refused('wrong_encoding', { line });

export const encodings: Family = {
  name: 'encodings, byte order marks and damaged characters',
  casesMin: 30,
  cases: [
    csv('UTF-8 without a mark', () => utf8(textOf(czech, spanish)), named(czech, spanish)),
    csv('UTF-8 with a mark', () => `\ufeff${textOf(czech)}`, named(czech)),
    csv('UTF-8 with two marks', () => `\ufeff\ufeff${textOf(spanish)}`, named(spanish)),
    csv('a mark of UTF-8 and nothing else', () => '\ufeff', refused('empty_file')),
    csv('a mark of UTF-16 and nothing else', () => raw('\xff\xfe'), refused('empty_file')),
    csv('UTF-16LE with a mark', () => utf16(`\ufeff${textOf(czech)}`, true), named(czech)),
    csv('UTF-16BE with a mark', () => utf16(`\ufeff${textOf(czech)}`, false), named(czech)),
    csv('UTF-16LE without a mark', () => utf16(textOf(spanish), true), named(spanish)),
    csv('UTF-16BE without a mark', () => utf16(textOf(spanish), false), named(spanish)),
    csv(
      'UTF-16LE with tabs and CRLF, as Excel saves "Unicode text"',
      () => utf16(`\ufeff${textOf(czech).replaceAll(',', '\t').replaceAll('\n', '\r\n')}`, true),
      named(czech),
    ),
    csv(
      'UTF-16LE cut in the middle of a character',
      () => utf16(`\ufeff${plain}`, true).slice(0, -1),
      refused('wrong_encoding', { line: 2 }),
    ),
    csv(
      'UTF-16LE with half a surrogate pair in a name',
      () => utf16(`\ufeff${textOf('Fer\ud83drer')}`, true),
      refused('wrong_encoding', { line: 2 }),
    ),
    csv(
      'the mark of UTF-16LE before plain ASCII',
      () => joined(raw('\xff\xfe'), raw(plain)),
      refused('wrong_encoding'),
    ),
    csv(
      'the mark of UTF-8 before Windows-1252',
      () => joined(raw('\xef\xbb\xbf'), inCodePage(textOf(spanish), 'windows-1252')),
      notUtf8(2),
    ),
    csv('Windows-1250', () => inCodePage(textOf(czech), 'windows-1250'), named(czech)),
    csv('Windows-1252', () => inCodePage(textOf(spanish), 'windows-1252'), named(spanish)),
    csv(
      'Windows-1252 with the euro sign in amounts',
      () => raw(lines('Invoice,Customer,Date,Amount', 'F-1,Nu\xf1ez,2026-09-15,100.00 \x80')),
      taken(table(1, { totals: ['EUR 100'], reads: { customer_id: ['Nuñez'] } })),
    ),
    csv(
      'ISO 8859-2, whose letters Š, š, Ž, ž and ť stand elsewhere than in Windows-1250',
      () => inCodePage(textOf('Žďár', 'Tomáš Šťastný, ml.'.replace(',', '')), 'iso-8859-2'),
      named('Žďár', 'Tomáš Šťastný ml.'),
    ),
    csv(
      'ISO 8859-15 without its own eight letters',
      () => inCodePage(textOf('Núñez'), 'iso-8859-15'),
      named('Núñez'),
    ),
    csv(
      'one byte of Windows-1252 in a text of UTF-8',
      () => withName(raw('Pe\xf1a'), 5),
      notUtf8(7),
    ),
    csv('an overlong slash', () => withName(raw('A\xc0\xafB'), 5), notUtf8(7)),
    csv('an overlong NUL', () => withName(raw('A\xc0\x80B'), 5), notUtf8(7)),
    csv('half a surrogate pair as UTF-8', () => withName(raw('A\xed\xa0\xbdB'), 5), notUtf8(7)),
    csv(
      'a surrogate pair as six bytes (CESU-8)',
      () => withName(raw('A\xed\xa0\xbd\xed\xb8\x80B'), 5),
      notUtf8(7),
    ),
    csv('a character beyond Unicode', () => withName(raw('A\xf4\x90\x80\x80B'), 5), notUtf8(7)),
    csv('a lone continuation byte', () => withName(raw('A\x80B'), 5), notUtf8(7)),
    csv(
      'UTF-8 whose last character is cut',
      () => utf8(many(3, spanish) + row('F-4', { currency: 'ñ' })).slice(0, -1),
      notUtf8(5),
    ),
    csv(
      'UTF-8 with a broken byte behind a million good ones',
      () => withName(raw('Pe\xf1a'), 20_000),
      notUtf8(20_002),
    ),
    csv('a NUL in a cell', () => textOf('Fer\0rer'), refused('binary_file')),
    csv(
      'a NUL in the header',
      () => plain.replace('Customer', 'Cust\0omer'),
      refused('binary_file'),
    ),
    csv(
      'NULs behind the last row, as a crashed disk leaves them',
      () => `${plain}${'\0'.repeat(512)}`,
      refused('binary_file'),
    ),
    csv('a file of NULs', () => '\0'.repeat(4096), refused('binary_file')),
    csv(
      'a control character of DOS (1A) at the end',
      () => `${plain}\x1a`,
      taken(table(1, { totals: ['EUR 100'] })),
    ),
    csv(
      'names that were UTF-8 read as Windows-1252 once already',
      () => utf8(textOf('PeÃ±arrubia')),
      named('PeÃ±arrubia'),
    ),
    csv(
      'names in which characters were lost already',
      () => utf8(textOf('Pe\ufffdarrubia', 'N\ufffd\ufffdez')),
      named('Pe\ufffdarrubia', 'N\ufffd\ufffdez'),
    ),
    csv(
      'the same name composed and decomposed',
      () => utf8(textOf('Núñez'.normalize('NFC'), 'Núñez'.normalize('NFD'))),
      named('Núñez'.normalize('NFC'), 'Núñez'.normalize('NFD')),
    ),
    csv('letters beyond the first plane', () => utf8(textOf('𠮷野家 😀')), named('𠮷野家 😀')),
    csv(
      'blanks of every kind around an id',
      () => utf8(lines(header, row('\u00a0F-1\u00a0'), row('F-2'))),
      taken(table(2, { totals: ['EUR 200'] })),
    ),
    csv(
      'UTF-8 with a mark in the middle, where two files were put together',
      () => `${plain}\ufeff${lines(row('F-2'))}`,
      taken(table(2, { totals: ['EUR 200'], reads: { document_id: ['F-1', 'F-2'] } })),
    ),
    csv(
      'UTF-32',
      () => {
        const view = new DataView(new ArrayBuffer(plain.length * 4));
        for (let i = 0; i < plain.length; i += 1) view.setUint32(i * 4, plain.charCodeAt(i), true);
        return new Uint8Array(view.buffer);
      },
      refused('binary_file'),
    ),
    csv('UTF-7', () => raw(textOf('Pe+APE-a')), named('Pe+APE-a')),
    csv(
      'EBCDIC',
      () => Uint8Array.from({ length: 200 }, (_, i) => (i % 20 === 19 ? 0x25 : 0xc1 + (i % 9))),
      refused('no_rows', { line: 1 }),
    ),
  ],
};
