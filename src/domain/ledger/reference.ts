import { type Exact, Exact as ExactDecimal, exact, sum } from '../money/decimal';

/**
 * The rules of what is open, written down once more, one item at a time and without SQL: what the engine's set-based
 * answer is checked against. Rules: `LEDGER.md` 2.
 */

export interface ReferenceDocument {
  readonly id: string;
  readonly customer: string;
  readonly currency: string;
  /** Signed: plus is owed to us. */
  readonly amount: Exact;
  /** In base currency, signed alike. */
  readonly base: Exact;
  readonly documentDate: string;
  readonly postingDate: string;
  readonly dueDate: string;
  readonly instalments: readonly {
    readonly no: number;
    readonly dueDate: string;
    readonly amount: Exact;
  }[];
  readonly reverses: string | undefined;
}

export interface ReferenceAllocation {
  readonly id: string;
  readonly credit: string;
  readonly debit: string;
  readonly instalmentNo: number | undefined;
  readonly amount: Exact;
  readonly creditAmount: Exact;
  readonly discount: Exact;
  readonly withholding: Exact;
  readonly charge: Exact;
  readonly writeOff: Exact;
  readonly creditWriteOff: Exact;
  readonly fullyCleared: boolean;
  readonly effectiveDate: string;
}

export interface ReferenceItem {
  readonly document: ReferenceDocument;
  readonly instalmentNo: number | undefined;
  readonly dueDate: string;
  /** Its amount, and its share of the document's base amount, when it was posted. */
  readonly whole: Exact;
  readonly wholeBase: Exact;
  readonly open: Exact;
  readonly openBase: Exact;
}

interface Part {
  readonly no: number | undefined;
  readonly dueDate: string;
  readonly whole: Exact;
  readonly base: Exact;
  /** A magnitude. */
  closed: Exact;
}

const zero = exact('0');
const least = (...values: readonly Exact[]): Exact => ExactDecimal.min(...values);
const left = (part: Part): Exact => part.whole.abs().minus(part.closed);

/** A base amount over parts in proportion, by largest remainder in whole cents. */
export function largestRemainder(base: Exact, weights: readonly Exact[]): readonly Exact[] {
  const whole = sum(weights);
  const cents = base.abs().times(100);
  const exactShares = weights.map((weight) => cents.times(weight).div(whole));
  const floors = exactShares.map((share) => share.floor());
  let rest = cents.minus(sum(floors)).toNumber();
  const order = exactShares
    .map((share, i) => ({ i, remainder: share.minus(share.floor()) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.i - b.i);
  const shares = [...floors];
  for (const { i } of order) {
    if (rest <= 0) break;
    shares[i] = (shares[i] ?? zero).plus(1);
    rest -= 1;
  }
  const sign = base.isNegative() ? -1 : 1;
  return shares.map((share) => share.div(100).times(sign));
}

function partsOf(document: ReferenceDocument): Part[] {
  if (document.instalments.length === 0)
    return [
      {
        no: undefined,
        dueDate: document.dueDate,
        whole: document.amount,
        base: document.base,
        closed: zero,
      },
    ];
  const byNumber = [...document.instalments].sort((a, b) => a.no - b.no);
  const bases = largestRemainder(
    document.base,
    byNumber.map((one) => one.amount.abs()),
  );
  return byNumber
    .map(
      (one, i): Part => ({
        no: one.no,
        dueDate: one.dueDate,
        whole: one.amount,
        base: bases[i] ?? zero,
        closed: zero,
      }),
    )
    .sort((a, b) =>
      a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : (a.no ?? 0) - (b.no ?? 0),
    );
}

/** Closes (or with a negative figure reopens) a magnitude over parts, in their order. */
function close(parts: readonly Part[], amount: Exact): readonly { part: Part; amount: Exact }[] {
  const done: { part: Part; amount: Exact }[] = [];
  let rest = amount;
  for (const part of parts) {
    const step = least(rest, left(part));
    if (step.lte(0)) continue;
    part.closed = part.closed.plus(step);
    rest = rest.minus(step);
    done.push({ part, amount: step });
  }
  return done;
}

/** What of a link finds something open; across currencies both of its sides shrink alike, in whole cents. */
function limited(
  link: ReferenceAllocation,
  openDebit: Exact,
  openCredit: Exact,
): { amount: Exact; creditAmount: Exact } {
  if (link.amount.eq(link.creditAmount)) {
    const amount = least(link.amount, openDebit, openCredit);
    return { amount, creditAmount: amount };
  }
  const down = (value: Exact): Exact => value.toDecimalPlaces(2, ExactDecimal.ROUND_DOWN);
  let { amount, creditAmount } = link;
  if (amount.gt(openDebit)) {
    creditAmount = down(creditAmount.times(openDebit).div(amount));
    amount = openDebit;
  }
  if (creditAmount.gt(openCredit)) {
    amount = creditAmount.isZero() ? zero : down(amount.times(openCredit).div(creditAmount));
    creditAmount = openCredit;
  }
  return { amount, creditAmount };
}

/**
 * What is open at a date, item by item. Nothing posted or effective later is looked at.
 * @param date ISO date
 */
export function openItemsAt(
  documents: readonly ReferenceDocument[],
  allocations: readonly ReferenceAllocation[],
  date: string,
): readonly ReferenceItem[] {
  const posted = documents.filter((document) => document.postingDate <= date);
  const known = new Map(
    posted.map((document) => [document.id, { document, parts: partsOf(document) }]),
  );
  const reversals = posted.filter((one) => one.reverses !== undefined && known.has(one.reverses));
  const reversedOn = new Map(reversals.map((one) => [one.reverses, one.postingDate]));
  const hasApplied = new Set<string>();
  const history = new Map<string, { undo: () => void; isUndone: boolean }[]>();

  const events = [
    ...allocations.flatMap((link) => {
      const credit = known.get(link.credit);
      const debit = known.get(link.debit);
      if (!credit || !debit) return [];
      const day =
        [link.effectiveDate, credit.document.postingDate, debit.document.postingDate]
          .sort()
          .at(-1) ?? '';
      if (day > date) return [];
      const isReversed = reversedOn.get(link.credit) === day || reversedOn.get(link.debit) === day;
      const event = { day, rank: isReversed ? 0 : 3, id: link.id, run: () => apply(link) };
      const cleared = { ...event, rank: isReversed ? 1 : 4, run: () => clear(link) };
      return link.fullyCleared ? [event, cleared] : [event];
    }),
    ...reversals.map((reversal) => ({
      day: reversal.postingDate,
      rank: 2,
      id: reversal.id,
      run: () => reverse(reversal),
    })),
  ];
  events.sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.rank - b.rank || (a.id < b.id ? -1 : 1),
  );

  function remember(
    keys: readonly string[],
    steps: readonly { part: Part; amount: Exact }[],
  ): void {
    const entry = {
      isUndone: false,
      undo: () => {
        for (const { part, amount } of steps) part.closed = part.closed.minus(amount);
      },
    };
    for (const key of keys) history.set(key, [...(history.get(key) ?? []), entry]);
  }

  function apply(link: ReferenceAllocation): void {
    const credit = known.get(link.credit);
    const debit = known.get(link.debit);
    if (!credit || !debit) return;
    const named = debit.parts.filter((part) => part.no === link.instalmentNo);
    const debitParts = link.instalmentNo !== undefined && named.length > 0 ? named : debit.parts;
    const openDebit = sum(debitParts.map(left));
    const openCredit = sum(credit.parts.map(left));
    const { amount, creditAmount } = limited(link, openDebit, openCredit);
    if (amount.gt(0) || creditAmount.gt(0)) hasApplied.add(link.id);
    let taken = amount;
    for (const wanted of [link.discount, link.withholding, link.charge, link.writeOff])
      taken = taken.plus(least(wanted, openDebit.minus(taken)));
    const given = creditAmount.plus(least(link.creditWriteOff, openCredit.minus(creditAmount)));
    const steps = [...close(debitParts, taken), ...close(credit.parts, given)];
    remember([link.credit, link.debit], steps);
  }

  function clear(link: ReferenceAllocation): void {
    const credit = known.get(link.credit);
    const debit = known.get(link.debit);
    if (!credit || !debit || !hasApplied.has(link.id)) return;
    const all = (parts: readonly Part[]) => close(parts, sum(parts.map(left)));
    remember([link.credit, link.debit], [...all(debit.parts), ...all(credit.parts)]);
  }

  function reverse(reversal: ReferenceDocument): void {
    const key = reversal.reverses ?? '';
    for (const entry of history.get(key) ?? []) {
      if (entry.isUndone) continue;
      entry.isUndone = true;
      entry.undo();
    }
    const original = known.get(key);
    const own = known.get(reversal.id);
    if (!original || !own) return;
    const amount = least(sum(original.parts.map(left)), sum(own.parts.map(left)));
    remember([key, reversal.id], [...close(original.parts, amount), ...close(own.parts, amount)]);
  }

  for (const event of events) event.run();
  return [...known.values()].flatMap(({ document, parts }) =>
    parts.flatMap((part): ReferenceItem[] => {
      const sign = part.whole.isNegative() ? -1 : 1;
      const share = part.closed.eq(part.whole.abs())
        ? part.base
        : part.base.times(part.closed).div(part.whole.abs()).toDecimalPlaces(2);
      const open = part.whole.minus(part.closed.times(sign));
      const openBase = part.base.minus(share);
      return open.isZero() && openBase.isZero()
        ? []
        : [
            {
              document,
              instalmentNo: part.no,
              dueDate: part.dueDate,
              whole: part.whole,
              wholeBase: part.base,
              open,
              openBase,
            },
          ];
    }),
  );
}
