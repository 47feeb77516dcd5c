import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask, loadTables } from '../support/openFolder';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await loadTables(engine, {
    entity: 'entity_id,name,base_currency\nE1,Our company,EUR\n',
    document: [
      'document_id,kind,customer_id,document_date,posting_date,due_date,currency,amount,base_amount',
      'D1,invoice,C1,2026-07-01,2026-07-01,2026-07-31,USD,100.00,90.00',
      'P1,invoice,C1,2026-07-02,2026-07-02,2026-08-01,GBP,50.00,60.00',
      'P2,invoice,C1,2026-08-20,2026-08-20,2026-09-19,GBP,10.00,12.00',
      'P3,payment,C1,2026-08-25,2026-08-25,2026-08-25,GBP,-60.00,-72.00',
      '',
    ].join('\n'),
    exchange_rate: [
      'currency,base_currency,rate_date,rate',
      'USD,EUR,2026-07-15,0.92',
      'EUR,GBP,2026-08-10,0.80',
      '',
    ].join('\n'),
    allocation: [
      'allocation_id,credit_document_id,debit_document_id,amount,effective_date',
      'A1,P3,P1,50.00,2026-08-25',
      'A2,P3,P2,10.00,2026-08-25',
      '',
    ].join('\n'),
  });
}, 60_000);
afterAll(() => engine.close());

describe('a revaluation', () => {
  it('names the pair whose rate is not known by the day', async () => {
    await expect(ask(engine, 'fx-revaluation', { asOf: '2026-07-31' })).rejects.toThrow(
      'there is no rate from GBP to EUR for 1 open items, such as P1',
    );
    await expect(ask(engine, 'fx-revaluation', { asOf: '2026-07-10' })).rejects.toThrow(
      /from (USD|GBP) to EUR/,
    );
  });

  it('takes the inverse of the opposite pair once that is known', async () => {
    const { rows } = await ask(engine, 'fx-revaluation', { asOf: '2026-08-15' });
    expect(rows.map((row) => [row['currency'], row['rate'], row['revalued']])).toEqual([
      ['GBP', '1.25', '62.50'],
      ['USD', '0.92', '92.00'],
    ]);
  });

  it('asks for the rate of the day before its period too', async () => {
    await expect(
      ask(engine, 'fx-revaluation', { asOf: '2026-08-31', from: '2026-08-01' }),
    ).rejects.toThrow('no rate from GBP to EUR');
  });

  it('needs no rate of a currency in which nothing is open', async () => {
    const { rows } = await ask(engine, 'fx-revaluation', { asOf: '2026-08-31' });
    expect(rows.map((row) => row['currency'])).toEqual(['USD']);
  });
});
