import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../time/calendar';
import { changesOf } from './changes';
import type { Adjustment, JournalEvent } from './event';

const entered: Adjustment = {
  id: 'ADJ-1',
  customerId: 'C0007',
  documentDate: '2026-10-15' as IsoDate,
  postingDate: '2026-10-15' as IsoDate,
  dueDate: '2026-11-14' as IsoDate,
  currency: 'EUR',
  amount: '-1000.50',
  reference: '',
  reason: 'Rebate',
  status: 'posted',
};

const linesOf = (event: JournalEvent) =>
  changesOf({ author: 'a', authorSeq: 1, authorPrev: '', person: 'Ana', at: '', event }).map(
    ({ id, field, before, after, reason }) => [id, field, before, after, reason],
  );
const change = (before: Adjustment | null, after: Adjustment | null) =>
  linesOf({ kind: 'adjustments', changes: [{ before, after }] });

describe('an adjustment in the history', () => {
  it('that is entered has a line for each field that is given', () => {
    expect(change(null, entered)).toEqual([
      ['ADJ-1', 'customer_id', null, 'C0007', 'Rebate'],
      ['ADJ-1', 'amount', null, '-1000.50', 'Rebate'],
      ['ADJ-1', 'currency', null, 'EUR', 'Rebate'],
      ['ADJ-1', 'document_date', null, '2026-10-15', 'Rebate'],
      ['ADJ-1', 'posting_date', null, '2026-10-15', 'Rebate'],
      ['ADJ-1', 'due_date', null, '2026-11-14', 'Rebate'],
      ['ADJ-1', 'reason', null, 'Rebate', 'Rebate'],
      ['ADJ-1', 'status', null, 'posted', 'Rebate'],
    ]);
  });

  it('that is changed has a line for each field that changed', () => {
    expect(change(entered, { ...entered, amount: '-900.00', status: 'void' })).toEqual([
      ['ADJ-1', 'amount', '-1000.50', '-900.00', 'Rebate'],
      ['ADJ-1', 'status', 'posted', 'void', 'Rebate'],
    ]);
  });

  it('that is taken back has what it said, and a change of nothing has a line too', () => {
    expect(change(entered, null)).toContainEqual(['ADJ-1', 'amount', '-1000.50', null, 'Rebate']);
    expect(change(entered, entered)).toEqual([['ADJ-1', '', null, null, 'Rebate']]);
  });
});
