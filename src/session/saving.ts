import type { SupervisedEngine } from '../engine/supervised';
import type { WorkspaceStore } from '../workspace/store';
import type { Keeper } from './keeper';

/** Saves the tables for the next opening, when nothing has happened for a while and this tab writes. */
export class TableSaver {
  readonly #engine: SupervisedEngine;
  readonly #store: WorkspaceStore;
  readonly #keeper: Keeper;
  readonly #after_ms: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: AbortController | undefined;
  #saved: Promise<void> = Promise.resolve();

  constructor(engine: SupervisedEngine, store: WorkspaceStore, keeper: Keeper, after_ms: number) {
    this.#engine = engine;
    this.#store = store;
    this.#keeper = keeper;
    this.#after_ms = after_ms;
  }

  /** Saves them after a rest; what was about to be saved is not. */
  soon(): void {
    this.cancel();
    if (!this.#store.isDurable || this.#store.getState().role !== 'writer') return;
    this.#timer = setTimeout(() => this.#saveRested(), this.#after_ms);
  }

  /** Somebody who asks for one thing after another would feel the moments in which nothing else can run. */
  #saveRested(): void {
    const missing_ms = this.#after_ms - this.#engine.restedFor();
    if (missing_ms > 0) {
      this.#timer = setTimeout(() => this.#saveRested(), missing_ms);
      return;
    }
    this.#stop = new AbortController();
    // A cache that could not be written is only missed: the next opening builds.
    this.#saved = this.#keeper.save(this.#engine, this.#stop.signal).catch(() => undefined);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#stop?.abort();
  }

  /** Throws the saved tables away. */
  async drop(): Promise<void> {
    await this.end();
    await this.#store.dropCache();
  }

  /** Resolves when nothing of it is under way. */
  async end(): Promise<void> {
    this.cancel();
    await this.#saved;
  }
}
