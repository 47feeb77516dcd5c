import { editableField } from './editable';
import type { FieldChange, FieldState, RecordedEvent } from './event';

/** Whether a change is about a person: its values are sealed where they are written. */
export function isPersonal({ record, field }: Pick<FieldChange, 'record' | 'field'>): boolean {
  return record.table === 'customer' && editableField('customer', field)?.isPersonal === true;
}

const blank = ({ isSet }: FieldState): FieldState => ({ isSet, value: null });

/** An event without what it says of one person; everything else of it stays. */
export function withoutPerson(recorded: RecordedEvent, customerId: string): RecordedEvent {
  const { event } = recorded;
  const isAbout = (change: FieldChange): boolean =>
    isPersonal(change) && change.record.id === customerId;
  if (event.kind !== 'fields' || !event.changes.some(isAbout)) return recorded;
  return {
    ...recorded,
    event: {
      ...event,
      changes: event.changes.map((change) =>
        isAbout(change)
          ? { ...change, before: blank(change.before), after: blank(change.after) }
          : change,
      ),
    },
  };
}
