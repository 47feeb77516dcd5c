import { type Exact, exact, ratio, sum } from '../money/decimal';
import type { ResultRow } from '../report/result';
import { bucketsOf, type Edges } from './buckets';

/** The overview's figures of one currency, exact text; `undefined` where there is no such figure. */
export interface OverviewFigures {
  readonly currency: string;
  readonly open: string;
  readonly itemCount: number;
  readonly pastDue: string;
  /** Past due ÷ open, as a ratio; `undefined` where nothing is open. */
  readonly pastDueShare: string | undefined;
  readonly openChange: string | undefined;
  readonly pastDueChange: string | undefined;
}

const amountOf = (row: ResultRow, column: string): Exact => exact(String(row[column] ?? '0'));

/** Σ of the buckets that lie wholly after the due date. The edges must contain 0. */
function pastDueOf(row: ResultRow, edges: Edges): Exact {
  return sum(
    bucketsOf(edges)
      .filter((bucket) => bucket.from !== undefined && bucket.from > 0)
      .map((bucket) => amountOf(row, bucket.id)),
  );
}

/**
 * One currency's figures from its rows of an aging trend by due date.
 * @param now the row of the date itself
 * @param before the row of the month end before it, where there is one
 */
export function overviewFigures(
  now: ResultRow,
  before: ResultRow | undefined,
  edges: Edges,
): OverviewFigures {
  const open = amountOf(now, 'total');
  const pastDue = pastDueOf(now, edges);
  return {
    currency: String(now['currency']),
    open: open.toFixed(),
    itemCount: Number(now['item_count'] ?? 0),
    pastDue: pastDue.toFixed(),
    pastDueShare: ratio(pastDue, open)?.toFixed(),
    openChange: before && open.minus(amountOf(before, 'total')).toFixed(),
    pastDueChange: before && pastDue.minus(pastDueOf(before, edges)).toFixed(),
  };
}
