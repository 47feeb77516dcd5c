import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bring, documents, openItems, refusal, stateOf } from '../../tests/import/workbench';
import { ask } from '../../tests/support/openFolder';
import { openSession } from '../../tests/support/openSession';
import { Cancelled } from '../engine/errors';
import { sql } from '../engine/sql';
import { memoryStore, memoryWorkspaces } from '../workspace/memory';
import { StoreFailure, type WorkspaceStore, type Workspaces } from '../workspace/store';
import { EventLog } from './journal/eventLog';
import type { Session } from './session';

const header = 'Invoice,Customer,Date,Due date,Amount,Currency';
const may = `${header}
F-1,C1,2026-05-15,2026-06-15,100.00,EUR
F-2,C2,2026-05-20,2026-06-20,250.00,EUR
`;
const june = `${header}
F-2,C2,2026-05-20,2026-06-20,240.00,EUR
F-3,C1,2026-06-10,2026-07-10,60.00,EUR
`;
const receipts = `Receipt,Invoice,Customer,Date,Amount,Currency
R-1,F-1,C1,2026-06-20,100.00,EUR
R-2,F-2,C2,2026-06-25,40.00,EUR
`;

let session: Session;
let store: WorkspaceStore;
beforeAll(async () => {
  store = await memoryStore();
  session = await openSession(store);
});
beforeEach(() => session.clear());
afterAll(() => session.close());

describe('an import', () => {
  it('brings its rows in, and tells what became of them', async () => {
    const { outcome, plan } = await bring(session, 'may.csv', may);
    expect(outcome?.tables).toEqual([{ table: 'document', rows: 2, superseded: 0 }]);
    expect(plan.goodTotals).toEqual([{ currency: 'EUR', rows: 2, amount: '350.0000' }]);
    expect(session.getState().imports.map((record) => record.file)).toEqual(['may.csv']);
  });

  it('of a later file takes the place of earlier rows with the same id, and of no other', async () => {
    await bring(session, 'may.csv', may);
    const { outcome } = await bring(session, 'june.csv', june);
    expect(outcome?.tables).toEqual([{ table: 'document', rows: 2, superseded: 1 }]);
    expect((await documents(session, ['document_id', 'amount'])).toSorted()).toEqual([
      'F-1 | 100.0000',
      'F-2 | 240.0000',
      'F-3 | 60.0000',
    ]);
  });

  it('of receipts settles the invoices that they name', async () => {
    await bring(session, 'may.csv', may);
    await bring(session, 'receipts.csv', receipts);
    expect((await openItems(session)).map((row) => [row['number'], row['open_amount']])).toEqual([
      ['F-2', '210.00'],
    ]);
  });

  it('of invoices leaves alone what a list of customers says, whichever comes first', async () => {
    const customers =
      'customer_id,entity_id,name,segment\nC1,E1,Ana Ferrer,residential\nC2,E1,Talleres Beltrán,business\n';
    const invoices =
      'Invoice,Customer,Customer name,Date,Amount\nF-1,C1,FERRER A,2026-05-15,100\nF-9,C3,Novák,2026-05-15,5\n';
    const expected = [
      ['C1', 'Ana Ferrer', 'residential'],
      ['C2', 'Talleres Beltrán', 'business'],
      ['C3', 'Novák', null],
    ];
    const debtors = async () =>
      (await ask(session.engine, 'customers', { asOf: '2026-10-31' })).rows
        .map((row) => [row['customer_id'], row['customer_name'], row['segment']])
        .toSorted();
    await bring(session, 'customer.csv', customers);
    await bring(session, 'invoices.csv', invoices);
    expect(await debtors()).toEqual(expected);
    await session.clear();
    await bring(session, 'invoices.csv', invoices);
    await bring(session, 'customer.csv', customers);
    expect(await debtors()).toEqual(expected);
  });

  it('of a customer called - is the same as of none: the item is there once', async () => {
    await bring(
      session,
      'i.csv',
      'Invoice,Customer,Date,Amount\nF-1,-,2026-05-15,10\nF-2,,2026-05-15,5\n',
    );
    const { rows } = await ask(session.engine, 'aging-by', { asOf: '2026-10-31', by: 'customer' });
    expect(rows.map((row) => [row['key'], row['total'], row['item_count']])).toEqual([
      ['-', '15.00', 2],
    ]);
  });

  it('of the same bytes twice is refused, also when both were dropped at once', async () => {
    const first = await session.desk.stage({ name: 'a.csv', blob: new Blob([may]) });
    const second = await session.desk.stage({ name: 'b.csv', blob: new Blob([may]) });
    const plans = [];
    for (const { staged, source, suggestion } of [first, second]) {
      if (!suggestion) throw new Error('not recognised');
      plans.push({ plan: await session.desk.plan(staged, suggestion.mapping), source });
    }
    expect(await refusal(session.commit(plans))).toBe(
      'b.csv: the file is among these twice; it is taken once',
    );
    expect(session.getState().imports).toEqual([]);
  });
});

describe('an import that does not come to its end leaves everything as it was', () => {
  it.each(['documents', 'items', 'links', 'movements', 'cube'] as const)(
    'when it is cancelled at the step “%s”',
    async (step) => {
      await bring(session, 'may.csv', may);
      const before = await stateOf(session);
      // A file that was never there: one that was withdrawn is kept, so that it can be undone.
      const text = june.replaceAll('F-3', `F-3-${step}`);
      const { staged, source, suggestion } = await session.desk.stage({
        name: 'june.csv',
        blob: new Blob([text]),
      });
      if (!suggestion) throw new Error('not recognised');
      const plan = await session.desk.plan(staged, suggestion.mapping);
      const cancel = new AbortController();
      const onStep = (reached: string): void => {
        if (reached === step) cancel.abort();
      };
      const work = session.commit([{ plan, source }], { signal: cancel.signal, onStep });
      await expect(work).rejects.toBeInstanceOf(Cancelled);
      expect(await stateOf(session)).toBe(before);
      await expect(store.segment(staged.sha256)).rejects.toThrow(StoreFailure);
      await bring(session, 'june.csv', text);
      expect((await documents(session, ['document_id'])).length).toBe(3);
    },
  );

  it('when it is cancelled while the file is read', async () => {
    await bring(session, 'may.csv', may);
    const before = await stateOf(session);
    const cancel = new AbortController();
    const rows = Array.from({ length: 60_000 }, (_, i) => `G-${i},C1,2026-05-15,2026-06-15,1,EUR`);
    const work = session.desk.stage(
      { name: 'large.csv', blob: new Blob([`${header}\n${rows.join('\n')}\n`]) },
      { signal: cancel.signal, onBytes: () => cancel.abort() },
    );
    await expect(work).rejects.toBeInstanceOf(Cancelled);
    expect(await stateOf(session)).toBe(before);
  });
});

describe('a store that refuses', () => {
  let full: Session;
  let roomFor = 9;
  let inner: WorkspaceStore;
  beforeAll(async () => {
    inner = await memoryStore();
    const putSegment: WorkspaceStore['putSegment'] = async (sha256, blob) => {
      if (roomFor === 0) throw new StoreFailure('full', 'no room');
      roomFor -= 1;
      await inner.putSegment(sha256, blob);
    };
    full = await openSession(
      new Proxy(inner, {
        get: (target, name) => {
          if (name === 'putSegment') return putSegment;
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      }),
    );
    await bring(full, 'may.csv', may);
  });
  afterAll(() => full.close());

  it('ends the import, and the ledger is as it was', async () => {
    const before = await stateOf(full);
    const events = await inner.readEvents(0);
    const plans = [];
    for (const [name, text] of Object.entries({ 'june.csv': june, 'receipts.csv': receipts })) {
      const { staged, source, suggestion } = await full.desk.stage({
        name,
        blob: new Blob([text]),
      });
      if (!suggestion) throw new Error('not recognised');
      plans.push({ plan: await full.desk.plan(staged, suggestion.mapping), source });
    }
    roomFor = 1;
    await expect(full.commit(plans)).rejects.toMatchObject({ reason: 'full' });
    expect(await stateOf(full)).toBe(before);
    expect(await inner.readEvents(0)).toEqual(events);
    for (const { plan } of plans)
      await expect(inner.segment(plan.staged.sha256)).rejects.toThrow(StoreFailure);
    roomFor = 9;
    await bring(full, 'june.csv', june);
    expect((await documents(full, ['document_id'])).length).toBe(3);
  });
});

describe('a workspace that is opened again', () => {
  let workspaces: Workspaces;
  let written: string;
  let id: string;
  let before: string;
  const reports = async (one: Session) =>
    JSON.stringify([
      await ask(one.engine, 'open-items', { asOf: '2026-10-31' }),
      await ask(one.engine, 'aging-by', { asOf: '2026-06-30' }),
      await ask(one.engine, 'customer-account', { asOf: '2026-10-31', customer: 'C2' }),
    ]);
  const open = async () => openSession(await workspaces.open(id));

  beforeAll(async () => {
    workspaces = await memoryWorkspaces();
    written = await workspaces.create('May', '2026-10-31');
    id = written;
    const first = await open();
    await bring(first, 'may.csv', may);
    await bring(first, 'receipts.csv', receipts);
    await bring(first, 'june.csv', june);
    before = await reports(first);
    await first.close();
  });

  /** Each test damages a copy of its own. */
  beforeEach(async () => {
    id = await workspaces.duplicate(written, 'A copy', '2026-10-31');
  });

  /** Something that happens to the copy's files while nobody looks. */
  const tamper = async (
    change: (store: WorkspaceStore, shas: readonly string[]) => Promise<void>,
  ) => {
    const store = await workspaces.open(id);
    const log = await EventLog.open(store, () => '');
    await change(
      store,
      log.state.imports.map((file) => file.sha256),
    );
    await store.close();
  };

  it('gives the same reports from the files that it kept', async () => {
    const again = await open();
    expect(await reports(again)).toBe(before);
    expect(again.getState().imports.map((record) => record.file)).toEqual([
      'may.csv',
      'receipts.csv',
      'june.csv',
    ]);
    const left = await again.engine.rows(
      sql`SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'sto%' OR table_name LIKE 'sta%'`,
    );
    expect(left).toEqual([]);
    await again.close();
  });

  it.each([
    ['one figure', may.replace('100.00', '100.01')],
    ['a row less', may.slice(0, may.lastIndexOf('F-2'))],
    ['nothing left', ''],
    ['its header gone', may.slice(may.indexOf('\n') + 1)],
    ['a picture in its place', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13)],
  ])('refuses a kept file with %s', async (_, content) => {
    await tamper((store, [sha256 = '']) => store.putSegment(sha256, new Blob([content])));
    await expect(open()).rejects.toMatchObject({ name: 'StoreFailure', reason: 'damaged' });
  });

  it('refuses to open where a kept file is gone', async () => {
    await tamper((store, [, sha256 = '']) => store.removeSegment(sha256));
    await expect(open()).rejects.toMatchObject({ name: 'StoreFailure', reason: 'missing' });
  });

  it('is empty when its imports were withdrawn, and full again when that is undone', async () => {
    const again = await open();
    await again.clear();
    expect(await openItems(again)).toEqual([]);
    await again.close();
    const empty = await open();
    expect(empty.getState().imports).toEqual([]);
    await empty.undo();
    await empty.settled();
    expect(await reports(empty)).toBe(before);
    await empty.close();
  });
});
