import { assertNever } from '../../lib/assert';
import type { JournalEvent } from './event';

/**
 * How far a change of the ledger is seen: in what is shown of single records, in figures too, or even in which
 * documents there are. What shows figures is asked again after a change of figures or of documents.
 */
export type Extent = 'records' | 'figures' | 'documents';

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

/** How far an event is seen; nothing where it changes no record. */
export function extentOf(event: JournalEvent): Extent | undefined {
  switch (event.kind) {
    case 'view':
      return undefined;
    case 'fields':
      return event.changes.every(({ field }) => quietFields.has(field)) ? 'records' : 'figures';
    case 'period':
      return 'figures';
    case 'adjustments':
    case 'imported':
    case 'withdrawn':
    case 'erased':
      return 'documents';
    default:
      return assertNever(event);
  }
}

/** How often each extent of changes has been seen. */
export type ChangeCounts = Readonly<Record<Extent, number>>;

/** Counts a change: one that is seen far is seen near as well. */
export function counted(before: ChangeCounts, extent: Extent): ChangeCounts {
  return {
    records: before.records + 1,
    figures: before.figures + (extent === 'records' ? 0 : 1),
    documents: before.documents + (extent === 'documents' ? 1 : 0),
  };
}
