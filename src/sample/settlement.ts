import { assert } from '../lib/assert';
import { absolute, type Cents, shareOf } from './cents';
import { type DraftAllocation, type DraftDocument, deductionsOf, type History } from './draft';
import type { Day } from './period';

type MovementKind =
  | 'posted'
  | 'applied'
  | 'discount'
  | 'charge'
  | 'write_off'
  | 'exchange'
  | 'reversed';

/** One signed change of one open item, in its own currency and in base currency. */
export interface Movement {
  readonly document: DraftDocument;
  readonly day: Day;
  readonly kind: MovementKind;
  readonly amount: Cents;
  readonly base: Cents;
  /** The tax inside a discount. */
  readonly tax: Cents;
}

interface Item {
  readonly document: DraftDocument;
  closed: Cents;
  closedBase: Cents;
}

/** Order of application: what is effective first, else as the documents were written. */
export function byEffect(a: DraftAllocation, b: DraftAllocation): number {
  const key = (allocation: DraftAllocation) => `${allocation.credit}>${allocation.debit}`;
  return a.effectiveDay - b.effectiveDay || (key(a) < key(b) ? -1 : 1);
}

/** Replays a history into movements, by the rules of the ledger for base currency and reversals. */
class Replay {
  readonly movements: Movement[] = [];
  private readonly items = new Map<string, Item>();
  private readonly appliedBy = new Map<string, DraftAllocation[]>();

  post(document: DraftDocument): void {
    this.items.set(document.key, { document, closed: 0n, closedBase: 0n });
    this.move(document, document.postingDay, 'posted', document.amount, document.base);
  }

  /**
   * The credit gives up its share at its own rate; the debit falls by that base amount, and `exchange`
   * brings the debit to its own rate. Deductions leave at the debit's rate.
   */
  apply(allocation: DraftAllocation): void {
    const { effectiveDay: day, amount, creditAmount } = allocation;
    const credit = this.item(allocation.credit);
    const debit = this.item(allocation.debit);
    const earliest = Math.max(credit.document.postingDay, debit.document.postingDay);
    assert(day >= earliest, `${allocation.credit} is applied before both documents exist`);
    const given = this.take(credit, creditAmount);
    const due = this.take(debit, amount);
    this.move(credit.document, day, 'applied', creditAmount, given);
    this.move(debit.document, day, 'applied', -amount, -given);
    this.move(debit.document, day, 'exchange', 0n, given - due);
    this.deduct(debit, allocation);
    const list = this.appliedBy.get(allocation.credit) ?? [];
    this.appliedBy.set(allocation.credit, [...list, allocation]);
  }

  /** Undoes what the original had paid; original and reversal settle each other. */
  reverse(reversal: DraftDocument): void {
    const original = this.item(reversal.reverses ?? '');
    const day = reversal.postingDay;
    for (const allocation of this.appliedBy.get(original.document.key) ?? []) {
      assert(
        deductionsOf(allocation) === 0n,
        'a reversed receipt with deductions is not made here',
      );
      const debit = this.item(allocation.debit);
      const back = -this.take(debit, -allocation.amount);
      const given = -this.take(original, -allocation.creditAmount);
      this.move(debit.document, day, 'reversed', allocation.amount, back);
      this.move(original.document, day, 'reversed', -allocation.creditAmount, -given);
      assert(back === given, 'a reversed receipt with an exchange difference is not made here');
    }
    const amount = absolute(original.document.amount);
    const given = this.take(original, amount);
    this.move(original.document, day, 'applied', amount, given);
    this.move(reversal, day, 'applied', -amount, -this.take(this.item(reversal.key), amount));
  }

  private deduct(debit: Item, allocation: DraftAllocation): void {
    const { discount = 0n, discountTax = 0n, charge = 0n, writeOff = 0n } = allocation;
    const parts = [
      ['discount', discount, discountTax],
      ['charge', charge, 0n],
      ['write_off', writeOff, 0n],
    ] as const;
    for (const [kind, amount, tax] of parts) {
      const base = this.take(debit, amount);
      const part = { document: debit.document, day: allocation.effectiveDay, kind };
      if (amount > 0n) this.movements.push({ ...part, amount: -amount, base: -base, tax });
    }
  }

  /** Closes `amount` of an item (or opens it again, below zero) and returns its share, rounded cumulatively. */
  private take(item: Item, amount: Cents): Cents {
    const { document } = item;
    item.closed += amount;
    const within = item.closed >= 0n && item.closed <= absolute(document.amount);
    assert(within, `${document.key} is applied beyond its amount`);
    const closedBase = absolute(shareOf(document.base, item.closed, document.amount));
    const share = closedBase - item.closedBase;
    item.closedBase = closedBase;
    return share;
  }

  private item(key: string): Item {
    const item = this.items.get(key);
    assert(item !== undefined, `no item ${key}`);
    return item;
  }

  private move(document: DraftDocument, day: Day, kind: MovementKind, amount: Cents, base: Cents) {
    if (amount !== 0n || base !== 0n) {
      this.movements.push({ document, day, kind, amount, base, tax: 0n });
    }
  }
}

/** All movements of a history's posted documents, in order of their days. */
export function settle(history: History): Movement[] {
  const replay = new Replay();
  const posted = history.documents.filter((document) => document.status === 'posted');
  const events = [
    ...posted.map((document) => ({
      day: document.postingDay,
      rank: 0,
      run: () => replay.post(document),
    })),
    ...[...history.allocations].sort(byEffect).map((allocation) => ({
      day: allocation.effectiveDay,
      rank: 1,
      run: () => replay.apply(allocation),
    })),
    ...posted
      .filter((document) => document.reverses !== undefined)
      .map((document) => ({
        day: document.postingDay,
        rank: 2,
        run: () => replay.reverse(document),
      })),
  ];
  for (const event of events.sort((a, b) => a.day - b.day || a.rank - b.rank)) event.run();
  return replay.movements;
}
