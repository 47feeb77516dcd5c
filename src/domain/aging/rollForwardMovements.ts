import {
  openItemsAt,
  type ReferenceAllocation,
  type ReferenceDocument,
  type ReferenceItem,
} from '../ledger/reference';
import { type Exact, Exact as ExactDecimal, exact, sum } from '../money/decimal';
import type { ChangeColumn } from './rollForward';

/**
 * Every single movement of a ledger, from what the reference says is open after each event: links are put in one after
 * the other and each deduction of theirs by itself, and what closes in between is that movement. So the rules of what
 * applies are told once, in `openItemsAt`; here stand only the columns and the shares in base currency.
 * Rules: `LEDGER.md` 2.1, 2.4, 2.5.
 */

export interface ReferenceMovement {
  readonly item: ReferenceItem;
  readonly date: string;
  readonly column: ChangeColumn | 'posted';
  /** What it was settled with; the document itself has none. */
  readonly counter: ReferenceDocument | undefined;
  /** Whether it is what a set declared cleared has left. */
  readonly isCleared: boolean;
  readonly amount: Exact;
  readonly base: Exact;
}

type Column = ReferenceMovement['column'];

/** One piece of an event, which a reversal undoes piece by piece. */
type Step =
  | {
      readonly debit: Tracked;
      readonly credit: Tracked;
      readonly taken: Exact;
      readonly given: Exact;
    }
  | {
      readonly of: Tracked;
      readonly closed: Exact;
      readonly column: Column;
      readonly counter: ReferenceDocument;
      readonly isCleared: boolean;
    };

interface Tracked {
  readonly item: ReferenceItem;
  /** A magnitude. */
  closed: Exact;
}

/** By how much an item is closed more than before. */
type Closing = readonly [part: Tracked, amount: Exact];

const zero = exact('0');
const never = '9999-12-31';
const keyOf = (item: ReferenceItem): string => `${item.document.id} ${item.instalmentNo ?? ''}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The base amount of what is closed of an item, so that the last part takes the cent. */
function shareOf({ item, closed }: Tracked): Exact {
  const whole = item.whole.abs();
  if (closed.eq(whole)) return item.wholeBase;
  return item.wholeBase.times(closed).div(whole).toDecimalPlaces(2);
}

const deductions: readonly (readonly [name: DeductionName, column: ChangeColumn])[] = [
  ['discount', 'discounts'],
  ['withholding', 'withheld'],
  ['charge', 'withheld'],
  ['writeOff', 'written_off'],
];
type DeductionName = 'discount' | 'withholding' | 'charge' | 'writeOff';

/** All movements of a ledger, in order of date. */
export function referenceMovements(
  documents: readonly ReferenceDocument[],
  allocations: readonly ReferenceAllocation[],
): readonly ReferenceMovement[] {
  const movements: ReferenceMovement[] = [];
  const plain = documents.map((document) => ({ ...document, reverses: undefined }));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const tracked = openItemsAt(plain, [], never).flatMap((item): Tracked[] => {
    const document = byId.get(item.document.id);
    return document ? [{ item: { ...item, document }, closed: zero }] : [];
  });
  for (const { item } of tracked)
    movements.push({
      ...{ item, date: item.document.postingDate, column: 'posted', counter: undefined },
      ...{ isCleared: false, amount: item.whole, base: item.wholeBase },
    });
  const partsOf = (id: string): readonly Tracked[] =>
    tracked.filter(({ item }) => item.document.id === id);

  /** What has happened so far, as the reference takes it. */
  let known: readonly ReferenceDocument[] = plain;
  let links: readonly ReferenceAllocation[] = [];
  const history = new Map<string, { readonly steps: readonly Step[]; isUndone: boolean }[]>();

  /** By how much each of some items is closed more than is tracked. */
  function closings(
    parts: readonly Tracked[],
    date: string,
  ): readonly (readonly [Tracked, Exact])[] {
    const open = new Map(openItemsAt(known, links, date).map((item) => [keyOf(item), item.open]));
    return parts.flatMap((part): Closing[] => {
      const left = open.get(keyOf(part.item)) ?? zero;
      const more = part.item.whole.abs().minus(left.abs()).minus(part.closed);
      return more.isZero() ? [] : [[part, more]];
    });
  }

  /** Closes a piece of an item (with minus: opens it again). @returns the base amount that left with it */
  function close(part: Tracked, amount: Exact): Exact {
    const before = shareOf(part);
    part.closed = part.closed.plus(amount);
    return shareOf(part).minus(before);
  }

  function run(step: Step, date: string, sign: 1 | -1): void {
    if ('of' in step) {
      const { of, column, counter, isCleared } = step;
      const amount = step.closed.times(sign);
      const base = close(of, amount).neg();
      const isCredit = of.item.whole.isNegative();
      movements.push({
        ...{ item: of.item, date, column, counter, isCleared },
        ...{ amount: isCredit ? amount : amount.neg(), base },
      });
      return;
    }
    const { debit, credit } = step;
    const taken = step.taken.times(sign);
    const given = step.given.times(sign);
    const debitBase = close(debit, taken);
    const creditBase = close(credit, given).neg();
    const side = (own: Tracked, other: Tracked, column: Column, amount: Exact, base: Exact) =>
      movements.push({
        ...{ item: own.item, date, column, counter: other.item.document },
        ...{ isCleared: false, amount, base },
      });
    side(debit, credit, 'transfers', taken.neg(), creditBase.neg());
    side(credit, debit, 'transfers', given, creditBase);
    side(debit, credit, 'exchange', zero, creditBase.minus(debitBase));
  }

  function remember(ids: readonly string[], steps: readonly Step[], date: string): void {
    for (const step of steps) run(step, date, 1);
    const entry = { steps, isUndone: false };
    for (const id of ids) history.set(id, [...(history.get(id) ?? []), entry]);
  }

  /** Pairs what closed on both sides, part by part. */
  function pairs(debits: readonly Closing[], credits: readonly Closing[]): readonly Step[] {
    const steps: Step[] = [];
    const left = credits.map(([credit, amount]) => ({ credit, amount }));
    for (const [debit, amount] of debits) {
      let rest = amount;
      for (const one of left) {
        const step = ExactDecimal.min(rest, one.amount);
        if (step.lte(0)) continue;
        one.amount = one.amount.minus(step);
        rest = rest.minus(step);
        steps.push({ debit, credit: one.credit, taken: step, given: step });
      }
    }
    return steps;
  }

  /** Pairs what closed across currencies: a credit's amount over the parts of a debit in proportion, the last with the rest. */
  function pairsAcross(
    debits: readonly Closing[],
    [credit, whole]: Closing,
    anyDebit: Tracked,
  ): readonly Step[] {
    const all = sum(debits.map(([, amount]) => amount));
    if (all.isZero()) return [{ debit: anyDebit, credit, taken: zero, given: whole }];
    let rest = whole;
    return debits.map(([debit, taken], i) => {
      const share = whole.times(taken).div(all).toDecimalPlaces(4, ExactDecimal.ROUND_DOWN);
      const given = i === debits.length - 1 ? rest : share;
      rest = rest.minus(given);
      return { debit, credit, taken, given };
    });
  }

  function apply(link: ReferenceAllocation, date: string): void {
    const [debits, credits] = [partsOf(link.debit), partsOf(link.credit)];
    const counters = { debit: byId.get(link.debit), credit: byId.get(link.credit) };
    if (!counters.debit || !counters.credit) return;
    const before = links;
    const none = { discount: zero, withholding: zero, charge: zero, writeOff: zero };
    let put: ReferenceAllocation = { ...link, ...none, creditWriteOff: zero, fullyCleared: false };
    links = [...before, put];
    const ids = [link.credit, link.debit];
    const [taken, given] = [closings(debits, date), closings(credits, date)];
    const named = debits.find(({ item }) => item.instalmentNo === link.instalmentNo) ?? debits[0];
    const [credit] = credits;
    if (!named || !credit) return;
    const steps = link.amount.eq(link.creditAmount)
      ? pairs(taken, given)
      : pairsAcross(taken, given[0] ?? [credit, zero], named);
    remember(ids, steps, date);

    const deduct = (
      change: Partial<ReferenceAllocation>,
      parts: readonly Tracked[],
      column: ChangeColumn,
      counter: ReferenceDocument,
    ): void => {
      put = { ...put, ...change };
      links = [...before, put];
      const found = closings(parts, date);
      remember(
        ids,
        found.map(([of, closed]) => ({ of, closed, column, counter, isCleared: false })),
        date,
      );
    };
    for (const [name, column] of deductions)
      if (!link[name].isZero()) deduct({ [name]: link[name] }, debits, column, counters.credit);
    if (!link.creditWriteOff.isZero())
      deduct({ creditWriteOff: link.creditWriteOff }, credits, 'written_off', counters.debit);
  }

  function clear(link: ReferenceAllocation, date: string): void {
    links = links.map((one) => (one.id === link.id ? { ...one, fullyCleared: true } : one));
    const steps = [
      [link.debit, link.credit],
      [link.credit, link.debit],
    ].flatMap(([own = '', other = '']): readonly Step[] => {
      const counter = byId.get(other);
      if (!counter) return [];
      return closings(partsOf(own), date).map(([of, closed]) => ({
        ...{ of, closed, counter, isCleared: true },
        column: 'exchange' as const,
      }));
    });
    remember([link.credit, link.debit], steps, date);
  }

  function reverse(reversal: ReferenceDocument, original: string): void {
    const date = reversal.postingDate;
    for (const entry of history.get(original) ?? []) {
      if (entry.isUndone) continue;
      entry.isUndone = true;
      for (const step of entry.steps) run(step, date, -1);
    }
    known = known.map((one) => (one.id === reversal.id ? reversal : one));
    const [own, other] = [closings(partsOf(reversal.id), date), closings(partsOf(original), date)];
    const [debits, credits] = reversal.amount.isNegative() ? [other, own] : [own, other];
    remember([original, reversal.id], pairs(debits, credits), date);
  }

  for (const event of eventsOf(documents, allocations))
    if ('reversal' in event) reverse(event.reversal, event.reversal.reverses ?? '');
    else if (event.isClearing) clear(event.link, event.date);
    else apply(event.link, event.date);
  return movements;
}

type Event = { readonly date: string; readonly rank: number; readonly id: string } & (
  | { readonly reversal: ReferenceDocument }
  | { readonly link: ReferenceAllocation; readonly isClearing: boolean }
);

/** What happens, in its order: links that touch what is reversed on their day come before the reversal. */
function eventsOf(
  documents: readonly ReferenceDocument[],
  allocations: readonly ReferenceAllocation[],
): readonly Event[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const reversals = documents.filter(
    ({ reverses }) => reverses !== undefined && byId.has(reverses),
  );
  const reversedOn = new Map(reversals.map((one) => [one.reverses, one.postingDate]));
  const events = [
    ...allocations.flatMap((link): Event[] => {
      const posted = [link.credit, link.debit].map((id) => byId.get(id)?.postingDate ?? never);
      const date = [link.effectiveDate, ...posted].sort().at(-1) ?? never;
      const isBefore = [link.credit, link.debit].some((id) => reversedOn.get(id) === date);
      const event = { date, id: link.id, link };
      return [
        { ...event, rank: isBefore ? 0 : 3, isClearing: false },
        ...(link.fullyCleared ? [{ ...event, rank: isBefore ? 1 : 4, isClearing: true }] : []),
      ];
    }),
    ...reversals.map((reversal) => ({
      ...{ date: reversal.postingDate, rank: 2, id: reversal.id, reversal },
    })),
  ];
  return events.sort((a, b) => compare(a.date, b.date) || a.rank - b.rank || compare(a.id, b.id));
}
