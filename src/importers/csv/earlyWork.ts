/** Work that was begun before it was known to be wanted. */
export class EarlyWork<T> {
  readonly #abort = new AbortController();
  readonly #going: Promise<T>;

  /** @param signal the caller's: it ends this work as well */
  constructor(begin: (signal: AbortSignal) => Promise<T>, signal: AbortSignal | undefined) {
    if (signal?.aborted) this.#abort.abort();
    signal?.addEventListener('abort', () => this.#abort.abort(), { once: true });
    this.#going = begin(this.#abort.signal);
    // Whether it failed is looked at in `done`, or does not matter any more.
    this.#going.catch(() => undefined);
  }

  /** Waits for the end. @throws what the work threw */
  done(): Promise<T> {
    return this.#going;
  }

  /** Ends the work and waits until nothing of it goes on; whatever it threw is of no interest. */
  async giveUp(): Promise<void> {
    this.#abort.abort();
    await this.#going.catch(() => undefined);
  }
}
