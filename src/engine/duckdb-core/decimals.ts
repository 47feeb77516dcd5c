const wordRange = 4_294_967_296;
/** The high word of a 64-bit integer that a double holds exactly. */
const exactHighMax = 2_097_151;

/** Digits with a decimal point before the last `scale` of them. */
function pointed(negative: boolean, digits: string, scale: number): string {
  const sign = negative ? '-' : '';
  if (scale === 0) return sign + digits;
  const padded = digits.length > scale ? digits : digits.padStart(scale + 1, '0');
  const point = padded.length - scale;
  return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`;
}

/** The 128-bit two's complement integer whose four little-endian words start at `at`. */
export function wideInteger(words: Uint32Array, at: number): bigint {
  let value = 0n;
  for (let index = 3; index >= 0; index -= 1) {
    value = (value << 32n) | BigInt(words[at + index] ?? 0);
  }
  return BigInt.asIntN(128, value);
}

/**
 * The exact text of a decimal, with all digits of its scale.
 * Most amounts fit 53 bits and are written without a BigInt.
 */
export function decimalText(words: Uint32Array, at: number, scale: number): string {
  const w0 = words[at] ?? 0;
  const w1 = words[at + 1] ?? 0;
  const w2 = words[at + 2] ?? 0;
  const w3 = words[at + 3] ?? 0;
  if ((w2 | w3) === 0 && w1 <= exactHighMax) {
    return pointed(false, String(w1 * wordRange + w0), scale);
  }
  if ((w2 & w3) >>> 0 === 0xffff_ffff && w1 > 0xffff_ffff - exactHighMax) {
    return pointed(true, String((0xffff_ffff - w1) * wordRange + (wordRange - w0)), scale);
  }
  const value = wideInteger(words, at);
  return pointed(value < 0n, String(value < 0n ? -value : value), scale);
}
