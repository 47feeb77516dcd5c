import { sql } from '../../engine/sql';
import { missingRate } from '../aging/missingRate';
import { openAt, viewCurrencies } from '../aging/source';
import { customerColumns } from '../customerColumns';
import { defineReport } from '../define';
import { agingNeeds, agingPolicy } from '../params';
import { agingAt, periodsOf } from '../roll-rates/params';
import { matrixFlows, rolledItems as rolledItemRows } from './items';
import { matrixOf, type RolledItemsParams, rolledItemsParams } from './params';

const daysOf = (p: RolledItemsParams) =>
  periodsOf(matrixOf(p)).flatMap(({ from, to }) => [from, to]);

export const rolledItems = defineReport<RolledItemsParams>({
  id: 'rolled-items',
  shows: 'records',
  params: rolledItemsParams,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', fromState: 'b0', toState: 'b1' },
    { asOf: '2026-08-31', from: '2026-03-31', toState: 'collected', currency: 'base' },
    { asOf: '2026-08-31', fromState: 'new', segment: 'business', allocation: 'oldest' },
    { asOf: '2026-08-15', dueDate: 'original', edges: '-30,0,30', disputed: 'exclude' },
  ],
  query: (p) => sql`
    SELECT i.document_id AS document_id, i.instalment_no AS instalment_no, x.number AS number, t.kind AS kind,
           d.customer_id AS customer_id, d.customer_name AS customer_name, i.document_date AS document_date,
           f.from_state AS from_state, f.to_state AS to_state, v.currency AS currency,
           CAST(f.amount AS DECIMAL(18,4)) AS amount
    FROM (${rolledItemRows(p)}) f
    JOIN item i ON i.item_key = f.item_key
    JOIN document_text x ON x.document_key = i.document_key
    JOIN trait t ON t.trait_key = i.trait_key
    JOIN debtor d ON d.customer_key = i.customer_key
    JOIN ${viewCurrencies(agingAt(matrixOf(p), p.asOf))} v ON v.view_key = f.view_key`,
  order: () => [
    { column: 'amount', direction: 'desc' },
    ...['document_id', 'instalment_no', 'kind', 'from_state', 'to_state'].map((column) => ({
      column,
      direction: 'asc' as const,
    })),
  ],
  columns: (p) => [
    { id: 'document_id', label: { key: 'column.documentId' }, kind: 'id', hidden: true },
    { id: 'instalment_no', label: { key: 'column.instalmentNo' }, kind: 'integer', hidden: true },
    { id: 'number', label: { key: 'column.number' }, kind: 'id' },
    { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
    ...customerColumns(p.asOf),
    { id: 'document_date', label: { key: 'column.documentDate' }, kind: 'date' },
    { id: 'from_state', label: { key: 'column.fromState' }, kind: 'code' },
    { id: 'to_state', label: { key: 'column.toState' }, kind: 'code' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    { id: 'amount', label: { key: 'column.amount' }, kind: 'money', currencyColumn: 'currency' },
  ],
  totals: (_p, source) => sql`
    SELECT currency, CAST(sum(amount) AS DECIMAL(18,4)) AS amount, count(*) AS item_count
    FROM ${source} GROUP BY currency ORDER BY currency`,
  tieOuts: [
    {
      name: 'rolled-items',
      query: (p) => sql`
        WITH item_total AS (
          SELECT v.currency AS currency, sum(f.amount) AS amount FROM (${rolledItemRows(p)}) f
          JOIN ${viewCurrencies(agingAt(matrixOf(p), p.asOf))} v ON v.view_key = f.view_key GROUP BY v.currency
        ), matrix_total AS (
          SELECT currency, sum(amount) AS amount FROM (${matrixFlows(p)}) f GROUP BY currency
        )
        SELECT v.currency AS currency, CAST(coalesce(i.amount, 0) AS DECIMAL(18,4)) AS left_amount,
               CAST(coalesce(m.amount, 0) AS DECIMAL(18,4)) AS right_amount
        FROM ${viewCurrencies(agingAt(matrixOf(p), p.asOf))} v
        LEFT JOIN item_total i ON i.currency = v.currency
        LEFT JOIN matrix_total m ON m.currency = v.currency
        WHERE i.currency IS NOT NULL OR m.currency IS NOT NULL
        ORDER BY currency`,
    },
  ],
  missingRate: (p) => {
    const open = daysOf(p).map((day) => sql`(${openAt(agingAt(matrixOf(p), day))})`);
    return missingRate(agingAt(matrixOf(p), p.asOf), sql.join(open, ' OR '));
  },
  days: daysOf,
  needs: agingNeeds,
  policy: (p) => ({
    ...agingPolicy(p),
    ...(p.from !== undefined && { from: p.from }),
    fromState: p.fromState ?? null,
    toState: p.toState ?? null,
  }),
});
