import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../src/domain/time/calendar';
import { NeededSegments } from '../../src/session/exchange/neededSegments';
import { EventLog } from '../../src/session/journal/eventLog';
import type { Session } from '../../src/session/session';
import { restoreBackup } from '../../src/workspace/backup/restore';
import { memoryWorkspaces } from '../../src/workspace/memory';
import type { Workspaces } from '../../src/workspace/store';
import { bring } from '../import/workbench';
import { ask } from '../support/openFolder';
import { openSession } from '../support/openSession';

const at = '2026-10-31T18:00:00.000Z';
const tables = {
  customer: [
    'customer_id,name,collector,email',
    'C1,Northern Mills,Petr,mills@example.com',
    'C2,Harbour Foods,Petr,foods@example.com',
  ],
  document: [
    'document_id,kind,customer_id,document_date,due_date,currency,amount',
    'F1,invoice,C1,2026-07-01,2026-07-31,EUR,100.00',
    'F2,invoice,C1,2026-08-01,2026-08-31,EUR,250.50',
    'F3,invoice,C2,2026-09-01,2026-09-30,EUR,75.25',
  ],
};
const second =
  'document_id,kind,customer_id,document_date,due_date,currency,amount\nF9,invoice,C2,2026-09-05,2026-10-05,EUR,9.00\n';

interface Desk {
  readonly session: Session;
  readonly workspaces: Workspaces;
  readonly id: string;
}

const open: Desk[] = [];

async function deskOf(workspaces: Workspaces, id: string, person: string): Promise<Desk> {
  const session = await openSession(await workspaces.open(id));
  await session.setPerson(person);
  const desk = { session, workspaces, id };
  open.push(desk);
  return desk;
}

let backup: Blob;

beforeAll(async () => {
  const workspaces = await memoryWorkspaces();
  const { session } = await deskOf(workspaces, await workspaces.create('Shared', at), 'Ana');
  for (const [table, lines] of Object.entries(tables))
    await bring(session, `${table}.csv`, `${lines.join('\n')}\n`);
  await edit(session, 'C1', 'note', 'calls back on Mondays');
  await edit(session, 'F1', 'reference', 'R-1');
  backup = await session.backup({ savedAt: at });
});

afterEach(async () => {
  for (const { session } of open.splice(0)) await session.close();
});

/** The shared workspace on a machine of its own. */
async function desk(person: string, file = backup): Promise<Desk> {
  const workspaces = await memoryWorkspaces();
  const { id } = await restoreBackup(file, {
    workspaces,
    createdAt: at,
    journal: new NeededSegments(),
  });
  return deskOf(workspaces, id, person);
}

async function edit(
  session: Session,
  id: string,
  field: string,
  value: string | null,
  since: string | null = null,
): Promise<void> {
  const table = id.startsWith('C') ? 'customer' : 'document';
  const record = { table, id, kind: table === 'document' ? 'invoice' : '', entity: '' } as const;
  const asked = [{ record, field, since: since as IsoDate | null, was: null, value }];
  expect(await session.edit(asked, 'because')).toEqual([]);
}

const events = (from: Desk, since = 0): Promise<Blob> => from.session.exportEvents({ since, at });

/** Takes a colleague's file over; every conflict is decided the same way, in order. */
async function take(
  into: Desk,
  file: Blob,
  sides: readonly ('mine' | 'theirs')[] = [],
): Promise<void> {
  const incoming = await into.session.readEvents(file);
  expect(incoming.conflicts).toHaveLength(sides.length);
  const choices = new Map(
    incoming.conflicts.map(({ key }, i) => [key, sides[i] ?? 'mine'] as const),
  );
  await into.session.adopt(incoming, { choices, reason: 'agreed' });
}

/** Reports with everything that may differ between two machines left out: times and places in the journal. */
async function reports({ session }: Desk): Promise<readonly unknown[]> {
  await session.settled();
  const results = [];
  for (const asOf of ['2026-08-15', '2026-10-31'])
    for (const [id, params] of [
      ['aging-totals', {}],
      ['aging-by', { by: 'collector' }],
      ['aging-by', { by: 'customer', disputed: 'exclude' }],
      ['open-items', {}],
      ['re-aged', {}],
      ['documents', {}],
      ['customers', {}],
    ] as const) {
      const { rows, totals, tieOuts } = await ask(session.engine, id, { asOf, ...params });
      results.push({ id, asOf, params, rows, totals, tieOuts });
    }
  return JSON.parse(JSON.stringify(results), (key, value) =>
    ['recorded_at', 'position', 'source_row', 'person'].includes(key) ? '' : value,
  );
}

/** The same workspace opened again, from its journal alone. */
async function reopened({ session, workspaces, id }: Desk): Promise<Desk> {
  await session.close();
  open.splice(
    open.findIndex((one) => one.session === session),
    1,
  );
  return deskOf(workspaces, id, session.getState().person);
}

async function chainBreaks({ session, workspaces, id }: Desk): Promise<number> {
  await session.close();
  open.splice(
    open.findIndex((one) => one.session === session),
    1,
  );
  const store = await workspaces.open(id);
  const log = await EventLog.open(store, () => at);
  await store.close();
  return log.chainBreaks;
}

const adjustment = (amount: string) => ({
  customerId: 'C1',
  documentDate: '2026-08-01' as IsoDate,
  postingDate: '2026-08-01' as IsoDate,
  dueDate: '2026-08-31' as IsoDate,
  currency: 'EUR',
  amount,
  reference: '',
  reason: 'a rounding',
});

async function dueDate({ session }: Desk): Promise<unknown> {
  await session.settled();
  const { rows } = await ask(session.engine, 'open-items', { asOf: '2026-10-31' });
  return rows.find((row) => row['document_id'] === 'F1')?.['due_date'];
}

describe('a backup restored on another machine', () => {
  it('gives identical reports, under another author', async () => {
    const [ana, petr] = [await desk('Ana'), await desk('Petr')];
    expect(await reports(petr)).toEqual(await reports(ana));
    expect(petr.session.events).toEqual(ana.session.events);
    await edit(ana.session, 'F1', 'note', 'a');
    await edit(petr.session, 'F1', 'note', 'b');
    const [mine, theirs] = [ana, petr].map(({ session }) => session.events.at(-1)?.author);
    expect(mine).not.toBe(theirs);
  });

  it('encrypted and of a workspace with a withdrawn import, too', async () => {
    const ana = await desk('Ana');
    const { plan } = await bring(ana.session, 'second.csv', second);
    await ana.session.withdraw(plan.staged.sha256);
    await ana.session.undo();
    const file = await ana.session.backup({ savedAt: at, passphrase: 'a passphrase' });
    const workspaces = await memoryWorkspaces();
    const { id } = await restoreBackup(file, {
      workspaces,
      createdAt: at,
      journal: new NeededSegments(),
      passphrase: 'a passphrase',
    });
    const petr = await deskOf(workspaces, id, 'Petr');
    expect(await reports(petr)).toEqual(await reports(ana));
  });
});

describe('two colleagues who exchange their events', () => {
  it('come to the same reports, each with both chains whole', async () => {
    let [ana, petr] = [await desk('Ana'), await desk('Petr')];
    await edit(ana.session, 'F1', 'due_date', '2026-10-15');
    await edit(ana.session, 'C1', 'collector', 'Ana', '2026-09-01');
    await ana.session.adjust([adjustment('-10.00')]);
    await edit(petr.session, 'F2', 'disputed', 'true', '2026-09-10');
    await edit(petr.session, 'C2', 'email', 'new@example.com');
    await edit(petr.session, 'F3', 'due_date', '2026-11-01', '2026-09-15');
    await petr.session.undo();
    await petr.session.adjust([adjustment('5.00')]);
    const [fromAna, fromPetr] = [await events(ana), await events(petr)];
    await take(ana, fromPetr);
    await take(petr, fromAna);
    const shown = await reports(ana);
    expect(await reports(petr)).toEqual(shown);
    [ana, petr] = [await reopened(ana), await reopened(petr)];
    expect(await reports(ana)).toEqual(shown);
    expect(await reports(petr)).toEqual(shown);
    expect(await chainBreaks(ana)).toBe(0);
    expect(await chainBreaks(petr)).toBe(0);
  });

  it('agree where both changed a field to different values', async () => {
    const due = '2026-10-01';
    let [ana, petr] = [await desk('Ana'), await desk('Petr')];
    await edit(ana.session, 'F1', 'due_date', '2026-10-01');
    await edit(petr.session, 'F1', 'due_date', '2026-11-01');
    await take(ana, await events(petr), ['mine']);
    expect(await dueDate(ana)).toBe(due);
    await take(petr, await events(ana));
    expect(await dueDate(petr)).toBe(due);
    [ana, petr] = [await reopened(ana), await reopened(petr)];
    expect(await reports(petr)).toEqual(await reports(ana));
    expect(await dueDate(petr)).toBe(due);
    expect(ana.session.events.at(-1)).toMatchObject({ person: 'Ana', event: { reason: 'agreed' } });
  });

  it('erase a person on both machines, from the files as well', async () => {
    const [ana, petr] = [await desk('Ana'), await desk('Petr')];
    await edit(petr.session, 'C1', 'note', 'a secret of Petr');
    await edit(petr.session, 'C2', 'note', 'another secret');
    await petr.session.erase('C2');
    await edit(ana.session, 'C2', 'phone', '600 100 200');
    await ana.session.erase('C1');
    const fromAna = await events(ana);
    await take(ana, await events(petr));
    await take(petr, fromAna);
    for (const one of [await reopened(ana), await reopened(petr)]) {
      const all = JSON.stringify([await reports(one), one.session.events]);
      for (const secret of ['secret', '600 100 200', 'calls back', 'Mills', 'Harbour'])
        expect(all).not.toContain(secret);
      const everything = await (await one.session.backup({ savedAt: at })).text();
      expect(everything).toContain('Petr');
      expect(everything).not.toMatch(/Mills|Harbour/);
      expect(await chainBreaks(one)).toBe(0);
    }
  });
});
