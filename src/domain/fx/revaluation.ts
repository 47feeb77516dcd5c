import { assert } from '../../lib/assert';
import { currencyScale } from '../money/currency';
import { type Exact, exact, sum } from '../money/decimal';
import { roundedToTotal } from '../money/largestRemainder';
import { conversion, type QuotedRate } from './rates';

/** What is open of one group in one foreign currency, and what it was booked at. Exact decimal texts. */
export interface ForeignBalance {
  readonly key: string;
  readonly label: string;
  readonly currency: string;
  readonly open: string;
  /** In the currency of the books. */
  readonly booked: string;
}

/** A balance at the rate of a day. */
export interface RevaluedBalance extends ForeignBalance {
  /** None where nothing is open any more. */
  readonly rate: Exact | undefined;
  readonly rateDate: string | undefined;
  readonly revalued: Exact;
  /** Revalued − booked: plus is a gain that nobody has realised yet. */
  readonly unrealised: Exact;
}

const byKey = (a: ForeignBalance, b: ForeignBalance): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/**
 * Monetary items in foreign currency at the closing rate. The whole of a currency is converted and rounded once; its rows
 * follow by largest remainder, so that they add up to it however they are grouped. Source: IAS 21.23 and 21.28.
 * @throws where a currency has no rate
 */
export function revalued(
  balances: readonly ForeignBalance[],
  rates: readonly QuotedRate[],
  base: string,
): readonly RevaluedBalance[] {
  const currencies = [...new Set(balances.map(({ currency }) => currency))].sort();
  return currencies.flatMap((currency): readonly RevaluedBalance[] => {
    // Of two rows that lost as much the first takes the cent: their order is that of their keys.
    const own = balances.filter((one) => one.currency === currency).sort(byKey);
    const found = conversion(rates, currency, base, base);
    assert(found, `no rate from ${currency} to ${base}: the caller asks for it first`);
    const { rate, rateDate } = found;
    const scale = currencyScale(base);
    const values = own.map(({ open }) => exact(open).mul(rate));
    const total = sum(own.map(({ open }) => exact(open)))
      .mul(rate)
      .toDecimalPlaces(scale);
    const rounded = roundedToTotal(values, total, scale);
    return own.map((one, i) => {
      const worth = rounded[i] ?? exact('0');
      return {
        ...one,
        rate,
        rateDate,
        revalued: worth,
        unrealised: worth.minus(exact(one.booked)),
      };
    });
  });
}
