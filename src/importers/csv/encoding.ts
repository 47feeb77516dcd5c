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
  return votes > 0 ? 'windows-1250' : 'windows-1252';
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
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return false;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return controls > sample.length / 100;
}
