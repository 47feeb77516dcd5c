import { exact, ratio, sum } from '../domain/money/decimal';
import type { ResultRow } from '../domain/report/result';
import { amountText, ratioDigits } from '../domain/report/row';

/** One debtor, or a group of them. Exact texts. */
export interface ParetoBar {
  readonly rank: number;
  readonly name: string;
  readonly total: string;
  readonly share: string;
  /** The shares up to and with this one. */
  readonly cumulative: string;
  readonly row: ResultRow;
}

/** The largest exposures of one currency. */
export interface Pareto {
  readonly currency: string;
  readonly bars: readonly ParetoBar[];
  /** What all have beyond the bars; nothing where these are all. */
  readonly others:
    | { readonly count: number; readonly total: string; readonly share: string }
    | undefined;
}

/** More bars are a line rather than bars. */
const barsMax = 50;

const textOf = (cell: ResultRow[string] | undefined): string => String(cell ?? '0');

/** Rows of `concentration` of one currency, in the order of their rank whatever that of the rows is. */
export function paretoOf(
  rows: readonly ResultRow[],
  currency: string,
  nameOf: (row: ResultRow) => string,
): Pareto {
  const bars = rows
    .filter((row) => row['currency'] === currency)
    .map((row) => ({
      rank: Number(row['rank']),
      name: nameOf(row),
      total: textOf(row['total']),
      share: textOf(row['share']),
      cumulative: textOf(row['cumulative_share']),
      row,
    }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, barsMax);
  const [first] = bars;
  if (!first) return { currency, bars, others: undefined };
  const whole = exact(textOf(first.row['whole']));
  const rest = whole.minus(sum(bars.map(({ total }) => exact(total))));
  const count = Number(first.row['key_count']) - bars.length;
  if (count <= 0) return { currency, bars, others: undefined };
  const share = ratio(rest, whole)?.toFixed(ratioDigits) ?? '0';
  return { currency, bars, others: { count, total: amountText(rest.toFixed(), currency), share } };
}
