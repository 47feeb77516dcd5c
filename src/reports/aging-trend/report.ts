import { z } from 'zod';
import { bucketsOf } from '../../domain/aging/buckets';
import { lastMonthEnds } from '../../domain/time/calendar';
import { sql } from '../../engine/sql';
import { bucketColumns } from '../aging/columns';
import { missingRate } from '../aging/missingRate';
import {
  bucketNames,
  bucketSums,
  openAt,
  underPolicy,
  viewColumns,
  viewCurrencies,
} from '../aging/source';
import { defineReport } from '../define';
import { type AgingParams, agingNeeds, agingParams, agingPolicy, agingShape } from '../params';

const params = z.strictObject({
  asOf: agingShape.asOf,
  edges: agingShape.edges,
  credits: z.enum(['own', 'unapplied']).default('own'),
  allocation: agingShape.allocation,
  relink: agingShape.relink,
  currency: agingShape.currency,
  months: z
    .string()
    .regex(/^([1-9]|[1-5]\d|60)$/, 'give 1 to 60 months')
    .describe('1 to 60 months')
    .prefault('12')
    .transform(Number),
});
type Params = z.output<typeof params>;

/** The aging parameters of one date of the series. */
function agingAt(p: Params, asOf: AgingParams['asOf']): AgingParams {
  const { edges, credits, currency, allocation, relink } = p;
  return { ...agingParams.parse({ asOf }), edges, credits, currency, allocation, relink };
}

export const agingTrend = defineReport<Params>({
  id: 'aging-trend',
  params,
  examples: [{ asOf: '2026-08-31' }, { asOf: '2026-08-15', currency: 'base', months: '3' }],
  query: (p) =>
    sql.join(
      lastMonthEnds(p.asOf, p.months).map((date) => {
        const at = agingAt(p, date);
        return sql`
          SELECT ${sql.date(date)} AS as_of, c.currency AS currency, ${bucketNames(at)}
          FROM (SELECT view_key, ${bucketSums(at)} FROM (
              SELECT ${viewColumns(at, sql`amount`, sql`base_amount`)}, side, due_date, opens
              FROM ${underPolicy(at, 'cube')} q WHERE effective_date <= ${sql.date(date)}) r GROUP BY view_key) s
          JOIN ${viewCurrencies(at)} c ON c.view_key = s.view_key`;
      }),
      ' UNION ALL ',
    ),
  order: () => [
    { column: 'as_of', direction: 'asc' },
    { column: 'currency', direction: 'asc' },
  ],
  columns: (p) => [
    { id: 'as_of', label: { key: 'column.asOf' }, kind: 'date' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    ...bucketColumns(agingAt(p, p.asOf), {}).map(({ drill: _drill, ...column }) => column),
  ],
  missingRate: (p) => {
    const dates = lastMonthEnds(p.asOf, p.months).map((date) => openAt(agingAt(p, date)));
    return missingRate(
      agingAt(p, p.asOf),
      sql.join(
        dates.map((open) => sql`(${open})`),
        ' OR ',
      ),
    );
  },
  needs: agingNeeds,
  policy: (p) => ({
    ...agingPolicy(agingAt(p, p.asOf)),
    months: p.months,
    buckets: bucketsOf(p.edges).length,
  }),
});
