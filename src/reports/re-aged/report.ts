import { z } from 'zod';
import { bucketsOf } from '../../domain/aging/buckets';
import { type Sql, sql } from '../../engine/sql';
import { isInBucket } from '../aging/source';
import { customerColumns } from '../customerColumns';
import { defineReport } from '../define';
import { agingShape } from '../params';

const params = z.strictObject({ asOf: agingShape.asOf, edges: agingShape.edges });
type Params = z.output<typeof params>;

const bucketAt = (p: Params, date: Sql): Sql =>
  sql`CASE ${sql.join(
    bucketsOf(p.edges).map(
      (bucket) => sql`WHEN ${isInBucket(date, p.asOf, bucket)} THEN ${bucket.id}`,
    ),
    ' ',
  )} END`;

/** A due date that was moved moves its item between buckets: who did it, why, and what it would be without. */
export const reAged = defineReport<Params>({
  id: 're-aged',
  shows: 'records',
  params,
  examples: [{ asOf: '2026-08-31' }, { asOf: '2026-08-31', edges: '-30,0,30' }],
  query: (p) => sql`
    SELECT i.document_id AS document_id, x.number AS number, d.customer_id AS customer_id,
           d.customer_name AS customer_name, c.currency AS currency, s.open_amount AS open_amount,
           o.due_date AS original_due_date, s.due_date AS due_date, CAST(e.value AS DATE) AS changed_to, e.since AS since,
           CASE WHEN e.since IS NULL THEN 'correction' ELSE 'extension' END AS change,
           ${bucketAt(p, sql`o.due_date`)} AS bucket_original, ${bucketAt(p, sql`s.due_date`)} AS bucket,
           e.person AS person, e.reason AS reason, e.recorded_at AS recorded_at, e.position AS position
    FROM (SELECT document_key, value, since, person, reason, recorded_at, position FROM field_edit
          WHERE field = 'due_date' AND document_key IS NOT NULL) e
    JOIN item i ON i.document_key = e.document_key
    JOIN item_original o ON o.item_key = i.item_key
    JOIN (SELECT item_key, due_date, open_amount, currency_key, customer_key FROM span
          WHERE valid_from <= ${sql.date(p.asOf)} AND valid_to > ${sql.date(p.asOf)}) s ON s.item_key = i.item_key
    JOIN document_text x ON x.document_key = i.document_key
    JOIN debtor d ON d.customer_key = s.customer_key
    JOIN ledger_currency c ON c.currency_key = s.currency_key
    WHERE NOT i.is_instalment`,
  order: () => [
    { column: 'recorded_at', direction: 'desc' },
    { column: 'document_id', direction: 'asc' },
    { column: 'position', direction: 'asc' },
    { column: 'since', direction: 'asc' },
  ],
  columns: (p) => [
    { id: 'document_id', label: { key: 'column.documentId' }, kind: 'id', hidden: true },
    { id: 'number', label: { key: 'column.number' }, kind: 'id' },
    ...customerColumns(p.asOf),
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    {
      id: 'open_amount',
      label: { key: 'column.openAmount' },
      kind: 'money',
      currencyColumn: 'currency',
    },
    { id: 'original_due_date', label: { key: 'column.originalDueDate' }, kind: 'date' },
    { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
    { id: 'bucket_original', label: { key: 'column.bucketOriginal' }, kind: 'code' },
    { id: 'bucket', label: { key: 'column.bucket' }, kind: 'code' },
    { id: 'change', label: { key: 'column.dueChange' }, kind: 'code' },
    { id: 'changed_to', label: { key: 'column.changedTo' }, kind: 'date', hidden: true },
    { id: 'since', label: { key: 'column.since' }, kind: 'date' },
    { id: 'person', label: { key: 'column.person' }, kind: 'text' },
    { id: 'reason', label: { key: 'column.reason' }, kind: 'text' },
    { id: 'recorded_at', label: { key: 'column.recordedAt' }, kind: 'text' },
    { id: 'position', label: { key: 'column.position' }, kind: 'integer', hidden: true },
  ],
  policy: (p) => ({ asOf: p.asOf, edges: p.edges }),
});
