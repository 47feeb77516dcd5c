import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGiven, otherWays } from '../../src/domain/allocation/variant';
import { openItemsUnder } from '../../src/domain/ledger/referenceDerived';
import { exact } from '../../src/domain/money/decimal';
import { addDays, type IsoDate } from '../../src/domain/time/calendar';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { loadTables } from '../support/openFolder';
import { answers, expected, sorted } from './agingRows';
import { days, randomLedger, toTables } from './randomLedger';

const seed = Number(process.env['SALDO_SEED'] ?? 20261123);
const ledgerCount = Number(process.env['SALDO_LEDGERS'] ?? 100);

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const dates = Array.from({ length: 10 }, (_, i) =>
  addDays('2025-01-10' as IsoDate, Math.round((i * (days + 60)) / 9)),
);
const ways = otherWays.filter(({ allocation }) => allocation !== 'specific');

describe(`random ledgers under other ways to apply credits (seed ${seed})`, () => {
  const samples = fc.sample(randomLedger, { numRuns: ledgerCount, seed });
  const named = samples.map((ledger, i) => ({ name: `L${i}`, ledger }));
  beforeAll(() => loadTables(engine, toTables(named)));

  it.each(ways)('$allocation, relink $relink: equals the reference at 10 dates', async (way) => {
    expect(isGiven(way)).toBe(false);
    const references = new Map(
      named.map(({ name, ledger }) => [
        name,
        openItemsUnder(ledger.documents, ledger.allocations, dates, way),
      ]),
    );
    for (const [at, asOf] of dates.entries()) {
      const view = at % 2 === 0 ? 'document' : 'base';
      const basis = at % 4 < 2 ? 'due' : 'document';
      const { byLedger, result } = await answers(engine, {
        ...{ asOf, currency: view, basis },
        ...{ allocation: way.allocation, relink: way.relink },
      });
      for (const [name, reference] of references)
        expect(sorted(byLedger.get(name)), `${name} at ${asOf}, ${view}, ${basis}`).toEqual(
          sorted(expected(reference.get(asOf) ?? [], asOf, view, basis)),
        );
      for (const tieOut of result.tieOuts)
        expect(exact(tieOut.difference).isZero(), JSON.stringify(tieOut)).toBe(true);
    }
  });
});
