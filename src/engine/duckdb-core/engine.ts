import { duckdbDialect } from '../dialect';
import { BadQuery } from '../errors';
import type {
  Engine,
  EngineFile,
  FileSource,
  Lane as LaneName,
  Row,
  RowWindow,
  RunOptions,
  SortKey,
} from '../port';
import { type Sql, sql } from '../sql';
import { type DatabaseFiles, loadTables, saveTables } from './databaseFile';
import { columnNames, decodeRows } from './decode';
import { openFile, type RegisterFile, registerBytes, VirtualNames } from './files';
import { type BootProgress, bootSilenceMsMax, Host } from './host';
import { Lane } from './lane';
import { createWindowSchema, openWindow, type WindowStore } from './window';
import type { WorkerPort } from './worker-link';

/** How long the worker may be silent before it counts as hung. */
export interface HangLimits {
  /** While short questions are answered. */
  readonly hangLimitMs?: number | undefined;
  /** While something is built or sorted, whose single steps can take seconds. */
  readonly buildHangLimitMs?: number | undefined;
}

export interface CoreOptions extends HangLimits {
  /** Where the worker finds DuckDB's WebAssembly module. */
  readonly wasm: string;
  readonly register: RegisterFile;
  readonly onProgress?: ((progress: BootProgress) => void) | undefined;
}

/** The first statements of a connection: nothing may be loaded from anywhere, and order is kept. */
const firstStatements = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  'SET preserve_insertion_order = true',
];

class DuckdbEngine implements Engine, WindowStore {
  readonly dialect = duckdbDialect;
  readonly #host: Host;
  readonly #lanes: Readonly<Record<LaneName, Lane>>;
  readonly #options: CoreOptions;
  readonly #names = new VirtualNames();
  #windows = 0;

  constructor(host: Host, lanes: Readonly<Record<LaneName, Lane>>, options: CoreOptions) {
    this.#host = host;
    this.#lanes = lanes;
    this.#options = options;
  }

  async rows(query: Sql, options?: RunOptions): Promise<readonly Row[]> {
    const building = options?.lane !== undefined && options.lane !== 'screen';
    return this.#call(building, async () => this.#read(query, options));
  }

  async exec(statement: Sql, options?: RunOptions): Promise<void> {
    await this.#call(true, () => this.#run(statement, options));
  }

  async fill(statement: Sql, options: RunOptions | undefined): Promise<number> {
    const [answer] = await this.#call(true, () => this.#read(statement, options));
    return Number(Object.values(answer ?? {})[0]);
  }

  columns(query: Sql): Promise<readonly string[]> {
    return this.#call(false, async () => columnNames(await this.#run(query, undefined)));
  }

  window(query: Sql, order: readonly SortKey[], options?: RunOptions): Promise<RowWindow> {
    return openWindow(this, query, order, options);
  }

  openFile(name: string, source: FileSource): Promise<EngineFile> {
    return openFile(
      this.#host.db,
      (work) => this.#call(true, work),
      this.#options.register,
      this.#names.make(name),
      source,
    );
  }

  toCsv(query: Sql, options?: RunOptions): Promise<Uint8Array> {
    const { db } = this.#host;
    const name = this.#names.make('export.csv');
    return this.#call(true, async () => {
      // Without a registered buffer, Node's runtime would write a file of that name to the disk.
      await registerBytes(db, name, new Uint8Array());
      try {
        await this.#run(
          sql`COPY (${query}) TO ${name} (FORMAT csv, HEADER true, USE_TMP_FILE false)`,
          options,
        );
        return await db.copyFileToBuffer(name);
      } finally {
        await db.dropFile(name);
      }
    });
  }

  saveTables(
    tables: readonly string[],
    onState: () => void,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    return saveTables(this, this.#files(), tables, onState, signal);
  }

  loadTables(source: FileSource, signal?: AbortSignal): Promise<void> {
    return loadTables(this, this.#files(), source, signal);
  }

  /** The database files of this engine's runtime. */
  #files(): DatabaseFiles {
    const { db } = this.#host;
    return {
      name: () => this.#names.make('tables.db'),
      put: (name, source) => this.#call(true, () => this.#options.register(db, name, source)),
      take: (name) => this.#call(true, () => db.copyFileToBuffer(name)),
      drop: (names) => this.#call(true, async () => void (await db.dropFiles([...names]))),
    };
  }

  onLost(listener: (reason: string) => void): void {
    this.#host.onLost(listener);
  }

  close(): Promise<void> {
    return this.#host.close();
  }

  nextNumber(): number {
    this.#windows += 1;
    return this.#windows;
  }

  #call<T>(building: boolean, work: () => Promise<T>): Promise<T> {
    const { hangLimitMs = 5_000, buildHangLimitMs = 30_000 } = this.#options;
    return this.#host.call(building ? buildHangLimitMs : hangLimitMs, work);
  }

  #run(statement: Sql, options: RunOptions | undefined): Promise<Uint8Array[]> {
    return this.#lanes[options?.lane ?? 'screen'].run(statement.text, options?.signal);
  }

  async #read(query: Sql, options: RunOptions | undefined): Promise<Row[]> {
    const parts = await this.#run(query, options);
    try {
      return decodeRows(parts);
    } catch (thrown) {
      throw thrown instanceof BadQuery ? new BadQuery(thrown.message, query.text) : thrown;
    }
  }
}

async function connect(host: Host, prior?: Lane): Promise<Lane> {
  const lane = new Lane(host.db, await host.db.connectInternal(), prior);
  for (const statement of firstStatements) await lane.run(statement);
  return lane;
}

/** Boots DuckDB in the worker behind `port`. Rejects with `EngineLost` when that fails. */
export async function openEngine(port: WorkerPort, options: CoreOptions): Promise<Engine> {
  const host = new Host(port);
  try {
    await host.boot(options.wasm, options.onProgress ?? (() => undefined));
    const lanes = await host.call(bootSilenceMsMax, async () => {
      const screen = await connect(host);
      await screen.run(createWindowSchema.text);
      return {
        screen,
        work: await connect(host, screen),
        edit: await connect(host),
        copy: await connect(host, screen),
      };
    });
    return new DuckdbEngine(host, lanes, options);
  } catch (thrown) {
    await host.close();
    throw thrown;
  }
}
