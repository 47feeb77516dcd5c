import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../src/domain/time/calendar';
import type { FieldEdit } from '../../src/session/journal/edit';
import { EventLog } from '../../src/session/journal/eventLog';
import type { Session } from '../../src/session/session';
import { memoryWorkspaces } from '../../src/workspace/memory';
import { StoreFailure, type WorkspaceStore, type Workspaces } from '../../src/workspace/store';
import { bring } from '../import/workbench';
import { ask } from '../support/openFolder';
import { openSession } from '../support/openSession';

const invoices = `Invoice,Customer,Name,Date,Due date,Amount,Currency
F-1,C1,Pavla Nováková,2026-05-15,2026-06-15,100.00,EUR
F-2,C2,Gimnasio Sur,2026-05-20,2026-06-20,250.00,EUR
`;
const receipts = `Receipt,Invoice,Customer,Date,Amount,Currency
R-1,F-2,C2,2026-06-25,40.00,EUR
`;
const day = (text: string): IsoDate => text as IsoDate;

const edit = (
  id: string,
  field: string,
  value: string | null,
  rest: Partial<FieldEdit> = {},
): FieldEdit => ({
  record: id.startsWith('C')
    ? { table: 'customer', id, kind: '', entity: '' }
    : { table: 'document', id, kind: id.startsWith('R') ? 'payment' : 'invoice', entity: '' },
  field,
  since: null,
  was: null,
  value,
  ...rest,
});

let workspaces: Workspaces;
let id: string;
let session: Session;
beforeAll(async () => {
  workspaces = await memoryWorkspaces();
});
beforeEach(async () => {
  id = await workspaces.create('May', '2026-10-31');
  session = await openSession(await workspaces.open(id));
  await session.setPerson('Ana');
  await bring(session, 'invoices.csv', invoices);
  await bring(session, 'receipts.csv', receipts);
});
afterEach(() => session.close());

const reopen = async (): Promise<void> => {
  await session.close();
  session = await openSession(await workspaces.open(id));
};
const codes = async (work: Promise<readonly { readonly code: string }[]>) =>
  (await work).map(({ code }) => code);
const total = async (asOf: string): Promise<unknown> =>
  (await ask(session.engine, 'aging-totals', { asOf })).rows.map((row) => row['total']);

describe('an edit', () => {
  it('is refused with its reason, and the others of the same step are taken', async () => {
    const asked = [
      edit('F-1', 'amount', '1.00'),
      edit('F-1', 'due_date', '2026-13-01'),
      edit('F-1', 'due_date', null),
      edit('R-1', 'due_date', '2026-07-01'),
      edit('C1', 'status', 'asleep'),
      edit('F-1', 'note', 'called twice'),
    ];
    expect(await codes(session.edit(asked))).toEqual([
      'not_editable',
      'not_a_date',
      'required',
      'not_a_choice',
      'fixed_due_date',
    ]);
    await session.settled();
    const { rows } = await ask(session.engine, 'documents', { asOf: '2026-10-31', search: 'F-1' });
    expect(rows.map((row) => [row['note'], row['amount'], row['due_date']])).toEqual([
      ['called twice', '100.00', '2026-06-15'],
    ]);
  });

  it('is in nobody’s journal where the storage refuses it, and the next one is taken', async () => {
    const inner = await workspaces.open(await workspaces.create('Full', '2026-10-31'));
    let isFull = false;
    const store = new Proxy(inner, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (name === 'append')
          return async (payloads: readonly Uint8Array[]) => {
            if (isFull) throw new StoreFailure('full', 'no room');
            return inner.append(payloads);
          };
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const full = await openSession(store);
    await bring(full, 'invoices.csv', invoices);
    isFull = true;
    await expect(full.edit([edit('F-1', 'note', 'lost')])).rejects.toMatchObject({
      reason: 'full',
    });
    expect(full.events).toHaveLength(1);
    isFull = false;
    await full.edit([edit('F-1', 'note', 'kept')]);
    expect(full.events.map(({ authorSeq }) => authorSeq)).toEqual([1, 2]);
    expect(await inner.readEvents(0)).toHaveLength(2);
    await full.close();
  });

  it('can be undone and redone after the workspace was closed', async () => {
    await session.edit([edit('F-1', 'due_date', '2026-09-30', { was: '2026-06-15' })], 'agreed');
    await reopen();
    expect((await session.undo())?.event.kind).toBe('fields');
    await session.settled();
    expect((await ask(session.engine, 're-aged', { asOf: '2026-08-31' })).rows).toEqual([]);
    await session.redo();
    await session.settled();
    const { rows } = await ask(session.engine, 're-aged', { asOf: '2026-08-31' });
    expect(
      rows.map((row) => [
        row['number'],
        row['bucket_original'],
        row['bucket'],
        row['person'],
        row['reason'],
      ]),
    ).toEqual([['F-1', 'b3', 'b0', 'Ana', 'agreed']]);
    const history = await ask(session.engine, 'history', { field: 'due_date' });
    expect(history.rows.map((row) => row['action'])).toEqual(['redid', 'undid', 'did']);
  });

  it('stays when a later import says something else, and is listed as a conflict', async () => {
    await session.edit([edit('F-1', 'due_date', '2026-09-30', { was: '2026-06-15' })]);
    await bring(
      session,
      'again.csv',
      invoices.replace('2026-06-15', '2026-07-31').replace(/F-2.*\n/, ''),
    );
    const { rows } = await ask(session.engine, 'edit-conflicts', {});
    expect(
      rows.map((row) => [row['record_id'], row['was'], row['imported_value'], row['value']]),
    ).toEqual([['F-1', '2026-06-15', '2026-07-31', '2026-09-30']]);
    const items = await ask(session.engine, 'open-items', { asOf: '2026-08-31', customer: 'C1' });
    expect(items.rows.map((row) => row['due_date'])).toEqual(['2026-09-30']);
  });

  it('that counts from a day on is seen among the documents from that day on, and not before', async () => {
    await session.edit([
      edit('F-1', 'due_date', '2026-09-30', { was: '2026-06-15', since: day('2026-08-01') }),
      edit('F-1', 'disputed', 'true', { since: day('2026-08-01') }),
    ]);
    await session.settled();
    const at = async (asOf: string) =>
      (await ask(session.engine, 'documents', { asOf, search: 'F-1' })).rows.map((row) => [
        row['due_date'],
        row['disputed'],
      ]);
    expect(await at('2026-07-31')).toEqual([['2026-06-15', 'false']]);
    expect(await at('2026-08-01')).toEqual([['2026-09-30', 'true']]);
  });

  it('cannot add a customer that is there already, and takes the others of the same step', async () => {
    const asked = [edit('C1', 'name', 'Somebody else'), edit('C9', 'name', 'New Ltd')];
    expect(await codes(session.addCustomers(asked))).toEqual(['customer_exists']);
    await session.settled();
    const { rows } = await ask(session.engine, 'customers', { asOf: '2026-10-31' });
    expect(rows.map((row) => [row['customer_id'], row['customer_name']])).toEqual([
      ['C2', 'Gimnasio Sur'],
      ['C9', 'New Ltd'],
      ['C1', 'Pavla Nováková'],
    ]);
  });

  it('of a customer that nobody imported makes one, and undone it is gone', async () => {
    await session.edit([edit('C9', 'name', 'New Ltd'), edit('C9', 'collector', 'Petr')]);
    await session.settled();
    const named = async () =>
      (await ask(session.engine, 'customers', { asOf: '2026-10-31', search: 'C9' })).rows.map(
        (row) => [row['customer_name'], row['collector']],
      );
    expect(await named()).toEqual([['New Ltd', 'Petr']]);
    await session.undo();
    await session.settled();
    expect(await named()).toEqual([]);
  });
});

describe('an adjustment', () => {
  const entry = {
    customerId: 'C1',
    documentDate: day('2026-07-01'),
    postingDate: day('2026-07-01'),
    dueDate: day('2026-07-31'),
    currency: 'EUR',
    amount: '-12.34',
    reference: '',
    reason: 'a rounding of May',
  };

  it('changes the total by its amount from its posting date on, and ties', async () => {
    expect(await session.adjust([entry])).toEqual([]);
    await session.settled();
    expect(await total('2026-06-30')).toEqual(['310.00']);
    expect(await total('2026-07-01')).toEqual(['297.66']);
    const { tieOuts } = await ask(session.engine, 'aging-totals', { asOf: '2026-10-31' });
    expect(tieOuts.map(({ name, difference }) => [name, difference])).toEqual([
      ['open-items', '0.00'],
    ]);
  });

  it('needs a reason, a customer and an amount', async () => {
    expect(
      await codes(
        session.adjust([
          { ...entry, reason: ' ' },
          { ...entry, customerId: 'C7' },
          { ...entry, amount: '0.00' },
          { ...entry, amount: '1,5' },
        ]),
      ),
    ).toEqual(['reason_missing', 'unknown_customer', 'zero_amount', 'not_an_amount']);
    expect(session.events.filter(({ event }) => event.kind === 'adjustments')).toEqual([]);
  });
});

describe('a closed period', () => {
  it('refuses what would change it, takes what counts later, and lists what an import changed', async () => {
    await session.closePeriod(day('2026-06-30'));
    const due = (since: string | null) =>
      edit('F-1', 'due_date', '2026-12-31', { since: since === null ? null : day(since) });
    expect(
      await codes(session.edit([due(null), due('2026-06-30'), edit('C1', 'collector', 'Ana')])),
    ).toEqual(['closed_period', 'closed_period', 'closed_period']);
    expect(await session.edit([due('2026-07-01'), edit('C1', 'email', 'p@example.org')])).toEqual(
      [],
    );
    await session.settled();
    const changes = async () =>
      (await ask(session.engine, 'period-changes', {})).rows.map((row) => row['difference']);
    expect(await changes()).toEqual(['0.00']);
    await bring(session, 'late.csv', invoices.replaceAll(/F-/g, 'L-').replace('250.00', '5.00'));
    expect(await changes()).toEqual(['105.00']);
    await session.undo();
    await session.settled();
    expect(await changes()).toEqual(['0.00']);
  });
});

describe('an output', () => {
  it('is made again from its state, whatever was done since', async () => {
    const { state } = session.getState();
    const params = { asOf: '2026-08-31' };
    const before = await ask(session.engine, 'open-items', params);
    await session.edit([edit('F-1', 'due_date', '2027-01-31'), edit('F-2', 'disputed', 'true')]);
    await session.settled();
    expect(await ask(session.engine, 'open-items', params)).not.toEqual(before);
    const again = await session.makeAgain({ report: 'open-items', params, ...state });
    expect(again).toEqual({ ok: true, value: before });
    const other = await session.makeAgain({
      report: 'open-items',
      params,
      position: 1,
      hash: '0'.repeat(16),
    });
    expect(other).toEqual({ ok: false, error: 'other_workspace' });
  });
});

describe('a person', () => {
  const texts = async (store: WorkspaceStore, shas: readonly string[]): Promise<string> => {
    const journal = await store.readEvents(0);
    const files = await Promise.all(
      shas.map(async (sha256) => (await store.segment(sha256)).text()),
    );
    return [...journal.map((payload) => new TextDecoder().decode(payload)), ...files].join('\n');
  };

  it('is never in plain text in the journal', async () => {
    await session.edit([
      edit('C1', 'email', 'pavla@example.org'),
      edit('C1', 'phone', '+420 777 123 456'),
    ]);
    await session.close();
    const store = await workspaces.open(id);
    expect(await texts(store, [])).not.toMatch(/pavla@example|777 123/);
    await store.close();
    await reopenClosed();
    const { rows } = await ask(session.engine, 'customers', { asOf: '2026-10-31', search: 'C1' });
    expect(rows[0]?.['email']).toBe('pavla@example.org');
  });

  it('that is erased is gone from journal, files and reports; chain and amounts stay', async () => {
    await session.edit([edit('C1', 'email', 'pavla@example.org'), edit('C1', 'collector', 'Petr')]);
    await session.settled();
    const before = await total('2026-10-31');
    await session.erase('C1');
    await session.settled();
    const check = async (): Promise<void> => {
      const { rows } = await ask(session.engine, 'customers', { asOf: '2026-10-31', search: 'C1' });
      expect(rows.map((row) => [row['customer_name'], row['email'], row['collector']])).toEqual([
        ['C1', null, 'Petr'],
      ]);
      expect(await total('2026-10-31')).toEqual(before);
      expect(JSON.stringify((await ask(session.engine, 'history', {})).rows)).not.toMatch(/pavla/i);
      expect(JSON.stringify(session.events)).not.toMatch(/pavla/i);
    };
    await check();
    expect(await codes(session.edit([edit('C1', 'name', 'Pavla')]))).toEqual(['erased']);
    const shas = session.getState().imports.map((file) => file.sha256);
    await session.close();
    const store = await workspaces.open(id);
    expect(await texts(store, shas)).not.toMatch(/pavla/i);
    const log = await EventLog.open(store, () => '');
    expect(log.chainBreaks).toBe(0);
    await store.close();
    await reopenClosed();
    await check();
  });

  it('that is erased is in no output that is made again, whose amounts are as they were', async () => {
    const { state } = session.getState();
    const madeFrom = { ...state, report: 'open-items', params: { asOf: '2026-10-31' } };
    const before = await ask(session.engine, 'open-items', { asOf: '2026-10-31' });
    await session.erase('C1');
    const made = await session.makeAgain(madeFrom);
    expect(made.ok && made.value.rows).toEqual(
      before.rows.map((row) => ({
        ...row,
        customer_name: row['customer_id'] === 'C1' ? 'C1' : row['customer_name'],
        source_id: expect.any(String),
      })),
    );
  });

  it('stays erased when the import that told of the person is undone and redone', async () => {
    await session.undo();
    await session.undo();
    await session.settled();
    expect(await total('2026-10-31')).toEqual([]);
    await session.erase('C1');
    await session.redo();
    await session.redo();
    await session.settled();
    const { rows } = await ask(session.engine, 'customers', { asOf: '2026-10-31' });
    expect(rows.map((row) => row['customer_name'])).toEqual(['C1', 'Gimnasio Sur']);
    const shas = session.getState().imports.map((file) => file.sha256);
    await reopen();
    expect(await total('2026-10-31')).toEqual(['310.00']);
    await session.close();
    const store = await workspaces.open(id);
    expect(await texts(store, shas)).not.toMatch(/pavla/i);
    await store.close();
    await reopenClosed();
  });

  const reopenClosed = async (): Promise<void> => {
    session = await openSession(await workspaces.open(id));
  };
});
