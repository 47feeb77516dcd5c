import { assertNever } from '../../lib/assert';
import { StoreFailure } from '../store';
import type { Notice, Question, StoreCalls, StoreNews, WorkspacesCalls } from './protocol';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** The page's end of the talk with the worker that holds its workspaces. */
export class Connection {
  /** Whether the worker has a private file system; `false` too where it could not start. */
  readonly isUsable: Promise<boolean>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #news = new Map<number, (news: StoreNews | undefined) => void>();
  #calls = 0;
  #death: StoreFailure | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.isUsable = new Promise((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Notice>) => {
        if (data.kind === 'ready') resolve(data.isUsable);
        else this.#hear(data);
      });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        this.#die(event.message ?? 'its script could not be loaded');
        resolve(false);
      });
      worker.addEventListener('messageerror', () => this.#die('a message was lost'));
    });
  }

  /** Asks for something of all workspaces. */
  ask<M extends keyof WorkspacesCalls>(
    method: M,
    ...args: Parameters<WorkspacesCalls[M]>
  ): ReturnType<WorkspacesCalls[M]> {
    return this.#ask(undefined, method, args) as ReturnType<WorkspacesCalls[M]>;
  }

  /** Asks for something of an open workspace. */
  askStore<M extends keyof StoreCalls>(
    store: number,
    method: M,
    ...args: Parameters<StoreCalls[M]>
  ): ReturnType<StoreCalls[M]> {
    return this.#ask(store, method, args) as ReturnType<StoreCalls[M]>;
  }

  /** Why the worker answers nothing any more. */
  get death(): StoreFailure | undefined {
    return this.#death;
  }

  /** @param listener gets nothing when the worker has died. @returns what ends it */
  onNews(store: number, listener: (news: StoreNews | undefined) => void): () => void {
    this.#news.set(store, listener);
    return () => void this.#news.delete(store);
  }

  close(): void {
    this.#die('it was closed');
    this.#worker.terminate();
  }

  #ask(store: number | undefined, method: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#death) return Promise.reject(this.#death);
    return new Promise((resolve, reject) => {
      const call = this.#calls++;
      this.#waiting.set(call, { resolve, reject });
      this.#worker.postMessage({ call, store, method, args } satisfies Question);
    });
  }

  #hear(notice: Exclude<Notice, { kind: 'ready' }>): void {
    switch (notice.kind) {
      case 'news':
        this.#news.get(notice.store)?.(notice.news);
        return;
      case 'answer':
        this.#settled(notice.call)?.resolve(notice.value);
        return;
      case 'failure':
        this.#settled(notice.call)?.reject(
          notice.reason
            ? new StoreFailure(notice.reason, notice.message)
            : new Error(notice.message),
        );
        return;
      default:
        assertNever(notice);
    }
  }

  #settled(call: number): Waiting | undefined {
    const waiting = this.#waiting.get(call);
    this.#waiting.delete(call);
    return waiting;
  }

  #die(why: string): void {
    this.#death ??= new StoreFailure('refused', `the worker that holds the files ended: ${why}`);
    for (const { reject } of this.#waiting.values()) reject(this.#death);
    this.#waiting.clear();
    for (const listener of this.#news.values()) listener(undefined);
  }
}
