import { describe, expect, it } from 'vitest';
import { guessEncoding, isBinary } from './encoding';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
/** Each character as the one byte of its number. */
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the encoding of a text', () => {
  it('is told by a byte order mark', () => {
    expect(guessEncoding(bytes(0xef, 0xbb, 0xbf, 0x61), true)).toBe('utf-8');
    expect(guessEncoding(bytes(0xff, 0xfe, 0x61, 0), true)).toBe('utf-16le');
    expect(guessEncoding(bytes(0xfe, 0xff, 0, 0x61), true)).toBe('utf-16be');
  });

  it('is UTF-16 where every other byte is zero', () => {
    expect(guessEncoding(bytes(0x61, 0, 0x3b, 0, 0x62, 0, 0x0a, 0), true)).toBe('utf-16le');
    expect(guessEncoding(bytes(0, 0x61, 0, 0x3b, 0, 0x62, 0, 0x0a), true)).toBe('utf-16be');
  });

  it('is UTF-8 where the bytes are, plain ASCII among them', () => {
    expect(guessEncoding(utf8('Factura;Importe\nÑandú;1'), true)).toBe('utf-8');
    expect(guessEncoding(utf8('a;b\n1;2\n'), true)).toBe('utf-8');
  });

  it('is UTF-8 where the sample ends inside a character', () => {
    const text = utf8('zůstatek ž');
    expect(guessEncoding(text.subarray(0, text.length - 1), false)).toBe('utf-8');
  });

  it('is damaged UTF-8, no code page, where many characters are well-formed and one is not', () => {
    const damaged = [...utf8('Peñarrubia, Ñandú, Ibáñez, José'), 0xf1, 0x61];
    expect(guessEncoding(bytes(...damaged), true)).toBe('utf-8');
  });

  it('is damaged UTF-8 with one character and one stray byte', () => {
    expect(guessEncoding(bytes(...utf8('Muñoz '), 0xf1, 0x61), true)).toBe('utf-8');
    expect(guessEncoding(bytes(...utf8('Muñoz '), 0xf1, 0x61, 0xf1, 0x61), true)).toBe(
      'windows-1252',
    );
  });

  it('is the code page whose letters fit', () => {
    expect(guessEncoding(latin('P\xf8\xedli\x9a \x9elu\x9dou\xe8k\xfd k\xf9\xf2'), true)).toBe(
      'windows-1250',
    );
    expect(guessEncoding(latin('Espa\xf1a; a\xf1o; Le\xf3n'), true)).toBe('windows-1252');
  });

  it.each([
    ['Š before ť', 'Z\xe1kazn\xedk;\xc8\xe1stka\n\xa9\xbbastn\xfd;1,50'],
    ['ť within a word', 'Z\xe1kazn\xedk;\xc8\xe1stka\nJe\xbbek;1,50'],
    ['ž beside ě, ř or ů', '\xc8\xe1stka;D\xf9vod\n1,50;Mu\xbe'],
    ['Š before a small letter, and no other letter that tells', 'Jm\xe9no\n\xa9im\xe1k'],
    ['š within a word, and no other letter that tells', 'Jm\xe9no\nMa\xb9a'],
  ])('is ISO 8859-2 by a letter that elsewhere is a sign: %s', (_, text) => {
    expect(guessEncoding(latin(text), true)).toBe('iso-8859-2');
  });

  it.each([
    ['a company’s signs', '\xc8\xe1stka;Firma\n1;Acme\xae \xa9 2026', 'windows-1250'],
    ['a word in quotes', 'P\xf8\xedjem;\xabk\xe1va\xbb;1', 'windows-1250'],
    ['a letter of Windows alone', '\xc8\xe1stka;\xa9t;\x9akoda', 'windows-1250'],
    ['Slovak ľ', '\xe8as;Po\xbeana', 'windows-1250'],
    ['a year behind ©', 'A\xf1o;\xa9 2026;m\xb9;\xabs\xed\xbb', 'windows-1252'],
    ['a letter that another program broke', 'J?\xa4gersteig; M?\xb8nzel', 'windows-1252'],
    ['an accent as an apostrophe', 'L\xb4Hospitalet', 'windows-1252'],
  ])('is none by a sign that stands where signs do: %s', (_, text, encoding) => {
    expect(guessEncoding(latin(text), true)).toBe(encoding);
  });

  it('is ISO 8859-15 by its euro, or by a letter that elsewhere is a sign', () => {
    expect(guessEncoding(latin('Pe\xf1a;1,50 \xa4'), true)).toBe('iso-8859-15');
    expect(guessEncoding(latin('S\xbdur Marie;1'), true)).toBe('iso-8859-15');
    expect(guessEncoding(latin('Pe\xf1a;1,50 \x80;\xa4'), true)).toBe('windows-1252');
  });
});

describe('bytes that are no text', () => {
  it.each([
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 0x14, 0)],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10)],
    ['a photograph', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['a PDF', utf8('%PDF-1.7\nsome text')],
    ['a text with a NUL', utf8('a;b\0c\n1;2\n')],
    ['control characters', bytes(...Array.from({ length: 50 }, (_, i) => (i % 2 ? 0x61 : 2)))],
  ])('%s', (_, sample) => {
    expect(isBinary(sample, guessEncoding(sample, true))).toBe(true);
  });

  it('are not tabs, line ends and the zeros of UTF-16', () => {
    expect(isBinary(utf8('a\tb\r\n1\t2\r\n'), 'utf-8')).toBe(false);
    expect(isBinary(bytes(0xff, 0xfe, 0x61, 0, 0x0a, 0), 'utf-16le')).toBe(false);
  });
});
