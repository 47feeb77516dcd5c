import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mappingsPage, savedMapping } from '../../src/session/import/savedMappings';
import { memoryWorkspaces } from '../../src/workspace/memory';
import type { Workspaces } from '../../src/workspace/store';
import { type Draft, Drafting, file, formatOf, withField } from './drafting';

let workspaces: Workspaces;
let id: string;
let desk: Drafting;
beforeAll(async () => {
  workspaces = await memoryWorkspaces();
  id = await workspaces.create('October', '2026-10-31');
  desk = await Drafting.open(await workspaces.open(id));
});
afterEach(async () => {
  await desk.discard();
  await desk.session.clear();
});
afterAll(() => desk.close());

const save = async (name: string, { staged, plan }: Pick<Draft, 'staged' | 'plan'>) =>
  desk.session.saveView(mappingsPage, name, savedMapping(name, staged.headers, plan.mapping));

describe('a saved mapping', () => {
  /** Headers that mean nothing to anybody: a person says what they are. */
  const strange = (name: string, ...rows: readonly string[]) =>
    file(name, 'Q1,Q2,Q3,Q4,Q5', ...rows);

  it('reads the next file of its shape, which nobody would have recognised', async () => {
    const [staged] = await desk.stage([strange('a.csv', 'F-1,Alfa,03/04/2026,10.00,x')]);
    if (!staged) throw new Error('nothing came');
    expect(staged.suggestion).toBeUndefined();
    const columns = new Map([
      ['document_id', 0],
      ['customer_id', 1],
      ['document_date', 2],
      ['amount', 3],
    ]);
    const suggestion = await desk.session.desk.mapColumns(staged.staged, 'document', columns, {
      constants: { currency: 'EUR' },
      flipSign: false,
    });
    expect(suggestion.ambiguousDates).toEqual(['Q3']);
    const said = withField('document_date', { format: { kind: 'date', order: 'DMY' } });
    const plan = await desk.plan(staged, {
      ...said(suggestion.mapping),
      dropped: [99],
      patches: [{ line: 99, column: 0, text: 'none' }],
    });
    await save('Quarterly', { staged: staged.staged, plan });

    const next = await desk.one(strange('b.csv', 'F-2,Beta,05/06/2026,20.00,y'));
    expect(next.savedAs).toBe('Quarterly');
    expect(next.suggestion.ambiguousDates).toEqual([]);
    expect(next.plan.mapping).not.toHaveProperty('dropped');
    expect(next.plan.mapping).not.toHaveProperty('patches');
    expect(
      await desk.typed(next, 'document_id', 'customer_id', 'document_date', 'amount', 'currency'),
    ).toEqual(['F-2 | Beta | 2026-06-05 | 20.00 | EUR']);
  });

  it('is there after the workspace was closed and opened again', async () => {
    await desk.close();
    desk = await Drafting.open(await workspaces.open(id));
    const draft = await desk.one(strange('c.csv', 'F-3,Beta,05/06/2026,20.00,y'));
    expect([draft.savedAs, formatOf(draft, 'document_date')]).toEqual([
      'Quarterly',
      { kind: 'date', order: 'DMY' },
    ]);
  });

  it('does not read dates that prove to be written otherwise', async () => {
    const draft = await desk.one(
      strange('d.csv', 'F-4,Beta,05/26/2026,20.00,y', 'F-5,Beta,05/06/2026,20.00,y'),
    );
    expect(draft.savedAs).toBe('Quarterly');
    expect(await desk.typed(draft, 'document_date')).toEqual(['2026-05-26', '2026-05-06']);
  });

  it('is not for a file whose columns stand in another order, or with one more', async () => {
    const staged = await desk.stage([
      file('e.csv', 'Q2,Q1,Q3,Q4,Q5', 'Alfa,F-6,05/06/2026,20.00,y'),
      file('f.csv', 'Q1,Q2,Q3,Q4,Q5,Q6', 'F-7,Alfa,05/06/2026,20.00,y,z'),
    ]);
    expect(staged.map(({ savedAs, suggestion }) => [savedAs, suggestion])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('wins over what the headers say, the last one saved over the first, until it is forgotten', async () => {
    const invoices = file(
      'g.csv',
      'Invoice,Customer,Date,Amount,Open amount',
      'F-8,C1,2026-10-05,10.00,7.00',
    );
    const draft = await desk.one(invoices);
    const onAmount = await desk.again(
      draft,
      withField('amount', { column: 4, header: 'Open amount' }),
    );
    await save('As listed', draft);
    await save('What is open', onAmount);
    const open = await desk.one(invoices);
    expect([open.savedAs, await desk.typed(open, 'amount')]).toEqual(['What is open', ['7.00']]);
    await desk.session.saveView(mappingsPage, 'What is open', null);
    const listed = await desk.one(invoices);
    expect([listed.savedAs, await desk.typed(listed, 'amount')]).toEqual(['As listed', ['10.00']]);
    await desk.session.saveView(mappingsPage, 'As listed', null);
    expect((await desk.one(invoices)).savedAs).toBeUndefined();
  });

  it('keeps that a file is a list of open items, and not the day of the one it was made for', async () => {
    const list = (day: string) =>
      file(
        `open items ${day}.csv`,
        'Invoice,Customer,Date,Total,Balance due',
        `F-1,C1,2026-08-05,${day.slice(-2)}.00,5.00`,
      );
    await save('Open items', await desk.one(list('2026-09-30')));
    const next = await desk.one(list('2026-10-31'));
    expect([next.savedAs, next.plan.mapping.content]).toEqual([
      'Open items',
      { kind: 'open_items', to: '2026-10-31' },
    ]);
  });
});

describe('an earlier import of the same shape', () => {
  const header = 'Invoice,Customer,Invoice date,Amount';
  const american = (name: string) =>
    file(name, header, 'F-1,C1,04/13/2026,10.00', 'F-2,C1,04/14/2026,10.00');

  it('answers how dates are written that leave it open', async () => {
    const open = file('open.csv', header, 'F-3,C1,03/04/2026,10.00');
    expect((await desk.one(open)).suggestion.ambiguousDates).toEqual(['Invoice date']);
    await desk.bring(american('first.csv'));
    const draft = await desk.one(open);
    expect(draft.suggestion.ambiguousDates).toEqual([]);
    expect(await desk.typed(draft, 'document_date')).toEqual(['2026-03-04']);
    expect(draft.savedAs).toBeUndefined();
  });

  it('is not believed where the values prove otherwise', async () => {
    await desk.bring(american('first.csv'));
    const draft = await desk.one(
      file('europe.csv', header, 'F-3,C1,13/04/2026,10.00', 'F-4,C1,03/04/2026,10.00'),
    );
    expect(await desk.typed(draft, 'document_date')).toEqual(['2026-04-13', '2026-04-03']);
  });

  it('that was withdrawn answers no more', async () => {
    await desk.bring(american('first.csv'));
    await desk.session.clear();
    const draft = await desk.one(file('open.csv', header, 'F-3,C1,03/04/2026,10.00'));
    expect(draft.suggestion.ambiguousDates).toEqual(['Invoice date']);
  });

  it('answers for points that may stand between thousands', async () => {
    const numbers = (name: string, ...amounts: readonly string[]) =>
      file(name, header, ...amounts.map((amount, i) => `${name}-${i},C1,2026-10-05,"${amount}"`));
    const open = numbers('open', '1.234', '5.678');
    expect((await desk.one(open)).suggestion.ambiguousNumbers).toEqual(['Amount']);
    await desk.bring(numbers('first', '1.234,50', '5.678'));
    const draft = await desk.one(open);
    expect(draft.suggestion.ambiguousNumbers).toEqual([]);
    expect(await desk.typed(draft, 'amount')).toEqual(['1234.00', '5678.00']);
  });
});
