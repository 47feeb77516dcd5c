import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exact } from '../../src/domain/money/decimal';
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
const asked = ['C0177', 'C0208', 'C0007', '0379-NEVHP'].flatMap((customer) =>
  ['2023-01-01', '2025-03-17', '2026-08-01', asOf].map((from) => [customer, from] as const),
);

describe('an account between two dates', () => {
  it.each(asked)('of %s from %s: opening and closing are what is open', async (customer, from) => {
    const whole = await ask(engine, 'customer-account', { customer, asOf });
    const account = await ask(engine, 'customer-account', { customer, from, asOf });
    const differing = account.tieOuts.filter(({ difference }) => !exact(difference).isZero());
    expect(differing).toEqual([]);
    // A currency that is settled and was not moved in the period has no line at all.
    const closings = new Map(whole.totals.map((row) => [row['currency'], row['balance']]));
    for (const row of account.totals) {
      expect(row['balance']).toBe(closings.get(String(row['currency'])));
      expect(row['open_amount']).toBe(row['balance']);
    }
    expect(account.rows.every((row) => String(row['effective_date']) >= from)).toBe(true);
  });

  it('leaves nothing out where it begins before the first movement', async () => {
    const customer = 'C0177';
    const whole = await ask(engine, 'customer-account', { customer, asOf });
    const account = await ask(engine, 'customer-account', { customer, from: '2000-01-01', asOf });
    expect(account.rows.map((row) => row['balance'])).toEqual(
      whole.rows.map((row) => row['balance']),
    );
  });

  it('is refused where it ends before it begins', async () => {
    const params = { customer: 'C0177', from: '2026-09-01', asOf };
    await expect(ask(engine, 'customer-account', params)).rejects.toThrow(
      'parameter from: the period ends before it begins',
    );
  });
});
