import { z } from 'zod';
import { type Dimension, dimensions } from '../../domain/report/dimension';
import { type Sql, sql } from '../../engine/sql';
import { bucketColumns } from '../aging/columns';
import { missingRate } from '../aging/missingRate';
import { bucketTotals } from '../aging/source';
import { agingTieOuts } from '../aging/tieOuts';
import { defineReport } from '../define';
import { agingNeeds, agingPolicy, agingShape } from '../params';
import { agingRows } from './query';

const params = z.strictObject({
  ...agingShape,
  by: z.enum(dimensions).default('customer'),
  /** `debit`: only those who owe; `credit`: only those in credit, the largest credit first. */
  sign: z.enum(['any', 'debit', 'credit']).default('any'),
});
type Params = z.output<typeof params>;

function signCondition(sign: Params['sign']): Sql {
  if (sign === 'any') return sql.empty;
  return sign === 'debit' ? sql`HAVING sum(s.total) > 0` : sql`HAVING sum(s.total) < 0`;
}

const dimensionLabel = (by: Dimension) => ({ key: `dimension.${by}` });

export const agingBy = defineReport<Params>({
  id: 'aging-by',
  params,
  examples: [
    ...dimensions.map((by) => ({ asOf: '2026-08-31', by })),
    { asOf: '2026-08-31', currency: 'base', sign: 'credit' },
    { asOf: '2026-08-31', by: 'collector', dueDate: 'original', attributes: 'now' },
  ],
  query: (p) => agingRows(p, p.by, signCondition(p.sign)),
  order: (p) => [
    { column: 'total', direction: p.sign === 'credit' ? 'asc' : 'desc' },
    { column: 'key', direction: 'asc' },
    { column: 'currency', direction: 'asc' },
  ],
  columns: (p) => [
    { id: 'key', label: dimensionLabel(p.by), kind: 'id' },
    { id: 'label', label: { key: 'column.name' }, kind: 'text' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    ...bucketColumns(p, { [p.by]: 'key' }),
  ],
  totals: (p, source) =>
    sql`SELECT currency, ${bucketTotals(p)} FROM ${source} GROUP BY currency ORDER BY currency`,
  tieOuts: agingTieOuts,
  missingRate: (p) => missingRate(p),
  needs: agingNeeds,
  policy: (p) => ({ ...agingPolicy(p), by: p.by }),
});
