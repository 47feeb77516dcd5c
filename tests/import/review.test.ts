import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/openFolder';
import { Drafting, file, withField } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
afterEach(() => desk.discard());
afterAll(() => desk.close());

const header = 'Invoice,Customer,Date,Due date,Amount,Currency';
const receipts = 'Receipt,Invoice,Customer,Date,Amount,Currency';

describe('beside a ledger of five invoices', () => {
  beforeAll(async () => {
    await desk.bring(
      file('customers.csv', 'Customer number,Name,Segment', 'C1,Alfa,retail', 'C2,Beta,retail'),
      file(
        'invoices.csv',
        header,
        'F-1,C1,2026-08-15,2026-09-14,100.00,EUR',
        'F-2,C2,2026-09-10,2026-10-10,200.00,USD',
        'F-3,C1,2026-10-05,2026-11-04,50.00,EUR',
        'F-4,C2,2026-07-20,2026-08-19,80.00,EUR',
        'F-5,C1,2026-10-20,2026-11-19,25.00,EUR',
      ),
    );
  });
  afterAll(() => desk.session.clear());

  it('an overlapping file says how many are new, changed and there already', async () => {
    const drafts = [
      await desk.one(
        file(
          'overlap.csv',
          header,
          'F-3,C1,2026-10-05,2026-11-04,50.00,EUR',
          'F-4,C2,2026-07-20,2026-08-31,80.00,EUR',
          'F-6,C2,2026-10-25,2026-11-24,60.00,EUR',
          'F-7,C2,2026-10-26,2026-11-25,70.00,EUR',
        ),
      ),
    ];
    const [review] = await desk.review(drafts);
    expect(review?.comparison).toMatchObject({
      table: 'document',
      newCount: 2,
      changedCount: 1,
      identicalCount: 1,
    });
    // A due date moves nothing between months.
    expect(review?.comparison.effects).toEqual([]);
  });

  it('the same customers told once more are there already, and one with another segment is changed', async () => {
    const [review] = await desk.review([
      await desk.one(
        file('list.csv', 'Customer number,Name,Segment', 'C1,Alfa,retail', 'C2,Beta,wholesale'),
      ),
    ]);
    expect(review?.comparison).toMatchObject({
      newCount: 0,
      changedCount: 1,
      identicalCount: 1,
    });
  });

  it('corrected invoices say what they do at each month end, in each currency', async () => {
    const [review] = await desk.review([
      await desk.one(
        file(
          'corrected.csv',
          header,
          // 30.00 more from August on; 200.00 dollars in October and no longer in September; 5.00 less in October.
          'F-1,C1,2026-08-15,2026-09-14,130.00,EUR',
          'F-2,C2,2026-10-02,2026-11-01,200.00,USD',
          'F-3,C1,2026-10-05,2026-11-04,45.00,EUR',
        ),
      ),
    ]);
    expect(review?.comparison.changedCount).toBe(3);
    expect(review?.comparison.effects).toEqual([
      { monthEnd: '2026-08-31', currency: 'EUR', amount: '30.0000' },
      { monthEnd: '2026-09-30', currency: 'EUR', amount: '30.0000' },
      { monthEnd: '2026-09-30', currency: 'USD', amount: '-200.0000' },
      { monthEnd: '2026-10-31', currency: 'EUR', amount: '25.0000' },
    ]);
  });

  it('an invoice that is void now takes its amount away from its month on', async () => {
    const [review] = await desk.review([
      await desk.one(
        file(
          'voided.csv',
          `${header},Status`,
          'F-4,C2,2026-07-20,2026-08-19,80.00,EUR,void',
          'F-5,C1,2026-10-20,2026-11-19,25.00,EUR,posted',
        ),
      ),
    ]);
    expect(review?.comparison.effects[0]).toEqual({
      monthEnd: '2026-07-31',
      currency: 'EUR',
      amount: '-80.0000',
    });
  });

  it('receipts name invoices of the ledger, of the same drop, and one that nobody has', async () => {
    const paid = file(
      'receipts.csv',
      receipts,
      'R-1,F-1,C1,2026-10-20,100.00,EUR',
      'R-2,F-8,C1,2026-10-21,40.00,EUR',
      'R-3,F-404,C1,2026-10-22,10.00,EUR',
    );
    const [draft] = await desk.drop([paid]);
    expect(draft && (await desk.found([draft], 'orphan_payment'))).toEqual([
      '3 R-2 → F-8',
      '4 R-3 → F-404',
    ]);
    const together = await desk.drop([
      paid,
      file('more.csv', header, 'F-8,C1,2026-10-21,2026-11-20,40.00,EUR'),
    ]);
    expect(await desk.found(together, 'orphan_payment')).toEqual(['4 R-3 → F-404']);
  });

  it('customers are unknown unless the ledger or a list of the same drop has them', async () => {
    const invoices = file(
      'new.csv',
      header,
      'F-9,C1,2026-10-21,2026-11-20,40.00,EUR',
      'F-10,C8,2026-10-21,2026-11-20,40.00,EUR',
      'F-11,C9,2026-10-21,2026-11-20,40.00,EUR',
      'F-12,,2026-10-21,2026-11-20,40.00,EUR',
    );
    const [alone] = await desk.drop([invoices]);
    expect(alone && (await desk.found([alone], 'unknown_customer'))).toEqual(['3 C8', '4 C9']);
    expect(alone && (await desk.found([alone], 'no_customer'))).toEqual(['5 F-12']);
    const listed = await desk.drop([
      invoices,
      file('c8.csv', 'Customer number,Name,Segment', 'C8,Gama,retail'),
    ]);
    expect(await desk.found(listed, 'unknown_customer')).toEqual(['4 C9']);
  });

  it('a full history does not have what the ledger has between its days', async () => {
    const full = await desk.one(
      file(
        'full.csv',
        header,
        'F-2,C2,2026-09-10,2026-10-10,200.00,USD',
        'F-3,C1,2026-10-05,2026-11-04,50.00,EUR',
      ),
      (mapping) => ({
        ...mapping,
        content: { kind: 'history', from: '2026-08-01', to: '2026-10-10' },
      }),
    );
    // F-4 is of July and F-5 of the 20th of October: of those the file says nothing.
    expect(await desk.found([full], 'missing_from_full')).toEqual([
      '0 F-1 · C1 · 2026-08-15 · 100.00 EUR',
    ]);
  });

  it('what a full history lacks becomes void by decision, with its effect on past month ends, until that is undone', async () => {
    const csv = file(
      'voids.csv',
      header,
      'F-2,C2,2026-09-10,2026-10-10,200.00,USD',
      'F-3,C1,2026-10-05,2026-11-04,50.00,EUR',
    );
    const within = { kind: 'history', from: '2026-08-01', to: '2026-10-10' } as const;
    const draft = await desk.one(csv, (mapping) => ({
      ...mapping,
      content: { ...within, missing: 'void' },
    }));
    const [review] = await desk.review([draft]);
    expect(review?.comparison.effects).toEqual([
      { monthEnd: '2026-08-31', currency: 'EUR', amount: '-100.0000' },
    ]);
    const open = async () =>
      (await ask(desk.session.engine, 'open-items', { asOf: '2026-10-31' })).rows.map(
        (row) => row['document_id'],
      );
    expect(await open()).toContain('F-1');
    await desk.take([draft]);
    expect(await open()).not.toContain('F-1');
    expect(await open()).toContain('F-4');
    await desk.session.undo();
    await desk.session.settled();
    expect(await open()).toContain('F-1');
  });

  it('what comes again beside new rows stays of its first import', async () => {
    const [outcome] = await desk.bring(
      file(
        'both.csv',
        header,
        'F-3,C1,2026-10-05,2026-11-04,50.00,EUR',
        'F-13,C1,2026-10-28,2026-11-27,15.00,EUR',
      ),
    );
    expect(outcome?.tables).toContainEqual({ table: 'document', rows: 2, superseded: 0 });
    const sources = await desk.table('document', 'document_id', 'source_id');
    const sourceOf = (id: string) =>
      sources.find((row) => row.startsWith(`${id} |`))?.replace(/#.*/, '');
    expect([sourceOf('F-3'), sourceOf('F-13')]).toEqual(['F-3 | invoices.csv', 'F-13 | both.csv']);
    expect(sources).toHaveLength(6);
  });

  it('a changed invoice takes the place of the earlier one, which comes back when the file is withdrawn', async () => {
    await desk.bring(file('f5.csv', header, 'F-5,C1,2026-10-20,2026-11-19,20.00,EUR'));
    const amounts = () => desk.table('document', 'document_id', 'amount');
    expect(await amounts()).toContain('F-5 | 20.00');
    expect(await amounts()).not.toContain('F-5 | 25.00');
    await desk.session.withdraw(desk.session.getState().imports.at(-1)?.sha256 ?? '');
    expect(await amounts()).toContain('F-5 | 25.00');
  });
});

describe('of a file on its own', () => {
  it('an invoice that was due before it was issued is named, a credit note is not', async () => {
    const draft = await desk.one(
      file(
        'due.csv',
        header,
        'D-1,C1,2026-10-05,2026-10-04,50.00,EUR',
        'D-2,C1,2026-10-05,2026-10-05,50.00,EUR',
        'D-3,C1,2026-10-05,2026-09-01,-50.00,EUR',
      ),
    );
    expect(await desk.found([draft], 'due_before_issue')).toEqual(['2 2026-10-05 → 2026-10-04']);
  });

  it('an invoice that was paid before it was issued is named', async () => {
    const draft = await desk.one(
      file(
        'settled.csv',
        'Invoice,Customer,Date,Due date,Amount,Settled date',
        'E-1,C1,2026-10-05,2026-11-04,50.00,2026-10-01',
        'E-2,C1,2026-10-05,2026-11-04,50.00,2026-10-05',
      ),
    );
    expect(await desk.found([draft], 'settled_before_issue')).toEqual([
      '2 2026-10-05 → 2026-10-01',
    ]);
  });

  it('paid amounts that nobody dated are told', async () => {
    const draft = await desk.one(
      file(
        'paid.csv',
        'Invoice,Customer,Date,Due date,Terms,Invoice amount,Paid amount,Payment date',
        'F-1,C1,2026-01-03,2026-01-31,,300.00,20.00,',
        'F-2,C1,2026-01-03,,Net 30,100.00,,',
        'F-3,C1,2026-01-03,2026-02-02,Net 30,50.00,50.00,2026-02-01',
      ),
    );
    expect(await desk.found([draft], 'settled_undated')).toEqual(['2 F-1 → 20.0000']);
  });

  it('numbers that are missing in a series are named, a run of them by its ends', async () => {
    const missing = new Set([7, 11, 12, 13]);
    const numbers = Array.from({ length: 25 }, (_, i) => i + 1).filter((n) => !missing.has(n));
    const draft = await desk.one(
      file(
        'series.csv',
        header,
        ...numbers.map(
          (n) => `FA-${String(n).padStart(4, '0')},C1,2026-10-05,2026-11-04,50.00,EUR`,
        ),
        'X-1,C1,2026-10-05,2026-11-04,50.00,EUR',
        'X-9,C1,2026-10-05,2026-11-04,50.00,EUR',
      ),
    );
    const [review] = await desk.review([draft]);
    const gap = review?.findings.find(({ code }) => code === 'number_gap');
    expect(gap).toMatchObject({
      count: 4,
      isOfRows: false,
      rows: [{ value: 'FA-0007' }, { value: 'FA-0011 … FA-0013' }],
    });
  });

  it('gaps in a long series are named as a count by hand names them, wherever they lie', async () => {
    const all = Array.from({ length: 700 }, (_, i) => i + 95);
    const isMissing = (n: number): boolean =>
      [128, 160, 255].includes(n) || (n > 300 && n < 520) || n % 61 === 0 || n === 793;
    const numbers = all.filter((n) => !isMissing(n));
    const draft = await desk.one(
      file(
        'long.csv',
        header,
        ...numbers.map((n) => `L${String(n).padStart(5, '0')},C1,2026-10-05,2026-11-04,5.00,EUR`),
      ),
    );
    const gaps: string[] = [];
    const named = (n: number): string => `L${String(n).padStart(5, '0')}`;
    for (const [i, n] of numbers.entries()) {
      const next = numbers[i + 1] ?? n + 1;
      if (next === n + 2) gaps.push(named(n + 1));
      else if (next > n + 2) gaps.push(`${named(n + 1)} … ${named(next - 1)}`);
    }
    const [review] = await desk.review([draft]);
    const finding = review?.findings.find(({ code }) => code === 'number_gap');
    expect(finding?.rows.map(({ value }) => value)).toEqual(gaps);
    expect(finding?.count).toBe(all.length - numbers.length);
  });

  it('rows without an id that repeat each other exactly are counted, and all are taken', async () => {
    const draft = await desk.one(
      file(
        'bank.csv',
        'Date,Description,Amount,Balance',
        '2026-10-05,Coffee,-2.50,97.50',
        '2026-10-05,Coffee,-2.50,97.50',
        '2026-10-05,Coffee,-2.50,95.00',
        '2026-10-05,Coffee,-2.50,97.50',
      ),
    );
    expect(draft.plan).toMatchObject({ goodCount: 4, rejectCount: 0 });
    expect((await desk.found([draft], 'exact_repeat')).map((row) => row.split(' ')[0])).toEqual([
      '3',
      '5',
    ]);
  });

  it('rows that are refused are not among those that repeat each other', async () => {
    const draft = await desk.one(
      file(
        'notes.csv',
        'Date,Description,Amount,Balance',
        '2026-10-05,Coffee,-2.50,97.50',
        ',see receipt,,',
        '2026-10-05,Tea,-2.00,95.50',
        ',see receipt,,',
      ),
    );
    expect(draft.plan).toMatchObject({ goodCount: 2, rejectCount: 2 });
    expect(await desk.found([draft], 'exact_repeat')).toEqual([]);
  });

  it('a reading whose period ends before it begins is named', async () => {
    const draft = await desk.one(
      file(
        'usage.csv',
        'meter_id,customer_id,period_start,period_end,quantity,unit',
        'M1,C1,2026-09-01,2026-10-01,10,m3',
        'M1,C1,2026-10-01,2026-09-30,10,m3',
      ),
    );
    expect(await desk.found([draft], 'negative_period')).toEqual(['3 2026-10-01 → 2026-09-30']);
  });

  it('an invoice that is open in full and paid as well, and a paid draft, contradict themselves', async () => {
    const draft = await desk.one(
      file(
        'states 2026-10-31.csv',
        'Invoice,Customer,Date,Due date,Amount,Balance due,Settled date,Status',
        'S-1,C1,2026-09-05,2026-10-05,50.00,50.00,2026-10-01,paid',
        'S-2,C1,2026-09-05,2026-10-05,50.00,0.00,2026-10-01,paid',
        'S-3,C1,2026-09-05,2026-10-05,60.00,0.00,2026-10-02,draft',
      ),
    );
    const [review] = await desk.review([draft]);
    const lines = review?.findings
      .filter(({ code }) => code === 'status_contradiction')
      .flatMap(({ rows }) => rows.map(({ line }) => line));
    expect(lines).toEqual([2, 4]);
  });

  it('entries that do not balance and accounts that the chart lacks are named; a chart beside it answers', async () => {
    const journal = file(
      'journal.csv',
      'entry_id,line_no,posting_date,account_id,debit,credit',
      'J-1,1,2026-10-01,1000,100.00,0',
      'J-1,2,2026-10-01,4000,0,100.00',
      'J-2,1,2026-10-02,1000,50.00,0',
      'J-2,2,2026-10-02,9999,0,49.99',
    );
    const chart = file('chart.csv', 'account_id,name,kind', '1000,Cash,asset', '4000,Sales,income');
    const drafts = await desk.drop([journal, chart]);
    expect(await desk.found(drafts, 'unbalanced_entry')).toEqual(['4 J-2: 0.0100']);
    expect(await desk.found(drafts, 'unknown_account')).toEqual(['5 9999']);
    const [alone] = drafts;
    expect(alone && (await desk.found([alone], 'unknown_account'))).toEqual([]);
  });

  it('lines of an invoice that nobody has are named', async () => {
    const lines = file(
      'document_line.csv',
      'document_id,line_no,service,quantity,unit_price,amount',
      'O-1,1,Water,1,5.00,5.00',
      'O-2,1,Water,1,5.00,5.00',
    );
    const drafts = await desk.drop([
      lines,
      file('o1.csv', header, 'O-1,C1,2026-10-05,2026-11-04,5.00,EUR'),
    ]);
    expect(await desk.found(drafts, 'orphan_row')).toEqual(['3 O-2']);
  });

  it('a statement that does not come to its closing balance is named, unless its lines are in the same drop', async () => {
    const statement = file(
      'bank_statement.csv',
      'bank_statement_id,bank_account_id,currency,statement_date,opening_balance,closing_balance',
      'ST-1,ACC,EUR,2026-10-31,100.00,150.00',
    );
    const [alone] = await desk.drop([statement]);
    expect(alone && (await desk.found([alone], 'statement_open'))).toEqual([
      '2 ST-1: 100.0000 + 0.0000 ≠ 150.0000',
    ]);
    const drafts = await desk.drop([
      statement,
      file(
        'bank_transaction.csv',
        'bank_transaction_id,bank_statement_id,booking_date,amount,currency',
        'T-1,ST-1,2026-10-05,60.00,EUR',
        'T-2,ST-1,2026-10-06,-10.00,EUR',
      ),
    ]);
    expect(await desk.found(drafts, 'statement_open')).toEqual([]);
  });
});

describe('spellings', () => {
  const names = [
    'W-1,Alfa s.r.o.,2026-10-05,2026-11-04,1.00,EUR',
    'W-2,Alfa s.r.o.,2026-10-05,2026-11-04,1.00,EUR',
    'W-3,"ALFA, s. r. o.",2026-10-05,2026-11-04,1.00,EUR',
    'W-4,Beta,2026-10-05,2026-11-04,1.00,EUR',
  ];

  it('that differ in case, marks and company form are put side by side, the most frequent first', async () => {
    const draft = await desk.one(file('names.csv', header, ...names));
    const [review] = await desk.review([draft]);
    expect(review?.spellings).toEqual([
      {
        field: 'customer_id',
        groups: [
          {
            kept: 'Alfa s.r.o.',
            others: [{ text: 'ALFA, s. r. o.', count: 1, isKnown: false }],
          },
        ],
      },
    ]);
  });

  it('that a person says are the same arrive as one customer, and nothing else changes', async () => {
    const merged = await desk.one(
      file('merged.csv', header, ...names),
      withField('customer_id', { same: { 'ALFA, s. r. o.': 'Alfa s.r.o.' } }),
    );
    expect(await desk.typed(merged, 'document_id', 'customer_id')).toEqual([
      'W-1 | Alfa s.r.o.',
      'W-2 | Alfa s.r.o.',
      'W-3 | Alfa s.r.o.',
      'W-4 | Beta',
    ]);
    expect((await desk.review([merged]))[0]?.spellings).toEqual([]);
  });

  it('of the ledger are kept, however often the file has another', async () => {
    await desk.bring(
      file('first.csv', header, 'V-1,"Alfa, S.R.O.",2026-09-05,2026-10-05,1.00,EUR'),
    );
    const draft = await desk.one(file('second.csv', header, ...names));
    const [review] = await desk.review([draft]);
    expect(review?.spellings[0]?.groups).toEqual([
      {
        kept: 'Alfa, S.R.O.',
        others: [
          { text: 'Alfa s.r.o.', count: 2, isKnown: false },
          { text: 'ALFA, s. r. o.', count: 1, isKnown: false },
        ],
      },
    ]);
    await desk.session.clear();
  });
});
