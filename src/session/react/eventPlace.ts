import type { JournalEvent } from '../../domain/journal/event';
import type { Target } from './reportPaths';

/** The page on which what an event did is seen, with the record it is about found. */
export function eventPlace(event: JournalEvent): Target {
  switch (event.kind) {
    case 'fields': {
      const record = event.changes[0]?.record;
      if (record?.table === 'customer')
        return { path: '/customers', params: { search: record.id } };
      return { path: '/documents', params: { search: record?.id ?? '' } };
    }
    case 'adjustments': {
      const [change] = event.changes;
      const id = change?.after?.id ?? change?.before?.id ?? '';
      return { path: '/documents', params: { kinds: 'adjustment', search: id } };
    }
    case 'imported':
    case 'withdrawn':
      return { path: '/import', params: {} };
    case 'view':
      return { path: event.page, params: {} };
    case 'period':
    case 'erased':
      return { path: '/workspace', params: {} };
  }
}
