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

it('a mistake is told by its cause: amount, no posting, and the wrong month while it lasts', async () => {
  const causes = async (asOf: string) =>
    (await ask(engine, 'tie-out', { asOf })).rows.map((row) => row['cause']).toSorted();
  const wrongMonth = ledger.mistakes.find((mistake) => mistake.until !== undefined);
  expect(await causes(isoDate(wrongMonth?.from ?? 0))).toContain('date');
  expect(await causes(isoDate(lastDay))).toEqual(['amount', 'no_posting']);
});
