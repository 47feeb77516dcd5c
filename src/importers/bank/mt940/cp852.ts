import { decode } from '../../csv/encoding';

/** The characters of the bytes 80 to FF. Source: Unicode, mapping table of CP852, "DOS Latin 2". */
const upperHalf = [
  'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č',
  'áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐',
  '└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀',
  'ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
].join('');

/** Windows characters of those bytes, which is what else a file of single bytes may be in. */
const windows = (['windows-1250', 'windows-1252'] as const).map((label) => {
  const bytes = Uint8Array.from({ length: 128 }, (_, i) => 128 + i);
  return decode(bytes, label);
});

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /^\p{L}$/u.test(character);

/** Of each byte: 1 where it is a letter in DOS Latin 2 only, -1 where in a Windows code page, else 0. */
const votes = Array.from({ length: 128 }, (_, i) => {
  if (windows.some((page) => isLetter(page[i]))) return -1;
  return isLetter(upperHalf[i]) ? 1 : 0;
});

const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;

/**
 * A text in DOS Latin 2, as banks of Central Europe still write: where the bytes beside letters are mostly letters in
 * it and not in Windows. `undefined` for any other text.
 */
export function cp852Text(bytes: Uint8Array): string | undefined {
  let balance = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte > 127 && (isAsciiLetter(bytes[i - 1]) || isAsciiLetter(bytes[i + 1])))
      balance += votes[byte - 128] ?? 0;
  }
  if (balance <= 0) return undefined;
  const ascii = bytes.map((byte) => (byte > 127 ? 127 : byte));
  return decode(ascii, 'windows-1252').replaceAll('\u007f', marks(bytes));
}

/** Gives the characters of the upper half in their order. A byte 7F stays as it is. */
function marks(bytes: Uint8Array): () => string {
  const upper = bytes.filter((byte) => byte >= 127);
  let at = 0;
  return () => {
    const byte = upper[at] ?? 127;
    at += 1;
    return byte === 127 ? '\u007f' : (upperHalf[byte - 128] ?? '');
  };
}
