import { z } from 'zod';
import { allowanceMovements } from '../../domain/aging/expectedLoss';
import { addDays, type IsoDate } from '../../domain/time/calendar';
import { sql } from '../../engine/sql';
import { missingRate } from '../aging/missingRate';
import { openAt } from '../aging/source';
import { defineReport } from '../define';
import { lossExposures, lossHistory } from '../expected-loss/facts';
import { matrixOf } from '../expected-loss/matrix';
import {
  agingOf,
  hasAllRates,
  type LossParams,
  lossShape,
  ratesLacking,
} from '../expected-loss/params';
import { agingNeeds, agingPolicy, isoDate } from '../params';
import { rollForwardRows } from '../roll-forward/query';

const { asOf: _asOf, by: _by, ...shape } = lossShape;

const params = z
  .strictObject({ from: isoDate, to: isoDate, ...shape })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'the period ends before it begins',
  })
  .refine(hasAllRates, ratesLacking);
type Params = z.output<typeof params>;

/** The matrix that is the allowance at the end of a day. */
function matrixAt({ from: _from, to: _to, ...rest }: Params, asOf: IsoDate): LossParams {
  return { ...rest, asOf, by: 'none' };
}

const opening = (p: Params): LossParams => matrixAt(p, addDays(p.from, -1));
const closing = (p: Params): LossParams => matrixAt(p, p.to);

const columns = ['opening', 'charged', 'written_off', 'recovered', 'closing'] as const;

export const allowanceMovement = defineReport<Params>({
  id: 'allowance-movement',
  params,
  examples: [
    { from: '2026-01-01', to: '2026-08-31' },
    { from: '2026-08-01', to: '2026-08-31', currency: 'base', segment: 'business', months: '24' },
    { from: '2026-08-01', to: '2026-08-31', rates: '0.3,1.6,3.6,6.6,10.6' },
  ],
  compute: {
    inputs: (p) => {
      const { asOf: _day, by, months: _m, limit: _l, rates: _r, adjust: _a, ...aging } = closing(p);
      return {
        historyBefore: lossHistory(opening(p)),
        exposuresBefore: lossExposures(opening(p)),
        historyAfter: lossHistory(closing(p)),
        exposuresAfter: lossExposures(closing(p)),
        changes: rollForwardRows({ ...aging, by, credits: 'own', from: p.from, to: p.to }),
      };
    },
    rows: (p, inputs) =>
      allowanceMovements(
        matrixOf(opening(p), inputs['historyBefore'] ?? [], inputs['exposuresBefore'] ?? []),
        matrixOf(closing(p), inputs['historyAfter'] ?? [], inputs['exposuresAfter'] ?? []),
        (inputs['changes'] ?? []).map((row) => ({
          currency: String(row['currency']),
          writtenOff: String(row['written_off']),
          recovered: String(row['recovered']),
        })),
      ).map((one) => ({
        currency: one.currency,
        opening: one.opening.toFixed(4),
        charged: one.charged.toFixed(4),
        written_off: one.writtenOff.toFixed(4),
        recovered: one.recovered.toFixed(4),
        closing: one.closing.toFixed(4),
      })),
  },
  order: () => [{ column: 'currency', direction: 'asc' }],
  columns: () => [
    { id: 'currency', label: { key: 'column.currency' }, kind: 'code' },
    ...columns.map(
      (id) =>
        ({
          id,
          label: { key: `column.allowance.${id}` },
          kind: 'money',
          currencyColumn: 'currency',
        }) as const,
    ),
  ],
  missingRate: (p) =>
    missingRate(
      agingOf(closing(p)),
      sql`(${openAt(agingOf(opening(p)))}) OR (${openAt(agingOf(closing(p)))})`,
    ),
  days: (p) => [opening(p).asOf, p.to],
  needs: (p) => agingNeeds(agingOf(closing(p))),
  policy: (p) => ({
    ...agingPolicy(agingOf(closing(p))),
    from: p.from,
    to: p.to,
    months: p.months,
    limit: p.limit,
    adjust: p.adjust,
  }),
});
