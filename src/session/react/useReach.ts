import type { ResultRow } from '../../domain/report/result';
import { type IsoDate, lastCoveredMonthEnd, parseIsoDate } from '../../domain/time/calendar';
import { useRows } from './useRows';

/** Between which dates the ledger has something to say. */
export interface Reach {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The date a page opens at: the data's last month end, or their last day where they do not reach one. */
  readonly opening: IsoDate;
  readonly rows: readonly ResultRow[];
}

/** The reach of the documents; `undefined` while it is not known or nothing is posted. */
export function useReach(): Reach | undefined {
  const { rows } = useRows('data-reach', {}, 20);
  const documents = rows?.find((row) => row['subject'] === 'document');
  const from = parseIsoDate(String(documents?.['date_from'] ?? ''));
  const to = parseIsoDate(String(documents?.['date_to'] ?? ''));
  if (!rows || !from.ok || !to.ok) return undefined;
  const end = lastCoveredMonthEnd(to.value);
  return { from: from.value, to: to.value, opening: end < from.value ? to.value : end, rows };
}
