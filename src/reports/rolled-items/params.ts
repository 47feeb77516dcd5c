import { z } from 'zod';
import { bucketsOf } from '../../domain/aging/buckets';
import { closedStates } from '../../domain/aging/rollRates';
import { agingShape, isoDate } from '../params';
import type { RollRatesParams } from '../roll-rates/params';

const bucket = 'b\\d{1,2}';
const from = new RegExp(`^(${bucket}|new)$`);
const to = new RegExp(`^(${bucket}|${closedStates.join('|')})$`);

const shape = z.strictObject({
  ...agingShape,
  /** The day whose end is the state before; the month end before `asOf` where it is not given. */
  from: isoDate.optional(),
  fromState: z
    .string()
    .regex(from, 'give a bucket as b0, b1 … or new')
    .describe('only this state before: `b0` … `bn`, or `new`')
    .optional(),
  toState: z
    .string()
    .regex(to, `give a bucket as b0, b1 … or ${closedStates.join(', ')}`)
    .describe(`only this state after: \`b0\` … \`bn\`, ${closedStates.join(', ')}`)
    .optional(),
  credits: z.enum(['unapplied']).default('unapplied'),
});

export const rolledItemsParams = shape
  .refine((p) => p.from === undefined || p.from < p.asOf, {
    path: ['from'],
    message: 'the state before is not of an earlier day than the state after',
  })
  .refine((p) => hasState(p.fromState, p) && hasState(p.toState, p), {
    path: ['fromState'],
    message: 'there is no such bucket under these edges',
  });

export type RolledItemsParams = z.output<typeof shape>;

/** Whether a state that is asked for exists: an empty answer would look as if nothing had gone there. */
function hasState(state: string | undefined, { edges }: RolledItemsParams): boolean {
  if (state === undefined || !/^b\d/.test(state)) return true;
  return bucketsOf(edges).some(({ id }) => id === state);
}

/** The matrix whose items they are. */
export function matrixOf(p: RolledItemsParams): RollRatesParams {
  const { asOf, from: day, fromState: _from, toState: _to, ...policy } = p;
  return { ...policy, to: asOf, months: 1, ...(day !== undefined && { from: day }) };
}
