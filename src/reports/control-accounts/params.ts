import { z } from 'zod';
import { type AgingParams, agingParams, isoDate } from '../params';

export const params = z.strictObject({
  asOf: isoDate,
  by: z.enum(['account', 'customer', 'currency']).default('account'),
  /** All of them, or only those whose difference nothing explains. */
  show: z.enum(['all', 'unexplained']).default('all'),
});
export type ControlAccountsParams = z.output<typeof params>;

/** The aging whose items are compared. */
export const agingOf = ({ asOf }: ControlAccountsParams): AgingParams =>
  agingParams.parse({ asOf });
