import type { WorkspaceStore } from '../../workspace/store';
import type { EventLog, NewEvent } from '../journal/eventLog';
import { type RedactedImport, redactImports } from '../redactImports';
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
  store: WorkspaceStore,
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
  const there = await redactedAsThere(log, store, read);
  const own: NewEvent[] = [];
  const here: RedactedImport[] = [];
  for (const customerId of new Set(erased)) {
    const rest = await redactRest(log, store, customerId, [...there, ...here]);
    here.push(...rest);
    const files = rest.map(({ before, after }) => ({ before, after }));
    if (files.length > 0) own.push({ event: { kind: 'erased', customerId, files } });
  }
  const pairs = [...settled, ...decided].map(({ mine, theirs: other, stands }) => ({
    wanted: stands === 'mine' ? mine : other,
    now: other,
  }));
  for (const event of eventsThatSet(pairs, reason)) own.push({ event });
  if (Object.keys(keys).length > 0) await log.keyring.add(keys);
  await log.adopt(theirs, own);
  await log.forgetErased();
}

/**
 * Makes the files anew that stand without a person there: the same bytes come of the same file, so that none needs to
 * be sent.
 */
async function redactedAsThere(
  log: EventLog,
  store: WorkspaceStore,
  { theirs }: Incoming,
): Promise<readonly RedactedImport[]> {
  const standing = new Set(log.state.imports.map((file) => file.sha256));
  const known = new Map(log.state.everImported.map((file) => [file.sha256, file]));
  const made: RedactedImport[] = [];
  for (const { recorded } of theirs) {
    if (recorded.event.kind !== 'erased') continue;
    const { customerId, files } = recorded.event;
    for (const { before, after } of files) {
      const file = known.get(before.sha256);
      // Another table of a file with the person: it stays, and what it was taken out of goes.
      if (!file || before.sha256 === after.sha256) continue;
      const [redacted] = await redactImports(store, [file], customerId);
      // What was withdrawn need not have come along with a backup.
      if (!redacted && !standing.has(before.sha256)) continue;
      if (redacted?.after.sha256 !== after.sha256)
        throw new ExchangeFailure('damaged', `${file.file} without the person is another file`);
      await store.putSegment(after.sha256, redacted.blob);
      known.delete(before.sha256);
      known.set(after.sha256, after);
      made.push(redacted);
    }
  }
  return made;
}

/**
 * Files that were imported or changed here alone speak of the person still: they are made anew without, and that is
 * our own act.
 * @param done files that were made anew for somebody already
 */
async function redactRest(
  log: EventLog,
  store: WorkspaceStore,
  customerId: string,
  done: readonly RedactedImport[],
): Promise<readonly RedactedImport[]> {
  const gone = new Set(done.map(({ before }) => before.sha256));
  const files = [...log.state.everImported, ...done.map(({ after }) => after)];
  const rest = await redactImports(
    store,
    files.filter(({ sha256 }) => !gone.has(sha256)),
    customerId,
  );
  for (const { after, blob } of rest) await store.putSegment(after.sha256, blob);
  return rest;
}
