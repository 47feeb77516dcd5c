export interface Timing {
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/** Median and 95th percentile (nearest rank) of measured milliseconds. */
export function timing(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: at(0.5), p95: at(0.95), runs: sorted.length };
}
