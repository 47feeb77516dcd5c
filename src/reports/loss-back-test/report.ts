import { z } from 'zod';
import { backTest } from '../../domain/aging/expectedLoss';
import { ratioDigits } from '../../domain/report/row';
import { monthsBefore } from '../../domain/time/calendar';
import { sql } from '../../engine/sql';
import { missingRate } from '../aging/missingRate';
import { openItemsTieOut } from '../aging/tieOuts';
import { defineReport } from '../define';
import { lossExposures, lossHistory, lossOutcome } from '../expected-loss/facts';
import { matrixOf } from '../expected-loss/matrix';
import {
  agingOf,
  hasAllRates,
  type LossParams,
  lossShape,
  ratesLacking,
} from '../expected-loss/params';
import { agingNeeds, agingPolicy } from '../params';

const params = z
  .strictObject({
    ...lossShape,
    back: z
      .string()
      .regex(/^([1-9]|[1-5]\d|60)$/, 'give 1 to 60 months')
      .describe('how many months ago the allowance is that is tested, 1 to 60')
      .prefault('12')
      .transform(Number),
  })
  .refine(hasAllRates, ratesLacking);
type Params = z.output<typeof params>;

/** The matrix that was the allowance then. */
function matrixThen({ back, ...rest }: Params): LossParams {
  return { ...rest, asOf: monthsBefore(rest.asOf, back) };
}

const thenAging = (p: Params) => agingOf(matrixThen(p));

const money = (id: string, key: string) =>
  ({ id, label: { key }, kind: 'money', currencyColumn: 'currency' }) as const;

export const lossBackTest = defineReport<Params>({
  id: 'loss-back-test',
  summary:
    'An earlier allowance against what happened: one row a bucket of then and currency, or a key of a dimension too, with the exposure and the loss expected then, what of it was lost since, and the difference.',
  params,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', back: '6', by: 'segment', currency: 'base' },
    { asOf: '2026-08-31', back: '3', rates: '1,20', edges: '60', region: '-' },
  ],
  compute: {
    inputs: (p) => ({
      history: lossHistory(matrixThen(p)),
      exposures: lossExposures(matrixThen(p)),
      outcome: lossOutcome(matrixThen(p), p.asOf),
    }),
    rows: (p, { history = [], exposures = [], outcome = [] }) =>
      backTest(
        matrixOf(matrixThen(p), history, exposures),
        outcome.map((row) => ({
          key: String(row['key']),
          currency: String(row['currency']),
          place: Number(row['place']),
          lost: String(row['lost']),
        })),
      ).map((one) => ({
        key: one.key,
        label: one.label,
        bucket: `b${one.place}`,
        place: one.place,
        currency: one.currency,
        exposure: one.exposure.toFixed(4),
        rate: one.rate?.toFixed(ratioDigits) ?? null,
        expected_loss: one.expectedLoss?.toFixed(4) ?? null,
        actual_loss: one.actualLoss.toFixed(4),
        actual_rate: one.actualRate?.toFixed(ratioDigits) ?? null,
        difference: one.difference?.toFixed(4) ?? null,
      })),
  },
  order: (p) =>
    ['currency', ...(p.by === 'none' ? [] : ['key']), 'place'].map((column) => ({
      column,
      direction: 'asc',
    })),
  columns: (p) => [
    ...(p.by === 'none'
      ? []
      : ([
          { id: 'key', label: { key: `dimension.${p.by}` }, kind: 'id' },
          { id: 'label', label: { key: 'column.name' }, kind: 'text' },
        ] as const)),
    { id: 'bucket', label: { key: 'column.bucketThen' }, kind: 'code' },
    { id: 'place', label: { key: 'column.bucketPlace' }, kind: 'integer', hidden: true },
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    money('exposure', 'column.exposureThen'),
    { id: 'rate', label: { key: 'column.lossRate' }, kind: 'ratio' },
    money('expected_loss', 'column.expectedLoss'),
    money('actual_loss', 'column.actualLoss'),
    { id: 'actual_rate', label: { key: 'column.actualRate' }, kind: 'ratio' },
    money('difference', 'column.lossDifference'),
  ],
  totals: (_p, source) => sql`
    SELECT currency, CAST(sum(exposure) AS DECIMAL(18,4)) AS exposure,
           CAST(sum(expected_loss) AS DECIMAL(18,4)) AS expected_loss,
           CAST(sum(actual_loss) AS DECIMAL(18,4)) AS actual_loss,
           CAST(sum(difference) AS DECIMAL(18,4)) AS difference
    FROM ${source} GROUP BY currency ORDER BY currency`,
  tieOuts: [openItemsTieOut(thenAging, [sql`side = 1`])],
  missingRate: (p) => missingRate(thenAging(p)),
  days: (p) => [matrixThen(p).asOf, p.asOf],
  needs: (p) => agingNeeds(thenAging(p)),
  policy: (p) => ({
    ...agingPolicy(thenAging(p)),
    until: p.asOf,
    months: p.months,
    limit: p.limit,
    adjust: p.adjust,
  }),
});
