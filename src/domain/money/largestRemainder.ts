import { assert } from '../../lib/assert';
import { type Exact, Exact as ExactDecimal, exact, sum } from './decimal';

/**
 * Exact values rounded to a scale so that they add up to a total that was rounded once: each is rounded down, and the
 * units that are left go to those that lost most, of equal ones to the first. Values may be below zero.
 * @throws where the total is further from the sum of the values than rounding explains
 */
export function roundedToTotal(
  values: readonly Exact[],
  total: Exact,
  scale: number,
): readonly Exact[] {
  const unit = exact('1').div(exact('10').pow(scale));
  const floors = values.map((value) => value.toDecimalPlaces(scale, ExactDecimal.ROUND_FLOOR));
  let units = total.minus(sum(floors)).div(unit).toNumber();
  assert(
    Number.isInteger(units) && units >= 0 && units <= values.length,
    `${values.length} values do not round to ${total.toFixed()}`,
  );
  const order = values
    .map((value, i) => ({ i, lost: value.minus(floors[i] ?? value) }))
    .sort((a, b) => b.lost.cmp(a.lost) || a.i - b.i);
  const rounded = [...floors];
  for (const { i } of order) {
    if (units === 0) break;
    rounded[i] = (rounded[i] ?? exact('0')).plus(unit);
    units -= 1;
  }
  return rounded;
}
