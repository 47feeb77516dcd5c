import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exact, sum } from '../../src/domain/money/decimal';
import type { ReportResult, ResultRow } from '../../src/domain/report/result';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { loadFolder } from '../../src/headless/loadFolder';
import { ask } from '../support/openFolder';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await loadFolder(engine, join(import.meta.dirname, '../../sample-data'));
});
afterAll(() => engine.close());

const asOf = '2026-08-31';

const due = (params: Readonly<Record<string, string>> = {}): Promise<ReportResult> =>
  ask(engine, 'due-dates', { asOf, ...params });

/** What a column comes to over rows of one currency. */
const sumOf = (rows: readonly ResultRow[], column: string, currency = 'EUR'): string =>
  sum(
    rows
      .filter((row) => row['currency'] === currency)
      .map((row) => exact(String(row[column] ?? '0'))),
  ).toFixed(2);

const own = ['due-dates', 'credits'];

describe('due dates of the sample', () => {
  it.each([
    {},
    { by: 'week', until: '2026-09-20' },
    { by: 'month', from: '2026-08-20' },
    { currency: 'base', segment: 'business' },
    { allocation: 'oldest', disputed: 'exclude' },
    { dueDate: 'original', until: '2026-08-31' },
  ])('%o: shown, left out and credits are all that is open', async (params) => {
    const { tieOuts } = await due(params);
    const differing = tieOuts.filter(
      ({ name, difference }) => own.includes(name) && !exact(difference).isZero(),
    );
    expect(differing).toEqual([]);
    expect(new Set(tieOuts.map(({ name }) => name))).toEqual(new Set([...own, 'general-ledger']));
  });

  it('rows and credits together are the open items', async () => {
    const { rows, tieOuts } = await due();
    const open = await ask(engine, 'open-items', { asOf });
    const credits = tieOuts.find(({ name, currency }) => name === 'credits' && currency === 'EUR');
    expect(
      exact(sumOf(rows, 'open_amount'))
        .plus(exact(credits?.left ?? '0'))
        .toFixed(2),
    ).toBe(sumOf(open.rows, 'open_amount'));
  });

  it('up to a day and from the next one on are all, nothing twice', async () => {
    const [all, before, after] = await Promise.all([
      due(),
      due({ until: '2026-09-10' }),
      due({ from: '2026-09-11' }),
    ]);
    expect(before.rowCount + after.rowCount).toBe(all.rowCount);
    expect(before.rowCount).toBeGreaterThan(0);
    expect(after.rowCount).toBeGreaterThan(0);
  });

  it.each(['week', 'month'])('a %s leads to the items that it counts', async (by) => {
    const grouped = await due({ by });
    const all = await due();
    expect(sumOf(grouped.rows, 'open_amount')).toBe(sumOf(all.rows, 'open_amount'));
    expect(sumOf(grouped.rows, 'discount_amount')).toBe(sumOf(all.rows, 'discount_amount'));
    for (const row of grouped.rows) {
      const { due_from: from, due_to: until, currency } = row;
      const items = await due({
        ...(typeof from === 'string' && { from }),
        until: String(until),
        documentCurrency: String(currency),
      });
      expect(items.rowCount).toBe(row['item_count']);
      expect(items.totals[0]?.['open_amount']).toBe(row['open_amount']);
    }
  });

  it('a discount can be had up to its day and not after it', async () => {
    const { rows } = await ask(engine, 'due-dates', { asOf: '2026-10-16' });
    const offered = rows.filter((row) => row['discount_date'] !== null);
    expect(offered.length).toBeGreaterThan(1);
    for (const row of offered)
      expect(exact(String(row['discount_amount'])).isZero()).toBe(
        String(row['discount_date']) < '2026-10-16',
      );
  });

  it('days that end before they begin are refused', async () => {
    await expect(due({ from: '2026-09-02', until: '2026-09-01' })).rejects.toThrow(
      'parameter until: the period ends before it begins',
    );
  });
});
