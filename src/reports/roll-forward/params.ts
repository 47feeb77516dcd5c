import { z } from 'zod';
import { dimensions } from '../../domain/report/dimension';
import { addDays, type IsoDate } from '../../domain/time/calendar';
import { type AgingParams, agingShape, isoDate } from '../params';

const { asOf: _asOf, ...policyShape } = agingShape;

export const rollForwardParams = z
  .strictObject({
    from: isoDate,
    to: isoDate,
    /** `none`: one row a currency. */
    by: z.enum(['none', 'bucket', ...dimensions]).default('none'),
    ...policyShape,
    currency: z.enum(['document', 'base']).default('document'),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'the period ends before it begins',
  });

export type RollForwardParams = z.output<typeof rollForwardParams>;

/** The aging that the parameters stand for on a day. */
export function agingAt(
  { from: _from, to: _to, by: _by, ...policy }: RollForwardParams,
  asOf: IsoDate,
): AgingParams {
  return { ...policy, asOf };
}

/** The day whose end is the opening: the one before the period. */
export const openingDay = (p: RollForwardParams): IsoDate => addDays(p.from, -1);
