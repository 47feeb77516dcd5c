import { z } from 'zod';
import { sql } from '../../engine/sql';
import { defineReport } from '../define';

const params = z.strictObject({});

export const dataReach = defineReport({
  id: 'data-reach',
  shows: 'documents',
  params,
  examples: [{}],
  query: () => sql`
    SELECT 'document' AS subject, min(posting_date) AS date_from, max(posting_date) AS date_to,
           count(*) AS row_count,
           coalesce(sum(CASE WHEN status = 'draft' OR (posting_date IS NULL AND coalesce(status, '') <> 'void')
             THEN 1 ELSE 0 END), 0) AS draft_count,
           coalesce(sum(CASE WHEN status = 'void' THEN 1 ELSE 0 END), 0) AS void_count
    FROM document_given
    UNION ALL
    SELECT 'movement', min(effective_date), max(effective_date), count(*), 0, 0 FROM movement
    UNION ALL
    SELECT 'gl_entry', min(posting_date), max(posting_date), count(*), 0, 0 FROM gl_entry
    UNION ALL
    SELECT 'bank_transaction', min(booking_date), max(booking_date), count(*), 0, 0 FROM bank_transaction
    UNION ALL
    SELECT 'usage', min(period_start), max(period_end), count(*), 0, 0 FROM usage`,
  order: () => [{ column: 'subject', direction: 'asc' }],
  columns: () => [
    { id: 'subject', label: { key: 'column.subject' }, kind: 'code' },
    { id: 'date_from', label: { key: 'column.dateFrom' }, kind: 'date' },
    { id: 'date_to', label: { key: 'column.dateTo' }, kind: 'date' },
    { id: 'row_count', label: { key: 'column.rowCount' }, kind: 'integer' },
    { id: 'draft_count', label: { key: 'column.draftCount' }, kind: 'integer' },
    { id: 'void_count', label: { key: 'column.voidCount' }, kind: 'integer' },
  ],
  policy: () => null,
});
