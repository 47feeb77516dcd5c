import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucketIndex } from '../../src/domain/aging/buckets';
import type { RecordedEvent } from '../../src/domain/journal/event';
import { openItemsAt } from '../../src/domain/ledger/reference';
import { type Exact, exact } from '../../src/domain/money/decimal';
import { addDays, daysBetween, type IsoDate } from '../../src/domain/time/calendar';
import type { FieldEdit } from '../../src/session/journal/edit';
import type { Session } from '../../src/session/session';
import { memoryWorkspaces } from '../../src/workspace/memory';
import type { Workspaces } from '../../src/workspace/store';
import { bring } from '../import/workbench';
import { randomLedger, toTables } from '../ledger/randomLedger';
import { ask } from '../support/openFolder';
import { openSession } from '../support/openSession';

const seed = Number(process.env['SALDO_SEED'] ?? 20261122);
const ledgers = fc
  .sample(randomLedger, { numRuns: 40, seed })
  .map((ledger, i) => ({ name: `L${i}`, ledger }));
const edges = [0, 30, 60, 90];
const first = '2025-01-01' as IsoDate;
const dates = [75, 180, 240, 420].map((n) => addDays(first, n));

const kindOf = (id: string): string =>
  id.startsWith('D') ? 'invoice' : id.startsWith('N') ? 'credit_note' : 'payment';

/** What a person does in these tests, drawn at random. */
type Step =
  | {
      readonly kind: 'due';
      readonly at: number;
      readonly to: number;
      readonly since: number | null;
    }
  | {
      readonly kind: 'disputed';
      readonly at: number;
      readonly to: boolean;
      readonly since: number | null;
    }
  | {
      readonly kind: 'collector';
      readonly at: number;
      readonly to: string;
      readonly since: number | null;
    }
  | { readonly kind: 'adjust'; readonly at: number; readonly cents: number; readonly day: number }
  | { readonly kind: 'void' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

const since = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('due' as const),
      at: fc.nat(),
      to: fc.integer({ min: -10, max: 400 }),
      since,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('disputed' as const),
      at: fc.nat(),
      to: fc.boolean(),
      since,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('collector' as const),
      at: fc.nat(),
      to: fc.constantFrom('Ana', 'Petr', ''),
      since,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('adjust' as const),
      at: fc.nat(),
      cents: fc.integer({ min: -90_000, max: 90_000 }),
      day: fc.integer({ min: 0, max: 300 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'void' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'redo' as const }) },
);
const steps = fc.sample(step, { numRuns: 160, seed });

const documents = ledgers.flatMap(({ name, ledger }) =>
  ledger.documents.map((document) => ({ name, document, id: `${name}.${document.id}` })),
);
const customers = ledgers.flatMap(({ name }) => [0, 1, 2, 3].map((k) => `${name}.K${k}`));
const datable = documents.filter(
  ({ document }) =>
    document.instalments.length === 0 && kindOf(document.reverses ?? document.id) !== 'payment',
);
const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};
const dayOf = (n: number | null): IsoDate | null => (n === null ? null : addDays(first, n));

async function take(session: Session, one: Step): Promise<void> {
  const refused = async (work: Promise<readonly unknown[]>) => expect(await work).toEqual([]);
  const edit = (field: Omit<FieldEdit, 'was'>): Promise<void> =>
    refused(session.edit([{ ...field, was: null }], 'because'));
  switch (one.kind) {
    case 'due':
    case 'disputed': {
      const { id, document } = pick(one.kind === 'due' ? datable : documents, one.at);
      const record = {
        table: 'document',
        id,
        kind: kindOf(document.reverses ?? document.id),
        entity: '',
      } as const;
      return one.kind === 'due'
        ? edit({
            record,
            field: 'due_date',
            since: dayOf(one.since),
            value: addDays(first, one.to),
          })
        : edit({ record, field: 'disputed', since: dayOf(one.since), value: String(one.to) });
    }
    case 'collector':
      return edit({
        record: { table: 'customer', id: pick(customers, one.at), kind: '', entity: '' },
        field: 'collector',
        since: dayOf(one.since),
        value: one.to === '' ? null : one.to,
      });
    case 'adjust': {
      const { name, document } = pick(documents, one.at);
      const day = addDays(first, one.day);
      await session.adjust([
        {
          customerId: `${name}.${document.customer}`,
          documentDate: day,
          postingDate: day,
          dueDate: addDays(day, 30),
          currency: 'EUR',
          amount: exact(String(one.cents)).div(100).toFixed(2),
          reference: '',
          reason: 'a rounding',
        },
      ]);
      return;
    }
    case 'void': {
      const last = session.events.findLast(({ event }) => event.kind === 'adjustments')?.event;
      if (last?.kind !== 'adjustments') return;
      const id = last.changes[0]?.after?.id;
      if (id !== undefined) await session.adjust([], [{ id, patch: 'void' }]);
      return;
    }
    case 'undo':
      await session.undo();
      return;
    case 'redo':
      await session.redo();
  }
}

/** What stands of a field at a date, by telling the events once more: the last entry on or before it. */
function valueAt(
  events: readonly RecordedEvent[],
  id: string,
  field: string,
  date: string,
): string | null | undefined {
  const timeline = new Map<string, string | null>();
  for (const { event } of events)
    if (event.kind === 'fields')
      for (const change of event.changes)
        if (change.record.id === id && change.field === field) {
          if (change.after.isSet) timeline.set(change.since ?? '', change.after.value);
          else timeline.delete(change.since ?? '');
        }
  const at = [...timeline.keys()]
    .filter((from) => from <= date)
    .sort()
    .at(-1);
  return at === undefined ? undefined : timeline.get(at);
}

/** Buckets by customer and currency at a date, computed from documents, links and events without any SQL. */
function expected(events: readonly RecordedEvent[], asOf: IsoDate): Map<string, string> {
  const rows = new Map<string, { readonly b: Exact[]; n: number }>();
  const add = (customer: string, currency: string, due: string, open: Exact): void => {
    const key = `${customer} ${currency}`;
    const row = rows.get(key) ?? { b: [...edges, 0].map(() => exact('0')), n: 0 };
    const at = bucketIndex(daysBetween(due as IsoDate, asOf), edges);
    row.b[at] = (row.b[at] ?? exact('0')).plus(open);
    rows.set(key, { b: row.b, n: row.n + 1 });
  };
  for (const { name, ledger } of ledgers)
    for (const { document, dueDate, open } of openItemsAt(
      ledger.documents,
      ledger.allocations,
      asOf,
    )) {
      const edited = valueAt(events, `${name}.${document.id}`, 'due_date', asOf);
      add(`${name}.${document.customer}`, document.currency, edited ?? dueDate, open);
    }
  const adjustments = new Map<
    string,
    {
      readonly customerId: string;
      readonly dueDate: string;
      readonly postingDate: string;
      readonly amount: string;
    }
  >();
  for (const { event } of events)
    if (event.kind === 'adjustments')
      for (const { before, after } of event.changes) {
        if (before) adjustments.delete(before.id);
        if (after?.status === 'posted') adjustments.set(after.id, after);
      }
  for (const one of adjustments.values())
    if (one.postingDate <= asOf) add(one.customerId, 'EUR', one.dueDate, exact(one.amount));
  return new Map(
    [...rows].map(([key, { b, n }]) => [key, `${b.map((x) => x.toFixed(2)).join(' ')} | ${n}`]),
  );
}

async function answer(session: Session, asOf: IsoDate): Promise<Map<string, string>> {
  const { rows, tieOuts } = await ask(session.engine, 'aging-by', { asOf, by: 'customer' });
  expect(tieOuts.filter(({ difference }) => !/^-?0(\.0+)?$/.test(difference))).toEqual([]);
  return new Map(
    rows.map((row) => [
      `${row['key']} ${row['currency']}`,
      `${[0, 1, 2, 3, 4].map((i) => String(row[`b${i}`])).join(' ')} | ${row['item_count']}`,
    ]),
  );
}

/** Reports that show what edits do, in all their ways. */
async function reports(session: Session): Promise<readonly unknown[]> {
  const results = [];
  for (const asOf of dates)
    for (const [id, params] of [
      ['aging-totals', {}],
      ['aging-totals', { dueDate: 'original', currency: 'base' }],
      ['aging-by', { by: 'collector' }],
      ['aging-by', { by: 'collector', attributes: 'now' }],
      ['aging-by', { by: 'customer', disputed: 'exclude', currency: 'base' }],
      ['open-items', {}],
      ['open-items', { collector: 'Ana', dueDate: 'original' }],
      ['re-aged', {}],
      ['documents', {}],
      ['customers', {}],
    ] as const) {
      const { rows, totals } = await ask(session.engine, id, { asOf, ...params });
      results.push({ id, asOf, params, rows, totals });
    }
  results.push(
    await ask(session.engine, 'history', {}),
    await ask(session.engine, 'edit-conflicts', {}),
  );
  return results;
}

describe(`edits at random (seed ${seed})`, () => {
  let workspaces: Workspaces;
  let id: string;
  let session: Session;
  beforeAll(async () => {
    workspaces = await memoryWorkspaces();
    id = await workspaces.create('Random', '2026-10-31');
    session = await openSession(await workspaces.open(id));
    for (const [table, text] of Object.entries(toTables(ledgers)))
      await bring(session, `${table}.csv`, text);
    await session.setPerson('Ana');
  });
  afterAll(() => session.close());

  it('show at every date what the reference says, while they are made and undone', async () => {
    for (const [i, one] of steps.entries()) {
      await take(session, one);
      if (i % 40 !== 39) continue;
      await session.settled();
      for (const asOf of dates)
        expect(sorted(await answer(session, asOf))).toEqual(sorted(expected(session.events, asOf)));
    }
  });

  it('applied one by one, give the same reports as a workspace that is opened again', async () => {
    await session.settled();
    const before = await reports(session);
    await session.close();
    session = await openSession(await workspaces.open(id));
    expect(differences(before, await reports(session))).toEqual([]);
  });

  it('all undone, leave every report as if nothing had been done, and redone bring all of it back', async () => {
    const done = await reports(session);
    let count = 0;
    while (session.getState().undo?.event.kind !== 'imported' && (await session.undo())) count += 1;
    await session.settled();
    for (const asOf of dates)
      expect(sorted(await answer(session, asOf))).toEqual(sorted(expected([], asOf)));
    for (let i = 0; i < count; i += 1) await session.redo();
    await session.settled();
    const isHistory = (one: unknown): boolean => (one as { report?: string }).report === 'history';
    expect(
      differences(
        done.filter((one) => !isHistory(one)).map(withoutTimes),
        (await reports(session)).filter((one) => !isHistory(one)).map(withoutTimes),
      ),
    ).toEqual([]);
  });
});

/** The first rows in which two lists of reports differ, by report. */
function differences(left: readonly unknown[], right: readonly unknown[]): readonly string[] {
  return left.flatMap((one, i) => {
    const [a, b] = [one, right[i]].map((report) => report as { rows: unknown[]; id?: string });
    const [was, is] = [a, b].map((report) => report?.rows.map((row) => JSON.stringify(row)) ?? []);
    const at = (was ?? []).findIndex((row, n) => row !== is?.[n]);
    if (at < 0 && was?.length === is?.length) return [];
    return [`${a?.id} ${was?.length} ${is?.length}: ${was?.[at]} ≠ ${is?.[at]}`];
  });
}

const sorted = (map: ReadonlyMap<string, string>) => Object.fromEntries([...map].sort());

/** Redone edits stand with the time and the place in the journal of their redoing. */
const withoutTimes = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, inner) =>
    ['recorded_at', 'position', 'source_row'].includes(key) ? '' : inner,
  );
