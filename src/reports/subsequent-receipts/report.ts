import { z } from 'zod';
import { movementKindKey } from '../../domain/ledger/movement';
import { sql } from '../../engine/sql';
import { every, itemFilters, openAt, underPolicy } from '../aging/source';
import { agingTieOuts } from '../aging/tieOuts';
import { customerColumns } from '../customerColumns';
import { defineReport } from '../define';
import { agingNeeds, agingPolicy, agingShape, isoDate } from '../params';

const params = z
  .strictObject({ ...agingShape, until: isoDate.optional() })
  .transform((given) => ({ ...given, credits: 'own' as const }));
type Params = z.output<typeof params>;

const zero = sql`CAST(0 AS DECIMAL(18,4))`;
const isExchange = sql`m.origin_key = ${movementKindKey('exchange')}`;

/**
 * What movements after the date, up to `until`, did to each item that was open at it. A receipt that is not applied
 * touches no row. In base currency receipts count at their own rate, and `exchange` brings what they close to the rate
 * of the item: remaining = open − future + exchange.
 */
export const subsequentReceipts = defineReport<Params>({
  id: 'subsequent-receipts',
  shows: 'records',
  params,
  examples: [
    { asOf: '2026-06-30' },
    { asOf: '2026-06-30', until: '2026-07-31', currency: 'base', segment: 'business' },
  ],
  query: (p) => {
    const isBase = p.currency === 'base';
    const open = isBase ? sql`s.open_base` : sql`s.open_amount`;
    const moved = isBase ? sql`m.base_amount` : sql`m.amount`;
    const currency = isBase ? sql`b.base_currency` : sql`c.currency`;
    const until = p.until === undefined ? sql`TRUE` : sql`m.effective_date <= ${sql.date(p.until)}`;
    return sql`
      WITH later AS (
        SELECT m.item_key AS item_key,
               CAST(sum(CASE WHEN ${isExchange} THEN ${zero} ELSE -${moved} END) AS DECIMAL(18,4)) AS future,
               CAST(sum(CASE WHEN ${isExchange} THEN ${moved} ELSE ${zero} END) AS DECIMAL(18,4)) AS exchange,
               max(m.effective_date) AS last_date
        FROM ${underPolicy(p, 'movement')} m
        WHERE m.effective_date > ${sql.date(p.asOf)} AND ${until}
        GROUP BY m.item_key
      )
      SELECT i.document_id AS document_id, i.instalment_no AS instalment_no, x.number AS number, t.kind AS kind,
             d.customer_id AS customer_id, d.customer_name AS customer_name, s.due_date AS due_date,
             date_diff('day', s.due_date, ${sql.date(p.asOf)}) AS days_past_due, ${currency} AS currency,
             ${open} AS open_amount, coalesce(l.future, ${zero}) AS future, coalesce(l.exchange, ${zero}) AS exchange,
             CAST(${open} - coalesce(l.future, ${zero}) + coalesce(l.exchange, ${zero}) AS DECIMAL(18,4)) AS remaining,
             l.last_date AS last_date
      FROM (SELECT s.* FROM ${underPolicy(p, 'span')} s WHERE ${openAt(p)} AND ${every(itemFilters(p))}) s
      JOIN item i ON i.item_key = s.item_key
      JOIN document_text x ON x.document_key = i.document_key
      JOIN trait t ON t.trait_key = s.trait_key
      JOIN debtor d ON d.customer_key = s.customer_key
      JOIN ledger_currency c ON c.currency_key = s.currency_key
      CROSS JOIN ledger_base b
      LEFT JOIN later l ON l.item_key = s.item_key`;
  },
  order: () => [
    { column: 'days_past_due', direction: 'desc' },
    { column: 'document_id', direction: 'asc' },
    { column: 'instalment_no', direction: 'asc' },
    { column: 'kind', direction: 'asc' },
  ],
  columns: (p) => [
    { id: 'document_id', label: { key: 'column.documentId' }, kind: 'id', hidden: true },
    { id: 'instalment_no', label: { key: 'column.instalmentNo' }, kind: 'integer', hidden: true },
    { id: 'number', label: { key: 'column.number' }, kind: 'id' },
    { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
    ...customerColumns(p.until ?? p.asOf),
    { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
    { id: 'days_past_due', label: { key: 'column.daysPastDue' }, kind: 'integer' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    ...(['open_amount', 'future', 'exchange', 'remaining'] as const).map((id) => ({
      id,
      label: { key: id === 'open_amount' ? 'column.openAmount' : `column.${id}` },
      kind: 'money' as const,
      currencyColumn: 'currency',
    })),
    { id: 'last_date', label: { key: 'column.lastMovement' }, kind: 'date' },
  ],
  totals: (_p, source) => sql`
    SELECT currency, CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount,
           CAST(sum(future) AS DECIMAL(18,4)) AS future, CAST(sum(exchange) AS DECIMAL(18,4)) AS exchange,
           CAST(sum(remaining) AS DECIMAL(18,4)) AS remaining, count(*) AS item_count
    FROM ${source} GROUP BY currency ORDER BY currency`,
  tieOuts: agingTieOuts,
  days: (p) => [p.asOf, p.until],
  needs: agingNeeds,
  policy: (p) => ({ ...agingPolicy(p), until: p.until ?? null }),
});
