import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exact, exact, sum } from '../../src/domain/money/decimal';
import { addDays, type IsoDate } from '../../src/domain/time/calendar';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask, loadTables } from '../support/openFolder';
import { days, randomLedger, toTables } from './randomLedger';

const seed = Number(process.env['SALDO_SEED'] ?? 20261031);
const ledgerCount = Number(process.env['SALDO_LEDGERS'] ?? 300);

const dates = Array.from({ length: 5 }, (_, i) =>
  addDays('2025-02-10' as IsoDate, Math.round((i * (days + 30)) / 4)),
);
/** Rates of three days: a date has that of the latest day up to it. */
const rates = [
  ['USD', '2025-01-01', '0.9170000000'],
  ['USD', '2025-05-10', '0.8833333333'],
  ['CZK', '2025-01-01', '0.0410000000'],
  ['CZK', '2025-07-01', '0.0397777777'],
] as const;

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  const ledgers = fc
    .sample(randomLedger, { numRuns: ledgerCount, seed })
    .map((ledger, i) => ({ name: `L${i}`, ledger }));
  const quoted = rates.map(([currency, day, rate]) => `${currency},EUR,${day},${rate}`);
  await loadTables(engine, {
    ...toTables(ledgers),
    exchange_rate: `${['currency,base_currency,rate_date,rate', ...quoted].join('\n')}\n`,
  });
});
afterAll(() => engine.close());

const rateOn = (currency: string, day: string): Exact =>
  exact(
    currency === 'EUR'
      ? '1'
      : (rates.findLast(([one, from]) => one === currency && from <= day)?.[2] ?? 'NaN'),
  );

const names = ['b0', 'b1', 'b2', 'b3', 'b4'];
type Params = Readonly<Record<string, string>>;

/** The amounts of an aging by currency and bucket. */
async function aging(params: Params): Promise<ReadonlyMap<string, readonly Exact[]>> {
  const { rows } = await ask(engine, 'aging-totals', params);
  return new Map(
    rows.map((row) => [String(row['currency']), names.map((name) => exact(String(row[name])))]),
  );
}

describe(`${ledgerCount} random ledgers in one currency (seed ${seed})`, () => {
  it.each(dates.flatMap((asOf) => ['EUR', 'USD'].map((to) => ({ asOf, to }))))(
    'at $asOf in $to: each currency is converted and rounded once, however its rows are grouped',
    async ({ asOf, to }) => {
      const whole = sum(
        [...(await aging({ asOf }))].map(([currency, amounts]) =>
          sum(amounts).mul(rateOn(currency, asOf)).div(rateOn(to, asOf)).toDecimalPlaces(2),
        ),
      );
      const groupings: string[][] = [];
      for (const by of ['documentCurrency', 'segment', 'customer']) {
        const { rows } = await ask(engine, 'aging-converted', { asOf, to, by });
        const added = names.map((name) => sum(rows.map((row) => exact(String(row[name])))));
        expect(sum(added).toFixed(2), by).toBe(whole.toFixed(2));
        groupings.push(added.map((one) => one.toFixed(2)));
      }
      expect(new Set(groupings.map((one) => one.join(' '))).size).toBe(1);
    },
  );
});

/** What the second aging has other than the first. */
const differences: readonly Params[] = [
  { asOf: '2025-04-01' },
  { basis: 'document', credits: 'netted' },
  { allocation: 'oldest', disputed: 'exclude' },
  { dueDate: 'original', relink: 'yes', allocation: 'newest' },
  { credits: 'unapplied', asOf: '2025-08-01', basis: 'document' },
];

describe(`two agings of ${ledgerCount} random ledgers`, () => {
  it.each(differences.flatMap((vs) => ['document', 'base'].map((currency) => ({ vs, currency }))))(
    '$vs in $currency currency: the causes lead from the one to the other',
    async ({ vs, currency }) => {
      const first = { asOf: '2025-06-15', currency };
      const second = Object.fromEntries(
        Object.entries(vs).map(([name, value]) => [
          `vs${name[0]?.toUpperCase()}${name.slice(1)}`,
          value,
        ]),
      );
      const { rows } = await ask(engine, 'what-if', { ...first, ...second });
      const sides = [await aging(first), await aging({ ...first, ...vs })];
      const currencies = new Set(rows.map((row) => String(row['currency'])));
      expect(currencies.size).toBe(currency === 'base' ? 1 : 3);
      for (const one of currencies) {
        const own = rows.filter((row) => row['currency'] === one);
        const texts = (amounts: readonly Exact[] | undefined) =>
          (amounts ?? names.map(() => exact('0'))).map((amount) => amount.toFixed(2));
        const cells = (row: (typeof own)[number] | undefined) =>
          names.map((name) => exact(String(row?.[name] ?? '0')));
        expect(texts(cells(own[0]))).toEqual(texts(sides[0]?.get(one)));
        expect(texts(cells(own.at(-1)))).toEqual(texts(sides[1]?.get(one)));
        const led = names.map((_, at) =>
          sum(own.slice(0, -1).map((row) => cells(row)[at] ?? exact('0'))),
        );
        expect(texts(led)).toEqual(texts(cells(own.at(-1))));
      }
    },
  );
});
