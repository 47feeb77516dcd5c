import { assert } from '../../lib/assert';
import { err, ok, type Result } from '../../lib/result';

/** Ascending upper edges, in days. With 0, 30, 60, 90: not due, 1–30, 31–60, 61–90, over 90. */
export type Edges = readonly number[];

/** One bucket, `b0` … `bn`: whole days from `from` to `to`, both inclusive; open-ended where `undefined`. */
export interface Bucket {
  readonly id: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** More columns than this no page can show and no reader can read. */
export const bucketEdgesMax = 24;

/** Edges from text such as `0,30,60,90`, or what is wrong with it. */
export function parseEdges(text: string): Result<Edges, string> {
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => /^-?\d{1,5}$/.test(part)))
    return err('edges are whole days with commas between, such as 0,30,60,90');
  const edges = parts.map(Number);
  if (edges.length > bucketEdgesMax) return err(`there are more than ${bucketEdgesMax} edges`);
  if (edges.some((edge, i) => i > 0 && edge <= (edges[i - 1] ?? 0)))
    return err('edges must ascend');
  return ok(edges);
}

/** The buckets between edges: every whole number of days falls in exactly one. */
export function bucketsOf(edges: Edges): readonly Bucket[] {
  assert(edges.length > 0, 'buckets need an edge');
  return [...edges, undefined].map((to, i) => {
    const before = edges[i - 1];
    return { id: `b${i}`, from: before === undefined ? undefined : before + 1, to };
  });
}

/** The index of the bucket that a number of days falls in. */
export function bucketIndex(days: number, edges: Edges): number {
  const index = edges.findIndex((edge) => days <= edge);
  return index === -1 ? edges.length : index;
}
