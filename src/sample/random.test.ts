import { describe, expect, it } from 'vitest';
import { at, Random } from './random';

const draws = (seed: string, count: number, high: number) => {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.between(1, high));
};

describe('the seeded stream', () => {
  it('repeats itself for the same seed and differs for another', () => {
    expect(draws('a', 50, 1_000_000)).toEqual(draws('a', 50, 1_000_000));
    expect(draws('a', 50, 1_000_000)).not.toEqual(draws('b', 50, 1_000_000));
  });

  it('reaches both ends of a range, and each value about equally often', () => {
    const counts = new Map<number, number>();
    for (const value of draws('dice', 60_000, 6)) counts.set(value, (counts.get(value) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('gives a position the same number in any order, and each purpose its own', () => {
    const forward = [0, 1, 2, 3].map((position) => at(7, position, 1));
    const backward = [3, 2, 1, 0].map((position) => at(7, position, 1));
    expect(forward).toEqual(backward.reverse());
    expect(new Set([...forward, ...[0, 1, 2, 3].map((position) => at(7, position, 2))]).size).toBe(
      8,
    );
  });
});
