import duckdb from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import './offline';

/** What arrives before DuckDB listens; its script replaces this listener by its own. */
const early: MessageEvent[] = [];
globalThis.onmessage = (event: MessageEvent) => void early.push(event);

// A file of its own, as published: DuckDB's package tells bundlers that it has no side effects, so that
// one would leave the import out, and its glue holds `eval`s that the page's policy never lets run.
await import(/* @vite-ignore */ duckdb);

for (const { data } of early) globalThis.dispatchEvent(new MessageEvent('message', { data }));
