import { z } from 'zod';
import { parseEdges } from '../domain/aging/buckets';
import type { AgingPolicy } from '../domain/aging/policy';
import { allocationPolicies } from '../domain/allocation/variant';
import { dimensions } from '../domain/report/dimension';
import { type IsoDate, parseIsoDate } from '../domain/time/calendar';
import type { Needs } from './define';

// Generated validators would need `eval`, which the page's policy forbids.
z.config({ jitless: true });

/** A calendar date that exists. */
export const isoDate = z
  .string()
  .describe('a date, YYYY-MM-DD')
  .transform((text, context): IsoDate => {
    const parsed = parseIsoDate(text);
    if (parsed.ok) return parsed.value;
    context.addIssue(`'${text}' is not a date: give YYYY-MM-DD`);
    return z.NEVER;
  });

const edges = z
  .string()
  .describe('ascending upper edges, in days')
  .transform((text, context): readonly number[] => {
    const parsed = parseEdges(text);
    if (parsed.ok) return parsed.value;
    context.addIssue(parsed.error);
    return z.NEVER;
  });

/** An amount limit, plain digits with a point. */
export const decimalText = z
  .string()
  .regex(/^-?\d{1,14}(\.\d{1,4})?$/, 'give an amount such as 1234.50')
  .describe('an amount such as 1234.50');

export const wholeDays = z
  .string()
  .regex(/^-?\d{1,5}$/, 'give a whole number of days')
  .describe('a whole number of days')
  .transform(Number);

const filters = Object.fromEntries(
  dimensions.map((dimension) => [
    dimension,
    z.string().describe('only this key; `-` is a missing value').optional(),
  ]),
) as Record<(typeof dimensions)[number], z.ZodOptional<z.ZodString>>;

/** What every aging takes: the policy, and one filter a dimension (`-` is a missing value). */
export const agingShape = {
  asOf: isoDate,
  basis: z.enum(['due', 'document']).default('due'),
  edges: edges.prefault('0,30,60,90'),
  credits: z.enum(['own', 'unapplied', 'netted']).default('own'),
  allocation: z.enum(allocationPolicies).default('given'),
  relink: z.enum(['no', 'yes']).default('no'),
  currency: z.enum(['document', 'base']).default('document'),
  disputed: z.enum(['include', 'exclude']).default('include'),
  attributes: z.enum(['then', 'now']).default('then'),
  dueDate: z.enum(['current', 'original']).default('current'),
  ...filters,
};

export const agingParams = z.strictObject(agingShape);
export type AgingParams = z.output<typeof agingParams>;

/** The policy inside an aging's parameters, with what the data cannot tell said out loud. */
export function agingPolicy(params: AgingParams): AgingPolicy {
  return {
    asOf: params.asOf,
    basis: params.basis,
    edges: params.edges,
    credits: params.credits,
    allocation: params.allocation,
    relink: params.relink,
    currency: params.currency,
    disputed: params.disputed,
    attributes: params.attributes,
    attributeHistory: 'edits',
    dueDate: params.dueDate,
  };
}

/** What the ledger has to have for an aging. */
export function agingNeeds(params: Pick<AgingParams, 'allocation' | 'relink' | 'credits'>): Needs {
  const { allocation, relink, credits } = params;
  return { links: { allocation, relink }, order: credits === 'netted' };
}
