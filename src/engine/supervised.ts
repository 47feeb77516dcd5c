import { Cancelled, EngineError, EngineLost } from './errors';
import type { Engine, EngineFile, FileSource, Row, RowWindow, RunOptions, SortKey } from './port';
import type { Sql } from './sql';

/** `lost`: the last attempt to rebuild failed; the next call tries again. */
export type EngineState = 'ready' | 'rebuilding' | 'lost';

export interface SupervisedEngine extends Engine {
  /** Calls the listener at each change of state; returns the way to stop that. */
  onState(listener: (state: EngineState) => void): () => void;
  /** Milliseconds since the screen asked for something last; 0 while it is asking. */
  restedFor(): number;
  /**
   * Work that must not be redone piece by piece, such as a transaction: it is done on the present engine, and
   * where that one is lost it fails with `EngineLost`.
   */
  once<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
}

export interface Supervision {
  readonly open: () => Promise<Engine>;
  /** Makes the tables of a new engine as those of the lost one were. Not called for the first engine. */
  readonly rebuild: (engine: Engine) => Promise<void>;
}

/**
 * An engine that outlives its own loss: a new one is opened and rebuilt at once, and each call that the
 * old one took down is redone, once; a call that loses the engine a second time fails with `EngineLost`.
 * Open files keep their names. A window belongs to the engine that made it and answers `EngineLost`
 * when that one is gone: ask for it again. A statement that was lost on its way may be half done in the
 * old engine, which is gone, and is done in full on the rebuilt one.
 * @example const engine = await supervise({ open: () => openNodeEngine(), rebuild: loadWorkspace })
 */
export async function supervise(supervision: Supervision): Promise<SupervisedEngine> {
  return new Supervisor(supervision, await supervision.open());
}

class SupervisedFile implements EngineFile {
  readonly name: string;
  readonly source: FileSource;
  readonly #onClose: () => void;
  #file: EngineFile;

  constructor(file: EngineFile, source: FileSource, onClose: () => void) {
    this.name = file.name;
    this.source = source;
    this.#file = file;
    this.#onClose = onClose;
  }

  /** Gives the file to a new engine, under the name that statements know. */
  async reopen(engine: Engine): Promise<void> {
    this.#file = await engine.openFile(this.name, this.source);
  }

  bytesRead(): Promise<number> {
    return this.#file.bytesRead();
  }

  async close(): Promise<void> {
    this.#onClose();
    await this.#file.close().catch((thrown: unknown) => {
      if (!(thrown instanceof EngineLost)) throw thrown;
    });
  }
}

class Supervisor implements SupervisedEngine {
  readonly dialect: Engine['dialect'];
  readonly #supervision: Supervision;
  readonly #files = new Set<SupervisedFile>();
  readonly #lostListeners: ((reason: string) => void)[] = [];
  readonly #stateListeners = new Set<(state: EngineState) => void>();
  #engine: Engine;
  /** The engine that calls get: the one above, or the one that is being rebuilt. */
  #ready: Promise<Engine>;
  #state: EngineState = 'ready';
  #closed = false;
  #asking = 0;
  #askedAt = 0;

  constructor(supervision: Supervision, engine: Engine) {
    this.dialect = engine.dialect;
    this.#supervision = supervision;
    this.#engine = engine;
    this.#ready = Promise.resolve(engine);
    this.#watch(engine);
  }

  restedFor(): number {
    return this.#asking > 0 ? 0 : performance.now() - this.#askedAt;
  }

  rows(query: Sql, options?: RunOptions): Promise<readonly Row[]> {
    return this.#call((engine) => engine.rows(query, options), options);
  }

  exec(statement: Sql, options?: RunOptions): Promise<void> {
    return this.#call((engine) => engine.exec(statement, options), options);
  }

  window(query: Sql, order: readonly SortKey[], options?: RunOptions): Promise<RowWindow> {
    return this.#call((engine) => engine.window(query, order, options), options);
  }

  toCsv(query: Sql, options?: RunOptions): Promise<Uint8Array> {
    return this.#call((engine) => engine.toCsv(query, options), options);
  }

  /** Belongs to one state of one engine: where that one is lost it fails. */
  saveTables(
    tables: readonly string[],
    onState: () => void,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    return this.once((engine) => engine.saveTables(tables, onState, signal));
  }

  loadTables(source: FileSource, signal?: AbortSignal): Promise<void> {
    return this.once((engine) => engine.loadTables(source, signal));
  }

  async openFile(name: string, source: FileSource): Promise<EngineFile> {
    const opened = await this.#call((engine) => engine.openFile(name, source));
    const file = new SupervisedFile(opened, source, () => this.#files.delete(file));
    this.#files.add(file);
    return file;
  }

  /** Called each time that an engine is lost, and not only once. */
  onLost(listener: (reason: string) => void): void {
    this.#lostListeners.push(listener);
  }

  onState(listener: (state: EngineState) => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  async once<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    if (this.#state === 'lost') this.#replace();
    return work(await this.#ready);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#engine.close();
  }

  async #call<T>(work: (engine: Engine) => Promise<T>, options: RunOptions = {}): Promise<T> {
    const { lane = 'screen', signal } = options;
    if (lane !== 'screen') return this.#redone(work, signal);
    this.#asking += 1;
    try {
      return await this.#redone(work, signal);
    } finally {
      this.#asking -= 1;
      this.#askedAt = performance.now();
    }
  }

  async #redone<T>(
    work: (engine: Engine) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    if (this.#state === 'lost') this.#replace();
    const engine = await unlessAborted(this.#ready, signal);
    try {
      return await work(engine);
    } catch (thrown) {
      if (!(thrown instanceof EngineLost) || this.#closed) throw thrown;
      if (this.#engine === engine && this.#state === 'ready') this.#replace();
      return work(await unlessAborted(this.#ready, signal));
    }
  }

  #watch(engine: Engine): void {
    engine.onLost((reason) => {
      for (const listener of this.#lostListeners) listener(reason);
      if (this.#engine === engine && this.#state === 'ready') this.#replace();
    });
  }

  #replace(): void {
    if (this.#closed) return;
    this.#enter('rebuilding');
    this.#ready = this.#rebuilt();
    this.#ready.then(
      () => this.#enter('ready'),
      () => this.#enter('lost'),
    );
  }

  async #rebuilt(): Promise<Engine> {
    try {
      const engine = await this.#supervision.open();
      this.#engine = engine;
      if (this.#closed) throw new EngineLost('the engine was closed');
      for (const file of this.#files) await file.reopen(engine);
      await this.#supervision.rebuild(engine);
      this.#watch(engine);
      return engine;
    } catch (thrown) {
      await this.#engine.close();
      if (thrown instanceof EngineLost) throw thrown;
      const detail = thrown instanceof EngineError ? `${thrown.kind}: ${thrown.message}` : thrown;
      throw new EngineLost(`the engine could not be rebuilt: ${String(detail)}`);
    }
  }

  #enter(state: EngineState): void {
    this.#state = state;
    for (const listener of this.#stateListeners) listener(state);
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new Cancelled());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
