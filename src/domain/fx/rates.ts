import { type Exact, exact } from '../money/decimal';

/** A rate as it stands in the ledger: base = foreign × rate, exact decimal text. */
export interface QuotedRate {
  readonly currency: string;
  readonly baseCurrency: string;
  readonly rateDate: string;
  readonly rate: string;
}

/** What one unit of a currency is worth in another, and the day of the rate that says so (of two, the earlier). */
export interface Conversion {
  readonly rate: Exact;
  readonly rateDate: string | undefined;
}

/** The rate of a pair as quoted, else the inverse of the opposite pair. */
function quoted(rates: readonly QuotedRate[], from: string, to: string): Conversion | undefined {
  const direct = rates.find((one) => one.currency === from && one.baseCurrency === to);
  if (direct) return { rate: exact(direct.rate), rateDate: direct.rateDate };
  const inverse = rates.find((one) => one.currency === to && one.baseCurrency === from);
  return inverse && { rate: exact('1').div(exact(inverse.rate)), rateDate: inverse.rateDate };
}

/**
 * The rate from one currency to another: as quoted, else the inverse, else across the currency of the books; `undefined`
 * where none of these is there.
 * @param rates the latest of each pair on or before the day
 */
export function conversion(
  rates: readonly QuotedRate[],
  from: string,
  to: string,
  base: string,
): Conversion | undefined {
  if (from === to) return { rate: exact('1'), rateDate: undefined };
  const one = quoted(rates, from, to);
  if (one) return one;
  const [first, second] = [quoted(rates, from, base), quoted(rates, base, to)];
  if (!first || !second) return undefined;
  const dates = [first.rateDate, second.rateDate].filter((day) => day !== undefined).sort();
  return { rate: first.rate.mul(second.rate), rateDate: dates[0] };
}
