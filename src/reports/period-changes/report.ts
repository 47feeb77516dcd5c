import { z } from 'zod';
import { sql } from '../../engine/sql';
import { defineReport } from '../define';

const params = z.strictObject({});

/** Edits inside a closed period are refused; an import may still change it, and this says by how much. */
export const periodChanges = defineReport({
  id: 'period-changes',
  params,
  examples: [{}],
  query: () => sql`
    SELECT k.closed_through AS closed_through, k.currency AS currency, k.amount AS closed_amount,
           CAST(coalesce(sum(s.open_amount), 0) AS DECIMAL(18,4)) AS open_amount,
           CAST(coalesce(sum(s.open_amount), 0) - k.amount AS DECIMAL(18,4)) AS difference
    FROM closed_period k
    LEFT JOIN ledger_currency c ON c.currency = k.currency
    LEFT JOIN span s ON s.currency_key = c.currency_key AND s.valid_from <= k.closed_through
      AND s.valid_to > k.closed_through
    GROUP BY k.closed_through, k.currency, k.amount`,
  order: () => [{ column: 'currency', direction: 'asc' }],
  columns: () => [
    { id: 'closed_through', label: { key: 'column.closedThrough' }, kind: 'date' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    {
      id: 'closed_amount',
      label: { key: 'column.closedAmount' },
      kind: 'money',
      currencyColumn: 'currency',
    },
    {
      id: 'open_amount',
      label: { key: 'column.openAmount' },
      kind: 'money',
      currencyColumn: 'currency',
    },
    {
      id: 'difference',
      label: { key: 'column.difference' },
      kind: 'money',
      currencyColumn: 'currency',
    },
  ],
  policy: () => null,
});
