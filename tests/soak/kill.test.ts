import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, serveSite } from '../browser/site';
import { checkJournal } from './journalCheck';
import { runKillLoops } from './killLoops';

const clean = { lost: [], duplicated: [], reordered: [], unexplained: [] };

/** Ten kills take over a minute on a small machine; only a hang takes this long. */
const hangAfter_ms = 600_000;

describe('a journal is compared with what was acknowledged', () => {
  it('and may end with edits whose acknowledgement was on its way', () => {
    expect(checkJournal([1, 2], [10, 11], 10, [1, 2, 10, 11])).toEqual(clean);
    expect(checkJournal([1, 2], [10, 12], 10, [1, 2, 10, 12, 11, 13])).toEqual(clean);
    expect(checkJournal([1, 2], [], 10, [1, 2, 10])).toEqual(clean);
  });

  it('and every fault is noticed', () => {
    expect(checkJournal([1, 2], [10, 11], 10, [1, 10, 11])).toEqual({ ...clean, lost: [2] });
    expect(checkJournal([1], [10, 11], 10, [1, 10])).toEqual({ ...clean, lost: [11] });
    expect(checkJournal([1], [10], 10, [1, 10, 1])).toEqual({ ...clean, duplicated: [1] });
    expect(checkJournal([1], [10, 11], 10, [1, 11, 10])).toEqual({ ...clean, reordered: [10] });
    expect(checkJournal([1, 4], [10], 10, [1, 11, 4, 10])).toEqual({ ...clean, unexplained: [11] });
    expect(checkJournal([1], [10], 10, [1, 10, 3])).toEqual({ ...clean, unexplained: [3] });
  });
});

describe('a browser that is killed while it acknowledges edits', () => {
  let site: Site;
  beforeAll(async () => {
    site = await serveSite();
  });
  afterAll(() => site?.close());

  it(
    'loses none in ten kills, has none twice or in another order, and opens every time',
    async () => {
      const result = await runKillLoops({
        origin: site.origin,
        seed: 20_261_122,
        loops: 10,
        editsMin: 0,
      });
      expect(result).toMatchObject({
        loops: 10,
        lost: 0,
        duplicated: 0,
        reordered: 0,
        unexplained: 0,
        unopenable: 0,
        complaints: [],
      });
      expect(result.acknowledged).toBeGreaterThan(500);
    },
    hangAfter_ms,
  );
});
