import type { WorkspaceStore } from '../../workspace/store';
import type { EventLog } from '../journal/eventLog';
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
  const redacted = await redactedAsThere(log, store, read);
  if (Object.keys(keys).length > 0) await log.keyring.add(keys);
  await log.adopt(theirs);
  const pairs = [...settled, ...decided].map(({ mine, theirs: other, stands }) => ({
    wanted: stands === 'mine' ? mine : other,
    now: other,
  }));
  const events = eventsThatSet(pairs, reason);
  if (events.length > 0) await log.record(events.map((event) => ({ event })));
  for (const { before } of redacted) await store.removeSegment(before.sha256);
  for (const customerId of new Set(erased)) {
    await log.forget(customerId);
    await eraseFromRest(log, store, customerId);
  }
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
  const standing = new Map(log.state.imports.map((file) => [file.sha256, file]));
  const made: RedactedImport[] = [];
  for (const { recorded } of theirs) {
    if (recorded.event.kind !== 'erased') continue;
    const { customerId, files } = recorded.event;
    for (const { before, after } of files) {
      const file = standing.get(before.sha256);
      if (!file) continue;
      const [redacted] = await redactImports(store, [file], customerId);
      if (redacted?.after.sha256 !== after.sha256)
        throw new ExchangeFailure('damaged', `${file.file} without the person is another file`);
      await store.putSegment(after.sha256, redacted.blob);
      standing.delete(before.sha256);
      standing.set(after.sha256, after);
      made.push(redacted);
    }
  }
  return made;
}

/** Files that were imported or changed here alone speak of the person still: they are kept without, as our own act. */
async function eraseFromRest(
  log: EventLog,
  store: WorkspaceStore,
  customerId: string,
): Promise<void> {
  const redacted = await redactImports(store, log.state.imports, customerId);
  if (redacted.length === 0) return;
  for (const { after, blob } of redacted) await store.putSegment(after.sha256, blob);
  const files = redacted.map(({ before, after }) => ({ before, after }));
  await log.record([{ event: { kind: 'erased', customerId, files } }]);
  for (const { before } of redacted) await store.removeSegment(before.sha256);
}
