import { z } from 'zod';
import { type IsoDate, lastMonthEnds } from '../../domain/time/calendar';
import { type AgingParams, agingShape, isoDate } from '../params';

const { asOf: _asOf, ...policyShape } = agingShape;

const shape = z.strictObject({
  /** The day whose end is the state before; where it is not given, month ends are. */
  from: isoDate.optional(),
  to: isoDate,
  months: z
    .string()
    .regex(/^([1-9]|1\d|2[0-4])$/, 'give 1 to 24 months')
    .describe('1 to 24 months, one matrix each, where `from` is not given')
    .prefault('1')
    .transform(Number),
  ...policyShape,
  /** Credits roll nowhere: they stand apart, and a matrix is of debits alone. */
  credits: z.enum(['unapplied']).default('unapplied'),
  currency: z.enum(['document', 'base']).default('document'),
});

export const rollRatesParams = shape
  .refine(({ from, to }) => from === undefined || from < to, {
    path: ['to'],
    message: 'the state after is not of a later day than the state before',
  })
  .refine(({ from, months }) => from === undefined || months === 1, {
    path: ['months'],
    message: 'give from or months: months end at month ends',
  });

export type RollRatesParams = z.output<typeof rollRatesParams>;

/** The aging that the parameters stand for on a day. */
export function agingAt(
  { from: _from, to: _to, months: _months, ...policy }: RollRatesParams,
  asOf: IsoDate,
): AgingParams {
  return { ...policy, asOf };
}

/** The days at whose ends the states before and after are. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The periods of the matrices, oldest first, each beginning where the one before it ends. */
export function periodsOf({ from, to, months }: RollRatesParams): readonly Period[] {
  const days = from === undefined ? lastMonthEnds(to, months + 1) : [from, to];
  return days.slice(1).flatMap((end, i) => {
    const start = days[i];
    return start === undefined ? [] : [{ from: start, to: end }];
  });
}
