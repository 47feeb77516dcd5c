import type { RecordedEvent } from '../domain/journal/event';
import { formatDate } from '../i18n/formats';
import { labelText } from '../i18n/labels';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';

/**
 * What an event did, in a few words: `due date of F-12`.
 * @param number of the one document that it is about, where it is known; its id stands for it otherwise
 */
export function eventName(
  { event }: RecordedEvent,
  t: Translate,
  locale: Locale,
  number?: string,
): string {
  switch (event.kind) {
    case 'fields': {
      const [change] = event.changes;
      if (!change || event.changes.length > 1)
        return t('event.fields', { count: event.changes.length });
      return t('event.field', {
        field: labelText(t, { key: `field.${change.field}` }),
        record: number ?? change.record.id,
      });
    }
    case 'adjustments': {
      const [change] = event.changes;
      return event.changes.length > 1
        ? t('event.adjustments', { count: event.changes.length })
        : t('event.adjustment', { record: change?.after?.id ?? change?.before?.id ?? '' });
    }
    case 'imported':
      return t('event.imported', { file: event.files.map(({ file }) => file).join(', ') });
    case 'withdrawn':
      return t('event.withdrawn', { file: event.files.map(({ file }) => file).join(', ') });
    case 'period':
      return event.after === null
        ? t('event.opened')
        : t('event.closed', { date: formatDate(event.after, locale) });
    case 'view':
      return t(event.page === '/import' ? 'event.mapping' : 'event.view', {
        name: event.after?.name ?? event.before?.name ?? '',
      });
    case 'erased':
      return t('event.erased', { record: event.customerId });
  }
}
