import type { FieldChange, RecordedEvent } from '../../domain/journal/event';
import { isPersonal, withoutPerson } from '../../domain/journal/personal';
import { hashing, hexOf } from '../../workspace/hashing';
import { memoryStore } from '../../workspace/memory';
import { StoreFailure } from '../../workspace/store';
import { decodeEvent, type WrittenEvent } from '../journal/codec';
import type { EventLog } from '../journal/eventLog';
import { Keyring } from '../journal/keyring';
import { type Comparison, conflictsOf } from './conflicts';
import { decodeEvents, type EventsFile } from './eventsFile';
import { identityOf } from './exportEvents';
import { ExchangeFailure } from './failure';
import { NeededSegments } from './neededSegments';
import { isPossible } from './possible';
import type { Touch } from './touch';

/** A colleague's events, checked against a journal: what it would take, and what stands against what was done here. */
export interface Incoming extends Comparison {
  readonly file: EventsFile;
  /** Events that are not here yet, in order. */
  readonly theirs: readonly {
    readonly recorded: RecordedEvent;
    readonly payload: Uint8Array;
  }[];
  /** Keys that they need; none of a person who was erased, here or there. */
  readonly keys: Readonly<Record<string, string>>;
  /** Customers who were erased there, and not here yet. */
  readonly erased: readonly string[];
}

/** Reads a colleague's file. @throws ExchangeFailure */
export async function readEvents(log: EventLog, file: Blob): Promise<Incoming> {
  return checkAgainst(log, await decodeEvents(file, await hashing()));
}

/** @throws ExchangeFailure where the events do not follow on what is here, or cannot be read here */
export async function checkAgainst(log: EventLog, file: EventsFile): Promise<Incoming> {
  if (log.position === 0 || file.workspace !== identityOf(log))
    throw new ExchangeFailure('other_workspace', 'the first event is another');
  const fresh = await notHere(log, file);
  if (fresh.length === 0) throw new ExchangeFailure('nothing_new', 'all events are here');
  checkFiles(log, fresh);
  const erasedThere = fresh.flatMap(({ written }) => {
    const { event } = written as RecordedEvent;
    return event.kind === 'erased' ? [event.customerId] : [];
  });
  const erased = new Set([...log.state.erased, ...erasedThere]);
  const keys = Object.fromEntries(Object.entries(file.keys).filter(([id]) => !erased.has(id)));
  const theirs = await opened(log, fresh, keys, erased);
  const mine = log.events.filter(
    ({ author, authorSeq }) => authorSeq > (file.known[author]?.seq ?? 0),
  );
  const blank = (recorded: RecordedEvent): RecordedEvent =>
    [...erased].reduce((event, id) => withoutPerson(event, id), recorded);
  const found = conflictsOf(
    mine.map(blank),
    theirs.map(({ recorded }) => recorded),
  );
  const isErased = (touch: Touch): boolean =>
    touch.kind === 'field' && isPersonal(touch.change) && erased.has(touch.change.record.id);
  return {
    file,
    theirs,
    keys,
    erased: erasedThere,
    conflicts: found.conflicts.filter(({ mine: { touch } }) => !isErased(touch)),
    settled: found.settled.filter(({ mine: touch }) => !isErased(touch)),
  };
}

interface Fresh {
  readonly written: WrittenEvent;
  readonly payload: Uint8Array;
}

/** The events that are not here, each following on its author's last; those that are here must be the same. */
async function notHere(log: EventLog, file: EventsFile): Promise<readonly Fresh[]> {
  const sums = await hashing();
  const here = hashesHere(log);
  for (const [author, { seq, hash }] of Object.entries(file.known)) {
    const own = here.get(author)?.[seq - 1];
    if (own !== undefined && own !== hash) throw forked(author);
  }
  const ends = new Map<string, { readonly seq: number; readonly hash: string }>();
  const fresh: Fresh[] = [];
  for (const [i, payload] of file.payloads.entries()) {
    const written = decoded(payload, i + 1);
    const { author, authorSeq, authorPrev, person } = written;
    const hash = hexOf(sums.sha256(payload));
    const end = ends.get(author) ?? log.endOf(author);
    if (authorSeq <= log.endOf(author).seq) {
      if (here.get(author)?.[authorSeq - 1] !== hash) throw forked(author);
      continue;
    }
    if (authorSeq <= end.seq) throw damagedBy(`event ${i + 1} comes again`);
    if (authorSeq > end.seq + 1)
      throw new ExchangeFailure('gap', `events of ${author} are missing`, {
        person,
        from: end.seq + 1,
        to: authorSeq - 1,
      });
    if (authorPrev !== end.hash) throw forked(author);
    ends.set(author, { seq: authorSeq, hash });
    fresh.push({ written, payload });
  }
  // Whoever takes all of it over must then have what its writer had: no more, and no less.
  const personOf = new Map(
    [...log.events, ...fresh.map(({ written }) => written)].map((one) => [one.author, one.person]),
  );
  for (const author of ends.keys())
    if (!file.known[author]) throw damagedBy('it has events that its writer did not know');
  for (const [author, { seq, hash }] of Object.entries(file.known)) {
    const end = ends.get(author) ?? log.endOf(author);
    if (seq > end.seq)
      throw new ExchangeFailure('gap', `events of ${author} are missing`, {
        person: personOf.get(author) ?? file.person,
        from: end.seq + 1,
        to: seq,
      });
    if (ends.has(author) && hash !== end.hash)
      throw damagedBy('it has events that its writer did not know');
  }
  return fresh;
}

/** SHA-256 of every event's record, by author and sequence: each stands in the author's next one. */
function hashesHere(log: EventLog): ReadonlyMap<string, readonly string[]> {
  const hashes = new Map<string, string[]>();
  for (const { author, authorSeq, authorPrev } of log.events) {
    const own = hashes.get(author) ?? [];
    hashes.set(author, own);
    if (authorSeq > 1) own[authorSeq - 2] = authorPrev;
  }
  for (const [author, own] of hashes) {
    const { seq, hash } = log.endOf(author);
    own[seq - 1] = hash;
  }
  return hashes;
}

const damagedBy = (message: string): ExchangeFailure => new ExchangeFailure('damaged', message);
const forked = (author: string): ExchangeFailure =>
  new ExchangeFailure('forked', `two copies wrote as ${author}`);

function decoded(payload: Uint8Array, number: number): WrittenEvent {
  try {
    return decodeEvent(payload, number);
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    throw new ExchangeFailure(error.reason === 'newer' ? 'newer' : 'damaged', error.message);
  }
}

/** Imports among them must be of files that were imported here as well: a file of events carries none. */
function checkFiles(log: EventLog, fresh: readonly Fresh[]): void {
  const here = new NeededSegments();
  for (const { event } of log.events) here.take(event);
  const missing = new Set<string>();
  for (const { written } of fresh) {
    const { event } = written as RecordedEvent;
    if (event.kind === 'imported')
      for (const { file, sha256 } of event.files) if (!here.shas.has(sha256)) missing.add(file);
  }
  if (missing.size > 0)
    throw new ExchangeFailure('needs_import', 'files are missing here', {
      files: [...missing].join(', '),
    });
}

/** Reads the personal values of events, with the file's keys beside those that are here. */
async function opened(
  log: EventLog,
  fresh: readonly Fresh[],
  keys: Readonly<Record<string, string>>,
  erased: ReadonlySet<string>,
): Promise<Incoming['theirs']> {
  const there = await ringOf(keys);
  const both = await ringOf(log.keyring.customers);
  await both.add(keys);
  const theirs = [];
  for (const { written, payload } of fresh) {
    let recorded = await both.open(written);
    const asSent = await there.open(written);
    for (const [i, change] of changesOf(recorded).entries())
      if (isPersonal(change) && !erased.has(change.record.id))
        for (const side of ['before', 'after'] as const)
          checkReadable(written, i, side, change[side].value, changesOf(asSent)[i]?.[side].value);
    for (const id of erased) recorded = withoutPerson(recorded, id);
    if (!isPossible(recorded.event)) throw damagedBy('an event that nobody can record');
    theirs.push({ recorded, payload });
  }
  return theirs;
}

const changesOf = ({ event }: RecordedEvent): readonly FieldChange[] =>
  event.kind === 'fields' ? event.changes : [];

/** A sealed value that cannot be read here, now or after the next opening, would be another value without a word. */
function checkReadable(
  written: WrittenEvent,
  index: number,
  side: 'before' | 'after',
  value: string | null,
  asSent: string | null | undefined,
): void {
  const change = changesOf(written as RecordedEvent)[index];
  const isSealed = typeof change?.[side].value === 'object' && change[side].value !== null;
  if (!isSealed || value !== null) return;
  const customer = change.record.id;
  throw typeof asSent === 'string'
    ? new ExchangeFailure('keys_differ', `two keys of customer ${customer}`, { customer })
    : damagedBy(`the key of customer ${customer} is missing`);
}

/** Keys that stand for themselves, to try what they open. */
async function ringOf(customers: Readonly<Record<string, string>>): Promise<Keyring> {
  const store = await memoryStore();
  await store.writeKeys(JSON.stringify({ author: '0'.repeat(16), person: '', customers }));
  return Keyring.open(store);
}
