import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Adjustment, ImportFact, JournalEvent, SavedView } from '../../domain/journal/event';
import { inverse } from '../../domain/journal/inverse';
import type { RecordKey } from '../../domain/journal/record';
import type { IsoDate } from '../../domain/time/calendar';
import { assert } from '../../lib/assert';
import { hashing } from '../../workspace/hashing';
import { memoryStore } from '../../workspace/memory';
import type { WorkspaceStore } from '../../workspace/store';
import { EventLog } from '../journal/eventLog';
import { adoptEvents } from './adopt';
import type { Side } from './conflicts';
import { decodeEvents, type EventsFile, encodeEvents } from './eventsFile';
import { exportEvents } from './exportEvents';
import { ExchangeFailure } from './failure';
import { readEvents } from './incoming';

const at = '2026-10-31T18:00:00.000Z';

const factOf = (file: string): ImportFact => ({
  file,
  sha256: createHash('sha256').update(file).digest('hex'),
  bytes: 10,
  encoding: 'utf-8',
  mapping: { dataset: 'document', fields: {}, constants: {}, flipSign: false },
  rowCount: 1,
  goodCount: 1,
  totals: [],
});

/** A colleague at a machine of their own: a journal, and what they do to it. */
class Desk {
  readonly store: WorkspaceStore;
  readonly log: EventLog;

  private constructor(store: WorkspaceStore, log: EventLog) {
    this.store = store;
    this.log = log;
  }

  static async at(store: WorkspaceStore, person: string): Promise<Desk> {
    const log = await EventLog.open(store, () => at);
    await log.keyring.setPerson(person);
    return new Desk(store, log);
  }

  /** The same workspace restored somewhere else: the same events and keys, another author. */
  async restored(person: string): Promise<Desk> {
    const store = await memoryStore();
    await store.append(await this.store.readEvents(0));
    for (const { sha256 } of this.log.state.imports)
      await store.putSegment(sha256, await this.store.segment(sha256));
    const keys: object = JSON.parse((await this.store.readKeys()) ?? '{}');
    await store.writeKeys(JSON.stringify({ ...keys, author: '', person: '' }));
    return Desk.at(store, person);
  }

  /** What is read from the journal when it is opened again. */
  reopened(): Promise<EventLog> {
    return EventLog.open(this.store, () => at);
  }

  get position(): number {
    return this.log.position;
  }

  async do(event: JournalEvent): Promise<void> {
    await this.log.record([{ event }]);
  }

  async import(file: string): Promise<void> {
    const fact = factOf(file);
    await this.store.putSegment(fact.sha256, new Blob([file]));
    await this.do({ kind: 'imported', files: [fact] });
  }

  async edit(id: string, field: string, value: string, since: string | null = null): Promise<void> {
    const record: RecordKey = {
      table: id.startsWith('C') ? 'customer' : 'document',
      id,
      kind: id.startsWith('C') ? '' : 'invoice',
      entity: '',
    };
    const day = since as IsoDate | null;
    const before = this.log.state.at(record, field, day) ?? { isSet: false, value: null };
    const change = { record, field, since: day, before, after: { isSet: true, value } };
    await this.do({ kind: 'fields', changes: [change], reason: 'because' });
  }

  async undo(): Promise<void> {
    const done = this.log.history.undo;
    const event = done && inverse(done.event);
    assert(done && event, 'there is something to take back');
    await this.log.record([{ event, undoes: done.authorSeq }]);
  }

  async erase(customerId: string): Promise<void> {
    await this.do({ kind: 'erased', customerId, files: [] });
    await this.log.forget(customerId);
  }

  file(since = 0): Promise<Blob> {
    return exportEvents(this.log, this.store, { since, at });
  }

  /** Takes a file over; its conflicts are decided in their order. */
  async take(file: Blob, sides: readonly Side[] = []): Promise<void> {
    const incoming = await readEvents(this.log, file);
    expect(incoming.conflicts).toHaveLength(sides.length);
    const choices = new Map(
      incoming.conflicts.map(({ key }, i) => [key, sides[i] ?? 'mine'] as const),
    );
    await adoptEvents(this.log, this.store, incoming, { choices, reason: 'agreed' });
  }

  /** The typed reason for which a file is refused. */
  async refusal(file: Blob): Promise<ExchangeFailure> {
    const outcome = await readEvents(this.log, file).catch((error: unknown) => error);
    assert(outcome instanceof ExchangeFailure, `untyped: ${outcome}`);
    return outcome;
  }
}

/** What a journal comes to, apart from the order in which it came. */
function standing({ state }: EventLog): unknown {
  const sorted = (texts: readonly unknown[]) => texts.map((one) => JSON.stringify(one)).sort();
  return {
    fields: sorted(
      [...state.fields].map(({ record, field, since, value }) => [record, field, since, value]),
    ),
    adjustments: sorted(state.adjustments.map(({ adjustment }) => adjustment)),
    imports: sorted(state.imports.map(({ sha256 }) => sha256)),
    views: sorted([...state.views('/ledger')]),
    closedThrough: state.closedThrough,
    erased: [...state.erased].sort(),
  };
}

/** All desks come to the same, now and when they are opened again, with every author's chain whole. */
async function expectSame(...desks: readonly Desk[]): Promise<void> {
  const [first, ...others] = desks;
  assert(first, 'there is a desk');
  for (const other of others) expect(standing(other.log)).toEqual(standing(first.log));
  for (const desk of desks) {
    const again = await desk.reopened();
    expect(standing(again)).toEqual(standing(first.log));
    expect([again.chainBreaks, desk.log.chainBreaks]).toEqual([0, 0]);
  }
}

async function shared(): Promise<Desk> {
  const desk = await Desk.at(await memoryStore(), 'Ana');
  await desk.import('first.csv');
  await desk.edit('C1', 'note', 'calls back on Mondays');
  await desk.edit('F1', 'reference', 'R-1');
  return desk;
}

/** Colleagues who begin with the same workspace. */
async function desks<T extends readonly string[]>(...names: T): Promise<{ [K in keyof T]: Desk }> {
  const first = await shared();
  return Promise.all(names.map((name) => first.restored(name))) as Promise<{
    [K in keyof T]: Desk;
  }>;
}

const valueIn = ({ log }: Desk, id: string, field: string): string | null | undefined =>
  [...log.state.fields].find((one) => one.record.id === id && one.field === field)?.value;

describe('colleagues who exchange their events', () => {
  it('come to the same, whatever they did', async () => {
    const [ana, petr] = await desks('Ana', 'Petr');
    await ana.edit('F1', 'due_date', '2026-10-15');
    await ana.edit('C1', 'collector', 'Ana', '2026-09-01');
    await petr.edit('F2', 'disputed', 'true', '2026-09-10');
    await petr.edit('F3', 'due_date', '2026-11-01');
    await petr.undo();
    const [fromAna, fromPetr] = [await ana.file(), await petr.file()];
    await ana.take(fromPetr);
    await petr.take(fromAna);
    await expectSame(ana, petr);
  });

  it('keep who did what and when, and undo only what they did themselves', async () => {
    const [ana, petr] = await desks('Ana', 'Petr');
    await ana.edit('F1', 'note', 'mine');
    await petr.edit('F2', 'note', 'seen');
    await ana.take(await petr.file());
    expect(ana.log.events.at(-1)).toEqual(petr.log.events.at(-1));
    expect(ana.log.history.undo).toMatchObject({ person: 'Ana', authorSeq: 1 });
  });

  it('may pass a third one’s events on', async () => {
    const [ana, petr, eva] = await desks('Ana', 'Petr', 'Eva');
    await eva.edit('F1', 'note', 'from Eva');
    await petr.take(await eva.file());
    await petr.edit('F2', 'note', 'from Petr');
    await ana.take(await petr.file());
    await eva.take(await petr.file());
    await expectSame(ana, petr, eva);
  });

  it('go on after each exchange with what came since', async () => {
    const [ana, petr] = await desks('Ana', 'Petr');
    for (let round = 0; round < 5; round += 1) {
      const since = [ana.position, petr.position];
      await ana.edit('F1', 'note', `round ${round}`);
      await petr.edit('C2', 'phone', `600 ${round}`);
      await petr.take(await ana.file(since[0]));
      await ana.take(await petr.file(since[1]));
      await expectSame(ana, petr);
    }
  });
});

describe('a conflict', () => {
  it('is the same field at the same place, changed by both to different values', async () => {
    const [ana, petr] = await desks('Ana', 'Petr');
    await ana.edit('F1', 'due_date', '2026-10-01');
    await ana.edit('F2', 'due_date', '2026-10-02');
    await ana.edit('F3', 'due_date', '2026-10-03', '2026-09-10');
    await petr.edit('F1', 'due_date', '2026-11-01');
    await petr.edit('F2', 'due_date', '2026-10-02');
    await petr.edit('F3', 'due_date', '2026-11-03', '2026-09-11');
    const { conflicts } = await readEvents(ana.log, await petr.file());
    const word = (person: string, value: string) => ({
      person,
      at,
      touch: { change: { record: { id: 'F1' }, field: 'due_date', after: { value } } },
    });
    expect(conflicts).toHaveLength(1);
    expect(conflicts).toMatchObject([
      { mine: word('Ana', '2026-10-01'), theirs: word('Petr', '2026-11-01') },
    ]);
  });

  it.each([
    ['mine', '2026-10-01'],
    ['theirs', '2026-11-01'],
  ] as const)('decided for %s stands for both, and says who decided', async (side, due) => {
    const [ana, petr] = await desks('Ana', 'Petr');
    await ana.edit('F1', 'due_date', '2026-10-01');
    await petr.edit('F1', 'due_date', '2026-11-01');
    await ana.take(await petr.file(), [side]);
    expect(valueIn(ana, 'F1', 'due_date')).toBe(due);
    await petr.take(await ana.file());
    expect(valueIn(petr, 'F1', 'due_date')).toBe(due);
    await expectSame(ana, petr);
    expect(ana.log.events.at(-1)).toMatchObject({ person: 'Ana', event: { reason: 'agreed' } });
  });

  it('decided differently by both comes up again, and is then decided once', async () => {
    const [ana, petr] = await desks('Ana', 'Petr');
    await ana.edit('F1', 'due_date', '2026-10-01');
    await petr.edit('F1', 'due_date', '2026-11-01');
    const [fromAna, fromPetr] = [await ana.file(), await petr.file()];
    await ana.take(fromPetr, ['mine']);
    await petr.take(fromAna, ['mine']);
    await ana.take(await petr.file(), ['theirs']);
    await petr.take(await ana.file());
    expect(valueIn(ana, 'F1', 'due_date')).toBe('2026-11-01');
    await expectSame(ana, petr);
  });

  it('with what one of them took back is none: the one change stands', async () => {
    const [ana, petr, eva] = await desks('Ana', 'Petr', 'Eva');
    await ana.edit('F1', 'due_date', '2026-10-01');
    await petr.edit('F1', 'due_date', '2026-11-01');
    await petr.undo();
    const fromAna = await ana.file();
    await ana.take(await petr.file());
    await petr.take(fromAna);
    await eva.take(await ana.file());
    for (const one of [ana, petr, eva]) expect(valueIn(one, 'F1', 'due_date')).toBe('2026-10-01');
    await petr.take(await ana.file());
    await expectSame(ana, petr, eva);
  });

  it('is also an adjustment, a view or a closing that both changed', async () => {
    const first = await shared();
    const adjustment: Adjustment = {
      id: 'ADJ-1',
      customerId: 'C1',
      documentDate: '2026-08-01' as IsoDate,
      postingDate: '2026-08-01' as IsoDate,
      dueDate: '2026-08-31' as IsoDate,
      currency: 'EUR',
      amount: '-10.00',
      reference: '',
      reason: 'a rounding',
      status: 'posted',
    };
    await first.do({ kind: 'adjustments', changes: [{ before: null, after: adjustment }] });
    const [ana, petr] = [await first.restored('Ana'), await first.restored('Petr')];
    const change = (desk: Desk, part: Partial<Adjustment>, age: string, through: string) => {
      const after: SavedView = { name: 'late', params: { age }, layout: { b: 1, a: 2 } };
      const changes = [{ before: adjustment, after: { ...adjustment, ...part } }];
      return desk.log.record([
        { event: { kind: 'adjustments', changes } },
        { event: { kind: 'view', page: '/ledger', before: null, after } },
        { event: { kind: 'period', before: null, after: through as IsoDate, totals: [] } },
      ]);
    };
    await change(ana, { status: 'void' }, '60', '2026-07-31');
    await change(petr, { amount: '-12.00' }, '90', '2026-08-31');
    await ana.take(await petr.file(), ['theirs', 'mine', 'mine']);
    await petr.take(await ana.file());
    await expectSame(ana, petr);
    expect(ana.log.state.adjustment('ADJ-1')).toEqual({ ...adjustment, amount: '-12.00' });
    expect(ana.log.state.views('/ledger')).toMatchObject([{ params: { age: '60' } }]);
    expect(ana.log.state.closedThrough).toBe('2026-07-31');
  });

  it('that comes up while others are decided is asked about, and nothing is taken', async () => {
    const [ana, petr] = await desks('Ana', 'Petr');
    await petr.edit('F1', 'due_date', '2026-11-01');
    const incoming = await readEvents(ana.log, await petr.file());
    expect(incoming.conflicts).toEqual([]);
    await ana.edit('F1', 'due_date', '2026-10-01');
    const { position } = ana;
    await expect(
      adoptEvents(ana.log, ana.store, incoming, { choices: new Map(), reason: '' }),
    ).rejects.toMatchObject({ reason: 'undecided' });
    expect(ana.position).toBe(position);
  });
});

describe('personal fields', () => {
  it('come with the keys that they need, and with no others', async () => {
    const [ana, petr] = await desks('Ana', 'Petr');
    await petr.edit('C2', 'email', 'sealed@example.com');
    const file = await petr.file(ana.position);
    expect(Object.keys((await decodeEvents(file, await hashing())).keys)).toEqual(['C2']);
    expect(await file.text()).not.toContain(btoa('sealed@example.com').slice(0, 20));
    await ana.take(file);
    expect(valueIn(ana, 'C2', 'email')).toBe('sealed@example.com');
    await expectSame(ana, petr);
  });

  it('of a customer who was erased here do not come back, and those erased there go', async () => {
    const [ana, petr] = await desks('Ana', 'Petr');
    await petr.edit('C1', 'note', 'a secret of Petr');
    await ana.edit('C1', 'phone', 'a secret of Ana');
    await ana.erase('C1');
    const fromAna = await ana.file();
    await ana.take(await petr.file());
    await petr.take(fromAna);
    for (const one of [ana, petr]) {
      const again = await one.reopened();
      const all = JSON.stringify([one.log.events, again.events, [...one.log.state.fields]]);
      expect(all).not.toMatch(/secret|Mondays/);
      expect(again.keyring.customers).toEqual({});
      expect((await decodeEvents(await one.file(), await hashing())).keys).toEqual({});
    }
    await expectSame(ana, petr);
  });

  it('that both wrote first, each under a key of their own, can be read by both', async () => {
    const [ana, petr] = await desks('Ana', 'Petr');
    await ana.edit('C2', 'phone', '600 100 200');
    await petr.edit('C2', 'email', 'sealed@example.com');
    const fromAna = await ana.file();
    await ana.take(await petr.file());
    await petr.take(fromAna);
    await expectSame(ana, petr);
    for (const one of [ana, petr]) {
      expect(valueIn(one, 'C2', 'phone')).toBe('600 100 200');
      expect(valueIn(one, 'C2', 'email')).toBe('sealed@example.com');
    }
    await ana.edit('C2', 'note', 'on');
    await petr.take(await ana.file());
    await expectSame(ana, petr);
    await ana.erase('C2');
    await petr.take(await ana.file());
    await expectSame(ana, petr);
  });

  it('without their key are refused', async () => {
    const [ana, petr] = await desks('Ana', 'Petr');
    await petr.edit('C2', 'email', 'sealed@example.com');
    const file = await remade(await petr.file(), () => ({ keys: {} }));
    expect(await ana.refusal(file)).toMatchObject({ reason: 'damaged' });
  });
});

/** A file that is written anew after a change, its sums being right. */
async function remade(file: Blob, change: (it: EventsFile) => Partial<EventsFile>): Promise<Blob> {
  const known = await decodeEvents(file, await hashing());
  return encodeEvents({ ...known, ...change(known) }, await hashing());
}

describe('a file of events is refused', () => {
  async function pair() {
    const [ana, petr] = await desks('Ana', 'Petr');
    for (const value of ['a', 'b', 'c']) await petr.edit('F2', 'note', value);
    return { ana, petr, file: await petr.file(ana.position) };
  }

  it('where it brings nothing new, and changes nothing then', async () => {
    const { ana, file } = await pair();
    await ana.take(file);
    const { position } = ana;
    for (const again of [file, await ana.file()])
      expect(await ana.refusal(again)).toMatchObject({ reason: 'nothing_new' });
    expect(ana.position).toBe(position);
    await expect(ana.file(position)).rejects.toMatchObject({ reason: 'nothing_new' });
  });

  it('where it is no such file, or a later version wrote it', async () => {
    const { ana, file } = await pair();
    const reasonOf = async (parts: BlobPart[]) => (await ana.refusal(new Blob(parts))).reason;
    expect(await reasonOf([])).toBe('not_events');
    expect(await reasonOf(['{}'])).toBe('not_events');
    const text = (await file.text()).replace('"format":1', '"format":2').slice(0, -65);
    const sum = createHash('sha256').update(text).digest('hex');
    expect(await reasonOf([text, sum, '\n'])).toBe('newer');
  });

  it('where any of it was cut off or turned over', async () => {
    const { ana, file } = await pair();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const damaged = async (part: Uint8Array<ArrayBuffer>): Promise<void> => {
      const { reason } = await ana.refusal(new Blob([part]));
      expect(['not_events', 'damaged']).toContain(reason);
    };
    for (let length = 0; length < bytes.length; length += 1) await damaged(bytes.slice(0, length));
    for (let i = 0; i < bytes.length; i += 1) {
      const turned = bytes.slice();
      turned[i] = (turned[i] ?? 0) ^ (1 << (i % 8));
      await damaged(turned);
    }
  });

  it('where events are in another order, twice, left out or changed, though its sums are right', async () => {
    const { ana, file } = await pair();
    const { payloads } = await decodeEvents(file, await hashing());
    const [a, b, c] = payloads;
    assert(a && b && c, 'there are three');
    const of = async (...list: readonly Uint8Array[]): Promise<string> =>
      (await ana.refusal(await remade(file, () => ({ payloads: list })))).reason;
    const forged = (payload: Uint8Array, from: string, to: string): Uint8Array =>
      new TextEncoder().encode(new TextDecoder().decode(payload).replace(from, to));
    expect(await of(c, b, a)).toBe('gap');
    expect(await of(a, c, b)).toBe('gap');
    expect(await of(b, c)).toBe('gap');
    expect(await of(a, b)).toBe('gap');
    expect(await of(a, b, b, c)).toBe('damaged');
    expect(await of(forged(a, '"a"', '"x"'), b, c)).toBe('forked');
    expect(await of(a, b, forged(c, '"c"', '"x"'))).toBe('damaged');
    expect(await of(a, b, Uint8Array.of(1, 2, 3))).toBe('damaged');
    expect(await of(a, b, forged(c, '"v":1', '"v":2'))).toBe('newer');
  });

  it('where an event says what nobody can say', async () => {
    const { ana, petr } = await pair();
    const forge = async (field: string, value: string, since: string | null = null) => {
      const forger = await petr.restored('Forger');
      await forger.edit('F1', field, value, since);
      return readEvents(ana.log, await forger.file()).then(
        () => 'taken',
        (error: ExchangeFailure) => error.reason,
      );
    };
    expect(await forge('note', 'all right')).toBe('taken');
    expect(await forge('amount', '1000000.00')).toBe('damaged');
    expect(await forge('due_date', '31/12/2026')).toBe('damaged');
    expect(await forge('disputed', 'perhaps')).toBe('damaged');
    expect(await forge('note', 'from a day on', '2026-01-01')).toBe('damaged');
  });

  it('where events before it are missing, and says whose and which', async () => {
    const { ana, petr } = await pair();
    const late = await petr.file(petr.position - 1);
    expect(await ana.refusal(late)).toMatchObject({
      reason: 'gap',
      values: { person: 'Petr', from: 1, to: 2 },
    });
  });

  it('where a third one’s events are missing that its writer had', async () => {
    const [ana, petr, eva] = await desks('Ana', 'Petr', 'Eva');
    await eva.edit('F1', 'note', 'from Eva');
    await petr.take(await eva.file());
    const { position } = petr;
    await petr.edit('F1', 'note', 'from Petr');
    expect(await ana.refusal(await petr.file(position))).toMatchObject({ reason: 'gap' });
    await ana.take(await petr.file());
    await expectSame(ana, petr);
  });

  it('where it is about another workspace', async () => {
    const { file } = await pair();
    const other = await Desk.at(await memoryStore(), 'Jan');
    expect(await other.refusal(file)).toMatchObject({ reason: 'other_workspace' });
    await other.import('first.csv');
    expect(await other.refusal(file)).toMatchObject({ reason: 'other_workspace' });
  });

  it('where two copies wrote as one author', async () => {
    const { ana, petr } = await pair();
    const store = await memoryStore();
    await store.append(await petr.store.readEvents(0));
    await store.writeKeys((await petr.store.readKeys()) ?? '');
    const twin = await Desk.at(store, 'Petr');
    await petr.edit('F2', 'note', 'here');
    await twin.edit('F2', 'note', 'there');
    await ana.take(await petr.file());
    expect(await ana.refusal(await twin.file())).toMatchObject({ reason: 'forked' });
    await twin.edit('F2', 'note', 'and on');
    expect(await ana.refusal(await twin.file())).toMatchObject({ reason: 'forked' });
    expect(await ana.refusal(await twin.file(twin.position - 1))).toMatchObject({
      reason: 'forked',
    });
  });

  it('where it imports a file that was not imported here, until it is', async () => {
    const { ana, petr } = await pair();
    await petr.import('second.csv');
    const file = await petr.file();
    expect(await ana.refusal(file)).toMatchObject({
      reason: 'needs_import',
      values: { files: 'second.csv' },
    });
    await ana.import('second.csv');
    await ana.take(file);
    await petr.take(await ana.file());
    await expectSame(ana, petr);
  });
});
