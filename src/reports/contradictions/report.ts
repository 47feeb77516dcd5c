import { z } from 'zod';
import { sql } from '../../engine/sql';
import { defineReport } from '../define';

const params = z.strictObject({});

export const contradictions = defineReport({
  id: 'contradictions',
  shows: 'documents',
  params,
  examples: [{}],
  query: () => sql`
    SELECT kind, allocation_id, debit_document_id, credit_document_id, amount, source_id, source_row
    FROM contradiction`,
  order: () => [
    { column: 'kind', direction: 'asc' },
    { column: 'source_id', direction: 'asc' },
    { column: 'source_row', direction: 'asc' },
    { column: 'allocation_id', direction: 'asc' },
    { column: 'debit_document_id', direction: 'asc' },
  ],
  columns: () => [
    { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
    { id: 'allocation_id', label: { key: 'column.allocationId' }, kind: 'id' },
    { id: 'debit_document_id', label: { key: 'column.debitDocumentId' }, kind: 'id' },
    { id: 'credit_document_id', label: { key: 'column.creditDocumentId' }, kind: 'id' },
    { id: 'amount', label: { key: 'column.amount' }, kind: 'money' },
    { id: 'source_id', label: { key: 'column.source' }, kind: 'id' },
    { id: 'source_row', label: { key: 'column.sourceRow' }, kind: 'integer' },
  ],
  policy: () => null,
});
