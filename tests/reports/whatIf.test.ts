import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exact, sum } from '../../src/domain/money/decimal';
import type { ResultRow } from '../../src/domain/report/result';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { loadFolder } from '../../src/headless/loadFolder';
import { reportById } from '../../src/reports/registry';
import { ask } from '../support/openFolder';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await loadFolder(engine, join(import.meta.dirname, '../../sample-data'));
}, 120_000);
afterAll(() => engine.close());

const asOf = '2026-08-31';
const buckets = ['b0', 'b1', 'b2', 'b3', 'b4', 'total'];
const cells = (row: ResultRow | undefined) =>
  Object.fromEntries(buckets.map((name) => [name, exact(String(row?.[name] ?? '0')).toFixed(2)]));

/** Both agings as they are by themselves. */
const pairs = [
  { first: {}, second: { asOf: '2026-07-31' }, vs: { vsAsOf: '2026-07-31' } },
  {
    first: { segment: 'business' },
    second: { basis: 'document', credits: 'netted', disputed: 'exclude' },
    vs: { vsBasis: 'document', vsCredits: 'netted', vsDisputed: 'exclude' },
  },
  {
    first: { currency: 'base' },
    second: { allocation: 'oldest', asOf: '2026-06-30' },
    vs: { vsAllocation: 'oldest', vsAsOf: '2026-06-30' },
  },
] as const;

describe('two agings side by side', () => {
  it.each(pairs)('$vs: what each cause moves adds up from the one to the other', async (pair) => {
    const { rows, tieOuts } = await ask(engine, 'what-if', { asOf, ...pair.first, ...pair.vs });
    const aging = async (params: Readonly<Record<string, string>>) =>
      (await ask(engine, 'aging-totals', { asOf, ...pair.first, ...params })).rows;
    const [first, second] = [await aging({}), await aging(pair.second)];
    const currencies = new Set(rows.map((row) => row['currency']));
    expect(currencies.size).toBeGreaterThan(0);
    for (const currency of currencies) {
      const own = rows.filter((row) => row['currency'] === currency);
      const of = (from: readonly ResultRow[]) =>
        cells(from.find((row) => row['currency'] === currency));
      expect(cells(own[0]), `first, ${currency}`).toEqual(of(first));
      expect(cells(own.at(-1)), `second, ${currency}`).toEqual(of(second));
      for (const name of buckets)
        expect(
          sum(own.slice(0, -1).map((row) => exact(String(row[name])))).toFixed(2),
          `${name}, ${currency}`,
        ).toBe(cells(own.at(-1))[name]);
    }
    const own = tieOuts.filter(({ name }) => name.startsWith('open-items'));
    expect(own.every(({ difference }) => exact(difference).isZero())).toBe(true);
  });

  it('by customer have the totals of both, and the difference of each bucket', async () => {
    const params = { by: 'customer', segment: 'business' };
    const { rows } = await ask(engine, 'what-if', { asOf, ...params, vsAsOf: '2026-07-31' });
    const [now, then] = await Promise.all(
      [asOf, '2026-07-31'].map((day) => ask(engine, 'aging-by', { asOf: day, ...params })),
    );
    const find = (from: readonly ResultRow[] | undefined, row: ResultRow) =>
      from?.find((one) => one['key'] === row['key'] && one['currency'] === row['currency']);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const [one, other] = [cells(find(now?.rows, row)), cells(find(then?.rows, row))];
      expect(row['first']).toBe(one['total']);
      expect(row['second']).toBe(other['total']);
      for (const name of buckets)
        expect(exact(String(row[name])).toFixed(2)).toBe(
          exact(other[name] ?? '0')
            .minus(one[name] ?? '0')
            .toFixed(2),
        );
    }
  });

  it('under two ways of derived links are refused: the ledger has one at a time', () => {
    const bound = reportById('what-if')?.bind({
      ...{ asOf, allocation: 'oldest', vsAllocation: 'newest' },
    });
    expect(bound?.ok === false && bound.error).toContain('the links that were given');
  });
});
