/**
 * Starts DuckDB's worker inside a thread of Node: gives it a browser worker's globals, and an
 * `XMLHttpRequest` that answers 404 to everything, so that no statement can reach for the network.
 */
const fs = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');

globalThis.XMLHttpRequest = class {
  status = 404;
  response = new ArrayBuffer(0);
  open() {}
  setRequestHeader() {}
  getResponseHeader() {
    return null;
  }
  send() {}
};

// DuckDB opens every file for writing and makes the missing ones; here the disk is only read.
const { openSync } = fs;
fs.openSync = (path) => openSync(path, 'r');
for (const name of ['mkdirSync', 'rmdirSync', 'rmSync', 'truncateSync', 'writeSync']) {
  fs[name] = () => {
    throw new Error('the engine does not write to the disk');
  };
}

// It also prints each failed statement; standard output belongs to the caller.
for (const level of ['log', 'warn', 'error']) console[level] = () => {};

globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
parentPort.on('message', (data) => globalThis.onmessage({ data }));

require(workerData.duckdb);
