import { assertNever } from '../../lib/assert';
import type { Hashing } from '../hashing';
import type { Append } from '../journal/journal';
import { Listeners } from '../listeners';
import { workspaceFiles } from '../local/files';
import { LocalStore } from '../local/localStore';
import type { StorageFolder } from '../storage';
import {
  type JournalHead,
  type JournalLoss,
  StoreFailure,
  type StoreState,
  type WorkspaceStore,
} from '../store';
import { FollowingStore } from './followingStore';
import { type Hold, stealHold, tryHold, waitForHold } from './lock';

/** What tabs with the same workspace tell each other. */
type Message =
  /** Is there a writer? */
  | { readonly kind: 'hello' }
  /** By the writer: how far it is. */
  | { readonly kind: 'appended'; readonly head: JournalHead }
  | { readonly kind: 'renamed'; readonly name: string }
  /** To the writer: let go. */
  | { readonly kind: 'takeOver' };

const answer_ms_max = 300;
const askAgain_ms = 250;
const letGo_ms_max = 3000;
const handle_ms_max = 5000;
const handleRetry_ms = 20;

export const lockName = (id: string): string => `saldo:${id}`;

type Role =
  | { readonly kind: 'writer'; readonly store: LocalStore; readonly hold: Hold }
  | { readonly kind: 'reader'; readonly store: FollowingStore };

/**
 * A workspace in one of several tabs. The Web Lock says who may write; the file's exclusive handle makes sure of it,
 * also while a lock is taken by force.
 */
export class TabStore implements WorkspaceStore {
  readonly id: string;
  readonly isDurable = true;
  readonly segment: WorkspaceStore['segment'];
  readonly readKeys: WorkspaceStore['readKeys'];
  readonly readCache: WorkspaceStore['readCache'];
  readonly #folder: StorageFolder;
  readonly #sums: Hashing;
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Listeners();
  #role: Role;
  #loss: JournalLoss | undefined;
  /** The last change of role, name or keys: they happen one after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  #isLettingGo = false;

  private constructor(parts: {
    id: string;
    folder: StorageFolder;
    sums: Hashing;
    channel: BroadcastChannel;
    role: Role;
  }) {
    this.id = parts.id;
    this.#folder = parts.folder;
    this.#sums = parts.sums;
    this.#channel = parts.channel;
    this.#role = parts.role;
    const files = workspaceFiles(parts.folder, parts.sums);
    this.segment = files.segment;
    this.readKeys = files.readKeys;
    this.readCache = files.readCache;
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    if (parts.role.kind === 'writer') this.#beginWriting(parts.role);
    // What was appended while this tab was reading for the first time.
    else this.#post({ kind: 'hello' });
  }

  /** Opens as the writer where there is none, and else as a reader. */
  static async open(id: string, folder: StorageFolder, sums: Hashing): Promise<TabStore> {
    const channel = new BroadcastChannel(lockName(id));
    try {
      const hold = await tryHold(lockName(id));
      const store = hold && (await holdJournal(folder, sums, hold));
      const role: Role =
        hold && store
          ? { kind: 'writer', store, hold }
          : {
              kind: 'reader',
              store: await FollowingStore.open(folder, sums, await askForHead(channel)),
            };
      return new TabStore({ id, folder, sums, channel, role });
    } catch (error) {
      channel.close();
      throw error;
    }
  }

  get loss(): JournalLoss | undefined {
    return this.#loss;
  }

  getState(): StoreState {
    const role = this.#role;
    if (role.kind === 'writer') return role.store.getState();
    const { failure, name, head } = role.store;
    return {
      role: 'reader',
      save: failure
        ? { kind: 'failed', reason: failure.reason, detail: failure.message }
        : { kind: 'saved' },
      name,
      head,
    };
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  readEvents(from: number): Promise<readonly Uint8Array[]> {
    return this.#role.store.readEvents(from);
  }

  async append(payloads: Append): Promise<JournalHead> {
    return this.#writer().append(payloads);
  }

  /** Several appends as one flush. @returns the head after each */
  async appendTogether(appends: readonly Append[]): Promise<readonly JournalHead[]> {
    return this.#writer().appendTogether(appends);
  }

  putSegment(sha256: string, blob: Blob): Promise<void> {
    return this.#write((store) => store.putSegment(sha256, blob));
  }

  removeSegment(sha256: string): Promise<void> {
    return this.#write((store) => store.removeSegment(sha256));
  }

  writeKeys(text: string): Promise<void> {
    return this.#write((store) => store.writeKeys(text));
  }

  writeCache(blob: Blob): Promise<void> {
    return this.#write((store) => store.writeCache(blob));
  }

  dropCache(): Promise<void> {
    return this.#write((store) => store.dropCache());
  }

  rename(name: string): Promise<void> {
    return this.#write((store) => store.rename(name));
  }

  takeOver(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#role.kind === 'writer') return;
      const name = lockName(this.id);
      const ask = (): void => this.#post({ kind: 'takeOver' });
      // Asked again and again: the writer that answers first may be one that has just taken over itself.
      const asking = setInterval(ask, askAgain_ms);
      ask();
      const given = await waitForHold(name, letGo_ms_max).finally(() => clearInterval(asking));
      const hold = given ?? (await stealHold(name));
      const store = hold && (await holdJournal(this.#folder, this.#sums, hold));
      if (!hold || !store) throw new StoreFailure('locked', 'another tab does not let go');
      const role = { kind: 'writer', store, hold } as const;
      this.#role = role;
      this.#beginWriting(role);
      this.#listeners.tell();
    });
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      this.#channel.close();
      if (this.#role.kind !== 'writer') return;
      const { store, hold } = this.#role;
      await store.close();
      hold.release();
    });
  }

  #beginWriting({ store, hold }: Role & { kind: 'writer' }): void {
    this.#isLettingGo = false;
    this.#loss = store.loss;
    let told = store.getState();
    store.subscribe(() => {
      const now = store.getState();
      if (now.head !== told.head) this.#post({ kind: 'appended', head: now.head });
      if (now.name !== told.name) this.#post({ kind: 'renamed', name: now.name });
      told = now;
      this.#listeners.tell();
    });
    hold.onLost(() => this.#letGo());
    if (hold.isLost()) this.#letGo();
    this.#tell(told);
  }

  /** Becomes a reader: what was begun is finished, nothing more is begun. */
  #letGo(): void {
    const role = this.#role;
    if (role.kind !== 'writer' || this.#isLettingGo) return;
    this.#isLettingGo = true;
    this.#inTurn(async () => {
      if (this.#role !== role) return;
      const { store, hold } = role;
      await store.close();
      const { name } = store.getState();
      this.#role = {
        kind: 'reader',
        store: FollowingStore.after(this.#folder, this.#sums, name, store.extent),
      };
      hold.release();
      this.#listeners.tell();
    }).catch(() => role.hold.release());
  }

  #hear(message: Message): void {
    const role = this.#role;
    switch (message.kind) {
      case 'hello':
        if (role.kind === 'writer') this.#tell(role.store.getState());
        return;
      case 'takeOver':
        this.#letGo();
        return;
      case 'appended':
        if (role.kind === 'reader')
          role.store.catchUp(message.head).then(() => this.#listeners.tell());
        return;
      case 'renamed':
        if (role.kind !== 'reader' || role.store.name === message.name) return;
        role.store.name = message.name;
        this.#listeners.tell();
        return;
      default:
        assertNever(message);
    }
  }

  #writer(): LocalStore {
    if (this.#role.kind !== 'writer' || this.#isLettingGo)
      throw new StoreFailure('reader', 'another tab writes this workspace');
    return this.#role.store;
  }

  #write(work: (store: LocalStore) => Promise<void>): Promise<void> {
    return this.#inTurn(() => work(this.#writer()));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #tell({ head, name }: StoreState): void {
    this.#post({ kind: 'appended', head });
    this.#post({ kind: 'renamed', name });
  }

  #post(message: Message): void {
    try {
      this.#channel.postMessage(message);
    } catch {
      // A closed channel has nobody to tell.
    }
  }
}

/**
 * Opens the journal under a lock. The tab that had it may be a moment from letting go of the file.
 * @returns `undefined`, and the lock is released, where it does not let go or the lock is taken meanwhile
 */
async function holdJournal(
  folder: StorageFolder,
  sums: Hashing,
  hold: Hold,
): Promise<LocalStore | undefined> {
  const tries = Math.ceil(handle_ms_max / handleRetry_ms);
  for (let tried = 0; tried < tries && !hold.isLost(); tried += 1) {
    try {
      const store = await LocalStore.open(folder, sums, { isDurable: true });
      if (!hold.isLost()) return store;
      await store.close();
    } catch (error) {
      if (!(error instanceof StoreFailure && error.reason === 'locked')) {
        hold.release();
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, handleRetry_ms));
    }
  }
  hold.release();
  return undefined;
}

/** How far the writer is, where one answers. */
function askForHead(channel: BroadcastChannel): Promise<JournalHead | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), answer_ms_max);
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind !== 'appended') return;
      clearTimeout(timer);
      resolve(data.head);
    };
    channel.postMessage({ kind: 'hello' } satisfies Message);
  });
}
