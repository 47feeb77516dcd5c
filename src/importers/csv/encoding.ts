import { err, ok, type Result } from '../../lib/result';
import { countUtf8 } from './utf8';

/** The encodings that a text export comes in, by the names that TextDecoder knows. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1252',
  'iso-8859-2',
  'iso-8859-15',
] as const;

export type Encoding = (typeof encodings)[number];

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

/** Bytes that are Czech letters in Windows-1250 but rare ones in Windows-1252: ě ř č ů ň Ě Č Ř Ů Ď ď ť. */
const czech = new Set([0xec, 0xf8, 0xe8, 0xf9, 0xf2, 0xcc, 0xc8, 0xd8, 0xd9, 0xcf, 0xef, 0x9d]);
/** Bytes of Western letters that Czech does not have: ñ Ñ ç à ê ã õ ¿ ª º. */
const western = new Set([0xf1, 0xd1, 0xe7, 0xe0, 0xea, 0xe3, 0xf5, 0xbf, 0xaa, 0xba]);

/**
 * The encoding of a text from its first bytes: a byte order mark, the zeros of UTF-16, UTF-8, or the code page
 * whose letters fit. Characters of UTF-8, no fewer than the bytes that are broken, are a damaged file, not a code
 * page: read as one, every accented letter of it would be wrong.
 */
export function guessEncoding(sample: Uint8Array, isWhole: boolean): Encoding {
  if (startsWith(sample, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(sample, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(sample, 0xfe, 0xff)) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(sample.length, 4_000);
  for (let i = 0; i < looked; i += 1) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  if ((zeros[1] ?? 0) > looked / 5 && (zeros[0] ?? 0) < looked / 50) return 'utf-16le';
  if ((zeros[0] ?? 0) > looked / 5 && (zeros[1] ?? 0) < looked / 50) return 'utf-16be';
  const { characters, broken } = countUtf8(sample, isWhole);
  if (broken === 0 || (characters > 0 && characters >= broken)) return 'utf-8';
  let votes = 0;
  for (const byte of sample) {
    if (czech.has(byte)) votes += 1;
    if (western.has(byte)) votes -= 2;
  }
  if (votes > 0) return isLatin2(sample, true) ? 'iso-8859-2' : 'windows-1250';
  if (votes === 0 && isLatin2(sample, false)) return 'iso-8859-2';
  return isLatin9(sample) ? 'iso-8859-15' : 'windows-1252';
}

const isAscii = (byte: number): boolean => (byte | 32) >= 97 && (byte | 32) <= 122;
const isSmall = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 97 && byte <= 122) || byte >= 0xe0);

/** Bytes from 80 to 9F, letters and marks in a code page of Windows, are control characters in ISO 8859. */
const isOfWindows = (sample: Uint8Array): boolean =>
  sample.some((byte) => byte >= 0x80 && byte < 0xa0);

/** Letters of ISO 8859-2 below C0, where other encodings have signs: Š Ť Ž š ť ž. */
const latin2Letters = new Set([0xa9, 0xab, 0xae, 0xb9, 0xbb, 0xbe]);
/** Letters that Czech has, and no language with the letter ľ, which is in Windows-1250 what ž is in ISO 8859-2: ě ř ů. */
const onlyCzech = [0xec, 0xf8, 0xf9, 0xcc, 0xd8];

/**
 * Whether a text is in ISO 8859-2: nothing in it is of Windows alone (Š š Ž ž Ť ť there), and what are signs in other
 * encodings (© ® ¹ » ¾) stand where only letters do: Š and Ž before a letter, ť within a word, š and ž at one. Where
 * no other letter says that the text is Czech, within a word or before its small letters.
 */
function isLatin2(sample: Uint8Array, isCzech: boolean): boolean {
  if (isOfWindows(sample)) return false;
  const isLetter = (byte: number | undefined): boolean =>
    byte !== undefined && (byte >= 0xc0 || isAscii(byte) || latin2Letters.has(byte));
  const hasZ = isCzech && onlyCzech.some((letter) => sample.includes(letter));
  return sample.some((byte, i) => {
    const [before, after] = [sample[i - 1], sample[i + 1]];
    const isWithin = isLetter(before) && isLetter(after);
    switch (byte) {
      case 0xa9:
      case 0xae:
        return isWithin || (isCzech ? isLetter(after) : isSmall(after));
      case 0xb9:
        return isWithin || (isCzech && (isLetter(before) || isLetter(after)));
      case 0xbb:
        return isWithin;
      case 0xbe:
        return hasZ && (isLetter(before) || isLetter(after));
      default:
        return false;
    }
  });
}

/** Letters of ISO 8859-15 where Windows-1252 has signs that stand in no word: Š š ž Œ œ. */
const latin9Letters = new Set([0xa6, 0xa8, 0xb8, 0xbc, 0xbd]);
/** The euro of ISO 8859-15, elsewhere a sign for any currency that nobody writes. */
const latin9Euro = 0xa4;

/** Whether a Western text is in ISO 8859-15: it has that encoding's euro beside no letter, or its letters within a word. */
function isLatin9(sample: Uint8Array): boolean {
  if (isOfWindows(sample)) return false;
  const isLetter = (byte: number | undefined): boolean =>
    byte !== undefined && (byte >= 0xc0 || isAscii(byte));
  return sample.some((byte, i) => {
    const [before, after] = [sample[i - 1], sample[i + 1]];
    if (byte === latin9Euro) return !isLetter(before) && !isLetter(after);
    return latin9Letters.has(byte) && isLetter(before) && isLetter(after);
  });
}

/**
 * Bytes as text, each broken character a U+FFFD unless `fatal`. In one call Node reads the bytes 80 to 9F of
 * Windows-1252 as control characters; as a stream it reads them as what they are: € Š Ž “.
 * @throws TypeError where `fatal` is set and a byte fits nowhere
 */
export function decode(bytes: AllowSharedBufferSource, encoding: string, fatal = false): string {
  const decoder = new TextDecoder(encoding, { fatal });
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** Bytes as text, or the line, from 1, of the first that is no character of the encoding. */
export function decodeExact(
  bytes: AllowSharedBufferSource,
  encoding: string,
): Result<string, { readonly line: number }> {
  try {
    return ok(decode(bytes, encoding, true));
  } catch {
    const before = decode(bytes, encoding).split('\ufffd', 1)[0] ?? '';
    return err({ line: before.split('\n').length });
  }
}

/** How files begin that are no text: zip (and so .xlsx and .ods), .xls, PNG, JPEG, GIF, PDF, gzip, 7z, rar. */
const signatures: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21, 0x1a],
];

/** Whether bytes are no text in any of the encodings: a known signature, NUL, or many control characters. */
export function isBinary(sample: Uint8Array, encoding: Encoding): boolean {
  if (signatures.some((signature) => startsWith(sample, ...signature))) return true;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return isBinary16(sample, encoding);
  let controls = 0;
  // DOS ended a text with 1A.
  const end = sample.at(-1) === 0x1a ? sample.length - 1 : sample.length;
  for (let i = 0; i < end; i += 1) {
    const byte = sample[i] ?? 0;
    if (byte === 0) return true;
    if (isControl(byte)) controls += 1;
  }
  return controls > sample.length / 100;
}

/** Control characters that no text has: all but tab, line ends and escape. */
const isControl = (code: number): boolean => code < 9 || (code > 13 && code < 32 && code !== 27);

/** A program has zeros in every other byte as well as a text of UTF-16 has; as one it would be controls. */
function isBinary16(sample: Uint8Array, encoding: Encoding): boolean {
  const text = decode(sample.subarray(0, sample.length & ~1), encoding);
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) if (isControl(text.charCodeAt(i))) controls += 1;
  return controls > text.length / 100;
}
