import { sql } from '../../engine/sql';
import { bucketColumns } from '../aging/columns';
import { missingRate } from '../aging/missingRate';
import {
  bucketNames,
  bucketSums,
  every,
  itemFilters,
  openAt,
  spanTable,
  underPolicy,
  viewColumns,
  viewCurrencies,
} from '../aging/source';
import { agingTieOuts } from '../aging/tieOuts';
import { defineReport } from '../define';
import { type AgingParams, agingNeeds, agingParams, agingPolicy } from '../params';

/** The whole ledger without a filter is a sum over the cube; anything else reads the spans at the date. */
function rows(params: AgingParams) {
  const filters = itemFilters(params);
  const isWhole = filters.length === 0 && params.credits !== 'netted';
  if (isWhole && params.basis === 'due' && params.dueDate === 'current')
    return sql`
      SELECT ${viewColumns(params, sql`amount`, sql`base_amount`)}, side, due_date, opens
      FROM ${underPolicy(params, 'cube')} c WHERE effective_date <= ${sql.date(params.asOf)}`;
  return sql`
    SELECT ${viewColumns(params, sql`open_amount`, sql`open_base`)}, side, due_date, document_date, 1 AS opens
    FROM ${spanTable(params)} s WHERE ${openAt(params)} AND ${every(filters)}`;
}

export const agingTotals = defineReport<AgingParams>({
  id: 'aging-totals',
  params: agingParams,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', basis: 'document', currency: 'base' },
    { asOf: '2026-08-31', dueDate: 'original' },
    { asOf: '2026-08-31', credits: 'netted' },
    { asOf: '2026-08-31', allocation: 'oldest', relink: 'yes' },
    { asOf: '2026-08-31', credits: 'unapplied', segment: 'business', service: 'water' },
  ],
  query: (params) => sql`
    SELECT c.currency AS currency, ${bucketNames(params)}
    FROM (SELECT view_key, ${bucketSums(params)} FROM (${rows(params)}) r GROUP BY view_key) s
    JOIN ${viewCurrencies(params)} c ON c.view_key = s.view_key
    WHERE s.item_count > 0`,
  order: () => [{ column: 'currency', direction: 'asc' }],
  columns: (params) => [
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    ...bucketColumns(params, {}),
  ],
  tieOuts: agingTieOuts,
  missingRate: (p) => missingRate(p),
  needs: agingNeeds,
  policy: agingPolicy,
});
