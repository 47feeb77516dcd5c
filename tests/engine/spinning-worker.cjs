const { parentPort } = require('node:worker_threads');

/** The engine's thread, made to hang: a statement with `spin_for_ever` in it is never answered. */
parentPort.on('message', (data) => {
  while (JSON.stringify(data)?.includes('spin_for_ever')) {
    // for ever
  }
});

require('../../src/engine/duckdb-node/worker.cjs');
