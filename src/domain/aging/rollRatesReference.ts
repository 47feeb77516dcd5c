import type { ReferenceDocument, ReferenceItem } from '../ledger/reference';
import { type Exact, Exact as ExactDecimal, exact, sum } from '../money/decimal';
import type { ReferenceMovement } from './rollForwardMovements';
import type { ClosedState } from './rollRates';

/** Roll rates told once more, item by item and without SQL: what the engine's answer is checked against. */

export interface RatesQuestion {
  /** The days at whose ends the states are. */
  readonly from: string;
  readonly to: string;
  readonly kindOf: (document: ReferenceDocument) => string;
  readonly bucketOf: (item: ReferenceItem, day: string) => string;
  readonly inBase: boolean;
}

/** One way that debits went, in the cell `from to`. */
export interface RateCell {
  readonly amount: Exact;
  readonly itemCount: number;
}

const zero = exact('0');
const keyOf = (item: ReferenceItem): string => `${item.document.id} ${item.instalmentNo ?? ''}`;
const isDebit = ({ document }: ReferenceItem): boolean => document.amount.isPositive();

/** What a movement closed its debit as, of what settled it being of a kind. */
export function stateOf(movement: ReferenceMovement, kind: string | undefined): ClosedState {
  if (movement.column === 'written_off') return 'written_off';
  const isSettled = movement.column === 'transfers' || movement.column === 'exchange';
  if (!isSettled || movement.isCleared) return 'other';
  if (kind === 'payment') return 'collected';
  if (kind === 'credit_note') return 'credited';
  return kind === 'write_off' ? 'written_off' : 'other';
}

/** The order in which a loss counts where less disappeared than was closed. */
const order = ['written_off', 'credited', 'collected'] as const;

/** Cells of a matrix of one currency, by `from to`; debits alone. */
export function rollRatesOf(
  movements: readonly ReferenceMovement[],
  before: readonly ReferenceItem[],
  after: readonly ReferenceItem[],
  { from, to, kindOf, bucketOf, inBase }: RatesQuestion,
): ReadonlyMap<string, RateCell> {
  const cells = new Map<string, RateCell>();
  const add = (fromState: string, toState: string, amount: Exact): void => {
    if (amount.isZero()) return;
    const key = `${fromState} ${toState}`;
    const known = cells.get(key) ?? { amount: zero, itemCount: 0 };
    cells.set(key, { amount: known.amount.plus(amount), itemCount: known.itemCount + 1 });
  };
  const open = (item: ReferenceItem | undefined): Exact =>
    item ? (inBase ? item.openBase : item.open) : zero;
  const then = new Map(before.filter(isDebit).map((item) => [keyOf(item), item]));
  const now = new Map(after.filter(isDebit).map((item) => [keyOf(item), item]));

  for (const key of new Set([...then.keys(), ...now.keys()])) {
    const [was, is] = [then.get(key), now.get(key)];
    const stayed = ExactDecimal.min(open(was), open(is));
    const fromState = was && bucketOf(was, from);
    if (is) {
      const toState = bucketOf(is, to);
      if (fromState) add(fromState, toState, stayed);
      add('new', toState, open(is).minus(stayed));
    }
    if (!fromState) continue;
    const own = movements.filter(
      (one) =>
        one.column !== 'posted' && one.date > from && one.date <= to && keyOf(one.item) === key,
    );
    let rest = open(was).minus(stayed);
    for (const state of order) {
      const closed = sum(
        own
          .filter((one) => stateOf(one, one.counter && kindOf(one.counter)) === state)
          .map((one) => (inBase ? one.base : one.amount).neg()),
      );
      const part = ExactDecimal.min(rest, ExactDecimal.max(closed, zero));
      add(fromState, state, part);
      rest = rest.minus(part);
    }
    add(fromState, 'other', rest);
  }
  return cells;
}
