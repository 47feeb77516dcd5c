/**
 * UTF-8 byte by byte, so that the line of a broken byte is known while a file is read in pieces.
 * Source: RFC 3629, section 4.
 */
export class Utf8Check {
  #pending = 0;
  #low = 0x80;
  #high = 0xbf;

  /** Whether a character has begun and not ended yet. */
  get isInside(): boolean {
    return this.#pending > 0;
  }

  /** Whether a byte may stand here. Behind one that may not, the next is taken as the first of a character. */
  accepts(byte: number): boolean {
    if (this.#pending > 0) {
      const fits = byte >= this.#low && byte <= this.#high;
      this.#begin(fits ? this.#pending - 1 : 0);
      return fits;
    }
    if (byte < 0x80) return true;
    if (byte >= 0xc2 && byte <= 0xdf) this.#begin(1);
    else if (byte === 0xe0) this.#begin(2, 0xa0);
    else if (byte === 0xed) this.#begin(2, 0x80, 0x9f);
    else if (byte > 0xe0 && byte <= 0xef) this.#begin(2);
    else if (byte === 0xf0) this.#begin(3, 0x90);
    else if (byte === 0xf4) this.#begin(3, 0x80, 0x8f);
    else if (byte > 0xf0 && byte < 0xf4) this.#begin(3);
    else return false;
    return true;
  }

  #begin(pending: number, low = 0x80, high = 0xbf): void {
    this.#pending = pending;
    this.#low = low;
    this.#high = high;
  }
}

/** How many characters beyond ASCII a text has when it is read as UTF-8, and how many bytes fit nowhere. */
export function countUtf8(
  bytes: Uint8Array,
  isWhole: boolean,
): { readonly characters: number; readonly broken: number } {
  const check = new Utf8Check();
  let characters = 0;
  let broken = 0;
  for (const byte of bytes) {
    const wasInside = check.isInside;
    if (!check.accepts(byte)) broken += 1;
    else if (wasInside && !check.isInside) characters += 1;
  }
  return { characters, broken: isWhole && check.isInside ? broken + 1 : broken };
}
