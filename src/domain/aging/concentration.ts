import { type Exact, exact, ratio, sum } from '../money/decimal';

/** What one debtor, or one group of them, owes in one currency; below zero where it is in credit. */
export interface Exposure {
  readonly key: string;
  readonly label: string;
  readonly currency: string;
  /** Exact decimal text. */
  readonly total: string;
}

/** An exposure in its place, with what it is of all exposures in its currency. */
export interface RankedExposure extends Exposure {
  /** From 1, the largest first. */
  readonly rank: number;
  readonly share: Exact | undefined;
  /** The shares up to and with this one. */
  readonly cumulative: Exact | undefined;
  readonly herfindahl: Exact | undefined;
  /** All exposures in this currency, and how many there are. */
  readonly whole: Exact;
  readonly count: number;
}

/**
 * Exposures by size, each currency on its own. Those in credit owe nothing and are no exposure. The Herfindahl index is
 * the sum of the squared shares: 1 where one owes everything, 1 ÷ n where n owe alike. Source: A. O. Hirschman, "The
 * Paternity of an Index", American Economic Review 54 (1964).
 */
export function concentrationOf(exposures: readonly Exposure[]): readonly RankedExposure[] {
  const byCurrency = new Map<string, Exposure[]>();
  for (const one of exposures) {
    if (exact(one.total).lte(0)) continue;
    const own = byCurrency.get(one.currency);
    if (own) own.push(one);
    else byCurrency.set(one.currency, [one]);
  }
  return [...byCurrency.values()].flatMap((own) => {
    const whole = sum(own.map(({ total }) => exact(total)));
    const shares = own.map(({ total }) => ratio(exact(total), whole));
    const herfindahl = whole.isZero()
      ? undefined
      : sum(shares.map((share) => (share ?? exact('0')).pow(2)));
    const ranked = [...own].sort(
      (a, b) => exact(b.total).cmp(exact(a.total)) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    );
    let running = exact('0');
    return ranked.map((one, i): RankedExposure => {
      running = running.plus(exact(one.total));
      return {
        ...one,
        rank: i + 1,
        share: ratio(exact(one.total), whole),
        cumulative: ratio(running, whole),
        herfindahl,
        whole,
        count: own.length,
      };
    });
  });
}
