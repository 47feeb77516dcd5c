import type { RecordedEvent } from '../../domain/journal/event';
import { isPersonal } from '../../domain/journal/personal';
import { hashing } from '../../workspace/hashing';
import type { WorkspaceStore } from '../../workspace/store';
import type { EventLog } from '../journal/eventLog';
import { type EventsFile, encodeEvents } from './eventsFile';
import { ExchangeFailure } from './failure';

export interface ExportOptions {
  /** Events up to this position stay out; 0: none. */
  readonly since: number;
  /** ISO 8601, in UTC. */
  readonly at: string;
}

/**
 * Everybody's events after a position as a file for colleagues whose workspace came from the same backup, each as it
 * was recorded, with the keys of the personal fields in them.
 * @throws ExchangeFailure `nothing_new`, `too_large`
 */
export async function exportEvents(
  log: EventLog,
  store: WorkspaceStore,
  { since, at }: ExportOptions,
): Promise<Blob> {
  const events = log.events.slice(since);
  if (events.length === 0) throw new ExchangeFailure('nothing_new', 'no event came since');
  const file = {
    workspace: identityOf(log),
    person: log.keyring.person,
    at,
    known: endsOf(log),
    keys: keysFor(log, events),
  } satisfies Omit<EventsFile, 'payloads'>;
  const payloads = (await store.readEvents(since)).slice(0, events.length);
  return encodeEvents({ ...file, payloads }, await hashing());
}

/** What workspaces that came from one have in common, wherever they went since. */
export function identityOf(log: EventLog): string {
  return log.stateAt(1).hash;
}

function endsOf(log: EventLog): EventsFile['known'] {
  const authors = new Set(log.events.map(({ author }) => author));
  return Object.fromEntries([...authors].map((author) => [author, log.endOf(author)]));
}

function keysFor(log: EventLog, events: readonly RecordedEvent[]): Record<string, string> {
  const known = log.keyring.customers;
  const keys: Record<string, string> = {};
  for (const { event } of events)
    if (event.kind === 'fields')
      for (const change of event.changes) {
        const key = isPersonal(change) ? known[change.record.id] : undefined;
        if (key !== undefined) keys[change.record.id] = key;
      }
  return keys;
}
