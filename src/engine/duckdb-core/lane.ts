import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { Cancelled } from '../errors';
import { typedFailure } from './failure';
import { assertSingleStatement } from './single-statement';

/**
 * One connection and its queue. A second statement sent while one is in flight would mix the rows of both,
 * silently, so the next one starts when the one before has been read to its end.
 *
 * A statement runs through the messages that `AsyncDuckDBConnection.send` consists of: start, poll until
 * done, fetch. All rows exist in the engine before the first is fetched, so an error in the last row
 * is raised too; and between two polls the statement can be cancelled.
 */
export class Lane {
  readonly #db: AsyncDuckDB;
  readonly #connection: number;
  readonly #prior: Lane | undefined;
  readonly #queue: (() => Promise<void>)[] = [];
  #current: Promise<void> | undefined;

  /** `prior` is the lane that goes first: this one starts no step while that one is at work. */
  constructor(db: AsyncDuckDB, connection: number, prior?: Lane) {
    this.#db = db;
    this.#connection = connection;
    this.#prior = prior;
  }

  /**
   * Runs one statement and answers with its result, an Arrow IPC stream.
   * Rejects with `Cancelled`, `OutOfMemory`, `BadQuery` or `EngineLost`. A statement that was done when
   * the signal fired was not cancelled.
   */
  run(statement: string, signal?: AbortSignal): Promise<Uint8Array[]> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(new Cancelled());
        return;
      }
      assertSingleStatement(statement);
      const start = (): Promise<void> => {
        signal?.removeEventListener('abort', leave);
        return this.#send(statement, signal).then(resolve, (thrown: unknown) => {
          reject(typedFailure(thrown, statement));
        });
      };
      const leave = (): void => {
        this.#queue.splice(this.#queue.indexOf(start), 1);
        reject(new Cancelled());
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#queue.push(start);
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== undefined) return;
    this.#current = this.#queue
      .shift()?.()
      .then(() => {
        this.#current = undefined;
        this.#next();
      });
  }

  async #send(statement: string, signal: AbortSignal | undefined): Promise<Uint8Array[]> {
    let header = await this.#db.startPendingQuery(this.#connection, statement);
    while (header === null) {
      if (signal?.aborted === true) return this.#cancel();
      if (this.#prior !== undefined) await this.#prior.#current;
      header = await this.#db.pollPendingQuery(this.#connection);
    }
    const parts = [header];
    for (;;) {
      if (signal?.aborted === true) return this.#cancel();
      const part = await this.#db.fetchQueryResults(this.#connection);
      if (part === null) continue;
      if (part.length === 0) return parts;
      parts.push(part);
    }
  }

  async #cancel(): Promise<never> {
    await this.#db.cancelPendingQuery(this.#connection);
    // Until the next statement begins, the cancelled one keeps its memory, its files and its transaction.
    let header = await this.#db.startPendingQuery(this.#connection, 'SELECT NULL');
    while (header === null) header = await this.#db.pollPendingQuery(this.#connection);
    throw new Cancelled();
  }
}
