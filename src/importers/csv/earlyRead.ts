/** A read that was begun before it was known to be wanted. */
export class EarlyRead {
  readonly #abort = new AbortController();
  readonly #reading: Promise<void>;
  #isGoing = true;

  /** @param signal the caller's: it ends this read as well */
  constructor(read: (signal: AbortSignal) => Promise<void>, signal: AbortSignal | undefined) {
    if (signal?.aborted) this.#abort.abort();
    signal?.addEventListener('abort', () => this.#abort.abort(), { once: true });
    this.#reading = read(this.#abort.signal);
    // Whether it failed is looked at in `done`, or does not matter any more.
    this.#reading.catch(() => undefined);
  }

  get isGoing(): boolean {
    return this.#isGoing;
  }

  /** Waits for the end. @throws what the read threw */
  done(): Promise<void> {
    return this.#reading;
  }

  /** Ends the read and waits until nothing of it goes on; whatever it threw is of no interest. */
  async giveUp(): Promise<void> {
    this.#isGoing = false;
    this.#abort.abort();
    await this.#reading.catch(() => undefined);
  }
}
