import type { Dialect } from './dialect';
import type { Sql } from './sql';

/**
 * One value of a result. DECIMAL, DATE, TIMESTAMP and VARCHAR come as text (a decimal with all digits of
 * its scale, a date as `YYYY-MM-DD`), integers as numbers (one beyond 2^53 is an error), BOOLEAN as itself.
 */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/**
 * `screen` answers people and stays short; `work` builds and loads; `edit` applies what a person just changed, beside
 * a file that is being read; `copy` saves tables beside both. Each has its own queue and its own transactions.
 */
export type Lane = 'screen' | 'work' | 'edit' | 'copy';

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly lane?: Lane | undefined;
}

export interface SortKey {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

/** Rows sorted once and kept by the engine, read page by page at the same price at any depth. */
export interface RowWindow {
  readonly rowCount: number;
  /** Rows `offset` (from 0) to `offset + limit − 1`, in the window's order. */
  page(offset: number, limit: number, options?: RunOptions): Promise<readonly Row[]>;
  /** Another question to the same rows: totals, a search, another order. */
  rows(build: (source: Sql) => Sql, options?: RunOptions): Promise<readonly Row[]>;
  /** The rows (all, or those that `where` keeps) in another order. NULLs come last. */
  sorted(order: readonly SortKey[], where?: Sql, options?: RunOptions): Promise<RowWindow>;
  /** Drops the rows; safe to call twice. */
  close(): Promise<void>;
}

/** Bytes that the engine can read as a file: a browser's `File`/`Blob`, a path of this machine, or memory. */
export type FileSource =
  | { readonly kind: 'blob'; readonly blob: Blob }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

export interface EngineFile {
  /** The name to give to `read_csv`. */
  readonly name: string;
  /** Bytes read so far, for a progress bar; 0 where the adapter cannot tell. */
  bytesRead(): Promise<number>;
  close(): Promise<void>;
}

/** A database beside the page: every report's way to its rows. All failures are `EngineError`s. */
export interface Engine {
  readonly dialect: Dialect;
  /** All rows of a query that is known to be short. */
  rows(query: Sql, options?: RunOptions): Promise<readonly Row[]>;
  /** A statement without rows: DDL, INSERT, CREATE TABLE AS. */
  exec(statement: Sql, options?: RunOptions): Promise<void>;
  /** Runs a query once and keeps its rows, in the given order or in the query's own. */
  window(query: Sql, order: readonly SortKey[], options?: RunOptions): Promise<RowWindow>;
  openFile(name: string, source: FileSource): Promise<EngineFile>;
  /** The rows of a query as UTF-8 CSV with a header line, in the query's order. */
  toCsv(query: Sql, options?: RunOptions): Promise<Uint8Array>;
  /**
   * Copies tables, all at one state, and every view into one file, from which another engine of this kind can be
   * filled. Others may change them meanwhile.
   * @param onState called when the state is fixed and the copying begins
   */
  saveTables(
    tables: readonly string[],
    onState: () => void,
    signal?: AbortSignal,
  ): Promise<Uint8Array>;
  /** Fills an empty engine with the tables and views of such a file. */
  loadTables(source: FileSource, signal?: AbortSignal): Promise<void>;
  /** Called once when the engine is lost; every pending call has been rejected with `EngineLost` by then. */
  onLost(listener: (reason: string) => void): void;
  close(): Promise<void>;
}
