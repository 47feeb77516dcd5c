import { currencyScale } from '../../domain/money/currency';
import { type Exact, exact, sum } from '../../domain/money/decimal';

/**
 * A total over parts in proportion to what they weigh, each rounded at the currency's scale; the largest takes what
 * rounding leaves. Parts that add up to the total already, or to nothing, stay what they are.
 */
export function sharesOf(
  total: Exact,
  weights: readonly Exact[],
  currency: string,
): readonly Exact[] {
  const whole = sum(weights);
  if (whole.isZero() || whole.equals(total)) return weights;
  const shares = weights.map((weight) =>
    weight.times(total).div(whole).toDecimalPlaces(currencyScale(currency)),
  );
  const rest = total.minus(sum(shares));
  let largest = 0;
  for (const [i, weight] of weights.entries())
    if (weight.abs().gt(weights[largest]?.abs() ?? exact('0'))) largest = i;
  return shares.map((share, i) => (i === largest ? share.plus(rest) : share));
}
