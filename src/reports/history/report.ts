import { z } from 'zod';
import { sql } from '../../engine/sql';
import { containsText } from '../containsText';
import { defineReport } from '../define';
import { isoDate } from '../params';

const params = z.strictObject({
  person: z.string().describe('only what this person did').optional(),
  table: z.string().describe('only changes of this table').optional(),
  record: z.string().describe('only changes of the record with this id').optional(),
  field: z.string().describe('only changes of this field').optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  search: z.string().max(200).describe('part of a number, an id, a value or a reason').optional(),
});
type Params = z.output<typeof params>;

/** The numbers by which people know the documents of the history; none where two documents share all but their entity. */
const numbers = sql`
  SELECT document_id, coalesce(kind, '') AS kind, CASE WHEN min(number) = max(number) THEN min(number) END AS number
  FROM document_given
  WHERE document_id IN (SELECT record_id FROM event_change WHERE table_name = 'document')
  GROUP BY document_id, coalesce(kind, '')`;

export const history = defineReport<Params>({
  id: 'history',
  shows: 'records',
  params,
  examples: [
    {},
    { person: 'Ana', table: 'document', record: 'F-1', field: 'due_date', search: "l'à_100%" },
    { from: '2026-08-01', to: '2026-08-31' },
  ],
  query: (p, dialect) => {
    const conditions = [sql`TRUE`];
    if (p.person !== undefined) conditions.push(sql`person = ${p.person}`);
    if (p.table !== undefined) conditions.push(sql`table_name = ${p.table}`);
    if (p.record !== undefined) conditions.push(sql`record_id = ${p.record}`);
    if (p.field !== undefined) conditions.push(sql`field = ${p.field}`);
    // The text of recorded times sorts as they do.
    if (p.from !== undefined) conditions.push(sql`recorded_at >= ${p.from}`);
    if (p.to !== undefined) conditions.push(sql`recorded_at < ${`${p.to} 99`}`);
    if (p.search !== undefined) {
      const { search } = p;
      const texts = ['number', 'record_id', 'value_before', 'value_after', 'reason'].map((name) =>
        containsText(sql`coalesce(${sql.id(name)}, '')`, search, dialect),
      );
      conditions.push(sql`(${sql.join(texts, ' OR ')})`);
    }
    return sql`
      SELECT position, line_no, recorded_at, person, action, kind AS event_kind, table_name, number, record_id,
             record_kind, field, since, value_before, value_after, reason, author
      FROM (SELECT e.*, n.number AS number FROM event_change e
            LEFT JOIN (${numbers}) n ON e.table_name = 'document' AND n.document_id = e.record_id
              AND n.kind = e.record_kind) e
      WHERE ${sql.join(conditions, ' AND ')}`;
  },
  order: () => [
    { column: 'position', direction: 'desc' },
    { column: 'line_no', direction: 'asc' },
  ],
  columns: () => [
    { id: 'position', label: { key: 'column.position' }, kind: 'integer' },
    { id: 'line_no', label: { key: 'column.lineNo' }, kind: 'integer', hidden: true },
    { id: 'recorded_at', label: { key: 'column.recordedAt' }, kind: 'text' },
    { id: 'person', label: { key: 'column.person' }, kind: 'text' },
    { id: 'action', label: { key: 'column.action' }, kind: 'code' },
    { id: 'event_kind', label: { key: 'column.eventKind' }, kind: 'code' },
    { id: 'table_name', label: { key: 'column.tableName' }, kind: 'code' },
    { id: 'number', label: { key: 'column.number' }, kind: 'id' },
    { id: 'record_id', label: { key: 'column.recordId' }, kind: 'id' },
    { id: 'record_kind', label: { key: 'column.recordKind' }, kind: 'code', hidden: true },
    { id: 'field', label: { key: 'column.field' }, kind: 'code' },
    { id: 'since', label: { key: 'column.since' }, kind: 'date' },
    {
      id: 'value_before',
      label: { key: 'column.valueBefore' },
      kind: 'text',
      fieldColumn: 'field',
    },
    { id: 'value_after', label: { key: 'column.valueAfter' }, kind: 'text', fieldColumn: 'field' },
    { id: 'reason', label: { key: 'column.reason' }, kind: 'text' },
    { id: 'author', label: { key: 'column.author' }, kind: 'id', hidden: true },
  ],
  policy: () => null,
});
