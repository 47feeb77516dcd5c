import type {
  Adjustment,
  FieldChange,
  ImportFact,
  JournalEvent,
  SavedView,
} from '../../domain/journal/event';
import { recordText } from '../../domain/journal/record';
import type { IsoDate } from '../../domain/time/calendar';

/** One place of a workspace that an event changes. The last event that touches a place says what stands there. */
export type Touch =
  | { readonly kind: 'field'; readonly change: FieldChange }
  | {
      readonly kind: 'adjustment';
      readonly id: string;
      readonly before: Adjustment | null;
      readonly after: Adjustment | null;
    }
  | {
      readonly kind: 'period';
      readonly before: IsoDate | null;
      readonly after: IsoDate | null;
      readonly totals: Extract<JournalEvent, { kind: 'period' }>['totals'];
    }
  | {
      readonly kind: 'view';
      readonly page: string;
      readonly name: string;
      readonly before: SavedView | null;
      readonly after: SavedView | null;
    }
  | { readonly kind: 'import'; readonly file: ImportFact; readonly isIn: boolean };

export function touchesOf(event: JournalEvent): readonly Touch[] {
  switch (event.kind) {
    case 'fields':
      return event.changes.map((change) => ({ kind: 'field', change }));
    case 'adjustments':
      return event.changes.map(({ before, after }) => ({
        kind: 'adjustment',
        id: after?.id ?? before?.id ?? '',
        before,
        after,
      }));
    case 'period':
      return [event];
    case 'view': {
      const { page, before, after } = event;
      const names = new Set([before?.name, after?.name].filter((name) => name !== undefined));
      return [...names].map((name) => ({
        kind: 'view',
        page,
        name,
        before: before?.name === name ? before : null,
        after: after?.name === name ? after : null,
      }));
    }
    case 'imported':
    case 'withdrawn':
      return event.files.map((file) => ({
        kind: 'import',
        file,
        isIn: event.kind === 'imported',
      }));
    case 'erased':
      // Nothing stands against an erasing: it is for good.
      return [];
  }
}

/** One text for a place. */
export function placeOf(touch: Touch): string {
  switch (touch.kind) {
    case 'field': {
      const { record, field, since } = touch.change;
      return JSON.stringify(['field', recordText(record), field, since]);
    }
    case 'adjustment':
      return JSON.stringify(['adjustment', touch.id]);
    case 'period':
      return JSON.stringify(['period']);
    case 'view':
      return JSON.stringify(['view', touch.page, touch.name]);
    case 'import':
      return JSON.stringify(['import', touch.file.sha256]);
  }
}

/** One text for a value, whatever the order of its keys. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** One text for what stood at a place before an event, or stands after it. */
export function standing(touch: Touch, side: 'before' | 'after'): string {
  switch (touch.kind) {
    case 'field': {
      const { isSet, value } = touch.change[side];
      return textOf(isSet ? [value] : []);
    }
    case 'import':
      return textOf(touch.isIn === (side === 'after') ? touch.file : null);
    default:
      return textOf(touch[side]);
  }
}

/** What to record so that a place stands as one event left it, where another one's word is the last now. */
export function eventsThatSet(
  pairs: readonly { readonly wanted: Touch; readonly now: Touch }[],
  reason: string,
): readonly JournalEvent[] {
  const changes: FieldChange[] = [];
  const others: JournalEvent[] = [];
  for (const { wanted, now } of pairs) {
    if (wanted.kind === 'field' && now.kind === 'field')
      changes.push({ ...wanted.change, before: now.change.after });
    else if (wanted.kind === 'adjustment' && now.kind === 'adjustment')
      others.push({
        kind: 'adjustments',
        changes: [{ before: now.after, after: wanted.after }],
      });
    else if (wanted.kind === 'period' && now.kind === 'period')
      others.push({ ...wanted, before: now.after });
    else if (wanted.kind === 'view' && now.kind === 'view')
      others.push({
        kind: 'view',
        page: wanted.page,
        before: now.after,
        after: wanted.after,
      });
    else if (wanted.kind === 'import')
      others.push({ kind: wanted.isIn ? 'imported' : 'withdrawn', files: [wanted.file] });
  }
  return [...(changes.length > 0 ? [{ kind: 'fields' as const, changes, reason }] : []), ...others];
}
