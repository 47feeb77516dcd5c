import { z } from 'zod';
import { isoDate } from '../params';

export const accountParams = z
  .strictObject({
    customer: z.string().describe('the id of the customer'),
    /** The first day that is shown; what was owed before it is the opening. */
    from: isoDate.optional(),
    /** Nothing dated later is shown or counted. */
    asOf: isoDate,
  })
  .refine(({ from, asOf }) => from === undefined || from <= asOf, {
    path: ['from'],
    message: 'the period ends before it begins',
  });

export type AccountParams = z.output<typeof accountParams>;
