import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { sql } from '../../src/engine/sql';
import { ask, loadTables } from '../support/openFolder';

const document = `document_id,kind,customer_id,document_date,due_date,currency,amount,base_amount
I1,invoice,C1,2026-09-05,2026-10-05,EUR,300.00,300.00
I2,invoice,C2,2026-09-06,2026-10-06,EUR,200.00,200.00
P1,payment,C1,2026-10-10,,EUR,-500.00,-500.00
K1,invoice,C3,2026-10-20,2026-11-20,CZK,2500.00,
K2,payment,C3,2026-10-20,,CZK,-2500.00,
`;
const allocation = `allocation_id,credit_document_id,debit_document_id,amount,effective_date
A1,P1,I1,300.00,2026-10-10
A2,P1,I2,200.00,2026-10-10
A3,K2,K1,2500.00,2026-10-20
`;
const october = { from: '2026-10-01', to: '2026-10-31' };

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

describe('what cannot be asked is refused in one line', () => {
  it.each([
    ['roll-forward', { from: '2026-10-31', to: '2026-10-01' }, 'the period ends before it begins'],
    ['roll-forward', { to: '2026-10-31' }, 'parameter from is required'],
    ['roll-rates', { from: '2026-10-31', to: '2026-10-31' }, 'not of a later day'],
    ['roll-rates', { from: '2026-09-30', to: '2026-10-31', months: '2' }, 'give from or months'],
    ['roll-rates', { to: '2026-10-31', months: '25' }, 'give 1 to 24 months'],
    ['roll-rates', { to: '2026-10-31', credits: 'netted' }, 'parameter credits'],
  ] as const)('%s %o', async (report, params, line) => {
    await expect(ask(engine, report, params)).rejects.toThrow(line);
  });
});

describe('in base currency without a rate', () => {
  beforeAll(() => loadTables(engine, { document, allocation }));

  it('a period in which something without a rate is posted is refused, though nothing of it is left', async () => {
    await expect(ask(engine, 'roll-forward', { ...october, currency: 'base' })).rejects.toThrow(
      'there is no rate from CZK to EUR for 2 open items, such as K1',
    );
  });

  it('a period before it and a customer without it have their answers', async () => {
    const september = { from: '2026-09-01', to: '2026-09-30', currency: 'base' };
    expect((await ask(engine, 'roll-forward', september)).rows[0]?.['closing']).toBe('500.00');
    const { rows } = await ask(engine, 'roll-forward', {
      ...{ ...october, currency: 'base' },
      customer: 'C2',
    });
    expect(rows[0]).toMatchObject({ opening: '200.00', transfers: '-200.00', closing: '0.00' });
  });
});

describe('a ledger whose tables do not agree', () => {
  const differences = async (report: string, params: Readonly<Record<string, string>>) =>
    (await ask(engine, report, params)).tieOuts
      .filter(({ currency }) => currency === 'EUR')
      .map(({ name, difference }) => `${name} ${difference}`);
  beforeAll(() => loadTables(engine, { document, allocation }));

  it('does not roll forward to what is open, and transfers do not add up to zero', async () => {
    expect(await differences('roll-forward', { ...october, by: 'customer' })).toEqual([
      'roll-forward-closing 0.00',
      'roll-forward-transfers 0.00',
    ]);
    await engine.exec(
      sql`UPDATE movement SET amount = amount + 1
          WHERE counter_key IS NOT NULL AND item_key IN (SELECT item_key FROM item WHERE document_id = 'I2')`,
      { lane: 'work' },
    );
    expect(await differences('roll-forward', { ...october, by: 'customer' })).toEqual([
      'roll-forward-closing 1.00',
      'roll-forward-transfers 1.00',
    ]);
  });
});
