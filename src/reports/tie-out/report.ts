import { z } from 'zod';
import { movementKindKey } from '../../domain/ledger/movement';
import { sql } from '../../engine/sql';
import { ledgerTieOut } from '../aging/tieOuts';
import { customerColumns } from '../customerColumns';
import { defineReport } from '../define';
import { agingParams, isoDate } from '../params';

const params = z.strictObject({ asOf: isoDate });
type Params = z.output<typeof params>;

const zero = sql`CAST(0 AS DECIMAL(18,4))`;
/** The item that a journal line is by itself, where it posts no document of the imports. */
const lineId = sql`'gl:' || g.entry_id || ':' || CAST(g.line_no AS VARCHAR)`;
/** What applying moved, or what undid that; an undone discount is none of it. */
const isApplied = sql`m.origin_key = ${movementKindKey('applied')}`;

/**
 * Applying nets to zero over both items, so a document's own side is what it posted
 * and what its deductions and exchange differences took off. Some books also post the move of a receipt from
 * the customer who paid to the customer who owed: a document that ties with that move ties. Where the general
 * ledger names no documents, days stand in their place.
 */
export const tieOut = defineReport<Params>({
  id: 'tie-out',
  params,
  examples: [{ asOf: '2026-08-31' }],
  query: (p) => sql`
    WITH items AS (
      SELECT CASE WHEN n.names_documents THEN i.document_id
               ELSE CAST(m.effective_date AS VARCHAR) END AS document_id, min(i.customer_key) AS customer_key,
             CAST(sum(CASE WHEN ${isApplied} THEN ${zero} ELSE m.base_amount END) AS DECIMAL(18,4)) AS amount,
             CAST(sum(CASE WHEN ${isApplied} AND k.customer_key = i.customer_key THEN ${zero}
               ELSE m.base_amount END) AS DECIMAL(18,4)) AS amount_moved,
             min(CASE WHEN n.names_documents THEN i.posting_date ELSE m.effective_date END) AS posting_date
      FROM movement m JOIN item i ON i.item_key = m.item_key
      LEFT JOIN item k ON k.item_key = m.counter_key
      CROSS JOIN ledger_detail n
      WHERE m.effective_date <= ${sql.date(p.asOf)}
      GROUP BY 1
    ), lines AS (
      SELECT CASE WHEN n.names_documents THEN coalesce(u.document_id, g.document_id, ${lineId})
               ELSE CAST(g.posting_date AS VARCHAR) END AS item_id,
             sum(CASE WHEN g.posting_date <= ${sql.date(p.asOf)}
               THEN coalesce(g.debit, 0) - coalesce(g.credit, 0) ELSE CAST(0 AS DECIMAL(18,4)) END) AS amount,
             sum(coalesce(g.debit, 0) - coalesce(g.credit, 0)) AS amount_ever,
             min(g.posting_date) AS posting_date
      FROM gl_entry g JOIN control_account a ON a.account_id = g.account_id
      LEFT JOIN (SELECT i.document_id FROM item i JOIN trait t ON t.trait_key = i.trait_key WHERE t.kind = 'adjustment') u ON u.document_id = ${lineId}
      CROSS JOIN ledger_detail n
      WHERE coalesce(g.status, 'posted') = 'posted'
      GROUP BY 1
    ), known AS (
      SELECT DISTINCT document_id FROM item
    ), compared AS (
      SELECT coalesce(i.document_id, b.item_id) AS document_id, i.customer_key AS customer_key,
             CAST(coalesce(i.amount, 0) AS DECIMAL(18,4)) AS subledger_amount,
             CAST(coalesce(b.amount, 0) AS DECIMAL(18,4)) AS ledger_amount,
             CAST(coalesce(i.amount, 0) - coalesce(b.amount, 0) AS DECIMAL(18,4)) AS difference,
             CAST(coalesce(i.amount_moved, 0) - coalesce(b.amount, 0) AS DECIMAL(18,4)) AS difference_moved,
             CASE WHEN NOT n.names_documents THEN 'day'
                  WHEN k.document_id IS NULL THEN 'no_document'
                  WHEN b.item_id IS NULL THEN 'no_posting'
                  WHEN coalesce(i.amount, 0) = b.amount_ever OR b.amount = 0 OR i.document_id IS NULL THEN 'date'
                  ELSE 'amount' END AS cause,
             coalesce(i.posting_date, b.posting_date) AS posting_date
      FROM items i FULL JOIN lines b ON b.item_id = i.document_id
      LEFT JOIN known k ON k.document_id = coalesce(i.document_id, b.item_id)
      CROSS JOIN ledger_detail n
    )
    SELECT t.document_id AS document_id, t.posting_date AS posting_date, t.cause AS cause,
           CASE WHEN t.cause = 'day' THEN '-' ELSE coalesce(d.customer_id, '-') END AS customer_id,
           CASE WHEN t.cause = 'day' THEN '-' ELSE coalesce(d.customer_name, '-') END AS customer_name,
           t.subledger_amount AS subledger_amount, t.ledger_amount AS ledger_amount, t.difference AS difference
    FROM compared t LEFT JOIN debtor d ON d.customer_key = t.customer_key
    WHERE t.difference <> 0 AND t.difference_moved <> 0 AND EXISTS (SELECT 1 FROM control_account)`,
  order: () => [
    { column: 'cause', direction: 'asc' },
    { column: 'document_id', direction: 'asc' },
  ],
  columns: (p) => [
    { id: 'document_id', label: { key: 'column.documentId' }, kind: 'id' },
    { id: 'posting_date', label: { key: 'column.postingDate' }, kind: 'date' },
    { id: 'cause', label: { key: 'column.cause' }, kind: 'code' },
    ...customerColumns(p.asOf),
    { id: 'subledger_amount', label: { key: 'column.subledgerAmount' }, kind: 'money' },
    { id: 'ledger_amount', label: { key: 'column.ledgerAmount' }, kind: 'money' },
    { id: 'difference', label: { key: 'column.difference' }, kind: 'money' },
  ],
  totals: (_p, source) => sql`
    SELECT b.base_currency AS currency, s.subledger_amount AS subledger_amount,
           s.ledger_amount AS ledger_amount, s.difference AS difference
    FROM ledger_base b CROSS JOIN (
      SELECT CAST(coalesce(sum(subledger_amount), 0) AS DECIMAL(18,4)) AS subledger_amount,
             CAST(coalesce(sum(ledger_amount), 0) AS DECIMAL(18,4)) AS ledger_amount,
             CAST(coalesce(sum(difference), 0) AS DECIMAL(18,4)) AS difference
      FROM ${source}) s`,
  tieOuts: [
    {
      name: ledgerTieOut.name,
      query: (p, dialect) => ledgerTieOut.query(agingParams.parse({ asOf: p.asOf }), dialect),
    },
  ],
  policy: (p) => ({ asOf: p.asOf }),
});
