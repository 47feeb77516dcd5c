import type { IsoDate } from '../time/calendar';
import type { Edges } from './buckets';

/** How an aging was computed: one object, printed with every report, export and page. */
export interface AgingPolicy {
  readonly asOf: IsoDate;
  readonly basis: 'due' | 'document';
  readonly edges: Edges;
  /** `own`: credits in the bucket of their own date; `unapplied`: in a column of their own. */
  readonly credits: 'own' | 'unapplied';
  readonly allocation: 'given';
  /** `document`, or `base` as booked. */
  readonly currency: 'document' | 'base';
  readonly disputed: 'include' | 'exclude';
  /** There is no history of attributes yet, so that `then` and `now` say the same; reports state it. */
  readonly attributes: 'then' | 'now';
  readonly attributeHistory: false;
}
