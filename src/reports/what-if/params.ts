import { z } from 'zod';
import { isGiven, type LinkPolicy } from '../../domain/allocation/variant';
import { dimensions } from '../../domain/report/dimension';
import { assert } from '../../lib/assert';
import type { Needs } from '../define';
import { type AgingParams, agingNeeds, agingShape } from '../params';

const { asOf, basis, credits, allocation, relink, disputed, attributes, dueDate } = agingShape;

/** What of the second policy may differ from the first: what is not said is as there. */
const second = {
  vsAsOf: asOf.optional(),
  vsBasis: basis.removeDefault().optional(),
  vsCredits: credits.removeDefault().optional(),
  vsAllocation: allocation.removeDefault().optional(),
  vsRelink: relink.removeDefault().optional(),
  vsDisputed: disputed.removeDefault().optional(),
  vsAttributes: attributes.removeDefault().optional(),
  vsDueDate: dueDate.removeDefault().optional(),
};

export const params = z
  .strictObject({
    ...agingShape,
    ...second,
    /** What makes the difference, one after the other; or each key of a dimension. */
    by: z.enum(['cause', ...dimensions]).default('cause'),
  })
  .refine((p) => linksOf(p) !== undefined, {
    path: ['vsAllocation'],
    message: 'one of the two takes the links that were given, or both apply credits the same way',
  });
export type WhatIfParams = z.output<typeof params>;

/** The two agings that are compared. */
export function firstOf(p: WhatIfParams): AgingParams {
  const { by: _by, ...rest } = p;
  return Object.fromEntries(
    Object.entries(rest).filter(([name]) => !(name in second)),
  ) as AgingParams;
}

export function secondOf(p: WhatIfParams): AgingParams {
  return causes.reduce((policy, cause) => changed(policy, cause, p), firstOf(p));
}

/** What two policies may differ in, in the order in which the one becomes the other. */
const causes = ['asOf', 'basis', 'dueDate', 'disputed', 'links', 'credits', 'attributes'] as const;
export type Cause = (typeof causes)[number];

/** A policy with one thing as the second has it. */
export function changed(policy: AgingParams, cause: Cause, p: WhatIfParams): AgingParams {
  switch (cause) {
    case 'asOf':
      return { ...policy, asOf: p.vsAsOf ?? policy.asOf };
    case 'basis':
      return { ...policy, basis: p.vsBasis ?? policy.basis };
    case 'dueDate':
      return { ...policy, dueDate: p.vsDueDate ?? policy.dueDate };
    case 'disputed':
      return { ...policy, disputed: p.vsDisputed ?? policy.disputed };
    case 'links':
      return {
        ...policy,
        allocation: p.vsAllocation ?? policy.allocation,
        relink: p.vsRelink ?? policy.relink,
      };
    case 'credits':
      return { ...policy, credits: p.vsCredits ?? policy.credits };
    case 'attributes':
      return { ...policy, attributes: p.vsAttributes ?? policy.attributes };
  }
}

/** What the policies do differ in. */
export function causesOf(p: WhatIfParams): readonly Cause[] {
  const [one, other] = [firstOf(p), secondOf(p)];
  return causes.filter((cause) =>
    cause === 'links'
      ? one.allocation !== other.allocation || one.relink !== other.relink
      : one[cause] !== other[cause],
  );
}

interface Second {
  readonly vsAllocation?: LinkPolicy['allocation'] | undefined;
  readonly vsRelink?: LinkPolicy['relink'] | undefined;
}

/** The derived links that both need; the ledger has one way beside the given one at a time. */
function linksOf(p: LinkPolicy & Second): LinkPolicy | undefined {
  const first = { allocation: p.allocation, relink: p.relink };
  const other = { allocation: p.vsAllocation ?? p.allocation, relink: p.vsRelink ?? p.relink };
  const isSame = first.allocation === other.allocation && first.relink === other.relink;
  if (isSame || isGiven(other)) return first;
  return isGiven(first) ? other : undefined;
}

export function needsOf(p: WhatIfParams): Needs {
  const links = linksOf(p);
  assert(links, 'parameters that need two derived ways are refused when they are read');
  const isNetted = p.credits === 'netted' || p.vsCredits === 'netted';
  return agingNeeds({ ...links, credits: isNetted ? 'netted' : 'own' });
}
