import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/session/session';
import { memoryStore } from '../../src/workspace/memory';
import { openSession } from '../support/openSession';
import { bringAll } from './workbench';

/** Two tables of one file, as an accounting service's interface gives them: ids of 19 digits are numbers here. */
const books = `{
  "exported": "2026-10-31",
  "customers": [
    {"customer_id": 2520018000000073044, "name": "Obecní úřad", "email": "urad@example.org"},
    {"customer_id": 12, "name": "Água & Filhos", "email": null}
  ],
  "invoices": [
    {"document_id": "F-001", "customer_id": 2520018000000073044, "document_date": "2026-09-01",
     "due_date": "2026-09-15", "currency": "CZK", "amount": 1210.00},
    {"document_id": "F-002", "customer_id": 12, "document_date": "2026-09-02",
     "due_date": "2026-09-16", "currency": "CZK", "amount": 10000000000.01}
  ]
}`;

const file = { name: 'books.json', blob: new Blob([books]) };

async function openItems(session: Session) {
  const report = await session.report('open-items', { asOf: '2026-10-31' });
  const rows = await report.page(0, 10);
  await report.close();
  return rows.map((row) => [row['document_id'], row['customer_name'], row['open_amount']]);
}

const items = [
  ['F-001', 'Obecní úřad', '1210.00'],
  ['F-002', 'Água & Filhos', '10000000000.01'],
];

describe('a file that is no delimited text', () => {
  it('brings each of its tables in, with every digit', async () => {
    const session = await openSession();
    await bringAll(session, [file]);
    expect(await openItems(session)).toEqual(items);
    expect(
      session.getState().imports.map(({ file: name, origin }) => [name, origin?.part]),
    ).toEqual([
      ['books.json › customers', 'customers'],
      ['books.json › invoices', 'invoices'],
    ]);
    await session.close();
  });

  it('is there after a reload, itself and what was taken out of it', async () => {
    const store = await memoryStore();
    const session = await openSession(store);
    await bringAll(session, [file]);
    const sha = session.getState().imports[0]?.origin?.sha256 ?? '';
    await session.engine.close();
    const again = await openSession(store);
    expect(await openItems(again)).toEqual(items);
    expect(await (await store.segment(sha)).text()).toBe(books);
    await again.close();
  });

  it('is refused when it comes again', async () => {
    const session = await openSession();
    await bringAll(session, [file]);
    await expect(bringAll(session, [file])).rejects.toThrow('already_imported');
    await session.close();
  });

  it('goes with a person who is erased; its other tables stay', async () => {
    const store = await memoryStore();
    const session = await openSession(store);
    await bringAll(session, [file]);
    const before = session.getState().imports;
    await session.erase('12');
    await expect(store.segment(before[0]?.origin?.sha256 ?? '')).rejects.toThrow();
    await expect(store.segment(before[0]?.sha256 ?? '')).rejects.toThrow();
    await session.engine.close();
    const again = await openSession(store);
    expect(await openItems(again)).toEqual([items[0], ['F-002', '12', '10000000000.01']]);
    expect(again.getState().imports.map(({ origin }) => origin)).toEqual([undefined, undefined]);
    await again.close();
  });
});
