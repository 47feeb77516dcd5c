import { editableField } from '../../domain/journal/editable';
import type { FieldChange, JournalEvent } from '../../domain/journal/event';
import { JournalState } from '../../domain/journal/state';
import { fieldChange } from '../journal/edit';

const nothing = new JournalState();

/** Whether an event says what the pages let people say: a file can be made by hand. */
export function isPossible(event: JournalEvent): boolean {
  return event.kind !== 'fields' || event.changes.every(isPossibleChange);
}

function isPossibleChange({ record, field, since, after }: FieldChange): boolean {
  const known = editableField(record.table, field);
  if (!known || record.id === '' || (since !== null && known.isDated !== true)) return false;
  if (!after.isSet || after.value === null) return true;
  const made = fieldChange({ record, field, since, was: null, value: after.value }, 0, nothing);
  return made.ok || made.error.code === 'unchanged';
}
