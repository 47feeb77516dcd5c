import { createSHA256, type IHasher } from 'hash-wasm';
import type { JournalEvent, PlacedEvent, RecordedEvent } from '../../domain/journal/event';
import { withoutPerson } from '../../domain/journal/personal';
import { JournalState } from '../../domain/journal/state';
import { UndoHistory } from '../../domain/journal/undo';
import type { LedgerState } from '../../domain/report/stateLine';
import { assert } from '../../lib/assert';
import type { WorkspaceStore } from '../../workspace/store';
import { decodeEvent, encodeEvent } from './codec';
import { Keyring } from './keyring';

/** An event that is to be recorded. */
export interface NewEvent {
  readonly event: JournalEvent;
  readonly undoes?: number | undefined;
  readonly redoes?: number | undefined;
}

/** An event as its author recorded it, with its bytes. */
export interface WrittenEvent {
  readonly recorded: RecordedEvent;
  readonly payload: Uint8Array;
}

interface Waiting {
  /** A colleague's events, which go before what is asked. */
  readonly theirs: readonly WrittenEvent[];
  readonly asked: readonly NewEvent[];
  resolve(placed: readonly PlacedEvent[]): void;
  reject(error: unknown): void;
}

interface AuthorEnd {
  readonly seq: number;
  readonly hash: string;
}

/**
 * The events of a workspace, in their order, and what they come to. Every event is in the store's journal before it
 * is here, so that nobody sees one that could be lost.
 */
export class EventLog {
  readonly keyring: Keyring;
  readonly #store: WorkspaceStore;
  readonly #now: () => string;
  readonly #hasher: IHasher;
  readonly #state = new JournalState();
  readonly #events: RecordedEvent[] = [];
  /** Of each event, the hash over its record and all before it. */
  readonly #hashes: string[] = [];
  /** SHA-256 of each event's record, for the chain of its author. */
  readonly #ends = new Map<string, AuthorEnd>();
  readonly #waiting: Waiting[] = [];
  #history: UndoHistory;
  #writing: Promise<void> | undefined;
  #chainBreaks = 0;

  private constructor(store: WorkspaceStore, keyring: Keyring, hasher: IHasher, now: () => string) {
    this.#store = store;
    this.keyring = keyring;
    this.#hasher = hasher;
    this.#now = now;
    this.#history = new UndoHistory(keyring.author);
  }

  /** @param now the time that is written on events, ISO 8601 @throws StoreFailure */
  static async open(store: WorkspaceStore, now: () => string): Promise<EventLog> {
    const log = new EventLog(store, await Keyring.open(store), await createSHA256(), now);
    await log.follow();
    // A kill in the middle of an erasure leaves the key, or a file with the person: they go now.
    if (store.getState().role === 'writer') await log.forgetErased();
    return log;
  }

  get position(): number {
    return this.#events.length;
  }

  get state(): JournalState {
    return this.#state;
  }

  get events(): readonly RecordedEvent[] {
    return this.#events;
  }

  /** Authors whose own chain does not follow on from what was recorded before. */
  get chainBreaks(): number {
    return this.#chainBreaks;
  }

  /** What this author can undo and redo next. */
  get history(): UndoHistory {
    return this.#history;
  }

  /** What identifies the state after a number of events. */
  stateAt(position: number): LedgerState {
    return { position, hash: (this.#hashes[position - 1] ?? '0'.repeat(16)).slice(0, 16) };
  }

  /** Throws away what is left of everybody who was erased: keys, and the files that others took the place of. */
  async forgetErased(): Promise<void> {
    for (const { event } of [...this.#events]) {
      if (event.kind !== 'erased') continue;
      await this.forget(event.customerId);
      for (const { before, after } of event.files) {
        if (before.sha256 !== after.sha256) await this.#store.removeSegment(before.sha256);
        if (before.origin && !after.origin) await this.#store.removeSegment(before.origin.sha256);
      }
    }
  }

  /** Blanks what is known of an erased person here too; what is written is unreadable since its key is gone. */
  async forget(customerId: string): Promise<void> {
    await this.keyring.forget(customerId);
    this.#blank(customerId);
  }

  /** The end of an author's own chain. */
  endOf(author: string): AuthorEnd {
    return this.#ends.get(author) ?? { seq: 0, hash: '' };
  }

  /** Events from a position on (0: all), each with its place. */
  placed(from: number): readonly PlacedEvent[] {
    return this.#events.slice(from).map((recorded, i) => ({ position: from + i + 1, recorded }));
  }

  /** Reads what the journal has beyond what is here: all of it at first, then what another tab wrote. */
  async follow(): Promise<readonly PlacedEvent[]> {
    const from = this.position;
    const payloads = await this.#store.readEvents(from);
    await this.#refreshKeys();
    for (const payload of payloads) {
      const written = decodeEvent(payload, this.position + 1);
      this.#take(await this.keyring.open(written), payload);
    }
    const placed = this.placed(from);
    for (const { recorded } of placed)
      if (recorded.event.kind === 'erased') this.#blank(recorded.event.customerId);
    return placed;
  }

  /** The tab that wrote before may have made keys, and have named the author. */
  async #refreshKeys(): Promise<void> {
    const { author } = this.keyring;
    await this.keyring.refresh();
    if (this.keyring.author === author) return;
    this.#history = new UndoHistory(this.keyring.author);
    for (const recorded of this.#events) this.#history.take(recorded);
  }

  #blank(customerId: string): void {
    for (const [i, recorded] of this.#events.entries())
      this.#events[i] = withoutPerson(recorded, customerId);
  }

  /**
   * Records events by this author: resolves when they are safe. Those asked for meanwhile go together.
   * @throws StoreFailure; then none of these was recorded
   */
  record(asked: readonly NewEvent[]): Promise<readonly PlacedEvent[]> {
    return this.#ask([], asked);
  }

  /**
   * Records a colleague's events as that colleague recorded them, and events by this author after them: all or none.
   * @throws StoreFailure; then none of these was recorded
   */
  adopt(
    theirs: readonly WrittenEvent[],
    asked: readonly NewEvent[],
  ): Promise<readonly PlacedEvent[]> {
    return this.#ask(theirs, asked);
  }

  #ask(
    theirs: readonly WrittenEvent[],
    asked: readonly NewEvent[],
  ): Promise<readonly PlacedEvent[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ theirs, asked, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      try {
        await this.#write(batch);
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    // In the same turn as the last look: what is asked for after it must begin a writing of its own.
    this.#writing = undefined;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    await this.keyring.ensureWritten();
    const { author, person } = this.keyring;
    const at = this.#now();
    let { seq, hash } = this.endOf(author);
    const ready: WrittenEvent[] = [];
    for (const { theirs, asked } of batch) {
      for (const written of theirs) {
        ready.push(written);
        // This author's own events come back where a backup was opened on another machine.
        if (written.recorded.author !== author) continue;
        seq = written.recorded.authorSeq;
        hash = this.#hashOf(written.payload);
      }
      for (const { event, undoes, redoes } of asked) {
        seq += 1;
        const recorded: RecordedEvent = {
          author,
          authorSeq: seq,
          authorPrev: hash,
          person,
          at,
          ...(undoes === undefined ? {} : { undoes }),
          ...(redoes === undefined ? {} : { redoes }),
          event,
        };
        const written = Keyring.isPersonal(recorded) ? await this.keyring.seal(recorded) : recorded;
        const payload = encodeEvent(written);
        hash = this.#hashOf(payload);
        ready.push({ recorded, payload });
      }
    }
    const from = this.position;
    const head = await this.#store.append(ready.map(({ payload }) => payload));
    for (const { recorded, payload } of ready) this.#take(recorded, payload);
    assert(head.position === this.position, 'the journal and the log differ in length');
    let place = from;
    for (const one of batch) {
      const count = one.theirs.length + one.asked.length;
      const placed = this.placed(place).slice(0, count);
      place += count;
      one.resolve(placed);
    }
  }

  #take(recorded: RecordedEvent, payload: Uint8Array): void {
    const end = this.endOf(recorded.author);
    const own = this.#hashOf(payload);
    this.#hashes.push(this.#hashOf(new TextEncoder().encode(`${this.#hashes.at(-1) ?? ''}${own}`)));
    if (recorded.authorSeq !== end.seq + 1 || recorded.authorPrev !== end.hash)
      this.#chainBreaks += 1;
    this.#ends.set(recorded.author, { seq: recorded.authorSeq, hash: own });
    this.#events.push(recorded);
    this.#state.apply(recorded.event, this.position);
    this.#history.take(recorded);
  }

  #hashOf(payload: Uint8Array): string {
    return this.#hasher.init().update(payload).digest('hex');
  }
}
