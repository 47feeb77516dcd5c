/** What an edit is about: a row of a canonical table, by what identifies it there. */
export interface RecordKey {
  readonly table: 'customer' | 'document';
  readonly id: string;
  /** Of a document: an id is unique within its kind only. Blank for customers. */
  readonly kind: string;
  /** The entity that the row names; blank where it names none. */
  readonly entity: string;
}

/** One text for a record, for maps; its parts can hold anything. */
export function recordText(record: RecordKey): string {
  return JSON.stringify([record.table, record.id, record.kind, record.entity]);
}
