import { z } from 'zod';
import { dimensions } from '../../domain/report/dimension';
import { addDays, type IsoDate, monthsBefore } from '../../domain/time/calendar';
import { type AgingParams, agingShape } from '../params';

const percents = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,6})?(,\d{1,3}(\.\d{1,6})?)*$/, 'give percents such as 0.5,2,5,12,50')
  .describe('rates in percent, one a bucket, such as 0.5,2,5,12,50')
  .transform((text) => text.split(','));

export const lossShape = {
  ...agingShape,
  /** One matrix of all, or one a key of a dimension. */
  by: z.enum(['none', ...dimensions]).default('none'),
  months: z
    .string()
    .regex(/^([1-9]|[1-9]\d|1[01]\d|120)$/, 'give 1 to 120 months')
    .describe('months of due dates that the rates are learnt from, 1 to 120')
    .prefault('36')
    .transform(Number),
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'give a number of days')
    .describe('days past due beyond which what is open counts as lost')
    .prefault('90')
    .transform(Number),
  rates: percents.optional(),
  adjust: z
    .string()
    .regex(/^-?\d{1,4}(\.\d{1,4})?$/, 'give a percent such as 10 or -5.5')
    .describe('what is expected of the future beside the past, in percent of the rates')
    .prefault('0'),
  /** Days are those past due: a loss is measured from when a debit was owed. */
  basis: z.enum(['due']).default('due'),
  /** Exposure is net of the customers' own credits. */
  credits: z.enum(['netted']).default('netted'),
};

/** Whether there is a rate for each bucket, where rates are given. */
export const hasAllRates = ({ rates, edges }: Pick<LossParams, 'rates' | 'edges'>): boolean =>
  rates === undefined || rates.length === edges.length + 1;
export const ratesLacking = { path: ['rates'], message: 'give one rate a bucket' };

const lossObject = z.strictObject(lossShape);
export const lossParams = lossObject.refine(hasAllRates, ratesLacking);

export type LossParams = z.output<typeof lossObject>;

/** The aging whose items are the exposure. */
export function agingOf(p: LossParams): AgingParams {
  const { by: _by, months: _months, limit: _limit, rates: _rates, adjust: _adjust, ...aging } = p;
  return aging;
}

/**
 * The due dates that the rates are learnt from. The last of them is so long ago that each debit had the time to be paid
 * or to be lost: later ones would count as good because nobody knows yet.
 */
export function windowOf(p: LossParams): { readonly from: IsoDate; readonly to: IsoDate } {
  const to = addDays(p.asOf, -p.limit - 1);
  return { from: addDays(monthsBefore(to, p.months), 1), to };
}
