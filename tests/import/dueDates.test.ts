import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../support/openFolder';
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
  'Invoice,Customer,Date,Due date,Terms,Amount',
  'F-1,C1,2026-01-10,2026-03-31,Net 30,10.00',
  'F-2,C1,2026-01-10,,Net 30,20.00',
  'F-3,C1,2026-01-11,,Net 30,30.00',
  'F-4,C1,2026-01-10,,M15,40.00',
  'F-5,C2,2026-01-10,,,50.00',
  'F-6,C3,2026-01-10,,,60.00',
  'F-7,C3,2026-01-10,,by handshake,70.00',
  'R-1,C1,2026-01-20,,Net 30,-5.00',
);
const customers = file(
  'customers.csv',
  'Customer number,Name,Payment terms',
  'C1,Ana,Net 90',
  'C2,Bedřich,14 dní',
  'C3,Cruz,',
);
const terms = file(
  'payment_term.csv',
  'terms,line_no,share_kind,share,steps',
  'M15,1,percent_of_total,50,+10d',
  'M15,2,rest,,"+1m, day 15"',
);

const dueDates = async (): Promise<readonly string[]> => {
  const { rows } = await ask(desk.session.engine, 'documents', { asOf: '2026-12-31' });
  return rows.map((row) => `${row['document_id']} ${row['due_date']}`).sort();
};

describe('documents without a due date', () => {
  it('take it from their terms or their customer’s, and the import says which, and which have none', async () => {
    const drafts = await desk.drop([invoices, customers, terms]);
    expect(await desk.found(drafts, 'due_from_terms')).toEqual([
      '3 Net 30 → +30d (2)',
      '5 M15 → 50 %: +10d; rest: +1m, day 15 (1)',
    ]);
    expect(await desk.found(drafts, 'due_from_customer')).toEqual(['6 14 dní → +14d (1)']);
    expect(await desk.found(drafts, 'due_unknown')).toEqual(['8 F-7 → by handshake']);
    expect(await desk.found(drafts, 'due_on_issue')).toEqual(['7 F-6']);
    await desk.take(drafts);
    expect(await dueDates()).toEqual([
      'F-1 2026-03-31',
      'F-2 2026-02-09',
      'F-3 2026-02-10',
      'F-4 2026-01-20',
      'F-5 2026-01-24',
      'F-6 2026-01-10',
      'F-7 2026-01-10',
      'R-1 2026-01-20',
    ]);
  });

  it('take it from a table of payment terms that comes later, and give it back when that is taken away', async () => {
    await desk.bring(invoices);
    expect(await dueDates()).toContain('F-4 2026-01-10');
    await desk.bring(terms);
    expect(await dueDates()).toContain('F-4 2026-01-20');
    await desk.session.undo();
    await desk.session.settled();
    expect(await dueDates()).toContain('F-4 2026-01-10');
  });

  it('say as a whole that no row has one, where the file has neither due dates nor terms', async () => {
    const draft = await desk.one(
      file('plain.csv', 'Invoice,Customer,Date,Amount', 'F-1,C1,2026-01-10,10.00'),
    );
    expect(await desk.found([draft], 'due_on_issue')).toEqual([]);
  });
});
