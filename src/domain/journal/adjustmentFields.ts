import type { FieldAtEvent } from './asItWas';
import type { Adjustment } from './event';

type Read = (adjustment: Adjustment) => string;

/** What an adjustment says, field by field, under the names that the fields have in the history. */
const fields: readonly (readonly [field: string, read: Read])[] = [
  ['customer_id', ({ customerId }) => customerId],
  ['amount', ({ amount }) => amount],
  ['currency', ({ currency }) => currency],
  ['document_date', ({ documentDate }) => documentDate],
  ['posting_date', ({ postingDate }) => postingDate],
  ['due_date', ({ dueDate }) => dueDate],
  ['reference', ({ reference }) => reference],
  ['reason', ({ reason }) => reason],
  ['status', ({ status }) => status],
];

/** Every field of an adjustment before and after a change of it; what is blank on both sides is left out. */
export function adjustmentAtEvent(
  before: Adjustment | null,
  after: Adjustment | null,
): readonly FieldAtEvent[] {
  return fields
    .map(([field, read]) => ({
      field,
      before: (before && read(before)) || null,
      after: (after && read(after)) || null,
    }))
    .filter((one) => one.before !== null || one.after !== null);
}
