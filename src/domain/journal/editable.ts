import type { ColumnType } from '../ledger/tables';
import type { RecordKey } from './record';

/** A field that a person may change, and what a change of it means. */
export interface EditableField {
  readonly name: string;
  readonly type: Extract<ColumnType, 'id' | 'text' | 'date' | 'money' | 'boolean'>;
  /** A change may count from a date on; without one it always was so. Rules: `LEDGER.md` 3, attributes that change. */
  readonly isDated?: true;
  /** About a person: kept under a key of that customer's own, and gone when the key is. */
  readonly isPersonal?: true;
  readonly choices?: readonly string[];
  readonly lengthMax: number;
}

const nameLength = 200;
const noteLength = 4_000;

const customerFields: readonly EditableField[] = [
  { name: 'name', type: 'text', isPersonal: true, lengthMax: nameLength },
  { name: 'collector', type: 'text', isDated: true, lengthMax: nameLength },
  { name: 'segment', type: 'text', isDated: true, lengthMax: nameLength },
  { name: 'region', type: 'text', isDated: true, lengthMax: nameLength },
  {
    name: 'status',
    type: 'id',
    choices: ['active', 'on_hold', 'closed', 'deceased'],
    lengthMax: 20,
  },
  { name: 'terms', type: 'id', lengthMax: 60 },
  { name: 'credit_limit', type: 'money', lengthMax: 20 },
  { name: 'language', type: 'id', lengthMax: 20 },
  { name: 'tax_id', type: 'id', isPersonal: true, lengthMax: 60 },
  { name: 'email', type: 'text', isPersonal: true, lengthMax: nameLength },
  { name: 'phone', type: 'text', isPersonal: true, lengthMax: 60 },
  { name: 'street', type: 'text', isPersonal: true, lengthMax: nameLength },
  { name: 'city', type: 'text', isPersonal: true, lengthMax: nameLength },
  { name: 'postal_code', type: 'id', isPersonal: true, lengthMax: 20 },
  { name: 'country', type: 'id', lengthMax: 60 },
  { name: 'note', type: 'text', isPersonal: true, lengthMax: noteLength },
];

const documentFields: readonly EditableField[] = [
  { name: 'due_date', type: 'date', isDated: true, lengthMax: 10 },
  { name: 'disputed', type: 'boolean', isDated: true, lengthMax: 5 },
  { name: 'reference', type: 'text', lengthMax: nameLength },
  { name: 'description', type: 'text', lengthMax: noteLength },
  { name: 'note', type: 'text', lengthMax: noteLength },
];

/** The fields of a table that may be changed; amounts of imported documents never are. */
export function editableFields(table: RecordKey['table']): readonly EditableField[] {
  return table === 'customer' ? customerFields : documentFields;
}

export function editableField(table: RecordKey['table'], name: string): EditableField | undefined {
  return editableFields(table).find((field) => field.name === name);
}

/** What the history names besides editable fields: an adjustment's, and the day through which a period is closed. */
const otherTypes: Readonly<Record<string, EditableField['type']>> = {
  customer_id: 'id',
  amount: 'money',
  currency: 'id',
  document_date: 'date',
  posting_date: 'date',
  reason: 'text',
  closed_through: 'date',
};

/** The type of a field that people change, of any table; they share no name with another type. */
export function fieldTypeOf(name: string): EditableField['type'] | undefined {
  const editable = editableField('document', name) ?? editableField('customer', name);
  return editable?.type ?? (Object.hasOwn(otherTypes, name) ? otherTypes[name] : undefined);
}
