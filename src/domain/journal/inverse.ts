import type { JournalEvent } from './event';

/** The event that takes another back exactly; `undefined` for what cannot be taken back. */
export function inverse(event: JournalEvent): JournalEvent | undefined {
  switch (event.kind) {
    case 'imported':
      return { kind: 'withdrawn', files: event.files };
    case 'withdrawn':
      return { kind: 'imported', files: event.files };
    case 'fields':
      return { ...event, changes: event.changes.map(swapped).reverse() };
    case 'adjustments':
      return { ...event, changes: event.changes.map(swapped).reverse() };
    case 'period':
    case 'view':
      return swapped(event);
    case 'erased':
      return undefined;
  }
}

function swapped<T extends { readonly before: unknown; readonly after: unknown }>(change: T): T {
  return { ...change, before: change.after, after: change.before };
}
