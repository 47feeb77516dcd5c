import { currencyScale } from '../money/currency';
import { type Exact, exact, sum } from '../money/decimal';
import { roundedToTotal } from '../money/largestRemainder';

/** What is open of one group in one currency, a column a bucket. Exact decimal texts. */
export interface OpenCells {
  readonly key: string;
  readonly currency: string;
  readonly amounts: readonly string[];
}

const zero = exact('0');
const byKey = (a: OpenCells, b: OpenCells): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/**
 * An aging in another currency: the whole of each currency is converted and rounded once, its buckets add up to that by
 * largest remainder, and the groups of a bucket to the bucket; so neither the total nor a bucket depends on how the
 * rows are grouped. Rule: `LEDGER.md` 3.
 * @returns the amounts of each key in the target currency, all its currencies together
 */
export function convertedAging(
  cells: readonly OpenCells[],
  rateOf: (currency: string) => Exact,
  target: string,
): ReadonlyMap<string, readonly Exact[]> {
  const scale = currencyScale(target);
  const rows = new Map<string, readonly Exact[]>();
  for (const currency of new Set(cells.map((cell) => cell.currency))) {
    // Of two groups that lost as much the first takes the cent: their order is that of their keys.
    const own = cells.filter((cell) => cell.currency === currency).sort(byKey);
    const rate = rateOf(currency);
    const columns = own[0]?.amounts ?? [];
    const values = columns.map((_, at) =>
      own.map(({ amounts }) => exact(amounts[at] ?? '0').mul(rate)),
    );
    const whole = sum(values.map(sum));
    const buckets = roundedToTotal(values.map(sum), whole.toDecimalPlaces(scale), scale);
    const rounded = values.map((column, at) => roundedToTotal(column, buckets[at] ?? zero, scale));
    for (const [i, { key }] of own.entries()) {
      const before = rows.get(key);
      rows.set(
        key,
        rounded.map((column, at) => (before?.[at] ?? zero).plus(column[i] ?? zero)),
      );
    }
  }
  return rows;
}
