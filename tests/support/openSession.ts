import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import { unpack } from '../../src/importers/packed/unpack';
import { Session } from '../../src/session/session';
import { memoryStore } from '../../src/workspace/memory';
import type { WorkspaceStore } from '../../src/workspace/store';

/** The time that stands on the events of tests: one second later with each. */
function steadyClock(): () => string {
  let seconds = 0;
  return () => {
    seconds += 1;
    return new Date(Date.UTC(2026, 9, 31, 12, 0, seconds)).toISOString();
  };
}

/**
 * A session on a workspace of its own, over the engine that the page runs too.
 * @param cacheAfter_ms when its tables are saved for the next opening
 */
export async function openSession(
  store?: WorkspaceStore,
  cacheAfter_ms?: number,
  onStep?: () => void,
): Promise<Session> {
  return Session.open(() => openNodeEngine(), store ?? (await memoryStore()), {
    now: steadyClock(),
    unpack,
    cacheAfter_ms,
    cacheItemsMin: 0,
    onStep,
  });
}
