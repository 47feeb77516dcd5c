import { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { AssertionFailure } from '../../lib/assert';
import { EngineLost } from '../errors';
import { typedFailure } from './failure';
import { Watchdog } from './watchdog';
import { LinkedWorker, type WorkerPort } from './worker-link';

/** How much of the WebAssembly module has arrived; the total is 0 where the server does not say. */
export interface BootProgress {
  readonly bytesLoaded: number;
  readonly bytesTotal: number;
}

/** A worker says nothing while its script is on the way, and a slow network is not a hang. */
export const bootSilenceMsMax = 120_000;

/** DuckDB's log entries would put statements, and so the user's data, on the console. */
const silent = { log: () => undefined };

/**
 * The worker and everything that waits for it.
 * A worker that fails, traps or falls silent settles no promise of its own, so every call is registered
 * here and rejected here.
 */
export class Host {
  readonly db: AsyncDuckDB;
  readonly #port: WorkerPort;
  readonly #watchdog: Watchdog;
  readonly #waiting = new Set<(reason: EngineLost) => void>();
  readonly #listeners: ((reason: string) => void)[] = [];
  #lost: EngineLost | undefined;

  constructor(port: WorkerPort) {
    this.#port = port;
    this.db = new AsyncDuckDB(silent, new LinkedWorker(port));
    this.#watchdog = new Watchdog({
      ping: () => void this.db.ping(),
      onHang: (silentMs) => this.#lose(`the engine has not answered for ${silentMs} ms`),
    });
    port.onMessage(() => this.#watchdog.heard());
    port.onFailure((reason) => this.#lose(reason));
  }

  /** Loads DuckDB into the worker. */
  boot(wasm: string, onProgress: (progress: BootProgress) => void): Promise<void> {
    return this.call(bootSilenceMsMax, async () => {
      await this.db.instantiate(wasm, null, ({ bytesLoaded, bytesTotal }) =>
        onProgress({ bytesLoaded, bytesTotal }),
      );
      await this.db.open({
        path: ':memory:',
        // Short steps, so that a small query slips in between the steps of a long one.
        query: { queryPollingInterval: 20 },
      });
    });
  }

  /**
   * Runs `work` until it settles or the engine is lost, whichever comes first.
   * `silenceMsMax` is how long the worker may stay silent meanwhile.
   */
  call<T>(silenceMsMax: number, work: () => Promise<T>): Promise<T> {
    if (this.#lost !== undefined) return Promise.reject(this.#lost);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.add(reject);
      const answered = this.#watchdog.wait(silenceMsMax);
      const settle = (): void => {
        answered();
        this.#waiting.delete(reject);
      };
      work().then(
        (value) => {
          settle();
          resolve(value);
        },
        (thrown: unknown) => {
          settle();
          // A defect of ours says nothing about the worker.
          const failure = thrown instanceof AssertionFailure ? thrown : typedFailure(thrown);
          reject(failure);
          if (failure instanceof EngineLost) this.#lose(failure.message);
        },
      );
    });
  }

  onLost(listener: (reason: string) => void): void {
    if (this.#lost === undefined) this.#listeners.push(listener);
    else listener(this.#lost.message);
  }

  async close(): Promise<void> {
    this.#listeners.length = 0;
    this.#lose('the engine was closed');
    await this.#port.terminate();
  }

  #lose(reason: string): void {
    if (this.#lost !== undefined) return;
    this.#lost = new EngineLost(reason);
    this.#watchdog.stop();
    void this.#port.terminate();
    for (const reject of this.#waiting) reject(this.#lost);
    this.#waiting.clear();
    for (const listener of this.#listeners) listener(reason);
  }
}
