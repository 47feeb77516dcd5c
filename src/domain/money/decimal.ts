import { Decimal } from 'decimal.js';

/**
 * The project's own decimal: enough digits for any sum of DECIMAL(38), rounding half away from zero.
 * A clone, so that no other user of the library can change these settings.
 */
export const Exact = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});
export type Exact = Decimal;

/** A decimal from its text. Throws on anything that is not one: check text from outside first. */
export function exact(text: string): Exact {
  return new Exact(text);
}

export function sum(values: Iterable<Exact>): Exact {
  let total = new Exact(0);
  for (const value of values) total = total.plus(value);
  return total;
}

/** A ratio, or `undefined` where the denominator is zero: an empty cell, not 0 %. */
export function ratio(part: Exact, whole: Exact): Exact | undefined {
  return whole.isZero() ? undefined : part.div(whole);
}

/**
 * A double for chart coordinates and spreadsheet cells, 15 significant digits at most.
 * What it returns is never shown as an amount, compared or added.
 */
export function toDouble(value: Exact): number {
  return value.toSignificantDigits(15).toNumber();
}
