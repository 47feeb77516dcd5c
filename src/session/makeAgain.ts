import type { ReportResult } from '../domain/report/result';
import type { MadeFrom } from '../domain/report/stateLine';
import type { Engine } from '../engine/port';
import { ensureTables } from '../ledger/ways';
import { err, ok, type Result } from '../lib/result';
import { reportById } from '../reports/registry';
import { runReport } from '../reports/run';
import type { EventLog } from './journal/eventLog';
import { fillEngine, type Segments } from './replay';

/**
 * Makes a report again, from the state that it says it was made from: in an engine of its own, which is filled up to
 * there. Who was erased since is not in it any more; amounts are as they were.
 */
export async function makeAgain(
  openEngine: () => Promise<Engine>,
  segments: Segments,
  log: EventLog,
  { position, hash, report, params }: MadeFrom,
): Promise<Result<ReportResult, 'unknown_state' | 'other_workspace' | 'unknown_report'>> {
  if (position > log.position) return err('unknown_state');
  if (log.stateAt(position).hash !== hash) return err('other_workspace');
  const bound = reportById(report)?.bind(params);
  if (!bound?.ok) return err('unknown_report');
  const engine = await openEngine();
  try {
    const events = log.placed(0).slice(0, position);
    await fillEngine(engine, segments, events, undefined, log.state);
    await ensureTables(engine, bound.value.needs);
    return ok(await runReport(engine, bound.value));
  } finally {
    await engine.close();
  }
}
