import type { LinkPolicy } from '../allocation/variant';
import { type Exact, Exact as ExactDecimal, exact, sum } from '../money/decimal';
import {
  largestRemainder,
  openItemsAt,
  type ReferenceAllocation,
  type ReferenceDocument,
  type ReferenceItem,
} from './reference';

/**
 * The rules of derived allocation told once more, item by item and with no thought of speed: what the engine's answer is
 * checked against. Rules: `LEDGER.md` 2.7.
 */

/** One item in its group: what is open of it by the given links alone, and what derived links use of that. */
interface Taking {
  readonly item: ReferenceItem;
  given: Exact;
  readonly links: Link[];
}

interface Link {
  readonly debit: Taking;
  readonly credit: Taking;
  amount: Exact;
}

const zero = exact('0');
const keyOf = (item: ReferenceItem): string => `${item.document.id} ${item.instalmentNo ?? ''}`;
const groupOf = ({ document }: ReferenceItem): string =>
  `${document.customer} ${document.currency}`;
const used = (taking: Taking): Exact => sum(taking.links.map((link) => link.amount));
const left = (taking: Taking): Exact => taking.given.minus(used(taking));
const isDebit = ({ item }: Taking): boolean => !item.document.amount.isNegative();

/** Posting date, due date, number, id; the parts of a document by their number. */
export function byAge(a: ReferenceItem, b: ReferenceItem): number {
  const keys = (item: ReferenceItem) => [
    item.document.postingDate,
    item.dueDate,
    item.document.id,
    String(item.instalmentNo ?? 0).padStart(4, '0'),
  ];
  const [own, other] = [keys(a), keys(b)];
  const at = own.findIndex((key, i) => key !== other[i]);
  return at < 0 ? 0 : (own[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}

/** What does not count of a link where links are made anew: all but its deductions. */
const withoutAmount = (link: ReferenceAllocation): ReferenceAllocation => ({
  ...link,
  amount: zero,
  creditAmount: zero,
});

/**
 * What is open at each of some dates under a policy.
 * @param dates ISO dates, ascending
 */
export function openItemsUnder(
  documents: readonly ReferenceDocument[],
  allocations: readonly ReferenceAllocation[],
  dates: readonly string[],
  { allocation, relink }: LinkPolicy,
): ReadonlyMap<string, readonly ReferenceItem[]> {
  const given = relink === 'yes' ? allocations.map(withoutAmount) : allocations;
  const answer = new Map<string, readonly ReferenceItem[]>();
  if (allocation === 'given' || allocation === 'specific') {
    for (const date of dates) answer.set(date, openItemsAt(documents, given, date));
    return answer;
  }
  const days = new Set([
    ...documents.map(({ postingDate }) => postingDate),
    ...given.map(({ effectiveDate }) => effectiveDate),
    ...dates,
  ]);
  const takings = new Map<string, Taking>();
  for (const day of [...days].sort()) {
    const open = openItemsAt(documents, given, day);
    for (const taking of takings.values()) taking.given = zero;
    for (const item of open) {
      const known = takings.get(keyOf(item)) ?? { item, given: zero, links: [] };
      known.given = item.open.abs();
      takings.set(keyOf(item), known);
    }
    const groups = new Set([...takings.values()].map(({ item }) => groupOf(item)));
    for (const group of groups) {
      const own = [...takings.values()]
        .filter(({ item }) => groupOf(item) === group)
        .sort((a, b) => byAge(a.item, b.item));
      for (const taking of own) takeBack(taking);
      match(own, allocation);
    }
    if (dates.includes(day))
      answer.set(
        day,
        [...takings.values()].flatMap(({ item, given: whole, links }) =>
          remaining(item, whole, sum(links.map((link) => link.amount))),
        ),
      );
  }
  return answer;
}

/** Takes back links of an item that uses more than there is, the last made first. */
function takeBack(taking: Taking): void {
  for (const link of [...taking.links].reverse()) {
    const short = left(taking).neg();
    if (short.lte(0)) return;
    link.amount = link.amount.minus(ExactDecimal.min(link.amount, short));
  }
}

function match(own: readonly Taking[], order: 'oldest' | 'newest' | 'prorata'): void {
  const aged = order === 'newest' ? [...own].reverse() : own;
  for (const credit of aged.filter((one) => !isDebit(one) && left(one).gt(0))) {
    const debits = aged.filter((one) => isDebit(one) && left(one).gt(0));
    const shares = order === 'prorata' ? spread(left(credit), debits.map(left)) : [];
    for (const [i, debit] of debits.entries()) {
      const amount =
        order === 'prorata' ? (shares[i] ?? zero) : ExactDecimal.min(left(credit), left(debit));
      if (amount.lte(0)) continue;
      const link = { debit, credit, amount };
      debit.links.push(link);
      credit.links.push(link);
    }
  }
}

function spread(amount: Exact, wholes: readonly Exact[]): readonly Exact[] {
  if (wholes.length === 0) return [];
  return amount.gte(sum(wholes)) ? wholes : largestRemainder(amount, wholes);
}

/** An item with what derived links leave of it; its base amount in the share of all that is closed. */
function remaining(item: ReferenceItem, given: Exact, taken: Exact): readonly ReferenceItem[] {
  const { whole, wholeBase } = item;
  const sign = whole.isNegative() ? -1 : 1;
  const closed = whole.abs().minus(given).plus(taken);
  const open = whole.minus(closed.times(sign));
  const share = closed.eq(whole.abs())
    ? wholeBase
    : wholeBase.times(closed).div(whole.abs()).toDecimalPlaces(2);
  const openBase = wholeBase.minus(share);
  return open.isZero() && openBase.isZero() ? [] : [{ ...item, open, openBase }];
}
