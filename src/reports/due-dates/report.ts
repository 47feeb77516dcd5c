import { sql } from '../../engine/sql';
import { missingRate } from '../aging/missingRate';
import { defineReport } from '../define';
import { agingNeeds, agingPolicy } from '../params';
import { itemColumns, periodColumns } from './columns';
import { type DueDatesParams, dueDatesParams } from './params';
import { itemRows, periodRows } from './query';
import { dueDatesTieOuts } from './tieOuts';

const asOf = '2026-08-31';

export const dueDates = defineReport<DueDatesParams>({
  id: 'due-dates',
  shows: 'records',
  params: dueDatesParams,
  examples: [
    { asOf },
    { asOf, by: 'week', until: '2026-10-14' },
    { asOf, by: 'month', currency: 'base', segment: 'business' },
    { asOf, by: 'week', from: '2026-08-12', dueDate: 'original', disputed: 'exclude' },
    { asOf, from: '2026-09-15', until: '2026-09-30', allocation: 'oldest', currency: 'base' },
  ],
  query: (p) => (p.by === 'item' ? itemRows(p) : periodRows(p, p.by)),
  order: (p) =>
    p.by === 'item'
      ? [
          { column: 'due_date', direction: 'asc' },
          { column: 'document_id', direction: 'asc' },
          { column: 'instalment_no', direction: 'asc' },
          { column: 'kind', direction: 'asc' },
        ]
      : [
          { column: 'due_to', direction: 'asc' },
          { column: 'currency', direction: 'asc' },
        ],
  columns: (p) => (p.by === 'item' ? itemColumns(p) : periodColumns(p)),
  totals: (p, source) => {
    const items = p.by === 'item' ? sql`count(*)` : sql`CAST(sum(item_count) AS BIGINT)`;
    const discount = sql`CAST(sum(coalesce(discount_amount, CAST(0 AS DECIMAL(18,4)))) AS DECIMAL(18,4)) AS discount_amount,`;
    return sql`
      SELECT currency, CAST(sum(open_amount) AS DECIMAL(18,4)) AS open_amount,
             ${p.currency === 'base' ? sql.empty : discount} ${items} AS item_count
      FROM ${source} GROUP BY currency ORDER BY currency`;
  },
  tieOuts: dueDatesTieOuts,
  missingRate: (p) => missingRate(p),
  needs: agingNeeds,
  policy: (p) => ({
    ...agingPolicy(p),
    by: p.by,
    from: p.from ?? null,
    until: p.until ?? null,
  }),
});
