import { assert } from '../../lib/assert';

/** One open part of a document: the document itself, or an instalment. `open` is a magnitude, in 1/10,000. */
export interface OpenPart {
  readonly itemKey: number;
  readonly instalmentNo: number | undefined;
  open: bigint;
}

/** A document that events change, its parts in the order in which unnamed receipts pay them. */
export interface SettleDocument {
  readonly key: number;
  readonly parts: readonly OpenPart[];
}

/** A given link, amounts as positive magnitudes in 1/10,000; deductions in the order in which they leave. */
export interface SettleLink {
  readonly allocationId: string;
  readonly debitKey: number;
  readonly creditKey: number;
  readonly instalmentNo: number | undefined;
  readonly effectiveDate: string;
  readonly amount: bigint;
  readonly creditAmount: bigint;
  readonly deductions: readonly bigint[];
  readonly creditWriteOff: bigint;
  /** Nothing may be left of either side: what is, is a difference of exchange. */
  readonly isFullyCleared: boolean;
}

export interface SettleReversal {
  readonly originalKey: number;
  readonly reversalKey: number;
  /** Whether the original is the debit of the pair. */
  readonly originalIsDebit: boolean;
  readonly effectiveDate: string;
}

/** What one event did between one debit part and one credit part. An undo carries negative figures. */
interface AppliedPart {
  readonly allocationId: string;
  readonly debitItem: number;
  readonly creditItem: number;
  readonly effectiveDate: string;
  readonly isUndo: boolean;
  readonly amount: bigint;
  readonly creditAmount: bigint;
  readonly deductions: readonly bigint[];
  readonly creditWriteOff: bigint;
  /** What a set that was declared cleared leaves of the debit and of the credit. */
  readonly debitCleared: bigint;
  readonly creditCleared: bigint;
}

/** The part of a link that found nothing open to settle, in the debit's currency and 1/10,000. */
interface Excess {
  readonly allocationId: string;
  readonly debitKey: number;
  readonly creditKey: number;
  readonly amount: bigint;
}

export interface Settlement {
  readonly applied: readonly AppliedPart[];
  readonly excesses: readonly Excess[];
}

type Event =
  | { readonly date: string; readonly rank: 0 | 3; readonly id: string; readonly link: SettleLink }
  | {
      readonly date: string;
      readonly rank: 1 | 4;
      readonly id: string;
      readonly cleared: SettleLink;
    }
  | {
      readonly date: string;
      readonly rank: 2;
      readonly id: string;
      readonly reversal: SettleReversal;
    };

const least = (...values: readonly bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a));
const total = (values: Iterable<bigint>): bigint => {
  let sum = 0n;
  for (const value of values) sum += value;
  return sum;
};

/**
 * Settles links one after the other, in order of effective date: each applies up to what is open on both of
 * its sides (the amount first, then its deductions), and what finds nothing open is an excess. A reversal
 * first gives back what its original had paid, then the two settle each other; links of that day which touch
 * the original come before it, all others after it. A set that is declared cleared leaves nothing once all links of its
 * day have applied. Rules: `LEDGER.md` 2.4, 2.5, 2.6, 2.8.
 */
export function settle(
  documents: readonly SettleDocument[],
  links: readonly SettleLink[],
  reversals: readonly SettleReversal[],
): Settlement {
  const byKey = new Map(documents.map((document) => [document.key, document]));
  // Only a reversal of the same day: one of a later day must not change the order of links before it.
  const dayOfReversal = new Map(reversals.map((one) => [one.originalKey, one.effectiveDate]));
  const applied: AppliedPart[] = [];
  const excesses: Excess[] = [];
  const doneOf = new Map<number, AppliedPart[]>();
  const undone = new Set<AppliedPart>();
  const hasApplied = new Set<string>();

  const documentOf = (key: number): SettleDocument => {
    const document = byKey.get(key);
    assert(document, `a link names document ${key}, which was not given`);
    return document;
  };
  const keyOfItem = new Map(
    documents.flatMap((d) => d.parts.map((p) => [p.itemKey, d.key] as const)),
  );
  const partOf = new Map(documents.flatMap((d) => d.parts.map((p) => [p.itemKey, p] as const)));

  const record = (part: AppliedPart): void => {
    applied.push(part);
    const debit = partOf.get(part.debitItem);
    const credit = partOf.get(part.creditItem);
    assert(debit && credit, 'an applied part names unknown items');
    debit.open -= part.amount + total(part.deductions) + part.debitCleared;
    credit.open -= part.creditAmount + part.creditWriteOff + part.creditCleared;
    if (part.isUndo) return;
    for (const item of [part.debitItem, part.creditItem]) {
      const key = keyOfItem.get(item);
      assert(key !== undefined, 'an item without a document');
      const done = doneOf.get(key);
      if (done) done.push(part);
      else doneOf.set(key, [part]);
    }
  };

  const applyLink = (link: SettleLink): void => {
    const debit = documentOf(link.debitKey);
    const credit = documentOf(link.creditKey);
    const named = debit.parts.filter((part) => part.instalmentNo === link.instalmentNo);
    const debitParts = link.instalmentNo !== undefined && named.length > 0 ? named : debit.parts;

    const openDebit = total(debitParts.map((part) => part.open));
    const openCredit = total(credit.parts.map((part) => part.open));
    const { amount, creditAmount } = limit(link, openDebit, openCredit);
    let room = openDebit - amount;
    const deductions = link.deductions.map((wanted) => {
      const taken = least(wanted, room);
      room -= taken;
      return taken;
    });
    const creditWriteOff = least(link.creditWriteOff, openCredit - creditAmount);
    if (amount > 0n || creditAmount > 0n) hasApplied.add(link.allocationId);
    const excess = link.amount - amount + total(link.deductions) - total(deductions);
    if (excess > 0n)
      excesses.push({
        allocationId: link.allocationId,
        debitKey: link.debitKey,
        creditKey: link.creditKey,
        amount: excess,
      });

    spread(
      {
        link,
        debitParts,
        creditParts: credit.parts,
        amount,
        creditAmount,
        deductions,
        creditWriteOff,
      },
      record,
    );
  };

  const applyReversal = (reversal: SettleReversal): void => {
    for (const part of doneOf.get(reversal.originalKey) ?? []) {
      if (undone.has(part)) continue;
      undone.add(part);
      record({
        ...part,
        effectiveDate: reversal.effectiveDate,
        isUndo: true,
        amount: -part.amount,
        creditAmount: -part.creditAmount,
        deductions: part.deductions.map((deduction) => -deduction),
        creditWriteOff: -part.creditWriteOff,
        debitCleared: -part.debitCleared,
        creditCleared: -part.creditCleared,
      });
    }
    const [debitKey, creditKey] = reversal.originalIsDebit
      ? [reversal.originalKey, reversal.reversalKey]
      : [reversal.reversalKey, reversal.originalKey];
    const amount = least(
      total(documentOf(debitKey).parts.map((part) => part.open)),
      total(documentOf(creditKey).parts.map((part) => part.open)),
    );
    applyLink({
      allocationId: `reversal:${reversal.reversalKey}`,
      debitKey,
      creditKey,
      instalmentNo: undefined,
      effectiveDate: reversal.effectiveDate,
      amount,
      creditAmount: amount,
      deductions: [],
      creditWriteOff: 0n,
      isFullyCleared: false,
    });
  };

  const clear = (link: SettleLink): void => {
    // A link that found nothing to settle clears nothing: what it was declared for is not there any more.
    if (!hasApplied.has(link.allocationId)) return;
    const debitParts = documentOf(link.debitKey).parts;
    const creditParts = documentOf(link.creditKey).parts;
    const [anyDebit] = debitParts;
    const [anyCredit] = creditParts;
    assert(anyDebit && anyCredit, 'a document without parts');
    const rest = {
      allocationId: link.allocationId,
      effectiveDate: link.effectiveDate,
      isUndo: false,
      ...{ amount: 0n, creditAmount: 0n, creditWriteOff: 0n, debitCleared: 0n, creditCleared: 0n },
      deductions: link.deductions.map(() => 0n),
    };
    const ofDebit = { ...rest, creditItem: anyCredit.itemKey };
    const ofCredit = { ...rest, debitItem: anyDebit.itemKey };
    for (const { itemKey, open } of debitParts)
      if (open > 0n) record({ ...ofDebit, debitItem: itemKey, debitCleared: open });
    for (const { itemKey, open } of creditParts)
      if (open > 0n) record({ ...ofCredit, creditItem: itemKey, creditCleared: open });
  };

  const isReversedOn = (link: SettleLink): boolean =>
    [link.debitKey, link.creditKey].some((key) => dayOfReversal.get(key) === link.effectiveDate);
  const events: Event[] = [
    ...links.flatMap((link): Event[] => {
      const { effectiveDate: date, allocationId: id } = link;
      const isBefore = isReversedOn(link);
      const event: Event = { date, rank: isBefore ? 0 : 3, id, link };
      return link.isFullyCleared
        ? [event, { date, rank: isBefore ? 1 : 4, id, cleared: link }]
        : [event];
    }),
    ...reversals.map(
      (reversal): Event => ({
        date: reversal.effectiveDate,
        rank: 2,
        id: String(reversal.reversalKey),
        reversal,
      }),
    ),
  ];
  events.sort((a, b) => compare(a.date, b.date) || a.rank - b.rank || compare(a.id, b.id));
  for (const event of events) {
    if ('link' in event) applyLink(event.link);
    else if ('cleared' in event) clear(event.cleared);
    else applyReversal(event.reversal);
  }
  return { applied, excesses };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const cent = 100n;

/** The figures of a link cut down to what is open; across currencies both sides shrink in proportion. */
function limit(
  link: SettleLink,
  openDebit: bigint,
  openCredit: bigint,
): { amount: bigint; creditAmount: bigint } {
  if (link.amount === link.creditAmount) {
    const amount = least(link.amount, openDebit, openCredit);
    return { amount, creditAmount: amount };
  }
  let { amount, creditAmount } = link;
  // What is whole cents stays whole cents.
  const isWhole = [amount, creditAmount, openDebit, openCredit].every((one) => one % cent === 0n);
  const unit = isWhole ? cent : 1n;
  const share = (of: bigint, part: bigint, whole: bigint): bigint =>
    whole === 0n ? 0n : ((of * part) / whole / unit) * unit;
  if (amount > openDebit) {
    creditAmount = share(creditAmount, openDebit, amount);
    amount = openDebit;
  }
  if (creditAmount > openCredit) {
    amount = share(amount, openCredit, creditAmount);
    creditAmount = openCredit;
  }
  return { amount, creditAmount };
}

interface Spread {
  readonly link: SettleLink;
  readonly debitParts: readonly OpenPart[];
  readonly creditParts: readonly OpenPart[];
  readonly amount: bigint;
  readonly creditAmount: bigint;
  readonly deductions: readonly bigint[];
  readonly creditWriteOff: bigint;
}

/** Lays a link over the parts of its two documents, in the parts' order; the last piece takes the rest. */
function spread(all: Spread, record: (part: AppliedPart) => void): void {
  const { link, amount, creditAmount } = all;
  const none = all.deductions.map(() => 0n);
  const base = {
    allocationId: link.allocationId,
    effectiveDate: link.effectiveDate,
    isUndo: false,
    debitCleared: 0n,
    creditCleared: 0n,
  };
  let amountLeft = amount;
  let creditLeft = creditAmount;
  for (const debit of all.debitParts) {
    for (const credit of all.creditParts) {
      if (amountLeft === 0n && creditLeft === 0n) break;
      const step =
        amount === creditAmount
          ? least(amountLeft, debit.open, credit.open)
          : least(amountLeft, debit.open);
      const share =
        amount === creditAmount
          ? step
          : step === amountLeft
            ? creditLeft
            : (creditAmount * step) / amount;
      if (step <= 0n && share <= 0n) continue;
      // Taken before it is recorded: that changes what is open of the credit.
      const paid = least(share, credit.open);
      record({
        ...base,
        debitItem: debit.itemKey,
        creditItem: credit.itemKey,
        amount: step,
        creditAmount: paid,
        deductions: none,
        creditWriteOff: 0n,
      });
      amountLeft -= step;
      creditLeft -= paid;
    }
  }
  const anyCredit = all.creditParts[0];
  const anyDebit = all.debitParts[0];
  assert(anyCredit && anyDebit, 'a document without parts');
  all.deductions.forEach((deduction, i) => {
    let left = deduction;
    for (const debit of all.debitParts) {
      const step = least(left, debit.open);
      if (step <= 0n) continue;
      record({
        ...base,
        debitItem: debit.itemKey,
        creditItem: anyCredit.itemKey,
        amount: 0n,
        creditAmount: 0n,
        deductions: none.map((zero, at) => (at === i ? step : zero)),
        creditWriteOff: 0n,
      });
      left -= step;
    }
  });
  let writeOffLeft = all.creditWriteOff;
  for (const credit of all.creditParts) {
    const step = least(writeOffLeft, credit.open);
    if (step <= 0n) continue;
    record({
      ...base,
      debitItem: anyDebit.itemKey,
      creditItem: credit.itemKey,
      amount: 0n,
      creditAmount: 0n,
      deductions: none,
      creditWriteOff: step,
    });
    writeOffLeft -= step;
  }
}
