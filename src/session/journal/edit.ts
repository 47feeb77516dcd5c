import { type EditableField, editableField } from '../../domain/journal/editable';
import type { Adjustment, FieldChange } from '../../domain/journal/event';
import type { RecordKey } from '../../domain/journal/record';
import type { JournalState } from '../../domain/journal/state';
import { type IsoDate, parseIsoDate } from '../../domain/time/calendar';
import { err, ok, type Result } from '../../lib/result';

/** A field that a person changed on the screen. */
export interface FieldEdit {
  readonly record: RecordKey;
  readonly field: string;
  /** From which day on it counts; `null`: it always was so. */
  readonly since: IsoDate | null;
  /** What stood on the screen. */
  readonly was: string | null;
  readonly value: string | null;
}

/** Why an edit is not taken; worded by the catalogue. */
type EditProblemCode =
  | 'not_editable'
  | 'required'
  | 'too_long'
  | 'not_a_date'
  | 'not_an_amount'
  | 'not_yes_no'
  | 'not_a_choice'
  | 'unchanged'
  | 'closed_period'
  | 'fixed_due_date'
  | 'unknown_customer'
  | 'unknown_document'
  | 'reason_missing'
  | 'zero_amount'
  | 'due_before_date'
  | 'customer_exists'
  | 'unknown_currency'
  | 'closed_entry'
  | 'later'
  | 'erased';

export interface EditProblem {
  /** Of the edits that were asked for, from 0. */
  readonly index: number;
  readonly field: string;
  readonly code: EditProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

const required: ReadonlySet<string> = new Set(['name', 'due_date']);

function problemOf(field: EditableField, value: string | null): EditProblemCode | undefined {
  if (value === null) return required.has(field.name) ? 'required' : undefined;
  if (value.length > field.lengthMax) return 'too_long';
  if (field.choices && !field.choices.includes(value)) return 'not_a_choice';
  switch (field.type) {
    case 'date':
      return parseIsoDate(value).ok ? undefined : 'not_a_date';
    case 'money':
      return /^-?\d{1,14}(\.\d{1,4})?$/.test(value) ? undefined : 'not_an_amount';
    case 'boolean':
      return value === 'true' || value === 'false' ? undefined : 'not_yes_no';
    default:
      return value.includes('\0') ? 'not_editable' : undefined;
  }
}

/** A field's change for the journal, or why it is not taken. */
export function fieldChange(
  edit: FieldEdit,
  index: number,
  state: JournalState,
): Result<FieldChange, EditProblem> {
  const { record, field: name, value } = edit;
  const field = editableField(record.table, name);
  if (!field || record.id === '') return err({ index, field: name, code: 'not_editable' });
  if (field.isPersonal === true && state.erased.has(record.id))
    return err({ index, field: name, code: 'erased' });
  const text = value === null || value.trim() === '' ? null : value;
  const code = problemOf(field, text);
  if (code !== undefined)
    return err({ index, field: name, code, values: { max: field.lengthMax, value: value ?? '' } });
  const since = field.isDated === true ? edit.since : null;
  const before = state.at(record, name, since) ?? { isSet: false, value: edit.was };
  if (before.value === text && (before.isSet || since === null))
    return err({ index, field: name, code: 'unchanged' });
  return ok({ record, field: name, since, before, after: { isSet: true, value: text } });
}

/** What a person enters of an adjustment. */
export type AdjustmentEntry = Omit<Adjustment, 'id' | 'status'>;

/** A change of an adjustment that was entered here; `void` takes it out of every balance. */
export interface AdjustmentPatch {
  readonly id: string;
  readonly patch: Partial<AdjustmentEntry> | 'void';
}

/** Why an adjustment cannot be entered so. */
export function adjustmentProblem(
  entry: AdjustmentEntry,
  closedThrough: IsoDate | null,
): Pick<EditProblem, 'field' | 'code' | 'values'> | undefined {
  if (entry.reason.trim() === '') return { field: 'description', code: 'reason_missing' };
  if (entry.customerId.trim() === '') return { field: 'customer_id', code: 'required' };
  if (!/^-?\d{1,14}(\.\d{1,4})?$/.test(entry.amount))
    return { field: 'amount', code: 'not_an_amount', values: { value: entry.amount } };
  if (/^-?0+(\.0+)?$/.test(entry.amount)) return { field: 'amount', code: 'zero_amount' };
  for (const [field, date] of [
    ['document_date', entry.documentDate],
    ['posting_date', entry.postingDate],
    ['due_date', entry.dueDate],
  ] as const)
    if (!parseIsoDate(date).ok) return { field, code: 'not_a_date', values: { value: date } };
  if (entry.dueDate < entry.documentDate)
    return { field: 'due_date', code: 'due_before_date', values: { value: entry.dueDate } };
  if (closedThrough !== null && entry.postingDate <= closedThrough)
    return { field: 'posting_date', code: 'closed_entry', values: { date: closedThrough } };
  return undefined;
}

/** Whether an event of fields changes figures, and from which date on: `null` is all of time. */
export function touchesFrom(change: FieldChange): IsoDate | null | undefined {
  const field = editableField(change.record.table, change.field);
  return field?.isDated === true ? change.since : undefined;
}
