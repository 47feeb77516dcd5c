/**
 * How credits meet debits: only by the links that were given; also by references found in their texts; or the rest of
 * each by an order. Source: `LEDGER.md` 2.7.
 */
export const allocationPolicies = ['given', 'specific', 'oldest', 'newest', 'prorata'] as const;
export type AllocationPolicy = (typeof allocationPolicies)[number];

/** One way to apply credits. `relink`: links that were given do not count; what they deducted does. */
export interface LinkPolicy {
  readonly allocation: AllocationPolicy;
  readonly relink: 'no' | 'yes';
}

/** The tables that the ledger builds once for each way to apply credits. */
export const variantTables = ['movement', 'span', 'cube'] as const;
export type VariantTable = (typeof variantTables)[number];

/** The links as given: what the ledger is built with, and other ways are derived from. */
export const givenLinks: LinkPolicy = { allocation: 'given', relink: 'no' };

/** Whether the tables of a policy are those that the ledger has anyway. */
export function isGiven({ allocation, relink }: LinkPolicy): boolean {
  return allocation === 'given' && relink === 'no';
}

/** The name of a table under a policy: `span`, `span_oldest`, `span_oldest_relinked`. */
export function tableUnder(policy: LinkPolicy, table: VariantTable): string {
  if (isGiven(policy)) return table;
  return `${table}_${policy.allocation}${policy.relink === 'yes' ? '_relinked' : ''}`;
}

/** Every way but the one that is built anyway. */
export const otherWays: readonly LinkPolicy[] = allocationPolicies
  .flatMap((allocation) => [
    { allocation, relink: 'no' as const },
    { allocation, relink: 'yes' as const },
  ])
  .filter((policy) => !isGiven(policy));
