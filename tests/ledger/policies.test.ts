import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgingQuestion } from '../../src/domain/aging/agingReference';
import { allocationPolicies, type LinkPolicy } from '../../src/domain/allocation/variant';
import { openItemsUnder } from '../../src/domain/ledger/referenceDerived';
import { exact, sum } from '../../src/domain/money/decimal';
import { addDays, type IsoDate } from '../../src/domain/time/calendar';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask, loadTables } from '../support/openFolder';
import { allPairs } from '../support/pairs';
import { answers, expectedRows, sorted } from './agingRows';
import { days, isDisputed, randomLedger, toTables } from './randomLedger';

const seed = Number(process.env['SALDO_SEED'] ?? 20261123);
const ledgerCount = Number(process.env['SALDO_LEDGERS'] ?? 1_000);
const batchSize = 125;
const policiesEach = 3;

const factors = {
  allocation: allocationPolicies,
  relink: ['no', 'yes'],
  credits: ['own', 'unapplied', 'netted'],
  edges: ['0,30,60,90', '-7,0,45', '15'],
  basis: ['due', 'document'],
  currency: ['document', 'base'],
  disputed: ['include', 'exclude'],
  dueDate: ['current', 'original'],
  attributes: ['then', 'now'],
};

const dates = Array.from({ length: 10 }, (_, i) =>
  addDays('2025-01-10' as IsoDate, Math.round((i * (days + 60)) / 9)),
);
const samples = fc.sample(randomLedger, { numRuns: ledgerCount, seed });
const batchCount = Math.ceil(ledgerCount / batchSize);
const pairs = allPairs(factors);
/** Each batch of ledgers has policies of its own, until every one has been drawn. */
const policyAt = (batch: number, no: number) => pairs[(batch * policiesEach + no) % pairs.length];

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

describe(`${ledgerCount} random ledgers under three policies each (seed ${seed})`, () => {
  it('have every pair of policy values among their policies', () => {
    expect(pairs.length).toBeLessThanOrEqual(8 * policiesEach);
  });

  it.each(Array.from({ length: batchCount }, (_, batch) => batch))(
    'batch %i: buckets, counts and totals equal the reference at 10 dates, and every total ties',
    async (batch) => {
      const named = samples
        .slice(batch * batchSize, (batch + 1) * batchSize)
        .map((ledger, i) => ({ name: `L${batch * batchSize + i}`, ledger }));
      await loadTables(engine, toTables(named), { asLarge: batch % 2 === 1 });
      for (let no = 0; no < policiesEach; no += 1) {
        const policy = policyAt(batch, no);
        if (!policy) throw new Error('there are no policies');
        const way = policy as unknown as LinkPolicy;
        const references = named.map(({ name, ledger }) => ({
          name,
          open: openItemsUnder(ledger.documents, ledger.allocations, dates, way),
        }));
        for (const asOf of dates) {
          const { byLedger, result } = await answers(engine, { asOf, ...policy });
          const question = {
            ...(policy as unknown as AgingQuestion),
            ...{ asOf, baseCurrency: 'EUR' },
            edges: String(policy['edges']).split(',').map(Number),
            isShown: ({ document }: { document: Parameters<typeof isDisputed>[0] }) =>
              policy['disputed'] === 'include' || !isDisputed(document),
          };
          for (const { name, open } of references)
            expect(
              sorted(byLedger.get(name)),
              `${name} at ${asOf}, ${JSON.stringify(policy)}`,
            ).toEqual(sorted(expectedRows(open.get(asOf) ?? [], question)));
          for (const tieOut of result.tieOuts)
            expect(exact(tieOut.difference).isZero(), JSON.stringify(tieOut)).toBe(true);
        }
        await sameEverywhere({ ...policy, asOf: dates[5] ?? '' });
      }
    },
  );
});

/** One policy at one date: the whole, its segments, its customers and its items add up to one total. */
async function sameEverywhere(params: Readonly<Record<string, string>>): Promise<void> {
  const totals = (await ask(engine, 'aging-totals', params)).rows;
  const items = (await ask(engine, 'open-items', params)).rows;
  const isBase = params['currency'] === 'base';
  const added = (rows: typeof items, column: string, currency: unknown) =>
    sum(
      rows
        .filter((row) => isBase || row['currency'] === currency)
        .map((row) => exact(String(row[column]))),
    ).toFixed(2);
  const grouped = await Promise.all(
    ['segment', 'customer', 'service'].map((by) => ask(engine, 'aging-by', { ...params, by })),
  );
  expect(totals.length).toBeGreaterThan(0);
  for (const { currency, total } of totals) {
    expect(added(items, isBase ? 'open_base_amount' : 'open_amount', currency)).toBe(total);
    for (const { rows } of grouped) expect(added(rows, 'total', currency)).toBe(total);
  }
}
