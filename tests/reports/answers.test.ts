import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask, loadTables } from '../support/openFolder';

/** Two invoices in CZK: one with a booked base amount, one without, and no rate for either currency. */
const document = `document_id,kind,customer_id,document_date,due_date,currency,amount,base_amount
E1,invoice,C1,2026-01-10,2026-02-10,EUR,100.00,100.00
E2,invoice,C1,2026-01-10,2026-02-10,EUR,100.00,100.00
E3,invoice,C1,2026-01-10,2026-02-10,EUR,100.00,100.00
K1,invoice,C1,2026-01-10,2026-02-10,CZK,2500.00,100.00
K2,invoice,C2,2026-03-10,2026-04-10,CZK,5000.00,
`;
const rate = `currency,base_currency,rate_date,rate
CZK,EUR,2026-03-01,0.04
`;
const asOf = '2026-03-31';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

describe('an aging in base currency of items without a rate', () => {
  beforeAll(() => loadTables(engine, { document }));

  it.each(['aging-totals', 'aging-by', 'aging-trend'])(
    '%s is refused, and says which rate is missing',
    async (report) => {
      await expect(ask(engine, report, { asOf, currency: 'base' })).rejects.toThrow(
        'there is no rate from CZK to EUR for 1 open items, such as K2',
      );
    },
  );

  it('has its answer at a date at which every open item has a base amount', async () => {
    const { rows } = await ask(engine, 'aging-totals', { asOf: '2026-02-28', currency: 'base' });
    expect(rows[0]?.['total']).toBe('400.00');
  });

  it('has its answer where a filter leaves those items out', async () => {
    const { totals } = await ask(engine, 'aging-by', { asOf, currency: 'base', customer: 'C1' });
    expect(totals[0]?.['total']).toBe('400.00');
  });

  it('leaves the base amount of such an item empty among the open items', async () => {
    const { rows } = await ask(engine, 'open-items', { asOf });
    const base = Object.fromEntries(rows.map((row) => [row['number'], row['open_base_amount']]));
    expect(base).toEqual({ E1: '100.00', E2: '100.00', E3: '100.00', K1: '100.00', K2: null });
  });
});

it('an aging in base currency takes the latest rate where one is given', async () => {
  await loadTables(engine, { document, exchange_rate: rate });
  const { rows } = await ask(engine, 'aging-totals', { asOf, currency: 'base' });
  expect(rows[0]?.['total']).toBe('600.00');
});

it('a tie-out says what is shown and what a filter leaves out', async () => {
  const { tieOuts } = await ask(engine, 'aging-by', { asOf, customer: 'C1' });
  expect(tieOuts.find(({ currency }) => currency === 'CZK')).toMatchObject({
    shown: '2500.00',
    leftOut: '5000.00',
    left: '7500.00',
    difference: '0.00',
  });
});

it('a bucket that the edges do not have is refused', async () => {
  await expect(ask(engine, 'open-items', { asOf, bucket: 'b9' })).rejects.toThrow(
    'parameter bucket: there is no such bucket',
  );
});

it('a customer is found without the accents of the name', async () => {
  const customer = 'customer_id,name\nC1,Núñez Žďárský\n';
  await loadTables(engine, { customer, document });
  const { rows } = await ask(engine, 'customers', { asOf, search: 'nunez zdar' });
  expect(rows.map((row) => row['customer_id'])).toContain('C1');
});
