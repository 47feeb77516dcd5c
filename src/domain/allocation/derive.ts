import { assert } from '../../lib/assert';
import { proportionalShares } from './proportionalShares';

/** How credits that nobody allocated find their debits: `LEDGER.md` 2.7. */
export type DerivedOrder = 'oldest' | 'newest' | 'prorata';

/** Which debits a credit may take; all of its group where nothing restricts it. */
export type Restriction = (credit: number) => readonly number[];

/**
 * What links that were given left of one item, one day after the other. `item` is its place among the items of its
 * group, oldest first; `change` is of its open magnitude, in 1/10,000.
 */
export interface OpenChange {
  readonly day: number;
  readonly item: number;
  readonly change: bigint;
}

/** A link that was derived, or (`isTakenBack`) the part of one that a later link that was given stood in the way of. */
export interface DerivedLink {
  readonly debit: number;
  readonly credit: number;
  readonly day: number;
  /** A magnitude, in 1/10,000. */
  readonly amount: bigint;
  readonly isTakenBack: boolean;
}

/** A link as it stands now: `amount` is what was not taken back of it. */
interface Standing {
  readonly debit: number;
  readonly credit: number;
  amount: bigint;
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/**
 * Derives the links of one group (a customer, a currency, a control account), day by day from what is there at that
 * moment, so that nothing later changes a day. On each day
 *
 * 1. what was given comes first: derived links of an item that is open by less than they use are taken back, the last
 *    made first, the items in their order;
 * 2. each credit with a rest takes the debits that are open, in the policy's order; what is left of it waits.
 *
 * @param isDebit the side of each item, the items in the order *oldest*; *newest* is its exact reverse, on both sides
 * @param changes in order of day
 * @param unit the smallest part that a share may have, in 1/10,000 (100 for cents)
 */
export function deriveLinks(
  isDebit: readonly boolean[],
  changes: readonly OpenChange[],
  order: DerivedOrder,
  unit: bigint,
  restriction?: Restriction,
): readonly DerivedLink[] {
  const left = isDebit.map(() => 0n);
  const standing: Standing[][] = isDebit.map(() => []);
  const links: DerivedLink[] = [];
  const debits = new OpenSet(left);
  const credits = new OpenSet(left);
  const setOf = (item: number): OpenSet => (isDebit[item] === true ? debits : credits);
  const leftOf = (item: number): bigint => left[item] ?? 0n;

  const change = (item: number, by: bigint): void => {
    left[item] = leftOf(item) + by;
    if (leftOf(item) > 0n) setOf(item).add(item);
  };

  const takeBack = (item: number, day: number): void => {
    const own = standing[item] ?? [];
    while (leftOf(item) < 0n) {
      dropEnded(own);
      const last = own.at(-1);
      assert(last, 'an item is open by less than nothing');
      const amount = least(last.amount, -leftOf(item));
      last.amount -= amount;
      change(last.debit, amount);
      change(last.credit, amount);
      links.push({ debit: last.debit, credit: last.credit, day, amount, isTakenBack: true });
    }
  };

  const link = (debit: number, credit: number, amount: bigint, day: number): void => {
    left[debit] = leftOf(debit) - amount;
    left[credit] = leftOf(credit) - amount;
    const made = { debit, credit, amount };
    for (const item of [debit, credit]) {
      const own = standing[item] ?? [];
      dropEnded(own);
      own.push(made);
    }
    links.push({ debit, credit, day, amount, isTakenBack: false });
  };

  const settle = (credit: number, open: readonly number[], day: number): void => {
    if (order === 'prorata') {
      const wholes = open.map(leftOf);
      const shares = proportionalShares(leftOf(credit), wholes, unit);
      open.forEach((debit, i) => {
        const share = shares[i] ?? 0n;
        if (share > 0n) link(debit, credit, share, day);
      });
      return;
    }
    for (const debit of open) {
      const amount = least(leftOf(credit), leftOf(debit));
      if (amount > 0n) link(debit, credit, amount, day);
      if (leftOf(credit) === 0n) return;
    }
  };

  const settleDay = (day: number): void => {
    if (restriction) {
      for (const credit of credits.inOrder())
        settle(
          credit,
          restriction(credit).filter((debit) => leftOf(debit) > 0n),
          day,
        );
      return;
    }
    const direction = order === 'newest' ? 'newest' : 'oldest';
    for (;;) {
      const credit = credits.first(direction);
      const debit = debits.first(direction);
      if (credit === undefined || debit === undefined) return;
      if (order === 'prorata') settle(credit, debits.inOrder(), day);
      else link(debit, credit, least(leftOf(credit), leftOf(debit)), day);
    }
  };

  for (let from = 0; from < changes.length; ) {
    const day = changes[from]?.day ?? 0;
    let to = from;
    const short = new Set<number>();
    for (; changes[to]?.day === day; to += 1) {
      const { item, change: by } = changes[to] ?? { item: 0, change: 0n };
      change(item, by);
      if (by < 0n) short.add(item);
    }
    for (const item of [...short].sort((a, b) => a - b)) takeBack(item, day);
    settleDay(day);
    from = to;
  }
  return links;
}

/** Forgets links of which nothing stands any more. */
function dropEnded(own: Standing[]): void {
  while (own.at(-1)?.amount === 0n) own.pop();
}

/** The open items of one side, in order. Those that are closed meanwhile stay until they are met. */
class OpenSet {
  readonly #left: readonly bigint[];
  readonly #items: number[] = [];

  constructor(left: readonly bigint[]) {
    this.#left = left;
  }

  add(item: number): void {
    const items = this.#items;
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((items[middle] ?? 0) > item) low = middle + 1;
      else high = middle;
    }
    if (items[low] !== item) items.splice(low, 0, item);
  }

  /** The oldest or the newest that is open. */
  first(direction: 'oldest' | 'newest'): number | undefined {
    // The oldest stand last, where they are dropped at no price.
    const items = this.#items;
    for (;;) {
      const item = direction === 'oldest' ? items.at(-1) : items[0];
      if (item === undefined || (this.#left[item] ?? 0n) > 0n) return item;
      if (direction === 'oldest') items.pop();
      else items.shift();
    }
  }

  /** All that are open, the oldest first. */
  inOrder(): readonly number[] {
    const open = this.#items.filter((item) => (this.#left[item] ?? 0n) > 0n);
    this.#items.splice(0, this.#items.length, ...open);
    return open.reverse();
  }
}
