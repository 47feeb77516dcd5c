import type { ReferenceItem } from '../ledger/reference';
import { byAge } from '../ledger/referenceDerived';
import { type Exact, Exact as ExactDecimal, exact } from '../money/decimal';
import { daysBetween, type IsoDate } from '../time/calendar';
import { bucketIndex, type Edges } from './buckets';

/**
 * The rules of an aging told once more, item by item and without SQL: what the engine's answer is checked against.
 * Rules: `LEDGER.md` 3.
 */

export interface AgingQuestion {
  readonly asOf: IsoDate;
  readonly basis: 'due' | 'document';
  readonly edges: Edges;
  readonly credits: 'own' | 'unapplied' | 'netted';
  readonly currency: 'document' | 'base';
  readonly baseCurrency: string;
  /** What is shown of all: it is asked once credits are netted, so that a filter changes no bucket. */
  readonly isShown: (item: ReferenceItem) => boolean;
}

/** What is open in one currency: by bucket, of credits apart, and how many items each is of. */
export interface AgingRow {
  readonly buckets: Exact[];
  readonly counts: number[];
  unapplied: Exact;
  unappliedCount: number;
}

const zero = exact('0');
const isCredit = ({ whole, wholeBase }: ReferenceItem): boolean =>
  whole.isZero() ? wholeBase.isNegative() : whole.isNegative();

/** Open items by currency and bucket. Currencies are never added, save in base. */
export function agingRowsOf(
  items: readonly ReferenceItem[],
  question: AgingQuestion,
): ReadonlyMap<string, AgingRow> {
  const { asOf, basis, edges, credits, currency: view, baseCurrency, isShown } = question;
  const rows = new Map<string, AgingRow>();
  for (const item of credits === 'netted' ? netted(items, view) : items) {
    if (!isShown(item)) continue;
    const currency = view === 'base' ? baseCurrency : item.document.currency;
    const row = rows.get(currency) ?? {
      buckets: [...edges, 0].map(() => zero),
      counts: [...edges, 0].map(() => 0),
      ...{ unapplied: zero, unappliedCount: 0 },
    };
    rows.set(currency, row);
    const amount = view === 'base' ? item.openBase : item.open;
    if (credits === 'unapplied' && isCredit(item)) {
      row.unapplied = row.unapplied.plus(amount);
      row.unappliedCount += 1;
      continue;
    }
    const from = basis === 'due' ? item.dueDate : item.document.documentDate;
    const at = bucketIndex(daysBetween(from as IsoDate, asOf), edges);
    row.buckets[at] = (row.buckets[at] ?? zero).plus(amount);
    row.counts[at] = (row.counts[at] ?? 0) + 1;
  }
  return rows;
}

/** Items once each customer's credits of a currency stand against its oldest debits; none of which nothing is left. */
function netted(
  items: readonly ReferenceItem[],
  view: AgingQuestion['currency'],
): readonly ReferenceItem[] {
  const open = leftOver(items, ({ open: amount }) => amount);
  const openBase = leftOver(items, ({ openBase: amount }) => amount);
  return items
    .map((item) => ({
      ...item,
      open: open.get(item) ?? zero,
      openBase: openBase.get(item) ?? zero,
    }))
    .filter((item) => !(view === 'base' ? item.openBase : item.open).isZero());
}

function leftOver(
  items: readonly ReferenceItem[],
  amountOf: (item: ReferenceItem) => Exact,
): ReadonlyMap<ReferenceItem, Exact> {
  const left = new Map(items.map((item) => [item, amountOf(item)]));
  const aged = [...items].sort(byAge);
  for (const credit of aged.filter((item) => amountOf(item).isNegative()))
    for (const debit of aged) {
      const isOwn =
        debit.document.customer === credit.document.customer &&
        debit.document.currency === credit.document.currency;
      const [owed, given] = [left.get(debit) ?? zero, left.get(credit) ?? zero];
      if (!isOwn || owed.lte(0) || given.gte(0)) continue;
      const meets = ExactDecimal.min(owed, given.neg());
      left.set(debit, owed.minus(meets));
      left.set(credit, given.plus(meets));
    }
  return left;
}
