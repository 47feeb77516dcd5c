/** Bytes by which a format is told. */
export const headBytes = 64 * 1024;

const magics: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip, and the workbooks that are one
  [0x50, 0x4b, 0x05, 0x06], // a zip with nothing in it
  [0xd0, 0xcf, 0x11, 0xe0], // workbooks of before 2007, and those with a password
  [0x50, 0x41, 0x52, 0x31], // Parquet
];

/** Begins of texts that are no table: XML, JSON, bank statements. */
const beginnings =
  /^(?:ï»¿|ÿþ|þÿ)?[\s\uFEFF]*(?:<|\{|\[|01,|"?(?:EXTF|DTVF)"?;|OFXHEADER|!(?:Type|Account|Option|Clear)\b)|(?:^|\n)\s*:\d\d[A-Z]?:/i;

/**
 * Whether a file may be of a format that becomes grids, by its first bytes: a quick look, so that the code of those
 * formats is loaded only where one may need it. Delimited text is hardly ever taken for one of them, and when it is, no
 * harm is done.
 */
export function looksPacked(head: Uint8Array): boolean {
  if (magics.some((magic) => magic.every((byte, i) => head[i] === byte))) return true;
  const text = new TextDecoder('latin1').decode(head.subarray(0, 4096));
  // UTF-16 has a zero beside each of these characters.
  return beginnings.test(text.replaceAll('\0', ''));
}
