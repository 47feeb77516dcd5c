import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exact, sum } from '../../src/domain/money/decimal';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { loadFolder } from '../../src/headless/loadFolder';
import { type Cents, centsText } from '../../src/sample/cents';
import { monthEnds, openSums } from '../../src/sample/control-totals';
import { miralba } from '../../src/sample/miralba';
import { isoDate, lastDay, monthClose, monthCount } from '../../src/sample/period';
import { ask } from '../support/openFolder';

const ledger = miralba();
const known = monthEnds(ledger);
const months = Array.from({ length: monthCount }, (_, month) => month);

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await loadFolder(engine, join(import.meta.dirname, '../../sample-data'));
});
afterAll(() => engine.close());

/** The planted mistakes by which the two ledgers differ at a date. */
const differing = (date: string) =>
  ledger.mistakes.filter(
    ({ from, until, controlDifference }) =>
      controlDifference !== 0n && isoDate(from) <= date && date <= isoDate(until ?? lastDay),
  );

describe('the sample ledger at its month ends', () => {
  it.each(months)(
    'month %i: open items and general ledger are what its maker counted',
    async (month) => {
      const end = known[month];
      if (!end) throw new Error(`no month ${month}`);
      const { rows, tieOuts } = await ask(engine, 'aging-totals', {
        asOf: end.date,
        currency: 'base',
      });
      const open: Cents = end.documents + end.adjustments;
      expect(rows[0]?.['total']).toBe(centsText(open));
      expect(tieOuts.map(({ name, left, right }) => [name, left, right])).toEqual([
        ['open-items', centsText(open), centsText(open)],
        ['general-ledger', centsText(open), centsText(end.control)],
      ]);

      const counted = [...openSums(ledger.movements, monthClose(month))].map(
        ([currency, { amount }]) => [
          currency,
          centsText(currency === 'EUR' ? amount + end.adjustments : amount),
        ],
      );
      const byCurrency = await ask(engine, 'aging-totals', { asOf: end.date });
      expect(byCurrency.rows.map((row) => [row['currency'], row['total']])).toEqual(
        counted.toSorted(),
      );
    },
  );

  it.each(months)('month %i: what is open of the documents is what is open', async (month) => {
    const date = known[month]?.date ?? '';
    const aging = await ask(engine, 'aging-totals', { asOf: date });
    const documents = await ask(engine, 'documents', { asOf: date, show: 'open' });
    expect(documents.totals.map((row) => [row['currency'], row['open_amount']])).toEqual(
      aging.rows.map((row) => [row['currency'], row['total']]),
    );
  });

  it.each(months)(
    'month %i: the causes of the difference are the planted mistakes, and nothing else',
    async (month) => {
      const date = known[month]?.date ?? '';
      const { rows, tieOuts } = await ask(engine, 'tie-out', { asOf: date });
      const found = rows.map((row) => [row['document_id'], row['difference']]);
      const planted = differing(date).map(({ ids, controlDifference }) => [
        ids[0],
        centsText(controlDifference),
      ]);
      expect(found.toSorted()).toEqual(planted.toSorted());
      const whole = centsText(known[month]?.planted ?? 0n);
      expect(tieOuts.map(({ name, difference }) => [name, difference])).toEqual([
        ['general-ledger', whole],
      ]);
      expect(sum(rows.map((row) => exact(String(row['difference'])))).toFixed(2)).toBe(whole);
    },
  );
});

describe('account by account, customer by customer and in each currency', () => {
  it.each(['account', 'customer', 'currency'])(
    'by %s both sides add up to the whole at every month end, and only planted mistakes are unexplained',
    async (by) => {
      for (const end of known) {
        const { rows, totals, tieOuts } = await ask(engine, 'control-accounts', {
          asOf: end.date,
          by,
        });
        const total = (column: string) =>
          sum(rows.map((row) => exact(String(row[column])))).toFixed(2);
        expect([total('subledger_base'), total('ledger_base')]).toEqual([
          centsText(end.documents + end.adjustments),
          centsText(end.control),
        ]);
        expect(totals[0]?.['subledger_base']).toBe(total('subledger_base'));
        expect(tieOuts.map(({ left, right }) => [left, right])).toEqual([
          [total('subledger_base'), total('ledger_base')],
        ]);
        expect(total('unexplained_base')).toBe(centsText(end.planted));
        const gross = sum(['debit_base', 'credit_base'].map((one) => exact(total(one))));
        expect(gross.toFixed(2)).toBe(total('subledger_base'));
        const unlike = rows.filter((row) => !exact(String(row['unexplained_base'])).isZero());
        expect(unlike.length).toBeLessThanOrEqual(differing(end.date).length);
      }
    },
  );

  it('in each currency the open items are those of the aging, and what was paid in another is named', async () => {
    const asOf = isoDate(lastDay);
    const { rows } = await ask(engine, 'control-accounts', { asOf, by: 'currency' });
    const aging = await ask(engine, 'aging-totals', { asOf });
    expect(rows.map((row) => [row['currency'], row['subledger_amount']])).toEqual(
      aging.rows.map((row) => [row['currency'], row['total']]),
    );
    const moved = new Map(rows.map((row) => [row['currency'], row['moved_base']]));
    expect(Number(moved.get('USD'))).toBeLessThan(0);
    expect(sum([...moved.values()].map((one) => exact(String(one)))).toFixed(2)).toBe('0.00');
  });
});

it('a mistake is told by its cause: amount, no posting, and the wrong month while it lasts', async () => {
  const causes = async (asOf: string) =>
    (await ask(engine, 'tie-out', { asOf })).rows.map((row) => row['cause']).toSorted();
  const wrongMonth = ledger.mistakes.find((mistake) => mistake.until !== undefined);
  expect(await causes(isoDate(wrongMonth?.from ?? 0))).toContain('date');
  expect(await causes(isoDate(lastDay))).toEqual(['amount', 'no_posting']);
});
