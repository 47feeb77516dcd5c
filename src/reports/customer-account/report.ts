import type { Column } from '../../domain/report/column';
import { addDays } from '../../domain/time/calendar';
import { sql } from '../../engine/sql';
import { defineReport } from '../define';
import { type AccountParams, accountParams } from './params';
import { accountRows } from './query';
import { accountTieOuts } from './tieOuts';

const money = (id: string, key: string): Column => ({
  id,
  label: { key },
  kind: 'money',
  currencyColumn: 'currency',
});

export const customerAccount = defineReport<AccountParams>({
  id: 'customer-account',
  params: accountParams,
  examples: [
    { customer: '0379-NEVHP', asOf: '2026-08-31' },
    { customer: 'C0177', from: '2026-08-01', asOf: '2026-08-31' },
  ],
  query: accountRows,
  order: () => [{ column: 'line_no', direction: 'asc' }],
  columns: (p) => [
    { id: 'effective_date', label: { key: 'column.effectiveDate' }, kind: 'date' },
    { id: 'line_no', label: { key: 'column.lineNo' }, kind: 'integer', hidden: true },
    { id: 'document_id', label: { key: 'column.documentId' }, kind: 'id', hidden: true },
    { id: 'number', label: { key: 'column.number' }, kind: 'id' },
    { id: 'kind', label: { key: 'column.kind' }, kind: 'code' },
    { id: 'movement', label: { key: 'column.movement' }, kind: 'code' },
    { id: 'due_date', label: { key: 'column.dueDate' }, kind: 'date' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    ...(p.from === undefined ? [] : [money('opening', 'column.roll.opening')]),
    money('debit', 'column.debit'),
    money('credit', 'column.credit'),
    money('balance', 'column.balance'),
    money('open_amount', 'column.openAmount'),
    { id: 'source_id', label: { key: 'column.source' }, kind: 'id', hidden: true },
    { id: 'source_row', label: { key: 'column.sourceRow' }, kind: 'integer', hidden: true },
  ],
  totals: (p, source) => {
    const opening =
      p.from === undefined
        ? undefined
        : sql`coalesce(CAST(sum(opening) AS DECIMAL(18,4)), CAST(0 AS DECIMAL(18,4)))`;
    return sql`
      SELECT currency, ${opening ? sql`${opening} AS opening,` : sql.empty}
             CAST(sum(debit) AS DECIMAL(18,4)) AS debit, CAST(sum(credit) AS DECIMAL(18,4)) AS credit,
             CAST(${opening ? sql`${opening} + ` : sql.empty} sum(debit - credit) AS DECIMAL(18,4)) AS balance,
             CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount
      FROM ${source} GROUP BY currency ORDER BY currency`;
  },
  tieOuts: accountTieOuts,
  days: (p) => [p.asOf, p.from && addDays(p.from, -1)],
  policy: (p) => ({ asOf: p.asOf, from: p.from ?? null }),
});
