import { z } from 'zod';
import { concentrationOf } from '../../domain/aging/concentration';
import { dimensions } from '../../domain/report/dimension';
import type { ResultRow } from '../../domain/report/result';
import { sql } from '../../engine/sql';
import { policyText } from '../aging/columns';
import { missingRate } from '../aging/missingRate';
import {
  every,
  itemFilters,
  openAt,
  spanTable,
  viewColumns,
  viewCurrencies,
} from '../aging/source';
import { agingTieOuts } from '../aging/tieOuts';
import { defineReport } from '../define';
import { dimensionForeignKey, dimensionNames } from '../dimensions';
import { agingNeeds, agingPolicy, agingShape } from '../params';

const params = z.strictObject({
  ...agingShape,
  by: z.enum(dimensions).default('customer'),
  top: z
    .string()
    .regex(/^([1-9]\d{0,3})$/, 'give 1 to 9999')
    .describe('how many of each currency, 1 to 9999')
    .prefault('20')
    .transform(Number),
});
type Params = z.output<typeof params>;

const text = (cell: ResultRow[string] | undefined): string => String(cell ?? '');

export const concentration = defineReport<Params>({
  id: 'concentration',
  params,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', by: 'segment', currency: 'base' },
    { asOf: '2026-08-31', by: 'region', credits: 'netted', top: '3' },
  ],
  compute: {
    inputs: (p) => ({
      exposures: sql`
        SELECT n.key AS key, n.label AS label, c.currency AS currency,
               CAST(sum(s.total) AS DECIMAL(18,4)) AS total
        FROM (
          SELECT view_key, dimension_key, CAST(sum(amount) AS DECIMAL(18,4)) AS total FROM (
            SELECT ${viewColumns(p, sql`open_amount`, sql`open_base`)},
                   ${dimensionForeignKey(p.by, p)} AS dimension_key
            FROM ${spanTable(p)} s WHERE ${openAt(p)} AND ${every(itemFilters(p))}
          ) r GROUP BY view_key, dimension_key
        ) s
        JOIN ${viewCurrencies(p)} c ON c.view_key = s.view_key
        JOIN ${dimensionNames(p.by, p)} n ON n.dimension_key = s.dimension_key
        GROUP BY n.key, n.label, c.currency
        HAVING sum(s.total) > 0`,
    }),
    rows: (p, { exposures = [] }) =>
      concentrationOf(
        exposures.map((row) => ({
          key: text(row['key']),
          label: text(row['label']),
          currency: text(row['currency']),
          total: text(row['total']),
        })),
      )
        .filter(({ rank }) => rank <= p.top)
        .map((one) => ({
          rank: one.rank,
          key: one.key,
          label: one.label,
          currency: one.currency,
          total: one.total,
          share: one.share?.toFixed(6) ?? null,
          cumulative_share: one.cumulative?.toFixed(6) ?? null,
          herfindahl: one.herfindahl?.toFixed(6) ?? null,
          whole: one.whole.toFixed(4),
          key_count: one.count,
        })),
  },
  order: () => [
    { column: 'currency', direction: 'asc' },
    { column: 'rank', direction: 'asc' },
  ],
  columns: (p) => [
    { id: 'rank', label: { key: 'column.rank' }, kind: 'integer' },
    { id: 'key', label: { key: `dimension.${p.by}` }, kind: 'id' },
    { id: 'label', label: { key: 'column.name' }, kind: 'text' },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    {
      id: 'total',
      label: { key: 'column.total' },
      kind: 'money',
      currencyColumn: 'currency',
      drill: {
        report: 'open-items',
        fixed: policyText(p),
        fromRow:
          p.currency === 'base'
            ? { [p.by]: 'key' }
            : { documentCurrency: 'currency', [p.by]: 'key' },
      },
    },
    { id: 'share', label: { key: 'column.share' }, kind: 'ratio' },
    { id: 'cumulative_share', label: { key: 'column.cumulativeShare' }, kind: 'ratio' },
    { id: 'herfindahl', label: { key: 'column.herfindahl' }, kind: 'ratio', hidden: true },
    {
      id: 'whole',
      label: { key: 'column.allExposures' },
      kind: 'money',
      currencyColumn: 'currency',
      hidden: true,
    },
    { id: 'key_count', label: { key: 'column.keyCount' }, kind: 'integer', hidden: true },
  ],
  totals: (_p, source) => sql`
    SELECT currency, CAST(sum(total) AS DECIMAL(18,4)) AS total, CAST(sum(share) AS DECIMAL(18,6)) AS share,
           max(herfindahl) AS herfindahl, max(whole) AS whole, max(key_count) AS key_count
    FROM ${source} GROUP BY currency ORDER BY currency`,
  tieOuts: agingTieOuts,
  missingRate: (p) => missingRate(p),
  needs: agingNeeds,
  policy: (p) => ({ ...agingPolicy(p), by: p.by }),
});
