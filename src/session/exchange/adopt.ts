import type { EventLog } from '../journal/eventLog';
import type { Side } from './conflicts';
import { ExchangeFailure } from './failure';
import { checkAgainst, type Incoming } from './incoming';
import { eventsThatSet } from './touch';

/** What was decided about conflicts. */
export interface Decisions {
  /** By the conflict's key. */
  readonly choices: ReadonlyMap<string, Side>;
  /** Stands in the journal beside what was decided. */
  readonly reason: string;
}

/**
 * Takes a colleague's events over, after everything that is here. Their word is the last then, so what was decided
 * about a place that both touched is recorded again as this author's: whoever takes over these events in turn comes
 * to the same end, in whichever order they lie there.
 * @throws ExchangeFailure `undecided` where a conflict has no choice; StoreFailure. Then nothing was taken
 */
export async function adoptEvents(
  log: EventLog,
  read: Incoming,
  { choices, reason }: Decisions,
): Promise<void> {
  // Something may have been recorded here since the file was read.
  const { theirs, keys, erased, conflicts, settled } = await checkAgainst(log, read.file);
  const decided = conflicts.map(({ key, mine, theirs: other }) => {
    const stands = choices.get(key);
    if (stands === undefined) throw new ExchangeFailure('undecided', key);
    return { mine: mine.touch, theirs: other.touch, stands };
  });
  if (Object.keys(keys).length > 0) await log.keyring.add(keys);
  await log.adopt(theirs);
  const pairs = [...settled, ...decided].map(({ mine, theirs: other, stands }) => ({
    wanted: stands === 'mine' ? mine : other,
    now: other,
  }));
  const events = eventsThatSet(pairs, reason);
  if (events.length > 0) await log.record(events.map((event) => ({ event })));
  for (const customerId of erased) await log.forget(customerId);
}
