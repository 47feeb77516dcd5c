import { GroupCommit } from './groupCommit';
import { Listeners } from './listeners';
import {
  type JournalHead,
  type JournalLoss,
  StoreFailure,
  type StoreState,
  type WorkspaceStore,
  type Workspaces,
} from './store';
import { Connection } from './tabs/connection';
import type { OpenedStore, StoreCalls, StoreNews } from './tabs/protocol';

const slow_ms = 50;

/** An open workspace as the page sees it; its files are held by the worker. */
class WorkerStore implements WorkspaceStore {
  readonly id: string;
  readonly isDurable = true;
  readonly #connection: Connection;
  readonly #store: number;
  readonly #listeners = new Listeners();
  readonly #commits: GroupCommit;
  readonly #endNews: () => void;
  #news: StoreNews;

  constructor(id: string, connection: Connection, { store, news }: OpenedStore) {
    this.id = id;
    this.#connection = connection;
    this.#store = store;
    this.#news = news;
    this.#commits = new GroupCommit((appends) => this.#ask('appendTogether', appends));
    this.#endNews = connection.onNews(store, (next) => {
      if (next) this.#news = next;
      this.#listeners.tell();
    });
  }

  get loss(): JournalLoss | undefined {
    return this.#news.loss;
  }

  getState(): StoreState {
    const { state } = this.#news;
    const { death } = this.#connection;
    if (death)
      return { ...state, save: { kind: 'failed', reason: death.reason, detail: death.message } };
    return this.#commits.isIdle ? state : { ...state, save: { kind: 'saving' } };
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  readEvents(from: number): Promise<readonly Uint8Array[]> {
    return this.#ask('readEvents', from);
  }

  async append(payloads: readonly Uint8Array[]): Promise<JournalHead> {
    if (this.#news.state.role === 'reader')
      throw new StoreFailure('reader', 'another tab writes this workspace');
    const wasIdle = this.#commits.isIdle;
    const appended = this.#commits.append(payloads);
    if (wasIdle) this.#tellWhereSlow();
    return appended;
  }

  putSegment(sha256: string, blob: Blob): Promise<void> {
    return this.#ask('putSegment', sha256, blob);
  }

  segment(sha256: string): Promise<Blob> {
    return this.#ask('segment', sha256);
  }

  removeSegment(sha256: string): Promise<void> {
    return this.#ask('removeSegment', sha256);
  }

  readKeys(): Promise<string | undefined> {
    return this.#ask('readKeys');
  }

  writeKeys(text: string): Promise<void> {
    return this.#ask('writeKeys', text);
  }

  readCache(): Promise<Blob | undefined> {
    return this.#ask('readCache');
  }

  writeCache(blob: Blob): Promise<void> {
    return this.#ask('writeCache', blob);
  }

  dropCache(): Promise<void> {
    return this.#ask('dropCache');
  }

  rename(name: string): Promise<void> {
    return this.#ask('rename', name);
  }

  takeOver(): Promise<void> {
    return this.#ask('takeOver');
  }

  async close(): Promise<void> {
    await this.#commits.idle();
    await this.#ask('close');
    this.#endNews();
  }

  /** Says that it is saving where that takes so long that somebody may wonder; to draw it takes longer than to save. */
  #tellWhereSlow(): void {
    const timer = setTimeout(() => this.#listeners.tell(), slow_ms);
    this.#commits.idle().then(() => {
      clearTimeout(timer);
      this.#listeners.tell();
    });
  }

  #ask<M extends keyof StoreCalls>(
    method: M,
    ...args: Parameters<StoreCalls[M]>
  ): ReturnType<StoreCalls[M]> {
    return this.#connection.askStore(this.#store, method, ...args);
  }
}

/** Workspaces in the browser's private file system, or `undefined` where it has none or forbids it. */
export async function workerWorkspaces(): Promise<Workspaces | undefined> {
  const connection = new Connection(
    new Worker(new URL('./store.worker.ts', import.meta.url), { type: 'module', name: 'store' }),
  );
  if (!(await connection.isUsable)) {
    connection.close();
    return undefined;
  }
  return {
    isDurable: true,
    list: () => connection.ask('list'),
    create: (name, createdAt) => connection.ask('create', name, createdAt),
    duplicate: (id, name, createdAt) => connection.ask('duplicate', id, name, createdAt),
    remove: (id) => connection.ask('remove', id),
    open: async (id) => new WorkerStore(id, connection, await connection.ask('open', id)),
  };
}
