import type { AllocationPolicy } from '../allocation/variant';
import type { IsoDate } from '../time/calendar';
import type { Edges } from './buckets';

/** How an aging was computed: one object, printed with every report, export and page. */
export interface AgingPolicy {
  readonly asOf: IsoDate;
  readonly basis: 'due' | 'document';
  readonly edges: Edges;
  /**
   * `own`: credits in the bucket of their own date; `unapplied`: in a column of their own; `netted`: against the
   * customer's oldest debits, for this date only.
   */
  readonly credits: 'own' | 'unapplied' | 'netted';
  readonly allocation: AllocationPolicy;
  /** Links that were given do not count. */
  readonly relink: 'no' | 'yes';
  /** `document`, or `base` as booked. */
  readonly currency: 'document' | 'base';
  /** All in one currency (that of the books where none is named) at the rates of a day. */
  readonly converted?: { readonly to: string | null; readonly rateDate: IsoDate };
  readonly disputed: 'include' | 'exclude';
  /** As they were at the date, or as they are now. */
  readonly attributes: 'then' | 'now';
  /** Files tell what attributes are and not what they were: only what is changed here has a history. */
  readonly attributeHistory: 'edits';
  /** `current`: as extended or corrected up to the date; `original`: as imported. */
  readonly dueDate: 'current' | 'original';
}
