import { type Outside, outsideKinds } from '../domain/report/result';
import { type IsoDate, parseIsoDate } from '../domain/time/calendar';
import type { Engine, RunOptions } from '../engine/port';
import { sql } from '../engine/sql';

/**
 * The days between which the files say they are complete. A history answers from its first day to its last, a list of
 * open items for its day and later, opening balances from the cut-over on. Where one file does not say what it is, that
 * side stays open: nobody can tell what it lacks.
 */
const horizon = sql`
  SELECT CASE WHEN bool_and(first IS NOT NULL) THEN CAST(min(first) AS VARCHAR) END AS first,
         arg_min(kind, first) AS first_kind,
         CASE WHEN bool_and(kind = 'history' AND date_to IS NOT NULL) THEN CAST(max(date_to) AS VARCHAR) END AS last
  FROM (SELECT kind, date_to, CASE kind WHEN 'history' THEN date_from WHEN 'open_items' THEN date_to
                                        WHEN 'opening' THEN date_to END AS first FROM file_content) c`;

/** Whether one of some days lies where the files that were loaded say nothing, and why; `undefined` where none does. */
export async function outsideHorizon(
  engine: Engine,
  days: readonly string[],
  options?: RunOptions,
): Promise<Outside | undefined> {
  const [earliest, latest] = [[...days].sort()[0], [...days].sort().at(-1)];
  if (earliest === undefined || latest === undefined) return undefined;
  const [row] = await engine.rows(horizon, options);
  const first = dayOf(row?.['first']);
  const last = dayOf(row?.['last']);
  const kind = outsideKinds.find((one) => one === row?.['first_kind']);
  if (first !== undefined && kind && earliest < first) return { side: 'before', date: first, kind };
  if (last !== undefined && latest > last) return { side: 'after', date: last, kind: 'history' };
  return undefined;
}

function dayOf(cell: unknown): IsoDate | undefined {
  const day = typeof cell === 'string' ? parseIsoDate(cell) : undefined;
  return day?.ok ? day.value : undefined;
}
