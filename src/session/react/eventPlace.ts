import type { JournalEvent } from '../../domain/journal/event';
import type { Target } from './reportPaths';
import type { UrlParams } from './useUrlParams';

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

/** Whether the page that the reader is on shows what an event did; then what they filtered stays. */
export function isAtPlace(event: JournalEvent, path: string, params: UrlParams): boolean {
  if (eventPlace(event).path !== path) return false;
  const kinds = params['kinds'] ?? 'all';
  const kind = event.kind === 'fields' ? event.changes[0]?.record.kind : 'adjustment';
  return path !== '/documents' || kinds === 'all' || kinds === kind;
}
