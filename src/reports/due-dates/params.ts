import { z } from 'zod';
import { addDays, type IsoDate } from '../../domain/time/calendar';
import { agingShape, isoDate } from '../params';

export const dueDatesParams = z
  .strictObject({
    ...agingShape,
    /** One row an item, or a week (from Monday) or month of due dates; what is overdue is one group of its own. */
    by: z.enum(['item', 'week', 'month']).default('item'),
    from: isoDate.describe('only what falls due from this day on, a date, YYYY-MM-DD').optional(),
    until: isoDate
      .describe('only what falls due up to this day, and what is overdue, a date, YYYY-MM-DD')
      .optional(),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    message: 'the period ends before it begins',
  })
  .transform((given) => ({ ...given, credits: 'own' as const }));

export type DueDatesParams = z.output<typeof dueDatesParams>;

/** The last day on which something was due that is overdue now. */
export const lastOverdue = ({ asOf }: DueDatesParams): IsoDate => addDays(asOf, -1);
