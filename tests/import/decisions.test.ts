import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { memoryWorkspaces } from '../../src/workspace/memory';
import type { Workspaces } from '../../src/workspace/store';
import { Drafting, file, withField } from './drafting';

let workspaces: Workspaces;
let id: string;
let desk: Drafting;
beforeAll(async () => {
  workspaces = await memoryWorkspaces();
  id = await workspaces.create('October', '2026-10-31');
  desk = await Drafting.open(await workspaces.open(id));
});
afterEach(() => desk.discard());
afterAll(() => desk.close());

const header = 'Invoice,Customer,Date,Due date,Amount,Currency';
const documents = () => desk.table('document', 'document_id', 'customer_id', 'amount');
const lines = () => desk.table('bank_transaction', 'booking_date', 'amount');

const bank = file(
  'bank.csv',
  'Date,Description,Amount,Balance',
  '2026-10-05,Coffee,-2.50,97.50',
  '2026-10-05,Coffee,-2.50,97.50',
  '2026-10-06,Rent,-50.00,47.50',
  '2026-10-06,Rent,-50.00,47.50',
);
const broken = file(
  'broken.csv',
  header,
  'M-1,C1,2026-10-05,2026-11-04,10.00,EUR',
  'M-2,C1,2026-10-32,2026-11-04,20.00,EUR',
  'M-3,C1,2026-10-07,2026-11-06,thirty,EUR',
);

describe('rows that a person leaves out', () => {
  it('are those of the finding, and are counted as left out', async () => {
    const draft = await desk.one(bank);
    const dropped = await desk.session.desk.linesOf(draft.plan, [draft.plan], 'exact_repeat');
    expect(dropped).toEqual([3, 5]);
    expect((await desk.again(draft, (mapping) => ({ ...mapping, dropped }))).plan).toMatchObject({
      rowCount: 4,
      goodCount: 2,
      rejectCount: 0,
      leftOut: { dropped: 2 },
      goodTotals: [{ rows: 2, amount: '-52.5000' }],
    });
  });

  it('are not found again', async () => {
    const draft = await desk.one(bank, (mapping) => ({ ...mapping, dropped: [3, 5] }));
    expect(await desk.found([draft], 'exact_repeat')).toEqual([]);
  });

  it('are no rivals of the rows with their id: the other one is good', async () => {
    const draft = await desk.one(
      file(
        'twice.csv',
        header,
        'T-1,C1,2026-10-05,2026-11-04,10.00,EUR',
        'T-1,C1,2026-10-05,2026-11-04,11.00,EUR',
      ),
    );
    expect(draft.plan.rejects).toMatchObject([{ line: 3, reason: 'repeated' }]);
    const without = await desk.again(draft, (mapping) => ({ ...mapping, dropped: [2] }));
    expect(await desk.typed(without, 'document_id', 'amount')).toEqual(['T-1 | 11.00']);
  });

  it('can be taken back before the import', async () => {
    const without = await desk.one(bank, (mapping) => ({ ...mapping, dropped: [3] }));
    const back = await desk.again(without, ({ dropped: _, ...mapping }) => mapping);
    expect(back.plan).toMatchObject({ goodCount: 4, leftOut: {} });
  });
});

describe('cells that a person mends', () => {
  it('are read as mended', async () => {
    const draft = await desk.one(broken);
    expect(draft.plan.rejects.map(({ line, field }) => [line, field])).toEqual([
      [3, 'document_date'],
      [4, 'amount'],
    ]);
    const mended = await desk.again(draft, (mapping) => ({
      ...mapping,
      patches: [{ line: 4, column: 4, text: '30.00' }],
    }));
    expect(mended.plan).toMatchObject({ goodCount: 2, rejectCount: 1 });
    expect(await desk.typed(mended, 'document_id', 'amount')).toContain('M-3 | 30.00');
  });

  it('that are wrong still are refused again, with what stands there now', async () => {
    const draft = await desk.one(broken, (mapping) => ({
      ...mapping,
      patches: [{ line: 4, column: 4, text: 'forty' }],
    }));
    expect(draft.plan.rejects).toMatchObject([
      { line: 3, value: '2026-10-32' },
      { line: 4, value: 'forty' },
    ]);
  });

  it('may give a row the id that it lacked, and an id that another row has is refused', async () => {
    const draft = await desk.one(
      file(
        'ids.csv',
        header,
        'I-1,C1,2026-10-05,2026-11-04,10.00,EUR',
        ',C1,2026-10-06,2026-11-04,20.00,EUR',
      ),
    );
    const called = (text: string) =>
      desk.again(draft, (mapping) => ({ ...mapping, patches: [{ line: 3, column: 0, text }] }));
    expect((await called('I-2')).plan.goodCount).toBe(2);
    expect((await called('I-1')).plan.rejects).toMatchObject([{ line: 3, reason: 'repeated' }]);
  });
});

describe('what was decided before an import', () => {
  const kept = [
    'D-1 | C1 | 10.00',
    'D-3 | C1 | 30.00',
    'G-1 | C1 | 10.00',
    'G-2 | C1 | 20.00',
    'G-3 | C1 | 30.00',
    'M-1 | C1 | 10.00',
    'M-2 | C1 | 20.00',
    'M-3 | C1 | 30.00',
    'S-1 | Alfa | 10.00',
    'S-2 | Alfa | 20.00',
  ];
  const bankKept = ['2026-10-05 | -2.50', '2026-10-06 | -50.00'];

  beforeAll(async () => {
    const dropped = await desk.one(
      file(
        'dropped.csv',
        header,
        'D-1,C1,2026-10-05,2026-11-04,10.00,EUR',
        'D-2,,2026-10-05,2026-11-04,20.00,EUR',
        'D-3,C1,2026-10-05,2026-11-04,30.00,EUR',
      ),
      (mapping) => ({ ...mapping, dropped: [3] }),
    );
    const mended = await desk.one(broken, (mapping) => ({
      ...mapping,
      patches: [
        { line: 3, column: 2, text: '2026-10-23' },
        { line: 4, column: 4, text: '30.00' },
      ],
    }));
    // Line 3 of what is put together is line 2 of the second file.
    const together = await desk.drop(
      [
        file('1.csv', `${header},Reference`, 'G-1,C1,2026-10-05,2026-11-04,10.00,EUR,'),
        file('2.csv', `${header},Reference`, 'G-2,C1,2026-10-05,2026-11-04,x,EUR,'),
        file('3.csv', `${header},Reference`, 'G-3,C1,2026-10-05,2026-11-04,30.00,EUR,'),
      ],
      (mapping) => ({ ...mapping, patches: [{ line: 3, column: 4, text: '20.00' }] }),
    );
    const merged = await desk.one(
      file(
        'names.csv',
        header,
        'S-1,Alfa,2026-10-05,2026-11-04,10.00,EUR',
        'S-2,ALFA,2026-10-05,2026-11-04,20.00,EUR',
      ),
      withField('customer_id', { same: { ALFA: 'Alfa' } }),
    );
    const statement = await desk.one(bank, (mapping) => ({ ...mapping, dropped: [3, 5] }));
    await desk.take([dropped, mended, ...together, merged, statement]);
  });

  it('arrives', async () => {
    expect(await documents()).toEqual(kept);
    expect(await lines()).toEqual(bankKept);
    expect(await desk.table('document', 'document_date')).toContain('2026-10-23');
  });

  it('stands after the workspace was closed and opened again, of its files and its journal alone', async () => {
    await desk.close();
    desk = await Drafting.open(await workspaces.open(id));
    expect(await documents()).toEqual(kept);
    expect(await lines()).toEqual(bankKept);
    expect(await desk.table('document', 'document_date')).toContain('2026-10-23');
  });

  it('goes with a withdrawal, and comes back with its undo, its redo undone too', async () => {
    const { session } = desk;
    await session.clear();
    expect([await documents(), await lines()]).toEqual([[], []]);
    const steps = [() => session.undo(), () => session.redo(), () => session.undo()];
    for (const [i, step] of steps.entries()) {
      await step();
      await session.settled();
      expect(await documents()).toEqual(i === 1 ? [] : kept);
      expect(await lines()).toEqual(i === 1 ? [] : bankKept);
    }
  });
});
