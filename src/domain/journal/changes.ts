import type { IsoDate } from '../time/calendar';
import { adjustmentAtEvent } from './adjustmentFields';
import type { RecordedEvent } from './event';

/** One line of the history: one change of one event. */
export interface ChangeRow {
  readonly table: string;
  readonly id: string;
  readonly recordKind: string;
  readonly field: string;
  readonly since: IsoDate | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string;
}

export type EventAction = 'did' | 'undid' | 'redid';

export function actionOf(recorded: RecordedEvent): EventAction {
  if (recorded.undoes !== undefined) return 'undid';
  return recorded.redoes === undefined ? 'did' : 'redid';
}

const blank = {
  table: '',
  id: '',
  recordKind: '',
  field: '',
  since: null,
  before: null,
  after: null,
  reason: '',
};

/** The changes of an event, one line each; every event has at least one. */
export function changesOf({ event }: RecordedEvent): readonly ChangeRow[] {
  switch (event.kind) {
    case 'fields':
      return event.changes.map(({ record, field, since, before, after }) => ({
        table: record.table,
        id: record.id,
        recordKind: record.kind,
        field,
        since,
        before: before.value,
        after: after.value,
        reason: event.reason,
      }));
    case 'adjustments':
      return event.changes.flatMap(({ before, after }) => {
        const about = {
          ...blank,
          table: 'document',
          id: after?.id ?? before?.id ?? '',
          recordKind: 'adjustment',
          reason: after?.reason ?? before?.reason ?? '',
        };
        const lines = adjustmentAtEvent(before, after)
          .filter((one) => one.before !== one.after)
          .map((one) => ({ ...about, ...one }));
        return lines.length > 0 ? lines : [about];
      });
    case 'imported':
      return event.files.map((file) => ({
        ...blank,
        table: file.mapping.dataset,
        id: file.file,
        after: file.sha256,
      }));
    case 'withdrawn':
      return event.files.map((file) => ({
        ...blank,
        table: file.mapping.dataset,
        id: file.file,
        before: file.sha256,
      }));
    case 'period':
      return [{ ...blank, field: 'closed_through', before: event.before, after: event.after }];
    case 'view':
      return [
        {
          ...blank,
          table: event.page,
          id: event.after?.name ?? event.before?.name ?? '',
          before: event.before?.name ?? null,
          after: event.after?.name ?? null,
        },
      ];
    case 'erased':
      return [{ ...blank, table: 'customer', id: event.customerId }];
  }
}
