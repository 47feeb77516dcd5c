import { createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../src/domain/time/calendar';
import { assert } from '../../src/lib/assert';
import { decodeEvents, type EventsFile, encodeEvents } from '../../src/session/exchange/eventsFile';
import { ExchangeFailure } from '../../src/session/exchange/failure';
import { segmentsOfRecord } from '../../src/session/exchange/segmentsNamed';
import { EventLog } from '../../src/session/journal/eventLog';
import type { Session } from '../../src/session/session';
import { restoreBackup } from '../../src/workspace/backup/restore';
import { hashing } from '../../src/workspace/hashing';
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
    segmentsOf: segmentsOfRecord,
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

async function failureOf(work: Promise<unknown>): Promise<ExchangeFailure> {
  const outcome = await work.then(
    () => new Error('it was taken'),
    (error: unknown) => error,
  );
  assert(outcome instanceof ExchangeFailure, `untyped: ${outcome}`);
  return outcome;
}

const refusal = async (into: Desk, file: Blob): Promise<string> =>
  (await failureOf(into.session.readEvents(file))).reason;

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
      segmentsOf: segmentsOfRecord,
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

  it('keep who did what and when', async () => {
    const [ana, petr] = [await desk('Ana'), await desk('Petr')];
    await edit(petr.session, 'F2', 'note', 'seen');
    const recorded = petr.session.events.at(-1);
    await take(ana, await events(petr));
    expect(ana.session.events.at(-1)).toEqual(recorded);
    expect(ana.session.getState().undo?.person).not.toBe('Petr');
  });

  it('may pass a third one’s events on', async () => {
    const [ana, petr, eva] = [await desk('Ana'), await desk('Petr'), await desk('Eva')];
    await edit(eva.session, 'F1', 'note', 'from Eva');
    await take(petr, await events(eva));
    await edit(petr.session, 'F2', 'note', 'from Petr');
    await take(ana, await events(petr));
    await take(eva, await events(petr));
    const shown = await reports(ana);
    expect(await reports(petr)).toEqual(shown);
    expect(await reports(eva)).toEqual(shown);
  });

  it('go on after each exchange with what came since', async () => {
    const [ana, petr] = [await desk('Ana'), await desk('Petr')];
    for (let round = 0; round < 3; round += 1) {
      const since = [ana, petr].map(({ session }) => session.getState().position);
      await edit(ana.session, 'F1', 'note', `round ${round}`);
      await edit(petr.session, 'F2', 'note', `round ${round}`);
      const fromAna = await events(ana, since[0]);
      await take(petr, fromAna);
      await take(ana, await events(petr, since[1]));
      expect(await reports(petr)).toEqual(await reports(ana));
    }
  });
});

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

describe('a conflict', () => {
  it('is the same field at the same place, changed by both to different values', async () => {
    const [ana, petr] = [await desk('Ana'), await desk('Petr')];
    await edit(ana.session, 'F1', 'due_date', '2026-10-01');
    await edit(ana.session, 'F2', 'due_date', '2026-10-02');
    await edit(ana.session, 'F3', 'due_date', '2026-10-03', '2026-09-10');
    await edit(petr.session, 'F1', 'due_date', '2026-11-01');
    await edit(petr.session, 'F2', 'due_date', '2026-10-02');
    await edit(petr.session, 'F3', 'due_date', '2026-11-03', '2026-09-11');
    const { conflicts } = await ana.session.readEvents(await events(petr));
    expect(conflicts).toMatchObject([
      {
        mine: {
          person: 'Ana',
          touch: { change: { field: 'due_date', after: { value: '2026-10-01' } } },
        },
        theirs: { person: 'Petr', touch: { change: { after: { value: '2026-11-01' } } } },
      },
    ]);
  });

  it.each([
    ['mine', '2026-10-01'],
    ['theirs', '2026-11-01'],
  ] as const)('decided for %s stands on both machines', async (side, due) => {
    let [ana, petr] = [await desk('Ana'), await desk('Petr')];
    await edit(ana.session, 'F1', 'due_date', '2026-10-01');
    await edit(petr.session, 'F1', 'due_date', '2026-11-01');
    await take(ana, await events(petr), [side]);
    expect(await dueDate(ana)).toBe(due);
    await take(petr, await events(ana));
    expect(await dueDate(petr)).toBe(due);
    [ana, petr] = [await reopened(ana), await reopened(petr)];
    expect(await reports(petr)).toEqual(await reports(ana));
    expect(await dueDate(petr)).toBe(due);
    expect(ana.session.events.at(-1)).toMatchObject({ person: 'Ana', event: { reason: 'agreed' } });
  });

  it('with what the other took back is none: the one change stands', async () => {
    const [ana, petr] = [await desk('Ana'), await desk('Petr')];
    await edit(ana.session, 'F1', 'due_date', '2026-10-01');
    await edit(petr.session, 'F1', 'due_date', '2026-11-01');
    await petr.session.undo();
    const fromAna = await events(ana);
    await take(ana, await events(petr));
    expect(await dueDate(ana)).toBe('2026-10-01');
    await take(petr, fromAna);
    expect(await dueDate(petr)).toBe('2026-10-01');
    const again = await desk('Eva');
    await take(again, await events(ana));
    expect(await dueDate(again)).toBe('2026-10-01');
  });

  it('is also an adjustment, a closing or a view that both changed', async () => {
    const first = await desk('Ana');
    await first.session.adjust([adjustment('-10.00')]);
    const shared = await first.session.backup({ savedAt: at });
    const [ana, petr] = [await desk('Ana', shared), await desk('Petr', shared)];
    const id = adjustmentId(ana);
    const view = { name: 'late', params: {}, layout: null };
    await ana.session.adjust([], [{ id, patch: 'void' }]);
    await ana.session.saveView('/ledger', 'late', { ...view, params: { ageMin: '60' } });
    await ana.session.closePeriod('2026-07-31' as IsoDate);
    await petr.session.adjust([], [{ id, patch: { amount: '-12.00' } }]);
    await petr.session.saveView('/ledger', 'late', { ...view, params: { ageMin: '90' } });
    await petr.session.closePeriod('2026-08-31' as IsoDate);
    await take(ana, await events(petr), ['theirs', 'mine', 'mine']);
    await take(petr, await events(ana));
    for (const { session } of [ana, petr]) {
      expect(session.getState().closedThrough).toBe('2026-07-31');
      expect(session.views('/ledger')).toMatchObject([{ params: { ageMin: '60' } }]);
    }
    const shown = await reports(ana);
    expect(await reports(petr)).toEqual(shown);
    expect(JSON.stringify(shown)).toContain('-12.00');
  });

  it('that comes up while others are decided is asked about, and nothing is taken', async () => {
    const [ana, petr] = [await desk('Ana'), await desk('Petr')];
    await edit(petr.session, 'F1', 'due_date', '2026-11-01');
    const incoming = await ana.session.readEvents(await events(petr));
    expect(incoming.conflicts).toEqual([]);
    await edit(ana.session, 'F1', 'due_date', '2026-10-01');
    const { position } = ana.session.getState();
    const adopting = ana.session.adopt(incoming, { choices: new Map(), reason: '' });
    expect((await failureOf(adopting)).reason).toBe('undecided');
    expect(ana.session.getState().position).toBe(position);
  });
});

const adjustmentId = ({ session }: Desk): string => {
  const event = session.events.findLast((one) => one.event.kind === 'adjustments')?.event;
  const id = event?.kind === 'adjustments' ? event.changes[0]?.after?.id : undefined;
  assert(id !== undefined, 'there is an adjustment');
  return id;
};

async function dueDate({ session }: Desk): Promise<unknown> {
  await session.settled();
  const { rows } = await ask(session.engine, 'open-items', { asOf: '2026-10-31' });
  return rows.find((row) => row['document_id'] === 'F1')?.['due_date'];
}

describe('personal fields', () => {
  it('come with the keys that they need', async () => {
    const [ana, petr] = [await desk('Ana'), await desk('Petr')];
    await edit(petr.session, 'C2', 'email', 'sealed@example.com');
    const file = await events(petr, ana.session.getState().position);
    expect(Object.keys((await decodeEvents(file, await hashing())).keys)).toEqual(['C2']);
    await take(ana, file);
    const again = await reopened(ana);
    expect(JSON.stringify(await reports(again))).toContain('sealed@example.com');
  });

  it('of a customer who was erased here do not come back, and those erased there go', async () => {
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
      const file = await decodeEvents(await events(one), await hashing());
      expect(file.keys).toEqual({});
      expect(await chainBreaks(one)).toBe(0);
    }
  });
});

describe('a file of events is refused', () => {
  /** A file that is written anew after a change, its sums being right. */
  async function remade(
    file: Blob,
    change: (it: EventsFile) => Partial<EventsFile>,
  ): Promise<Blob> {
    const known = await decodeEvents(file, await hashing());
    return encodeEvents({ ...known, ...change(known) }, await hashing());
  }

  async function pair(): Promise<{ readonly ana: Desk; readonly file: Blob; readonly petr: Desk }> {
    const [ana, petr] = [await desk('Ana'), await desk('Petr')];
    for (const value of ['a', 'b', 'c']) await edit(petr.session, 'F2', 'note', value);
    return { ana, petr, file: await events(petr, ana.session.getState().position) };
  }

  it('where it brings nothing new, and changes nothing then', async () => {
    const { ana, file } = await pair();
    await take(ana, file);
    const before = [ana.session.getState().state, await reports(ana)];
    expect(await refusal(ana, file)).toBe('nothing_new');
    expect(await refusal(ana, await events(ana))).toBe('nothing_new');
    expect([ana.session.getState().state, await reports(ana)]).toEqual(before);
  });

  it('where there is nothing to write into it', async () => {
    const { ana } = await pair();
    const { position } = ana.session.getState();
    expect((await failureOf(events(ana, position))).reason).toBe('nothing_new');
  });

  it('where it is no such file, or a later version wrote it', async () => {
    const { ana, file } = await pair();
    expect(await refusal(ana, new Blob(['{}']))).toBe('not_events');
    expect(await refusal(ana, backup)).toBe('not_events');
    const text = (await file.text()).replace('"format":1', '"format":2').slice(0, -65);
    const sum = createHash('sha256').update(text).digest('hex');
    expect(await refusal(ana, new Blob([text, sum, '\n']))).toBe('newer');
  });

  it('where any of it was cut off or changed', async () => {
    const { ana, file } = await pair();
    const bytes = new Uint8Array(await file.arrayBuffer());
    for (let length = 0; length < bytes.length; length += 13)
      expect(['not_events', 'damaged']).toContain(
        await refusal(ana, new Blob([bytes.slice(0, length)])),
      );
    for (let i = 0; i < bytes.length; i += 7) {
      const turned = bytes.slice();
      turned[i] = (turned[i] ?? 0) ^ (1 << (i % 8));
      expect(['not_events', 'damaged']).toContain(await refusal(ana, new Blob([turned])));
    }
  });

  it('where events are in another order, twice, left out or changed, though its sums are right', async () => {
    const { ana, file } = await pair();
    const of = async (change: (payloads: readonly Uint8Array[]) => readonly Uint8Array[]) =>
      refusal(ana, await remade(file, ({ payloads }) => ({ payloads: change(payloads) })));
    expect(await of((all) => [...all].reverse())).toBe('gap');
    expect(await of(([a, b, c]) => [a, c, b].filter((one) => one !== undefined))).toBe('gap');
    expect(await of(([a, b]) => [a, b, b].filter((one) => one !== undefined))).toBe('damaged');
    expect(await of((all) => all.slice(1))).toBe('gap');
    expect(await of((all) => all.slice(0, -1))).toBe('gap');
    const forged = (payload: Uint8Array, from: string, to: string): Uint8Array =>
      new TextEncoder().encode(new TextDecoder().decode(payload).replace(from, to));
    expect(await of(([a, ...rest]) => (a ? [forged(a, '"a"', '"x"'), ...rest] : rest))).toBe(
      'forked',
    );
    expect(await of((all) => all.map((one) => forged(one, '"note"', '"amount"')))).toBe('forked');
    const last = (to: string) => (all: readonly Uint8Array[]) =>
      all.map((one, i) => (i === 2 ? forged(one, '"c"', to) : one));
    expect(await of(last('"y"'))).toBe('damaged');
    expect(await of((all) => all.map(() => Uint8Array.of(1, 2, 3)))).toBe('damaged');
  });

  it('where an event says what nobody can say', async () => {
    const { ana, petr } = await pair();
    const author = petr.session.events.at(-1)?.author;
    assert(author !== undefined, 'Petr wrote');
    const end = (await decodeEvents(await events(petr), await hashing())).known[author];
    assert(end, 'Petr’s end is known');
    await take(ana, await events(petr));
    const forge = async (field: string, value: string, since: string | null): Promise<string> => {
      const state = (text: string | null) => ({ isSet: text !== null, value: text });
      const record = { table: 'document', id: 'F1', kind: 'invoice', entity: '' };
      const change = { record, field, since, before: state(null), after: state(value) };
      const event = { kind: 'fields', reason: '', changes: [change] };
      const payload = new TextEncoder().encode(
        JSON.stringify({
          v: 1,
          author,
          authorSeq: end.seq + 1,
          authorPrev: end.hash,
          person: 'Petr',
          at,
          event,
        }),
      );
      const hash = createHash('sha256').update(payload).digest('hex');
      const made = await remade(await events(petr), ({ known }) => ({
        payloads: [payload],
        known: { ...known, [author]: { seq: end.seq + 1, hash } },
      }));
      return ana.session.readEvents(made).then(
        () => 'taken',
        (error: ExchangeFailure) => error.reason,
      );
    };
    expect(await forge('note', 'all right', null)).toBe('taken');
    expect(await forge('amount', '1000000.00', null)).toBe('damaged');
    expect(await forge('due_date', '31/12/2026', null)).toBe('damaged');
    expect(await forge('disputed', 'perhaps', null)).toBe('damaged');
    expect(await forge('note', 'from a day on', '2026-01-01')).toBe('damaged');
  });

  it('where events before it are missing, and says which', async () => {
    const { ana, petr } = await pair();
    const late = await events(petr, petr.session.getState().position - 1);
    const failure = await failureOf(ana.session.readEvents(late));
    expect(failure).toMatchObject({ reason: 'gap', values: { person: 'Petr', from: 1, to: 2 } });
  });

  it('where a third one’s events are missing that its writer had', async () => {
    const { ana, petr } = await pair();
    const eva = await desk('Eva');
    await edit(eva.session, 'F1', 'note', 'from Eva');
    await take(petr, await events(eva));
    const { position } = petr.session.getState();
    await edit(petr.session, 'F1', 'note', 'from Petr');
    await take(ana, await events(petr, 0));
    const other = await desk('Jan');
    expect(await refusal(other, await events(petr, position))).toBe('gap');
  });

  it('where it is about another workspace', async () => {
    const { file } = await pair();
    const workspaces = await memoryWorkspaces();
    const empty = await deskOf(workspaces, await workspaces.create('Other', at), 'Jan');
    expect(await refusal(empty, file)).toBe('other_workspace');
    await bring(empty.session, 'second.csv', second);
    expect(await refusal(empty, file)).toBe('other_workspace');
  });

  it('where two copies wrote as one author', async () => {
    const { ana, petr } = await pair();
    const copy = await petr.workspaces.duplicate(petr.id, 'Copy', at);
    const twin = await deskOf(petr.workspaces, copy, 'Petr');
    await edit(petr.session, 'F2', 'note', 'here');
    await edit(twin.session, 'F2', 'note', 'there');
    await take(ana, await events(petr));
    const outcome = await refusal(ana, await events(twin));
    expect(outcome).toBe('forked');
  });

  it('where it imports a file that was not imported here, until it is', async () => {
    const { ana, petr } = await pair();
    await bring(petr.session, 'second.csv', second);
    const file = await events(petr);
    const failure = await failureOf(ana.session.readEvents(file));
    expect(failure).toMatchObject({ reason: 'needs_import', values: { files: 'second.csv' } });
    await bring(ana.session, 'second.csv', second);
    await take(ana, file);
    await take(petr, await events(ana));
    expect(await reports(petr)).toEqual(await reports(ana));
  });
});
