import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Drafting, file } from './drafting';

let desk: Drafting;
beforeAll(async () => {
  desk = await Drafting.open();
});
beforeEach(() => desk.session.clear());
afterEach(() => desk.discard());
afterAll(() => desk.close());

const invoices = file(
  'invoices.csv',
  'Invoice,Customer,Date,Due date,Amount,Currency,Status',
  'F-1,C1,2026-01-10,2026-01-31,10.00,EUR,Paid',
  'F-2,C1,2026-01-10,2026-01-31,20.00,EUR,Open',
  'F-3,C2,2026-01-10,2026-01-31,30.00,,Paid',
  'F-4,C2,2026-01-10,2026-01-31,40.00,EUR,Draft',
  'F-5,C2,2026-01-10,2026-01-31,50.00,EUR,Void',
);
const payments = file(
  'payments.csv',
  'Receipt,Invoice,Customer,Date,Amount,Currency',
  'R-1,F-1,C1,2026-01-20,10.00,EUR',
  'R-2,F-2,C2,2026-01-20,20.00,EUR',
);

describe('what a file does not say by itself is told', () => {
  it('documents that are paid by their state, and of which no payment is known', async () => {
    const [alone] = await desk.drop([invoices]);
    expect(alone && (await desk.found([alone], 'paid_unsettled'))).toEqual(['2 F-1', '4 F-3']);
    const both = await desk.drop([invoices, payments]);
    expect(await desk.found(both, 'paid_unsettled')).toEqual(['4 F-3']);
    await desk.bring(payments);
    const [later] = await desk.drop([invoices]);
    expect(later && (await desk.found([later], 'paid_unsettled'))).toEqual(['4 F-3']);
  });

  it.each([
    'Partially Paid',
    'partly paid',
    'Partial',
    'Part paid',
    'Parcial',
    'Parcialmente pagada',
    'Částečně uhrazeno',
  ])(
    'documents that are paid in part by their state, and by how much nobody says: %s',
    async (state) => {
      const draft = await desk.one(
        file(
          'partly.csv',
          'Invoice,Customer,Date,Amount,Status',
          `F-1,C1,2026-01-10,10.00,${state}`,
          'F-2,C1,2026-01-10,20.00,Open',
        ),
      );
      expect(await desk.found([draft], 'paid_unsettled')).toEqual(['2 F-1']);
    },
  );

  it.each([
    ['shown by their power of ten', '1.23457E+18', '1,23457E+18'],
    ['with zeros behind 15 digits', '1234567890123450000', '98765432109876500'],
  ])('keys that a spreadsheet has cut, %s', async (_, document, customer) => {
    const draft = await desk.one(
      file(
        'cut.csv',
        'Invoice;Customer;Date;Amount',
        `${document};C1;2026-01-10;10.00`,
        `F-2;${customer};2026-01-10;20.00`,
        'F-3;C2;2026-01-10;30.00',
      ),
    );
    expect(await desk.found([draft], 'damaged_key')).toEqual([`2 ${document}`, `3 ${customer}`]);
  });

  it('but not long keys that are whole, of which a few end in zeros, nor shorter round ones', async () => {
    const numbers = Array.from({ length: 40 }, (_, i) => `202601150000001${String(i * 5 + 11)}`);
    const draft = await desk.one(
      file(
        'whole.csv',
        'Invoice,Customer,Date,Amount',
        ...[...numbers, '20260115000000100', '1000000000000000', '5E01'].map(
          (number) => `${number},C1,2026-01-10,10.00`,
        ),
      ),
    );
    expect(await desk.found([draft], 'damaged_key')).toEqual([]);
  });

  it('drafts and voids, which count in no balance', async () => {
    const draft = await desk.one(invoices);
    expect(await desk.found([draft], 'drafts')).toEqual(['5 F-4']);
    expect(await desk.found([draft], 'voids')).toEqual(['6 F-5']);
  });

  it('an amount without a currency, where others have one', async () => {
    const draft = await desk.one(invoices);
    expect(await desk.found([draft], 'no_currency')).toEqual(['4 F-3 → 30.0000']);
    const none = await desk.one(
      file('none.csv', 'Invoice,Date,Amount,Currency', 'F-1,2026-01-10,10.00,'),
    );
    expect(await desk.found([none], 'no_currency')).toEqual([]);
  });

  it('a payment of one customer that settles another’s invoice, of the ledger or of the same drop', async () => {
    const [, second] = await desk.drop([invoices, payments]);
    expect(second && (await desk.found([second], 'other_customer'))).toEqual([]);
    await desk.discard();
    await desk.bring(invoices);
    const draft = await desk.one(payments);
    expect(await desk.found([draft], 'other_customer')).toEqual(['3 R-2: C2 → F-2: C1']);
  });

  it.each([
    ['points', '10.12345', '10.1235'],
    ['commas', '"10,12345"', '10.1235'],
    ['a sign', '€ 1.12345678', '1.1235'],
  ])('amounts with more decimals than are kept, with %s', async (_, written, kept) => {
    const draft = await desk.one(
      file('long.csv', 'Invoice;Date;Amount', 'F-1;2026-01-10;5', `F-2;2026-01-10;${written}`),
    );
    expect(await desk.found([draft], 'rounded')).toEqual([`3 ${kept}`]);
  });

  it('but not what only a binary fraction wrote, nor zeros', async () => {
    const draft = await desk.one(
      file(
        'float.csv',
        'Invoice,Date,Amount',
        'F-1,2026-01-10,0.30000000000000004',
        'F-2,2026-01-10,8.950000000000001',
        'F-3,2026-01-10,1234.5699999999997',
        'F-4,2026-01-10,10.50000',
        'F-5,2026-01-10,10.1234',
      ),
    );
    expect(await desk.found([draft], 'rounded')).toEqual([]);
  });

  it('a total that is not the sum of its lines, with and without their tax', async () => {
    const draft = await desk.one(
      file(
        'lines.csv',
        'Invoice,Date,Customer,Item,Line amount,Line tax,Total',
        'F-1,2026-01-10,C1,a,10.00,2.10,24.20',
        'F-1,2026-01-10,C1,b,10.00,2.10,24.20',
        'F-2,2026-01-10,C1,a,10.00,2.10,10.00',
        'F-3,2026-01-10,C1,a,10.00,2.10,13.00',
      ),
    );
    expect(draft.plan.mapping.dataset).toBe('sales_line');
    expect(await desk.found([draft], 'lines_differ')).toEqual(['5 F-3: 13.0000 ≠ 12.1000']);
  });

  it('opening balances of documents that another file has, and documents that two files tell differently', async () => {
    const opening = file(
      'opening.csv',
      'Invoice,Type,Customer,Date,Amount',
      'F-1,Opening balance,C1,2025-11-10,100.00',
      'F-9,Opening balance,C1,2025-11-10,9.00',
    );
    const history = file(
      'history.csv',
      'Invoice,Customer,Date,Due date,Amount',
      'F-1,C1,2025-11-10,2025-12-10,100.00',
      'F-2,C1,2025-11-12,2025-12-12,250.50',
    );
    const other = file(
      'other.csv',
      'Invoice,Customer,Date,Amount',
      'F-1,C1,2025-11-10,100.00',
      'F-2,C1,2025-11-12,260.50',
    );
    const drafts = await desk.drop([opening, history, other]);
    expect(await desk.found(drafts, 'opening_twice')).toEqual(['2 F-1']);
    const last = drafts.find(({ staged }) => staged.file === 'other.csv');
    const reviews = await desk.review(drafts);
    const found = reviews[last ? drafts.indexOf(last) : 0]?.findings.find(
      ({ code }) => code === 'other_file_differs',
    );
    expect(found?.rows.map(({ value }) => value)).toEqual([
      'F-2: 2025-11-12 250.5000 → 2025-11-12 260.5000',
    ]);
  });

  it('opening items that are dated after the cut-over', async () => {
    const draft = await desk.one(
      file('o.csv', 'Invoice,Date,Amount', 'F-1,2025-11-10,1.00', 'F-2,2026-01-20,1.00'),
      (mapping) => ({ ...mapping, content: { kind: 'opening', to: '2025-12-31' } }),
    );
    expect(await desk.found([draft], 'after_cut_over')).toEqual(['3 F-2 → 2026-01-20']);
  });
});
