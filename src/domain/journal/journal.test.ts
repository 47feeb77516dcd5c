import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStateLine, stateLine } from '../report/stateLine';
import type { IsoDate } from '../time/calendar';
import { asItWas } from './asItWas';
import type { FieldChange, JournalEvent, RecordedEvent } from './event';
import { inverse } from './inverse';
import { withoutPerson } from './personal';
import type { RecordKey } from './record';
import { JournalState } from './state';
import { UndoHistory } from './undo';

const invoice: RecordKey = { table: 'document', id: 'F-1', kind: 'invoice', entity: '' };
const recorded = (
  seq: number,
  event: JournalEvent,
  rest: Partial<RecordedEvent> = {},
): RecordedEvent => ({
  author: 'a',
  authorSeq: seq,
  authorPrev: '',
  person: 'Ana',
  at: '2026-10-31T12:00:00Z',
  event,
  ...rest,
});

const change = (
  state: JournalState,
  field: string,
  since: string | null,
  value: string | null,
): FieldChange => ({
  record: invoice,
  field,
  since: since as IsoDate | null,
  before: state.at(invoice, field, since as IsoDate | null) ?? { isSet: false, value: 'imported' },
  after: { isSet: true, value },
});

const standing = (state: JournalState): readonly string[] =>
  [...state.fields]
    .map(({ field, since, value }) => `${field} ${since ?? 'always'} ${value}`)
    .sort();

describe('an event and its inverse', () => {
  const step = fc.record({
    field: fc.constantFrom('due_date', 'note'),
    since: fc.constantFrom(null, '2026-03-01', '2026-06-01'),
    value: fc.constantFrom('x', 'y', null),
  });

  it('leave what stood before, for any steps and however many of them are taken back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(12), (steps, taken) => {
        const state = new JournalState();
        const done: JournalEvent[] = [];
        const seen: (readonly string[])[] = [standing(state)];
        for (const { field, since, value } of steps) {
          const event: JournalEvent = {
            kind: 'fields',
            reason: '',
            changes: [change(state, field, since, value)],
          };
          state.apply(event, done.length + 1);
          done.push(event);
          seen.push(standing(state));
        }
        for (let i = 0; i < Math.min(taken, steps.length); i += 1) {
          const back = inverse(done.pop() as JournalEvent);
          if (back) state.apply(back, 99);
          expect(standing(state)).toEqual(seen[done.length]);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('of several changes of one place are taken back in the opposite order', () => {
    const state = new JournalState();
    const first = change(state, 'note', null, 'one');
    const second: FieldChange = {
      ...first,
      before: first.after,
      after: { isSet: true, value: 'two' },
    };
    const event: JournalEvent = { kind: 'fields', reason: '', changes: [first, second] };
    state.apply(event, 1);
    expect(standing(state)).toEqual(['note always two']);
    state.apply(inverse(event) as JournalEvent, 2);
    expect(standing(state)).toEqual([]);
  });

  it('an erasure has none', () => {
    expect(inverse({ kind: 'erased', customerId: 'C1', files: [] })).toBeUndefined();
  });
});

describe('undo and redo', () => {
  const note = (text: string): JournalEvent => ({
    kind: 'fields',
    reason: text,
    changes: [],
  });
  const names = (history: UndoHistory) =>
    [history.undo, history.redo].map((one) =>
      one?.event.kind === 'fields' ? one.event.reason : undefined,
    );

  it('go through the author’s own events, last first, and forget redo when something new is done', () => {
    const history = new UndoHistory('a');
    history.take(recorded(1, note('one')));
    history.take(recorded(2, note('two')));
    history.take(recorded(1, note('theirs'), { author: 'b' }));
    expect(names(history)).toEqual(['two', undefined]);
    history.take(recorded(3, note('two'), { undoes: 2 }));
    expect(names(history)).toEqual(['one', 'two']);
    history.take(recorded(4, note('two'), { redoes: 2 }));
    expect(names(history)).toEqual(['two', undefined]);
    history.take(recorded(5, note('two'), { undoes: 2 }));
    history.take(recorded(6, note('three')));
    expect(names(history)).toEqual(['three', undefined]);
  });

  it('step over what cannot be taken back', () => {
    const history = new UndoHistory('a');
    history.take(recorded(1, note('one')));
    history.take(recorded(2, { kind: 'erased', customerId: 'C1', files: [] }));
    expect(names(history)).toEqual(['one', undefined]);
  });
});

it('a record is told as it was before and after an event, whatever came later', () => {
  const state = new JournalState();
  const events: RecordedEvent[] = [];
  for (const [field, since, value] of [
    ['due_date', null, '2026-07-01'],
    ['note', null, 'called'],
    ['due_date', '2026-08-01', '2026-09-01'],
    ['due_date', null, '2026-07-15'],
  ] as const) {
    const event: JournalEvent = {
      kind: 'fields',
      reason: '',
      changes: [change(state, field, since, value)],
    };
    state.apply(event, events.length + 1);
    events.push(recorded(events.length + 1, event));
  }
  expect(asItWas(events, invoice, 3)).toEqual([
    { field: 'due_date', before: '2026-07-01', after: '2026-09-01' },
    { field: 'note', before: 'called', after: 'called' },
  ]);
  expect(asItWas(events, invoice, 1)).toEqual([
    { field: 'due_date', before: 'imported', after: '2026-07-01' },
    { field: 'note', before: 'imported', after: 'imported' },
  ]);
});

it('an event without a person keeps everything else', () => {
  const customer: RecordKey = { table: 'customer', id: 'C1', kind: '', entity: '' };
  const of = (field: string): FieldChange => ({
    record: customer,
    field,
    since: null,
    before: { isSet: false, value: 'old' },
    after: { isSet: true, value: 'new' },
  });
  const { event } = withoutPerson(
    recorded(1, { kind: 'fields', reason: 'r', changes: [of('email'), of('collector')] }),
    'C1',
  );
  expect(event).toEqual({
    kind: 'fields',
    reason: 'r',
    changes: [
      {
        ...of('email'),
        before: { isSet: false, value: null },
        after: { isSet: true, value: null },
      },
      of('collector'),
    ],
  });
});

it('a state line says what an output was made from, and is found in any text', () => {
  const madeFrom = {
    report: 'aging-by',
    params: { asOf: '2026-08-31', by: 'collector', collector: 'Núñez & Co #1' },
    position: 57,
    hash: '9c1f2ab03d4e5f60',
  };
  const line = stateLine(madeFrom);
  expect(parseStateLine(`State: ${line}\nVersion 1`)).toEqual({ ok: true, value: madeFrom });
  expect(parseStateLine('saldo:aging-by#57')).toEqual({ ok: false, error: 'no_line' });
});
