import { z } from 'zod';
import { editableFields } from '../../domain/journal/editable';
import type { RecordKey } from '../../domain/journal/record';
import { type Sql, sql } from '../../engine/sql';
import { defineReport } from '../define';

const params = z.strictObject({});

/** The imported value of the field that an edit is about, as text. */
const imported = (table: RecordKey['table'], row: Sql): Sql =>
  sql`CASE e.field ${sql.join(
    editableFields(table).map(
      ({ name }) => sql`WHEN ${name} THEN CAST(${row}.${sql.id(name)} AS VARCHAR)`,
    ),
    ' ',
  )} END`;

/**
 * A newer import may say something else of what somebody edited: the edit stays, and this names both. An edit of what
 * no import has any more is here as well. Rules: `LEDGER.md` 1, identity.
 */
export const editConflicts = defineReport({
  id: 'edit-conflicts',
  shows: 'records',
  params,
  examples: [{}],
  query: () => sql`
    SELECT table_name, record_id, field, conflict, was, imported_value, value, person, recorded_at, reason, position
    FROM (
      SELECT e.table_name AS table_name, e.record_id AS record_id, e.field AS field,
             CASE WHEN e.document_key IS NULL THEN 'missing' ELSE 'changed' END AS conflict, e.was AS was,
             CASE WHEN e.field = 'due_date' THEN CAST(coalesce(o.due_date, g.due_date) AS VARCHAR)
                  ELSE ${imported('document', sql`g`)} END AS imported_value,
             e.value AS value, e.person AS person, e.recorded_at AS recorded_at, e.reason AS reason,
             e.position AS position
      FROM field_edit e
      LEFT JOIN document_given g ON g.document_key = e.document_key
      LEFT JOIN item i ON i.document_key = e.document_key AND i.is_anchor
      LEFT JOIN item_original o ON o.item_key = i.item_key
      WHERE e.table_name = 'document' AND (e.since IS NULL OR e.document_key IS NULL)
      UNION ALL
      SELECT e.table_name, e.record_id, e.field, 'changed', e.was, ${imported('customer', sql`g`)}, e.value,
             e.person, e.recorded_at, e.reason, e.position
      FROM field_edit e JOIN customer_stored g ON g.customer_id = e.record_id
      WHERE e.table_name = 'customer' AND e.since IS NULL
    ) x
    WHERE conflict = 'missing'
       OR (coalesce(nullif(imported_value, 'false'), '') <> coalesce(nullif(was, 'false'), '')
           AND coalesce(imported_value, '') <> coalesce(value, ''))`,
  order: () => [
    { column: 'recorded_at', direction: 'desc' },
    { column: 'table_name', direction: 'asc' },
    { column: 'record_id', direction: 'asc' },
    { column: 'field', direction: 'asc' },
    { column: 'position', direction: 'asc' },
  ],
  columns: () => [
    { id: 'conflict', label: { key: 'column.conflict' }, kind: 'code' },
    { id: 'table_name', label: { key: 'column.tableName' }, kind: 'code' },
    { id: 'record_id', label: { key: 'column.recordId' }, kind: 'id' },
    { id: 'field', label: { key: 'column.field' }, kind: 'code' },
    { id: 'was', label: { key: 'column.wasValue' }, kind: 'text' },
    { id: 'imported_value', label: { key: 'column.importedValue' }, kind: 'text' },
    { id: 'value', label: { key: 'column.editedValue' }, kind: 'text' },
    { id: 'person', label: { key: 'column.person' }, kind: 'text' },
    { id: 'recorded_at', label: { key: 'column.recordedAt' }, kind: 'text' },
    { id: 'reason', label: { key: 'column.reason' }, kind: 'text' },
    { id: 'position', label: { key: 'column.position' }, kind: 'integer', hidden: true },
  ],
  policy: () => null,
});
