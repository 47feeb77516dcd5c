import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';

/** The two files that the page loads to have an engine, both from its own origin. */
export interface BrowserAssets {
  startWorker(): Worker;
  /** The address of DuckDB's WebAssembly module. */
  readonly wasm: string;
}

/** The files as Vite emits them. */
export const builtAssets: BrowserAssets = {
  startWorker: () =>
    new Worker(new URL('./duckdb.worker.ts', import.meta.url), { type: 'module', name: 'duckdb' }),
  wasm: new URL(wasm, globalThis.location.href).href,
};
