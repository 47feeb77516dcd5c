/**
 * Does some work for each item, a few at a time, and gives the answers in the order of the items.
 * @throws what the first work that fails throws; no more is begun then
 */
export async function inLanes<T, R>(
  items: readonly T[],
  laneCount: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const answers = new Map<number, R>();
  let next = 0;
  let isOver = false;
  const lane = async (): Promise<void> => {
    while (!isOver) {
      const at = next;
      next += 1;
      const item = items[at];
      if (item === undefined) return;
      try {
        answers.set(at, await work(item));
      } catch (error) {
        isOver = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: laneCount }, lane));
  return [...answers].sort(([a], [b]) => a - b).map(([, answer]) => answer);
}
