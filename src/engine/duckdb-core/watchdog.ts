/** How often the watchdog looks. */
const tickMs = 250;

interface Watched {
  /** Asks the worker for a sign of life. */
  ping(): void;
  onHang(silentMs: number): void;
}

/**
 * Notices a worker that answers nothing while somebody waits for it.
 * Silence is counted in ticks, not read from a clock: a laptop that slept, a throttled tab or a page busy
 * for seconds also misses the ticks, and the answers that arrived meanwhile are heard before the next one.
 */
export class Watchdog {
  readonly #watched: Watched;
  /** The silence that each waiting call allows; the most patient one counts. */
  readonly #limitsMs = new Map<symbol, number>();
  #silentMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  /** A call waits from now until the returned function is called. */
  wait(limitMs: number): () => void {
    const key = Symbol('call');
    this.#limitsMs.set(key, limitMs);
    if (this.#timer === undefined) {
      this.#silentMs = 0;
      this.#schedule();
    }
    return () => {
      this.#limitsMs.delete(key);
      if (this.#limitsMs.size === 0) this.stop();
    };
  }

  /** The worker said something. */
  heard(): void {
    this.#silentMs = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(): void {
    this.#timer = setTimeout(() => this.#tick(), tickMs);
  }

  #tick(): void {
    if (this.#silentMs === 0) this.#watched.ping();
    this.#silentMs += tickMs;
    if (this.#silentMs > Math.max(...this.#limitsMs.values())) {
      this.stop();
      this.#watched.onHang(this.#silentMs);
      return;
    }
    this.#schedule();
  }
}
