import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemLosses } from '../../src/domain/aging/expectedLossReference';
import { type Exact, exact, sum } from '../../src/domain/money/decimal';
import { addDays, type IsoDate, monthsBefore } from '../../src/domain/time/calendar';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask, loadTables } from '../support/openFolder';
import { days } from './randomLedger';
import { kindOf, rollSamples, rollTables } from './rollSamples';

const seed = Number(process.env['SALDO_SEED'] ?? 20261123);
const ledgerCount = Number(process.env['SALDO_LEDGERS'] ?? 60);
const first = '2025-01-01' as IsoDate;
const edges = [0, 30, 60, 90];
const samples = rollSamples(ledgerCount, seed);

type By = 'none' | 'segment' | 'customer';
interface Question {
  readonly asOf: IsoDate;
  readonly months: number;
  readonly limit: number;
  readonly by: By;
  readonly view: 'document' | 'base';
}

const questions: readonly Question[] = [
  { asOf: addDays(first, 120), months: 36, limit: 30, by: 'none', view: 'document' },
  { asOf: addDays(first, 240), months: 3, limit: 90, by: 'segment', view: 'document' },
  { asOf: addDays(first, days + 60), months: 36, limit: 10, by: 'customer', view: 'base' },
  { asOf: addDays(first, days), months: 6, limit: 0, by: 'segment', view: 'base' },
];

/** What the reference says of all ledgers together: `ever open, lost` by key, currency and bucket. */
function reference({ asOf, months, limit, by, view }: Question): Record<string, string> {
  const to = addDays(asOf, -limit - 1);
  const from = addDays(monthsBefore(to, months), 1);
  const cells = new Map<string, { open: Exact; lost: Exact }>();
  for (const { name, movements } of samples)
    for (const { item, everOpen, lost } of itemLosses(movements, {
      ...{ asOf, from, to, edges, kindOf },
      isKnown: ({ customer }) => customer !== '',
      inBase: view === 'base',
    })) {
      const { customer, currency } = item.document;
      const key = by === 'none' ? '' : by === 'segment' ? name : `${name}.${customer}`;
      for (const [place, most] of everOpen.entries()) {
        const cell = `${key} ${view === 'base' ? 'EUR' : currency} b${place}`;
        const known = cells.get(cell) ?? { open: exact('0'), lost: exact('0') };
        cells.set(cell, {
          open: known.open.plus(most),
          lost: known.lost.plus(lost[place] ?? exact('0')),
        });
      }
    }
  return Object.fromEntries(
    [...cells]
      .filter(([, { open }]) => !open.isZero())
      .map(([cell, { open, lost }]) => [cell, `${open.toFixed(2)} ${lost.toFixed(2)}`]),
  );
}

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await loadTables(engine, rollTables(samples));
});
afterAll(() => engine.close());

const paramsOf = ({ asOf, months, limit, by, view }: Question) => ({
  ...{ asOf, months: String(months), limit: String(limit), by, currency: view },
});

describe(`losses of random ledgers (seed ${seed})`, () => {
  it.each(questions)(
    'by $by at $asOf in $view currency: what was ever open and what of it was lost equal the reference',
    async (question) => {
      const { rows, tieOuts } = await ask(engine, 'expected-loss', paramsOf(question));
      const cells = rows
        .filter((row) => !exact(String(row['ever_open'])).isZero())
        .map((row) => [
          `${row['key'] ?? ''} ${row['currency']} ${row['bucket']}`,
          `${exact(String(row['ever_open'])).toFixed(2)} ${exact(String(row['lost'])).toFixed(2)}`,
        ]);
      const expected = reference(question);
      expect(Object.keys(expected).length).toBeGreaterThan(3);
      expect(Object.values(expected).some((text) => !text.endsWith(' 0.00'))).toBe(true);
      expect(Object.fromEntries(cells)).toEqual(expected);
      expect(tieOuts.filter(({ difference }) => !exact(difference).isZero())).toEqual([]);
    },
  );

  it('have what each customer owes on balance as exposure, and nothing of who is in credit', async () => {
    const asOf = addDays(first, 200);
    const { rows } = await ask(engine, 'expected-loss', { asOf, by: 'customer' });
    const exposures = new Map<string, Exact>();
    for (const row of rows) {
      const key = `${row['key']} ${row['currency']}`;
      const known = exposures.get(key) ?? exact('0');
      exposures.set(key, known.plus(exact(String(row['exposure']))));
    }
    const owed = (await ask(engine, 'aging-by', { asOf, by: 'customer' })).rows
      .map((row) => [`${row['key']} ${row['currency']}`, exact(String(row['total']))] as const)
      .filter(([, total]) => total.isPositive() && !total.isZero())
      .map(([key, total]): [string, string] => [key, total.toFixed(2)]);
    expect(
      Object.fromEntries(
        [...exposures]
          .filter(([, one]) => !one.isZero())
          .map(([key, one]) => [key, one.toFixed(2)]),
      ),
    ).toEqual(Object.fromEntries(owed));
  });

  it('move the allowance from one matrix to the next', async () => {
    const [from, to] = [addDays(first, 151), addDays(first, 240)];
    const common = { months: '12', limit: '30' };
    const allowance = async (asOf: IsoDate): Promise<Map<string, string>> => {
      const { rows } = await ask(engine, 'expected-loss', { ...common, asOf });
      const currencies = [...new Set(rows.map((row) => String(row['currency'])))];
      return new Map(
        currencies.map((currency) => [
          currency,
          sum(
            rows
              .filter((row) => row['currency'] === currency)
              .map((row) => exact(String(row['expected_loss'] ?? '0'))),
          ).toFixed(2),
        ]),
      );
    };
    const [before, after] = [await allowance(addDays(from, -1)), await allowance(to)];
    const { rows } = await ask(engine, 'allowance-movement', { ...common, from, to });
    const rolled = (await ask(engine, 'roll-forward', { from, to })).rows;
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const [opening, charged, written, recovered, closing] = [
        'opening',
        'charged',
        'written_off',
        'recovered',
        'closing',
      ].map((name) => exact(String(row[name])));
      const currency = String(row['currency']);
      expect(opening?.toFixed(2)).toBe(before.get(currency) ?? '0.00');
      expect(closing?.toFixed(2)).toBe(after.get(currency) ?? '0.00');
      const change = rolled.find((one) => one['currency'] === currency);
      expect(written?.neg().toFixed(2)).toBe(exact(String(change?.['written_off'])).toFixed(2));
      expect(recovered?.toFixed(2)).toBe(exact(String(change?.['recovered'])).toFixed(2));
      if (!opening || !charged || !written || !recovered) throw new Error('no figures');
      expect(opening.plus(charged).minus(written).plus(recovered).toFixed(2)).toBe(
        closing?.toFixed(2),
      );
    }
  });
});
