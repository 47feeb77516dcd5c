import { joined, raw, utf8, withBytes } from './bytes';
import { type BadCase, type Family, noted, type Outcome, one, refused, table, taken } from './case';
import { header, lines, row } from './csv';
import { type Packed, zip } from './zipBytes';

const invoices = (id = 'F-1'): string => lines(header, row(id));
const eur = (amount: number) => ({ totals: [`EUR ${amount}`] });
const inner = (name: string, id = 'F-1'): Packed => ({ name, content: invoices(id) });
const archive = (name: string, content: () => BlobPart, outcome: Outcome): BadCase =>
  one(name, 'books.zip', content, outcome);
const damaged = refused('damaged_file');
const whole = () => zip([inner('a.csv'), inner('b.csv', 'F-2')]);

function nested(depth: number): Uint8Array<ArrayBuffer> {
  let content: Uint8Array<ArrayBuffer> = zip([inner('a.csv')]);
  for (let i = 1; i < depth; i += 1) content = zip([{ name: `${i}.zip`, content }]);
  return content;
}

export const archives: Family = {
  name: 'archives',
  casesMin: 25,
  cases: [
    archive('two files of one shape', whole, taken(table(2, eur(200)))),
    archive('no file at all', () => zip([]), refused('empty_file')),
    archive(
      'nothing but a folder',
      () => zip([{ name: 'books/', content: '', stored: true }]),
      refused('empty_file'),
    ),
    archive(
      'nothing but what a Mac puts beside files',
      () =>
        zip([
          { name: '__MACOSX/._a.csv', content: 'x' },
          { name: '.DS_Store', content: 'x' },
        ]),
      refused('empty_file'),
    ),
    archive(
      'a file of no byte',
      () => zip([{ name: 'a.csv', content: '', stored: true }]),
      refused('empty_file'),
    ),
    archive(
      'a file of no byte beside another',
      () => zip([{ name: 'a.csv', content: '', stored: true }, inner('b.csv')]),
      noted(['empty_file'], table(1, eur(100))),
    ),
    archive('an archive in an archive', () => nested(2), taken(table(1, eur(100)))),
    archive(
      'archives in each other, three deep',
      () => nested(3),
      refused('limit_exceeded', { values: { name: 'archiveDepthMax', limit: 2 } }),
    ),
    archive(
      'archives in each other, ten deep',
      () => nested(10),
      refused('limit_exceeded', { values: { name: 'archiveDepthMax' } }),
    ),
    archive(
      'a file that unpacks to far more than it is',
      () => zip([{ name: 'a.csv', content: '0'.repeat(30_000_000) }]),
      refused('limit_exceeded', { values: { name: 'unpackRatioMax', limit: 200 } }),
    ),
    archive(
      'a bomb that says it is small',
      () => zip([{ name: 'a.csv', content: '0'.repeat(30_000_000), plainSize: 100 }]),
      damaged,
    ),
    archive(
      'many files that are too much together',
      () =>
        zip(
          Array.from({ length: 12 }, (_, i) => ({
            name: `${i}.csv`,
            content: `${i}`.padEnd(2_000_000, '0'),
          })),
        ),
      refused('limit_exceeded', { values: { name: 'unpackRatioMax' } }),
    ),
    archive(
      'ten thousand files',
      () =>
        zip(
          Array.from({ length: 10_000 }, (_, i) => ({
            name: `${i}.csv`,
            content: 'a',
            stored: true,
          })),
        ),
      refused('limit_exceeded', { values: { name: 'innerFilesMax', limit: 5000 } }),
    ),
    archive(
      'entries that are the same bytes',
      () => zip([inner('a.csv'), { ...inner('b.csv'), offset: 0 }]),
      damaged,
    ),
    archive(
      'entries that lie over each other',
      () =>
        zip([
          { ...inner('a.csv'), stored: true },
          { ...inner('b.csv'), stored: true, offset: 10 },
        ]),
      damaged,
    ),
    archive('a wrong sum', () => zip([{ ...inner('a.csv'), crc: 0x12345678 }]), damaged),
    archive(
      'a size unpacked that is not the true one',
      () => zip([{ ...inner('a.csv'), plainSize: 5 }]),
      damaged,
    ),
    archive(
      'a size packed that is not the true one',
      () => zip([{ ...inner('a.csv'), packedSize: 5 }]),
      damaged,
    ),
    archive(
      'a size packed beyond the end',
      () => zip([{ ...inner('a.csv'), packedSize: 0x7fffffff }]),
      damaged,
    ),
    archive(
      'a count of files that is too small',
      () => zip([inner('a.csv'), inner('b.csv', 'F-2')], { count: 1 }),
      damaged,
    ),
    archive(
      'a count of files that is too large',
      () => zip([inner('a.csv')], { count: 7 }),
      damaged,
    ),
    archive(
      'a directory that lies beyond the end',
      () => zip([inner('a.csv')], { directoryOffset: 0x7fffffff }),
      taken(table(1, eur(100))),
    ),
    archive('a password', () => zip([{ ...inner('a.csv'), flags: 1 }]), refused('encrypted_file')),
    archive(
      'a way of packing that nobody knows',
      () => zip([{ ...inner('a.csv'), method: 99 }]),
      damaged,
    ),
    archive(
      'a way of packing that is not read',
      () => zip([{ ...inner('a.csv'), method: 12 }]),
      damaged,
    ),
    archive(
      'packed bytes that are none',
      () => zip([{ name: 'a.csv', content: raw('\xff'.repeat(100)), stored: true, method: 8 }]),
      damaged,
    ),
    archive('an end that is missing', () => whole().slice(0, -22), damaged),
    archive('its first half', () => whole().slice(0, 120), damaged),
    archive('a byte changed in its contents', () => withBytes(whole(), 60, 0), damaged),
    archive('four bytes of an archive and no more', () => raw('PK\x03\x04'), damaged),
    archive(
      'bytes before it, as programs that unpack themselves have',
      () => joined(raw('#!/bin/sh\n'), whole()),
      refused('binary_file'),
    ),
    archive(
      'a comment behind it',
      () => zip([inner('a.csv')], { comment: 'made on 31 October' }),
      taken(table(1, eur(100))),
    ),
    archive(
      'names that lead out of the folder',
      () =>
        zip([
          inner('../../etc/a.csv'),
          inner('/etc/passwd.csv', 'F-2'),
          inner('C:\\windows\\b.csv', 'F-3'),
        ]),
      refused('unsafe_file'),
    ),
    archive(
      'names with backslashes, as some programs write folders',
      () => zip([inner('books\\a.csv')]),
      taken(table(1, eur(100))),
    ),
    archive(
      'a name of NULs and of control characters',
      () => zip([inner('a\0b\x07.csv')]),
      taken(table(1, eur(100))),
    ),
    archive(
      'a name of sixty thousand letters',
      () => zip([inner(`${'x'.repeat(60_000)}.csv`)]),
      taken(table(1, eur(100))),
    ),
    archive(
      'a name twice',
      () => zip([inner('a.csv'), inner('a.csv', 'F-2')]),
      taken(table(2, eur(200))),
    ),
    archive(
      'a link to another file',
      () => zip([{ name: 'a.csv', content: '/etc/passwd', stored: true, mode: 0o120777 }]),
      refused('no_rows'),
    ),
    archive(
      'a picture beside invoices',
      () => zip([{ name: 'logo.png', content: raw('\x89PNG\r\n\x1a\n\0\0\0\r') }, inner('a.csv')]),
      noted(['binary_file'], table(1, eur(100))),
    ),
    archive(
      'a damaged file beside a good one',
      () => zip([inner('a.csv'), { name: 'b.json', content: '[{' }]),
      refused('damaged_file', { line: 1 }),
    ),
    archive(
      'an archive that holds itself, as far as bytes can',
      () => {
        const own = whole();
        return zip([{ name: 'books.zip', content: zip([{ name: 'books.zip', content: own }]) }]);
      },
      refused('limit_exceeded', { values: { name: 'archiveDepthMax' } }),
    ),
    archive(
      'the same file under two names',
      () => zip([inner('a.csv'), inner('b.csv')]),
      noted(['given_twice'], table(1, eur(100))),
    ),
    archive(
      'a gzip under its name',
      () => joined(raw('\x1f\x8b\x08\0'), utf8('xxxx')),
      refused('binary_file'),
    ),
    archive('a RAR under its name', () => raw('Rar!\x1a\x07\x01\0xxxx'), refused('binary_file')),
    archive(
      'a 7-Zip under its name',
      () => raw("7z\xbc\xaf'\x1c\0\x04xxxx"),
      refused('binary_file'),
    ),
  ],
};
