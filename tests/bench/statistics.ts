export interface Timing {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly runs: number;
}

/** Median, 95th and 99th percentile (nearest rank) of measured milliseconds. */
export function timing(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), runs: sorted.length };
}
