import { bucketsOf } from '../domain/aging/buckets';
import type { AgingPolicy } from '../domain/aging/policy';
import type { CodeWordings, Wording } from '../i18n/labels';
import { bucketLabel } from '../reports/aging/columns';
import type { BoundReport } from '../reports/define';

/** The policy of an aging, out of a report that was asked for with it. */
export function agingPolicyOf(
  bound: Pick<BoundReport, 'policy'> | undefined,
): AgingPolicy | undefined {
  const { policy } = bound ?? {};
  return policy && 'basis' in policy ? (policy as AgingPolicy) : undefined;
}

/** The words of one bucket under a policy. */
export function bucketWording(policy: AgingPolicy, id: string): Wording {
  const bucket = bucketsOf(policy.edges).find((one) => one.id === id);
  return bucket ? bucketLabel(bucket, policy.basis) : { key: 'column.unapplied' };
}

/** The words of the bucket codes in a report's rows. */
export function bucketCodes(policy: AgingPolicy | undefined): CodeWordings | undefined {
  if (!policy) return undefined;
  const ids = [...bucketsOf(policy.edges).map((bucket) => bucket.id), 'unapplied'];
  return { bucket: Object.fromEntries(ids.map((id) => [id, bucketWording(policy, id)])) };
}
