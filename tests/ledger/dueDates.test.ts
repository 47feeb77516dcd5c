import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openItemsAt, type ReferenceItem } from '../../src/domain/ledger/reference';
import { exact, sum } from '../../src/domain/money/decimal';
import { addDays, type IsoDate } from '../../src/domain/time/calendar';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask, loadTables } from '../support/openFolder';
import { days, randomLedger, toTables } from './randomLedger';

const seed = Number(process.env['SALDO_SEED'] ?? 20261031);
const ledgerCount = Number(process.env['SALDO_LEDGERS'] ?? 1000);

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await loadTables(engine, toTables(ledgers));
});
afterAll(() => engine.close());

const ledgers = fc
  .sample(randomLedger, { numRuns: ledgerCount, seed })
  .map((ledger, i) => ({ name: `L${i}`, ledger }));
const dates = Array.from({ length: 10 }, (_, i) =>
  addDays('2025-01-10' as IsoDate, Math.round((i * (days + 90)) / 9)),
);

/** A ledger's open debits, which alone fall due to us. */
const debitsAt = (asOf: IsoDate) =>
  ledgers.flatMap(({ name, ledger }) =>
    openItemsAt(ledger.documents, ledger.allocations, asOf)
      .filter(({ document, open }) => document.amount.isPositive() && !open.isZero())
      .map((item) => ({ name, item })),
  );

const lineOf = (name: string, { document, instalmentNo, dueDate, open }: ReferenceItem) =>
  [`${name}.${document.id}`, instalmentNo ?? '', dueDate, document.currency, open.toFixed(2)].join(
    ' ',
  );

/** The Monday of a day's week, and the first day of its month. */
const begins: Readonly<Record<string, (day: string) => string>> = {
  week: (day) => addDays(day as IsoDate, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7)),
  month: (day) => `${day.slice(0, 7)}-01`,
};

describe(`due dates of ${ledgerCount} random ledgers (seed ${seed})`, () => {
  it.each(dates)('at %s each open debit and each of its parts has its day', async (asOf) => {
    const { rows, tieOuts } = await ask(engine, 'due-dates', { asOf });
    const items = debitsAt(asOf);
    const found = rows
      .filter((row) => !exact(String(row['open_amount'])).isZero())
      .map((row) =>
        [
          row['document_id'],
          row['instalment_no'] ?? '',
          row['due_date'],
          row['currency'],
          row['open_amount'],
        ].join(' '),
      );
    expect(found.toSorted()).toEqual(items.map(({ name, item }) => lineOf(name, item)).toSorted());
    for (const tieOut of tieOuts.filter(({ name }) => name !== 'credits'))
      expect(exact(tieOut.difference).isZero(), JSON.stringify(tieOut)).toBe(true);
  });

  it.each(dates.flatMap((asOf, i) => [{ asOf, by: i % 2 === 0 ? 'week' : 'month' }]))(
    'at $asOf a $by has what falls due in it, and what is overdue is one group',
    async ({ asOf, by }) => {
      const { rows } = await ask(engine, 'due-dates', { asOf, by });
      const begin = begins[by];
      if (!begin) throw new Error(by);
      const groups = new Map<string, ReferenceItem[]>();
      for (const { item } of debitsAt(asOf)) {
        const isOverdue = item.dueDate < asOf;
        const key = `${isOverdue ? 'overdue' : begin(item.dueDate)} ${item.document.currency}`;
        groups.set(key, [...(groups.get(key) ?? []), item]);
      }
      const expected = [...groups].map(
        ([key, items]) => `${key} ${sum(items.map(({ open }) => open)).toFixed(2)}`,
      );
      const found = rows
        .filter((row) => !exact(String(row['open_amount'])).isZero())
        .map((row) => {
          const to = String(row['due_to']);
          const key = to < asOf ? 'overdue' : begin(to);
          return `${key} ${row['currency']} ${row['open_amount']}`;
        });
      expect(found.toSorted()).toEqual(expected.toSorted());
    },
  );
});
