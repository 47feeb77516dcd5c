import '../../../src/engine/duckdb-browser/duckdb.worker';

/** The engine's worker, made to hang: a statement with `spin_for_ever` in it is never answered. */
globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  while (JSON.stringify(data)?.includes('spin_for_ever')) {
    // for ever
  }
});
