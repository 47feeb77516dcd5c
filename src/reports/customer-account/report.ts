import { z } from 'zod';
import { movementKindKey } from '../../domain/ledger/movement';
import type { Column } from '../../domain/report/column';
import { sql } from '../../engine/sql';
import { defineReport } from '../define';
import { isoDate } from '../params';

const params = z.strictObject({
  customer: z.string().describe('the id of the customer'),
  /** Nothing dated later is shown or counted. */
  asOf: isoDate,
});
type Params = z.output<typeof params>;

const money = (id: string, key: string): Column => ({
  id,
  label: { key },
  kind: 'money',
  currencyColumn: 'currency',
});

const zero = sql`CAST(0 AS DECIMAL(18,4))`;
const order = sql`m.effective_date, m.kind_key, i.document_id, m.item_key`;

/**
 * Receipt and invoice of the same customer settle each other without changing the balance, so applying is a
 * line only where the other item belongs to somebody else, or is in another currency.
 */
export const customerAccount = defineReport<Params>({
  id: 'customer-account',
  summary:
    'One customer’s account: every movement that changed what it owes, oldest first, with the balance after it.',
  params,
  examples: [{ customer: '0379-NEVHP', asOf: '2026-08-31' }],
  query: (p) => sql`
    SELECT m.effective_date AS effective_date, row_number() OVER (ORDER BY ${order}) AS line_no,
           i.document_id AS document_id, x.number AS number, t.kind AS kind,
           CASE m.kind_key WHEN ${movementKindKey('posted')} THEN 'posted'
             WHEN ${movementKindKey('applied')} THEN 'applied' WHEN ${movementKindKey('discount')} THEN 'discount'
             WHEN ${movementKindKey('write_off')} THEN 'write_off'
             WHEN ${movementKindKey('withholding')} THEN 'withholding'
             WHEN ${movementKindKey('charge')} THEN 'charge' WHEN ${movementKindKey('exchange')} THEN 'exchange'
             ELSE 'reversed' END AS movement,
           i.due_date AS due_date, c.currency AS currency,
           CASE WHEN m.amount > 0 THEN m.amount ELSE ${zero} END AS debit,
           CASE WHEN m.amount < 0 THEN CAST(-m.amount AS DECIMAL(18,4)) ELSE ${zero} END AS credit,
           CAST(sum(m.amount) OVER (PARTITION BY i.currency_key ORDER BY ${order}
             ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS DECIMAL(18,4)) AS balance,
           coalesce(s.open_amount, ${zero}) AS open_amount,
           x.source_id AS source_id, x.source_row AS source_row
    FROM movement m
    JOIN item i ON i.item_key = m.item_key
    JOIN document_text x ON x.document_key = i.document_key
    JOIN trait t ON t.trait_key = i.trait_key
    JOIN ledger_currency c ON c.currency_key = i.currency_key
    LEFT JOIN item k ON k.item_key = m.counter_key
    LEFT JOIN (SELECT item_key, open_amount FROM span
               WHERE valid_from <= ${sql.date(p.asOf)} AND valid_to > ${sql.date(p.asOf)}) s
      ON s.item_key = m.item_key AND m.kind_key = ${movementKindKey('posted')}
    WHERE m.effective_date <= ${sql.date(p.asOf)} AND m.amount <> 0
      AND i.customer_key IN (SELECT customer_key FROM debtor WHERE customer_id = ${p.customer})
      AND (m.origin_key <> ${movementKindKey('applied')} OR k.customer_key <> i.customer_key
           OR k.currency_key <> i.currency_key)`,
  order: () => [{ column: 'line_no', direction: 'asc' }],
  columns: () => [
    { id: 'effective_date', label: { key: 'column.effectiveDate' }, kind: 'date' },
    { id: 'line_no', label: { key: 'column.lineNo' }, kind: 'integer', hidden: true },
    { id: 'document_id', label: { key: 'column.documentId' }, kind: 'id', hidden: true },
    { id: 'number', label: { key: 'column.number' }, kind: 'id' },
    { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
    { id: 'movement', label: { key: 'column.movement' }, kind: 'code', hidden: true },
    { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    money('debit', 'column.debit'),
    money('credit', 'column.credit'),
    money('balance', 'column.balance'),
    money('open_amount', 'column.openAmount'),
    { id: 'source_id', label: { key: 'column.source' }, kind: 'id', hidden: true },
    { id: 'source_row', label: { key: 'column.sourceRow' }, kind: 'integer', hidden: true },
  ],
  totals: (_p, source) => sql`
    SELECT currency, CAST(sum(debit) AS DECIMAL(18,4)) AS debit, CAST(sum(credit) AS DECIMAL(18,4)) AS credit,
           CAST(sum(debit - credit) AS DECIMAL(18,4)) AS balance,
           CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount
    FROM ${source} GROUP BY currency ORDER BY currency`,
  policy: (p) => ({ asOf: p.asOf }),
});
