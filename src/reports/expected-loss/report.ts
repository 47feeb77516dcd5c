import { ratioDigits } from '../../domain/report/row';
import { sql } from '../../engine/sql';
import { missingRate } from '../aging/missingRate';
import { ledgerTieOut, openItemsTieOut } from '../aging/tieOuts';
import { defineReport } from '../define';
import { agingNeeds, agingPolicy } from '../params';
import { lossMoney, matrixKeys, matrixOrder } from './columns';
import { lossExposures, lossHistory } from './facts';
import { matrixOf } from './matrix';
import { agingOf, type LossParams, lossParams, windowOf } from './params';

const ledgerOf = {
  name: ledgerTieOut.name,
  query: (p: LossParams, dialect: Parameters<typeof ledgerTieOut.query>[1]) =>
    ledgerTieOut.query(agingOf(p), dialect),
};

export const expectedLoss = defineReport<LossParams>({
  id: 'expected-loss',
  params: lossParams,
  examples: [
    { asOf: '2026-08-31' },
    { asOf: '2026-08-31', by: 'segment', months: '12', limit: '60', currency: 'base' },
    { asOf: '2026-08-31', by: 'region', adjust: '10', segment: 'business' },
    { asOf: '2026-08-31', rates: '0.3,1.6,3.6,6.6,10.6', disputed: 'exclude', dueDate: 'original' },
    { asOf: '2026-08-31', by: 'service', edges: '0,60', allocation: 'oldest' },
  ],
  compute: {
    inputs: (p) => ({ history: lossHistory(p), exposures: lossExposures(p) }),
    rows: (p, { history = [], exposures = [] }) =>
      matrixOf(p, history, exposures)
        .filter(({ everOpen, exposure }) => !everOpen.isZero() || !exposure.isZero())
        .map((cell) => ({
          key: cell.key,
          label: cell.label,
          bucket: `b${cell.place}`,
          place: cell.place,
          currency: cell.currency,
          ever_open: cell.everOpen.toFixed(4),
          lost: cell.lost.toFixed(4),
          historical_rate: cell.historicalRate?.toFixed(ratioDigits) ?? null,
          rate: cell.rate?.toFixed(ratioDigits) ?? null,
          rate_of: cell.rateOf ?? null,
          exposure: cell.exposure.toFixed(4),
          expected_loss: cell.expectedLoss?.toFixed(4) ?? null,
        })),
  },
  order: (p) => matrixOrder(p.by),
  columns: (p) => [
    ...matrixKeys(p.by, 'column.bucket'),
    lossMoney('ever_open', 'column.everOpen'),
    lossMoney('lost', 'column.lost'),
    { id: 'historical_rate', label: { key: 'column.historicalRate' }, kind: 'ratio' },
    { id: 'rate', label: { key: 'column.lossRate' }, kind: 'ratio' },
    { id: 'rate_of', label: { key: 'column.rateOf' }, kind: 'code', hidden: true },
    lossMoney('exposure', 'column.exposure'),
    lossMoney('expected_loss', 'column.expectedLoss'),
  ],
  totals: (_p, source) => sql`
    SELECT currency, CAST(sum(exposure) AS DECIMAL(18,4)) AS exposure,
           CAST(sum(expected_loss) AS DECIMAL(18,4)) AS expected_loss
    FROM ${source} GROUP BY currency ORDER BY currency`,
  tieOuts: [openItemsTieOut(agingOf, [sql`side = 1`]), ledgerOf],
  missingRate: (p) => missingRate(agingOf(p)),
  needs: (p) => agingNeeds(agingOf(p)),
  policy: (p) => ({
    ...agingPolicy(agingOf(p)),
    by: p.by,
    dueFrom: windowOf(p).from,
    dueTo: windowOf(p).to,
    limit: p.limit,
    ...(p.rates && { rates: p.rates.join(',') }),
    adjust: p.adjust,
  }),
});
