import { z } from 'zod';
import { backTest } from '../../domain/aging/expectedLoss';
import { ratioDigits } from '../../domain/report/row';
import { monthsBefore } from '../../domain/time/calendar';
import { sql } from '../../engine/sql';
import { missingRate } from '../aging/missingRate';
import { openItemsTieOut } from '../aging/tieOuts';
import { defineReport } from '../define';
import { lossMoney, matrixKeys, matrixOrder } from '../expected-loss/columns';
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

export const lossBackTest = defineReport<Params>({
  id: 'loss-back-test',
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
  order: (p) => matrixOrder(p.by),
  columns: (p) => [
    ...matrixKeys(p.by, 'column.bucketThen'),
    lossMoney('exposure', 'column.exposureThen'),
    { id: 'rate', label: { key: 'column.lossRate' }, kind: 'ratio' },
    lossMoney('expected_loss', 'column.expectedLoss'),
    lossMoney('actual_loss', 'column.actualLoss'),
    { id: 'actual_rate', label: { key: 'column.actualRate' }, kind: 'ratio' },
    lossMoney('difference', 'column.lossDifference'),
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
