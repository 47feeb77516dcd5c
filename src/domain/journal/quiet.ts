import type { JournalEvent } from './event';

/** Fields that no figure, group or filter depends on: what says more about a record, and counts nothing. */
const quietFields: ReadonlySet<string> = new Set([
  'note',
  'description',
  'reference',
  'email',
  'phone',
  'street',
  'city',
  'postal_code',
  'country',
  'tax_id',
  'language',
  'terms',
  'credit_limit',
  'status',
]);

/** Whether an event leaves every figure as it is, so that reports of figures need not be asked again. */
export function isQuiet(event: JournalEvent): boolean {
  if (event.kind === 'view') return true;
  return event.kind === 'fields' && event.changes.every(({ field }) => quietFields.has(field));
}
