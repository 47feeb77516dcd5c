import { z } from 'zod';
import { sql } from '../../engine/sql';
import { containsText } from '../containsText';
import { customerColumns } from '../customerColumns';
import { defineReport } from '../define';
import { isoDate } from '../params';

const params = z.strictObject({
  asOf: isoDate,
  kinds: z
    .enum(['all', 'payment', 'adjustment'])
    .default('all')
    .describe('`payment`: receipts only; `adjustment`: adjustments only'),
  show: z.enum(['all', 'open']).default('all').describe('`open`: what is open at the date'),
  customer: z.string().describe('only this customer').optional(),
  search: z
    .string()
    .max(200)
    .describe('part of a number or id, of a customer’s name or id, or of a reference')
    .optional(),
});
type Params = z.output<typeof params>;

const zero = sql`CAST(0 AS DECIMAL(18,4))`;

/**
 * All documents, and lines of the journal on a control account that post none: they are open items too, so that what
 * is open here is what is open everywhere.
 */
const every = sql`
      SELECT document_key, document_id, entity_id, kind, number, status, customer_id, document_date, posting_date,
             due_date, currency, amount, disputed, reference, description, note, source_id, source_row
      FROM document
      UNION ALL
      SELECT i.document_key, i.document_id, NULL, 'adjustment', x.number, 'posted', k.customer_id, i.document_date,
             i.posting_date, i.due_date, u.currency, i.amount, FALSE, x.reference, NULL, NULL, x.source_id, x.source_row
      FROM item i
      JOIN document_text x ON x.document_key = i.document_key
      JOIN debtor k ON k.customer_key = i.customer_key
      JOIN ledger_currency u ON u.currency_key = i.currency_key
      WHERE i.document_key < 0`;

export const documents = defineReport<Params>({
  id: 'documents',
  shows: 'records',
  params,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', kinds: 'payment', show: 'open', search: '100%' },
    { asOf: '2026-08-31', kinds: 'adjustment', customer: '0379-NEVHP' },
  ],
  query: (p, dialect) => {
    const conditions = [sql`TRUE`];
    if (p.kinds !== 'all') conditions.push(sql`d.kind = ${p.kinds}`);
    if (p.show === 'open') conditions.push(sql`o.document_key IS NOT NULL`);
    if (p.customer !== undefined) conditions.push(sql`d.customer_id = ${p.customer}`);
    if (p.search !== undefined)
      conditions.push(
        sql`(${containsText(sql`coalesce(d.number, '')`, p.search, dialect)}
          OR ${containsText(sql`d.document_id`, p.search, dialect)}
          OR ${containsText(sql`coalesce(c.customer_name, '')`, p.search, dialect)}
          OR ${containsText(sql`coalesce(d.customer_id, '')`, p.search, dialect)}
          OR ${containsText(sql`coalesce(d.reference, '')`, p.search, dialect)})`,
      );
    return sql`
    SELECT d.document_id AS document_id, d.entity_id AS entity_id, d.kind AS kind,
           coalesce(d.number, d.document_id) AS number, coalesce(d.status, 'posted') AS status,
           coalesce(d.customer_id, '-') AS customer_id, c.customer_name AS customer_name,
           d.document_date AS document_date, d.posting_date AS posting_date,
           coalesce(v.due_date, i.due_date, d.due_date) AS due_date, coalesce(d.currency, b.base_currency) AS currency,
           d.amount AS amount, coalesce(o.open_amount, ${zero}) AS open_amount,
           CASE WHEN coalesce(v.disputed, d.disputed) THEN 'true' ELSE 'false' END AS disputed, d.reference AS reference, d.description AS description,
           d.note AS note, d.source_id AS source_id, d.source_row AS source_row
    FROM (${every}) d
    CROSS JOIN ledger_base b
    LEFT JOIN debtor c ON c.customer_id = coalesce(d.customer_id, '-')
    LEFT JOIN (SELECT document_key, item_key, due_date FROM item WHERE is_anchor) i ON i.document_key = d.document_key
    LEFT JOIN (
      SELECT r.item_key AS item_key, r.due_date AS due_date, t.disputed AS disputed
      FROM (SELECT item_key, due_date, trait_key,
                   row_number() OVER (PARTITION BY item_key ORDER BY valid_from DESC) AS rank
            FROM item_version WHERE valid_from <= ${sql.date(p.asOf)}) r
      JOIN trait t ON t.trait_key = r.trait_key WHERE r.rank = 1) v ON v.item_key = i.item_key
    LEFT JOIN (
      SELECT i.document_key AS document_key, CAST(sum(s.open_amount) AS DECIMAL(18,4)) AS open_amount
      FROM span s JOIN item i ON i.item_key = s.item_key
      WHERE s.valid_from <= ${sql.date(p.asOf)} AND s.valid_to > ${sql.date(p.asOf)}
      GROUP BY i.document_key) o ON o.document_key = d.document_key
    WHERE ${sql.join(conditions, ' AND ')}`;
  },
  order: () => [
    { column: 'document_date', direction: 'desc' },
    { column: 'document_id', direction: 'asc' },
    { column: 'kind', direction: 'asc' },
    { column: 'entity_id', direction: 'asc' },
  ],
  columns: (p) => [
    { id: 'document_id', label: { key: 'column.documentId' }, kind: 'id', hidden: true },
    { id: 'entity_id', label: { key: 'column.entityId' }, kind: 'id', hidden: true },
    { id: 'number', label: { key: 'column.number' }, kind: 'id' },
    { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
    ...customerColumns(p.asOf),
    { id: 'document_date', label: { key: 'column.documentDate' }, kind: 'date' },
    { id: 'posting_date', label: { key: 'column.postingDate' }, kind: 'date', hidden: true },
    { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    { id: 'amount', label: { key: 'column.amount' }, kind: 'money', currencyColumn: 'currency' },
    {
      id: 'open_amount',
      label: { key: 'column.openAmount' },
      kind: 'money',
      currencyColumn: 'currency',
    },
    { id: 'disputed', label: { key: 'column.disputed' }, kind: 'code' },
    { id: 'reference', label: { key: 'column.reference' }, kind: 'text' },
    { id: 'description', label: { key: 'column.description' }, kind: 'text' },
    { id: 'note', label: { key: 'column.note' }, kind: 'text' },
    { id: 'status', label: { key: 'column.status' }, kind: 'code' },
    { id: 'source_id', label: { key: 'column.source' }, kind: 'id', hidden: true },
    { id: 'source_row', label: { key: 'column.sourceRow' }, kind: 'integer', hidden: true },
  ],
  totals: (_p, source) => sql`
    SELECT currency, CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount, count(*) AS item_count
    FROM ${source} GROUP BY currency ORDER BY currency`,
  policy: (p) => ({ asOf: p.asOf }),
});
