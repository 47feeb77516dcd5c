import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketEdgesMax, bucketIndex, bucketsOf, parseEdges } from './buckets';

describe('edges', () => {
  it('are whole days that ascend, and may be negative or leave 0 out', () => {
    expect(parseEdges('0,30,60,90')).toEqual({ ok: true, value: [0, 30, 60, 90] });
    expect(parseEdges(' -30, 15 ')).toEqual({ ok: true, value: [-30, 15] });
  });

  it.each(['', '0,30,30', '30,0', '0;30', '1.5', '0,,30', '0,30,', '١', '1e2', '999999'])(
    'refuses “%s”',
    (text) => {
      expect(parseEdges(text).ok).toBe(false);
    },
  );

  it('are no more than a page can show', () => {
    const many = Array.from({ length: bucketEdgesMax + 1 }, (_, i) => i).join(',');
    expect(parseEdges(many)).toEqual({
      ok: false,
      error: `there are more than ${bucketEdgesMax} edges`,
    });
  });
});

describe('buckets', () => {
  it('of 0, 30, 60, 90 are not due, 1–30, 31–60, 61–90 and over 90', () => {
    expect(bucketsOf([0, 30, 60, 90])).toEqual([
      { id: 'b0', from: undefined, to: 0 },
      { id: 'b1', from: 1, to: 30 },
      { id: 'b2', from: 31, to: 60 },
      { id: 'b3', from: 61, to: 90 },
      { id: 'b4', from: 91, to: undefined },
    ]);
  });

  it('take every whole number of days exactly once, whatever the edges', () => {
    const edges = fc
      .uniqueArray(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 12 })
      .map((values) => values.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(edges, fc.integer({ min: -500, max: 500 }), (given, days) => {
        const holding = bucketsOf(given).filter(
          ({ from, to }) => days >= (from ?? -Infinity) && days <= (to ?? Infinity),
        );
        return holding.length === 1 && holding[0]?.id === `b${bucketIndex(days, given)}`;
      }),
      { seed: 1, numRuns: 1_000 },
    );
  });
});
