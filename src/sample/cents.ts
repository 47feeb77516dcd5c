/** Money of the generator: whole minor units. Every currency of the sample has two digits. */
export type Cents = bigint;

/** n ÷ d, rounded half away from zero; `d` is positive. */
export function divideRounded(n: bigint, d: bigint): bigint {
  const doubled = 2n * (n < 0n ? -n : n) + d;
  const magnitude = doubled / (2n * d);
  return n < 0n ? -magnitude : magnitude;
}

/** `total × part ÷ whole`, rounded: what leaves a base amount when `part` of `whole` is closed. */
export function shareOf(total: Cents, part: Cents, whole: Cents): Cents {
  const size = whole < 0n ? -whole : whole;
  return size === 0n ? 0n : divideRounded(whole < 0n ? -total * part : total * part, size);
}

export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

export function lesser(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}

export function total(values: Iterable<Cents>): Cents {
  let result = 0n;
  for (const value of values) result += value;
  return result;
}

/** A plain decimal with two digits: `-1234.50`. */
export function centsText(value: Cents): string {
  return decimalText(value, 2);
}

/** A whole number of units of 10^-scale as a plain decimal. */
export function decimalText(value: bigint, scale: number): string {
  const digits = String(absolute(value)).padStart(scale + 1, '0');
  const cut = digits.length - scale;
  const sign = value < 0n ? '-' : '';
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}
