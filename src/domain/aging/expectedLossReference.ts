import type { ReferenceDocument, ReferenceItem } from '../ledger/reference';
import { type Exact, Exact as ExactDecimal, exact, sum } from '../money/decimal';
import { addDays, type IsoDate } from '../time/calendar';
import { bucketsOf, type Edges } from './buckets';
import type { ReferenceMovement } from './rollForwardMovements';
import { stateOf } from './rollRatesReference';

/** Losses of the past told once more, item by item and without SQL: what the engine's answer is checked against. */

export interface LossQuestion {
  readonly asOf: IsoDate;
  /** Due dates of the debits that count. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly edges: Edges;
  readonly kindOf: (document: ReferenceDocument) => string;
  /** Whether anybody is known to owe it. */
  readonly isKnown: (document: ReferenceDocument) => boolean;
  readonly inBase: boolean;
}

/** What was ever open of one debit in each bucket, by place, and how much of each was lost. */
export interface ItemLoss {
  readonly item: ReferenceItem;
  readonly everOpen: readonly Exact[];
  readonly lost: readonly Exact[];
}

const zero = exact('0');
const sales = ['invoice', 'debit_note', 'fee', 'interest', 'opening_balance', 'adjustment'];
const keyOf = (item: ReferenceItem): string => `${item.document.id} ${item.instalmentNo ?? ''}`;
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The debits of one ledger whose due dates lie in the window. */
export function itemLosses(
  movements: readonly ReferenceMovement[],
  { asOf, from, to, edges, kindOf, isKnown, inBase }: LossQuestion,
): readonly ItemLoss[] {
  const amountOf = (one: ReferenceMovement): Exact => (inBase ? one.base : one.amount);
  const byItem = new Map<string, ReferenceMovement[]>();
  for (const one of movements.filter(({ date }) => date <= asOf)) {
    const own = byItem.get(keyOf(one.item));
    if (own) own.push(one);
    else byItem.set(keyOf(one.item), [one]);
  }
  const openOn = (own: readonly ReferenceMovement[], day: string): Exact =>
    sum(own.filter(({ date }) => date <= day).map(amountOf));
  const accountOf = ({ customer, currency }: ReferenceDocument): string =>
    `${customer} ${inBase ? '' : currency}`;

  const left = new Map<string, Exact>();
  for (const own of byItem.values())
    for (const { column, item, date, ...one } of own) {
      const { document } = item;
      const isRecovery =
        column === 'posted' &&
        document.amount.isPositive() &&
        document.reverses === undefined &&
        kindOf(document) === 'write_off' &&
        isKnown(document) &&
        date >= from;
      const account = accountOf(document);
      const amount = inBase ? one.base : one.amount;
      if (isRecovery) left.set(account, (left.get(account) ?? zero).plus(amount));
    }

  const debits = [...byItem.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { document, dueDate } = first.item;
    const isSale =
      document.amount.isPositive() &&
      document.reverses === undefined &&
      sales.includes(kindOf(document));
    return isSale && dueDate >= from && dueDate <= to ? [{ item: first.item, own }] : [];
  });
  debits.sort(
    (a, b) =>
      compare(a.item.dueDate, b.item.dueDate) ||
      compare(a.item.document.id, b.item.document.id) ||
      compare(a.item.instalmentNo ?? 0, b.item.instalmentNo ?? 0),
  );
  return debits.map(({ item, own }) => {
    const isLoss = (one: ReferenceMovement): boolean =>
      one.column !== 'posted' && stateOf(one, one.counter && kindOf(one.counter)) === 'written_off';
    const written = sum(own.filter(isLoss).map((one) => amountOf(one).neg()));
    const account = accountOf(item.document);
    const recovered = left.get(account) ?? zero;
    const isMadeGood = isKnown(item.document);
    // A running total of losses less all that came in again: a loss that was taken back is below zero, and counts.
    if (isMadeGood) left.set(account, recovered.minus(written));
    const net = isMadeGood
      ? ExactDecimal.max(zero, ExactDecimal.min(written, written.minus(recovered)))
      : ExactDecimal.max(zero, written);
    const lost = ExactDecimal.max(zero, net.plus(openOn(own, asOf)));
    const everOpen = bucketsOf(edges).map((bucket) => {
      const due = item.dueDate as IsoDate;
      const start = bucket.from === undefined ? undefined : addDays(due, bucket.from);
      const end = bucket.to === undefined ? asOf : addDays(due, bucket.to);
      const last = end < asOf ? end : asOf;
      const days = own.map(({ date }) => date).filter((date) => !start || date > start);
      return [...(start ? [start] : []), ...days]
        .filter((day) => day <= last)
        .map((day) => openOn(own, day))
        .reduce((a, b) => ExactDecimal.max(a, b), zero);
    });
    return { item, everOpen, lost: everOpen.map((most) => ExactDecimal.min(most, lost)) };
  });
}
