import { rollColumns } from '../../domain/aging/rollForward';
import { dimensions } from '../../domain/report/dimension';
import type { SortKey } from '../../engine/port';
import { sql } from '../../engine/sql';
import { defineReport } from '../define';
import { agingNeeds, agingPolicy } from '../params';
import { rollForwardColumns } from './columns';
import { missingRate } from './missingRate';
import { agingAt, openingDay, type RollForwardParams, rollForwardParams } from './params';
import { rollForwardRows } from './query';
import { rollForwardTieOuts } from './tieOuts';

const month = { from: '2026-08-01', to: '2026-08-31' };

function orderOf(by: RollForwardParams['by']): readonly SortKey[] {
  const currency = { column: 'currency', direction: 'asc' } as const;
  if (by === 'none') return [currency];
  if (by === 'bucket') return [{ column: 'place', direction: 'asc' }, currency];
  return [{ column: 'closing', direction: 'desc' }, { column: 'key', direction: 'asc' }, currency];
}

export const rollForward = defineReport<RollForwardParams>({
  id: 'roll-forward',
  params: rollForwardParams,
  examples: [
    month,
    { ...month, by: 'bucket' },
    { ...month, by: 'bucket', credits: 'unapplied', dueDate: 'original', currency: 'base' },
    ...dimensions.map((by) => ({ ...month, by })),
    { ...month, by: 'customer', credits: 'netted', allocation: 'oldest', basis: 'document' },
    { ...month, by: 'segment', attributes: 'now', disputed: 'exclude', region: '-' },
  ],
  query: rollForwardRows,
  order: (p) => orderOf(p.by),
  columns: rollForwardColumns,
  totals: (_p, source) => {
    const amounts = rollColumns.map(
      (column) => sql`CAST(sum(${sql.id(column)}) AS DECIMAL(18,4)) AS ${sql.id(column)}`,
    );
    return sql`SELECT currency, ${sql.join(amounts)} FROM ${source} GROUP BY currency ORDER BY currency`;
  },
  tieOuts: rollForwardTieOuts,
  missingRate,
  days: (p) => [openingDay(p), p.to],
  needs: agingNeeds,
  policy: (p) => ({ ...agingPolicy(agingAt(p, p.to)), from: p.from, to: p.to, by: p.by }),
});
