/**
 * An amount over wholes in proportion, by largest remainder in whole units; no share is more than its whole. Where an
 * amount or a whole is no multiple of the unit the smallest unit there is takes its place.
 * @param amount a magnitude in 1/10,000; more than all wholes fills them
 * @param wholes magnitudes in 1/10,000
 * @param unit the smallest part of a share, in 1/10,000
 */
export function proportionalShares(
  amount: bigint,
  wholes: readonly bigint[],
  unit: bigint,
): readonly bigint[] {
  const total = wholes.reduce((sum, whole) => sum + whole, 0n);
  if (amount >= total) return wholes;
  const isWhole = [amount, ...wholes].every((value) => value % unit === 0n);
  const step = isWhole ? unit : 1n;
  const units = amount / step;
  const parts = wholes.map((whole, i) => ({
    i,
    floor: (units * whole) / total,
    remainder: (units * whole) % total,
  }));
  let rest = units - parts.reduce((sum, { floor }) => sum + floor, 0n);
  const shares = parts.map(({ floor }) => floor * step);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.i - b.i,
  );
  for (const { i } of byRemainder) {
    if (rest === 0n) break;
    shares[i] = (shares[i] ?? 0n) + step;
    rest -= 1n;
  }
  return shares;
}
