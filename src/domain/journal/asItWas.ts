import type { RecordedEvent } from './event';
import { type RecordKey, recordText } from './record';

/** A field of a record just before an event and just after it. */
export interface FieldAtEvent {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface Timeline {
  /** What the import said, as it was seen when the field was first changed. */
  readonly imported: string | null;
  readonly entries: Map<string, string | null>;
}

/** The value that stands last: that of the latest day from which one counts. */
function lastValue(timeline: Timeline | undefined): string | null | undefined {
  if (!timeline) return undefined;
  const last = [...timeline.entries.keys()].sort().at(-1);
  return last === undefined ? timeline.imported : (timeline.entries.get(last) ?? null);
}

/**
 * What people said of a record up to an event: every field that anybody ever changed in it, just before the event
 * and just after. Fields that nobody changed are as they were imported.
 * @param position of the event in the journal, from 1
 */
export function asItWas(
  events: readonly RecordedEvent[],
  record: RecordKey,
  position: number,
): readonly FieldAtEvent[] {
  const key = recordText(record);
  const timelines = new Map<string, Timeline>();
  let before = new Map<string, string | null>();
  let after = new Map<string, string | null>();
  const values = () =>
    new Map([...timelines].map(([field, timeline]) => [field, lastValue(timeline) ?? null]));
  const firstSeen = new Map<string, string | null>();
  for (const [i, { event }] of events.entries()) {
    if (i + 1 === position) before = values();
    if (event.kind === 'fields')
      for (const change of event.changes) {
        if (recordText(change.record) !== key) continue;
        const { field } = change;
        if (!firstSeen.has(field)) firstSeen.set(field, change.before.value);
        const timeline = timelines.get(field) ?? {
          imported: change.before.value,
          entries: new Map<string, string | null>(),
        };
        timelines.set(field, timeline);
        if (change.after.isSet) timeline.entries.set(change.since ?? '', change.after.value);
        else timeline.entries.delete(change.since ?? '');
      }
    if (i + 1 === position) after = values();
  }
  return [...firstSeen].map(([field, imported]) => ({
    field,
    before: before.get(field) ?? (before.has(field) ? null : imported),
    after: after.get(field) ?? (after.has(field) ? null : imported),
  }));
}
