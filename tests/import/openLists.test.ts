import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../src/session/session';
import { ask } from '../support/openFolder';
import { openSession } from '../support/openSession';
import { file } from './drafting';
import { bringAll, documents } from './workbench';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
beforeEach(() => session.clear());
afterAll(() => session.close());

const header = 'Invoice,Customer,Invoice date,Due date,Total,Balance due,Currency';

/** A list of open items as its system writes it at the end of a month. */
const list = (day: string, rows: readonly string[]) => ({
  name: `open items ${day}.csv`,
  blob: new Blob([`${header}\n${rows.join('\n')}\n`]),
});

const september = list('2026-09-30', [
  'F-1,Alfa,2026-08-01,2026-08-31,100.00,100.00,EUR',
  'F-2,Beta,2026-08-15,2026-09-14,200.00,50.00,EUR',
]);
const october = list('2026-10-31', [
  'F-2,Beta,2026-08-15,2026-09-14,200.00,20.00,EUR',
  'F-3,Alfa,2026-10-10,2026-11-09,70.00,70.00,EUR',
]);

const open = async (asOf: string) =>
  (await ask(session.engine, 'open-items', { asOf })).rows
    .map((row) => `${row['document_id']} ${row['open_amount']}`)
    .sort();

describe('lists of open items, month after month', () => {
  it('answer for their days, and nothing is asked of the second', async () => {
    const [first] = await bringAll(session, [september]);
    expect(first?.plan.mapping.content).toEqual({ kind: 'open_items', to: '2026-09-30' });
    const { imports } = await session.desk.stageFiles([october]);
    expect(imports[0]?.suggestion).toMatchObject({
      ambiguousDates: [],
      ambiguousNumbers: [],
      mapping: { content: { kind: 'open_items', to: '2026-10-31' } },
    });
    for (const { staged } of imports) await session.desk.drop(staged);
    await bringAll(session, [october]);
    expect(await open('2026-09-30')).toEqual(['F-1 100.00', 'F-2 50.00']);
    expect(await open('2026-10-30')).toEqual(['F-1 100.00', 'F-2 50.00', 'F-3 70.00']);
    expect(await open('2026-10-31')).toEqual(['F-2 20.00', 'F-3 70.00']);
  });

  it('settle what is missing or less on the next list, on that list’s day, and say that nobody knows why', async () => {
    await bringAll(session, [september]);
    await bringAll(session, [october]);
    const settled = await documents(session, ['document_id', 'kind', 'posting_date', 'amount']);
    expect(settled.filter((line) => line.includes('unexplained'))).toEqual([
      'F-1:unexplained:2026-10-31 | settlement_unexplained | 2026-10-31 | -100.0000',
      'F-2:unexplained:2026-09-30 | settlement_unexplained | 2026-09-30 | -150.0000',
      'F-2:unexplained:2026-10-31 | settlement_unexplained | 2026-10-31 | -30.0000',
    ]);
  });

  it('give an item that is back on a list its own age again, as far as it is back', async () => {
    const item = (id: string, amount: string, left: string) =>
      `${id},Alfa,2026-08-01,2026-08-31,${amount},${left},EUR`;
    const lists = [
      list('2026-09-30', [
        item('F-1', '100.00', '100.00'),
        item('F-2', '80.00', '80.00'),
        item('N-1', '-30.00', '-30.00'),
      ]),
      list('2026-10-31', [item('F-9', '5.00', '5.00')]),
      list('2026-11-30', [
        item('F-1', '100.00', '100.00'),
        item('F-2', '80.00', '60.00'),
        item('N-1', '-30.00', '-10.00'),
        item('F-9', '5.00', '7.00'),
      ]),
      list('2026-12-31', [item('F-2', '80.00', '70.00')]),
    ];
    for (const one of lists) await bringAll(session, [one]);
    const aged = async (asOf: string) =>
      (await ask(session.engine, 'open-items', { asOf })).rows
        .map((row) => `${row['document_id']} ${row['open_amount']} ${row['due_date']}`)
        .sort();
    expect(await aged('2026-10-31')).toEqual(['F-9 5.00 2026-08-31']);
    expect(await aged('2026-11-30')).toEqual([
      'F-1 100.00 2026-08-31',
      'F-2 60.00 2026-08-31',
      'F-9 5.00 2026-08-31',
      'F-9:unexplained:2026-11-30 2.00 2026-11-30',
      'N-1 -10.00 2026-08-31',
    ]);
    expect(await aged('2026-12-31')).toEqual(['F-2 70.00 2026-08-31']);
  });

  it('dropped together are a list of each day, and not one of all', async () => {
    await bringAll(session, [october, september]);
    expect(await open('2026-09-30')).toEqual(['F-1 100.00', 'F-2 50.00']);
    expect(await open('2026-10-31')).toEqual(['F-2 20.00', 'F-3 70.00']);
  });

  it('leave unexplained only what no receipt explains', async () => {
    await bringAll(session, [september]);
    await bringAll(session, [
      {
        name: 'receipts.csv',
        blob: new Blob([
          'Receipt,Invoice,Customer,Date,Amount,Currency\nP-1,F-1,Alfa,2026-10-05,100.00,EUR\n',
        ]),
      },
    ]);
    await bringAll(session, [october]);
    const all = await documents(session, ['document_id']);
    expect(all.filter((id) => id.startsWith('F-1'))).toEqual(['F-1']);
    expect(await open('2026-10-04')).toContain('F-1 100.00');
    expect(await open('2026-10-05')).not.toContain('F-1 100.00');
  });

  it('say nothing of days before the first of them, which every report of such a day says', async () => {
    await bringAll(session, [october]);
    const before = { side: 'before', date: '2026-10-31', kind: 'open_items' };
    for (const report of ['aging-totals', 'open-items', 'tie-out'])
      expect((await ask(session.engine, report, { asOf: '2026-10-30' })).outside).toEqual(before);
    expect(
      (await ask(session.engine, 'aging-totals', { asOf: '2026-10-31' })).outside,
    ).toBeUndefined();
    await bringAll(session, [september]);
    expect(
      (await ask(session.engine, 'aging-totals', { asOf: '2026-10-30' })).outside,
    ).toBeUndefined();
    expect((await ask(session.engine, 'aging-totals', { asOf: '2026-09-29' })).outside?.date).toBe(
      '2026-09-30',
    );
  });

  it('are lists again where the file of that shape before was said to be one', async () => {
    const plain = (day: string, ...rows: readonly string[]) =>
      file(`items ${day}.csv`, 'Invoice,Customer,Date,Amount', ...rows);
    const first = plain('2026-09-30', 'O-1,Alfa,2026-09-01,100.00', 'O-2,Alfa,2026-09-02,50.00');
    const { imports } = await session.desk.stageFiles([first]);
    const [one] = imports;
    if (!one?.suggestion) throw new Error('it was not recognised');
    const content = { kind: 'open_items', to: '2026-09-30' } as const;
    const plan = await session.desk.plan(one.staged, { ...one.suggestion.mapping, content });
    await session.commit([{ plan, source: one.source, original: one.original }]);
    const [second] = await bringAll(session, [
      plain('2026-10-31', 'O-2,Alfa,2026-09-02,50.00', 'O-3,Alfa,2026-10-02,70.00'),
    ]);
    expect(second?.plan.mapping.content).toEqual({ kind: 'open_items', to: '2026-10-31' });
    expect(await open('2026-10-31')).toEqual(['O-2 50.00', 'O-3 70.00']);
  });

  it('beside a file that does not say what it is leave the days before open', async () => {
    await bringAll(session, [
      october,
      file('invoices.csv', 'Invoice,Customer,Date,Amount', 'F-9,Alfa,2026-01-05,10.00'),
    ]);
    expect(
      (await ask(session.engine, 'aging-totals', { asOf: '2026-10-30' })).outside,
    ).toBeUndefined();
  });

  it('are forgotten when one of them is withdrawn, and come back when that is undone', async () => {
    await bringAll(session, [september]);
    await bringAll(session, [october]);
    const sha = session.getState().imports[1]?.sha256 ?? '';
    await session.withdraw(sha);
    expect(await open('2026-10-31')).toEqual(['F-1 100.00', 'F-2 50.00']);
    await session.undo();
    await session.settled();
    expect(await open('2026-10-31')).toEqual(['F-2 20.00', 'F-3 70.00']);
  });
});

it('items of an opening keep their dates, are posted at cut-over, and are none that the history has', async () => {
  await bringAll(session, [
    {
      name: 'history.csv',
      blob: new Blob([
        'Invoice,Customer,Invoice date,Due date,Amount,Currency\nF-9,Alfa,2026-05-20,2026-06-19,80.00,EUR\n',
      ]),
    },
  ]);
  const opening = {
    name: 'opening.csv',
    blob: new Blob([
      'Invoice,Customer,Invoice date,Due date,Amount,Currency\nF-1,Alfa,2026-01-10,2026-02-09,100.00,EUR\nF-9,Alfa,2026-05-20,2026-06-19,80.00,EUR\n',
    ]),
  };
  const { imports } = await session.desk.stageFiles([opening]);
  const [one] = imports;
  if (!one?.suggestion) throw new Error('not recognised');
  const mapping = {
    ...one.suggestion.mapping,
    content: { kind: 'opening', to: '2026-06-30' },
  } as const;
  const plan = await session.desk.plan(one.staged, mapping);
  const [review] = await session.desk.review([plan]);
  expect(review?.findings.map(({ code, rows }) => [code, rows[0]?.value])).toEqual([
    ['opening_duplicate', 'F-9'],
  ]);
  expect(review?.comparison).toEqual({
    ...{ table: 'document', newCount: 1, changedCount: 0, identicalCount: 1, effects: [] },
  });
  await session.commit([{ plan, source: one.source }]);
  expect(
    await documents(session, ['document_id', 'kind', 'document_date', 'posting_date', 'due_date']),
  ).toEqual([
    'F-1 | opening_balance | 2026-01-10 | 2026-06-30 | 2026-02-09',
    'F-9 | invoice | 2026-05-20 | 2026-05-20 | 2026-06-19',
  ]);
});

it('an opening gives way to a history that comes later, and says so', async () => {
  const bring = async (name: string, lines: readonly string[], content: object) => {
    const header = 'Invoice,Customer,Invoice date,Due date,Amount,Currency';
    const { imports } = await session.desk.stageFiles([
      { name, blob: new Blob([`${[header, ...lines].join('\n')}\n`]) },
    ]);
    const [one] = imports;
    if (!one?.suggestion) throw new Error('not recognised');
    const mapping = { ...one.suggestion.mapping, content } as typeof one.suggestion.mapping;
    const plan = await session.desk.plan(one.staged, mapping);
    const [review] = await session.desk.review([plan]);
    await session.commit([{ plan, source: one.source }]);
    return review?.findings.map(({ code, rows }) => `${code} ${rows[0]?.value}`);
  };
  const old = 'F-1,Alfa,2026-05-20,2026-06-19,80.00,EUR';
  await bring('opening.csv', [old, 'F-0,Alfa,2026-01-10,2026-02-09,5.00,EUR'], {
    ...{ kind: 'opening', to: '2026-06-30' },
  });
  const told = await bring('history.csv', [old], { kind: 'history' });
  expect(told).toContain('opening_known F-1');
  expect((await documents(session, ['document_id', 'kind', 'posting_date'])).toSorted()).toEqual([
    'F-0 | opening_balance | 2026-06-30',
    'F-1 | invoice | 2026-05-20',
  ]);
  await session.undo();
  await session.settled();
  expect((await documents(session, ['document_id', 'kind', 'posting_date'])).toSorted()).toEqual([
    'F-0 | opening_balance | 2026-06-30',
    'F-1 | opening_balance | 2026-06-30',
  ]);
});

it('an opening keeps an invoice whose number a receipt of the history has too', async () => {
  await bringAll(session, [
    {
      name: 'receipts.csv',
      blob: new Blob([
        'Receipt No,Customer,Payment Date,Amount received,Currency\n1001,Alfa,2026-07-20,30.00,EUR\n',
      ]),
    },
  ]);
  const { imports } = await session.desk.stageFiles([
    {
      name: 'opening.csv',
      blob: new Blob([
        'Invoice,Customer,Invoice date,Due date,Amount,Currency\n1001,Alfa,2026-01-10,2026-02-09,100.00,EUR\n',
      ]),
    },
  ]);
  const [one] = imports;
  if (!one?.suggestion) throw new Error('not recognised');
  const mapping = {
    ...one.suggestion.mapping,
    content: { kind: 'opening', to: '2026-06-30' },
  } as const;
  const plan = await session.desk.plan(one.staged, mapping);
  const [review] = await session.desk.review([plan]);
  expect(review?.findings.map(({ code }) => code)).not.toContain('opening_duplicate');
  await session.commit([{ plan, source: one.source }]);
  expect((await documents(session, ['document_id', 'kind', 'amount'])).toSorted()).toEqual([
    '1001 | opening_balance | 100.0000',
    '1001 | payment | -30.0000',
  ]);
});

it('what a history changes at the month ends that an opening told of is shown before', async () => {
  const bringAs = async (name: string, lines: readonly string[], content: object) => {
    const header = 'Invoice,Customer,Invoice date,Due date,Amount,Currency';
    const { imports } = await session.desk.stageFiles([
      { name, blob: new Blob([`${[header, ...lines].join('\n')}\n`]) },
    ]);
    const [one] = imports;
    if (!one?.suggestion) throw new Error('not recognised');
    const mapping = { ...one.suggestion.mapping, content } as typeof one.suggestion.mapping;
    const plan = await session.desk.plan(one.staged, mapping);
    const [review] = await session.desk.review([plan]);
    await session.commit([{ plan, source: one.source }]);
    return review?.comparison.effects;
  };
  await bringAs('opening.csv', ['O-1,Alfa,2025-11-10,2025-12-10,100.00,EUR'], {
    ...{ kind: 'opening', to: '2025-12-31' },
  });
  // The invoice was of 400 once, and another one was forgotten.
  const effects = await bringAs(
    'history.csv',
    [
      'O-1,Alfa,2025-11-10,2025-12-10,400.00,EUR',
      'N-0,Beta,2025-12-05,2026-01-04,2000.00,EUR',
      'N-1,Beta,2026-01-05,2026-02-04,7.00,EUR',
    ],
    { kind: 'history' },
  );
  expect(effects).toEqual([
    { monthEnd: '2025-11-30', currency: 'EUR', amount: '400.0000' },
    { monthEnd: '2025-12-31', currency: 'EUR', amount: '2300.0000' },
  ]);
  const { rows } = await ask(session.engine, 'aging-totals', { asOf: '2025-12-31' });
  expect(rows[0]?.['total']).toBe('2400.00');
});

it('the items that a list closes are told before it is taken', async () => {
  await bringAll(session, [september]);
  const { imports } = await session.desk.stageFiles([october]);
  const [one] = imports;
  if (!one?.suggestion) throw new Error('not recognised');
  const plan = await session.desk.plan(one.staged, one.suggestion.mapping);
  const [review] = await session.desk.review([plan]);
  expect(review?.findings.find(({ code }) => code === 'list_settles')).toMatchObject({
    count: 1,
    rows: [{ value: 'F-1 100.00' }],
    isOfRows: false,
  });
  await session.desk.drop(one.staged);
});
