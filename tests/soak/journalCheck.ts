/** How a journal differs from what must be in it. Every edit has a number of its own. */
export interface Findings {
  /** Acknowledged, and not there. */
  readonly lost: readonly number[];
  readonly duplicated: readonly number[];
  /** There, but not in the order of the acknowledgements. */
  readonly reordered: readonly number[];
  /** Never acknowledged, and not at the very end; or never sent. */
  readonly unexplained: readonly number[];
}

/**
 * Compares a journal with what must be in it.
 * @param settled numbers that were in the journal when it was read before, in its order
 * @param acknowledged those that were acknowledged since then, in the order in which that was heard
 * @param first the smallest number that was sent since then; what came before has smaller ones
 * @param found numbers in the journal, in its order
 */
export function checkJournal(
  settled: readonly number[],
  acknowledged: readonly number[],
  first: number,
  found: readonly number[],
): Findings {
  const place = new Map([...settled, ...acknowledged].map((number, i) => [number, i]));
  const seen = new Set<number>();
  const duplicated: number[] = [];
  const reordered: number[] = [];
  const unexplained: number[] = [];
  let furthest = -1;
  for (const number of found) {
    const at = place.get(number);
    if (seen.has(number)) duplicated.push(number);
    else if (at === undefined) {
      // Flushed while its acknowledgement was on its way: nothing that was acknowledged can follow.
      if (number < first || furthest < place.size - 1) unexplained.push(number);
    } else if (at < furthest) reordered.push(number);
    seen.add(number);
    furthest = Math.max(furthest, at ?? -1);
  }
  return {
    lost: [...place.keys()].filter((one) => !seen.has(one)),
    duplicated,
    reordered,
    unexplained,
  };
}
