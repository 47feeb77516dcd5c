import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import { assertNever } from '../../lib/assert';
import { type HangLimits, openEngine } from '../duckdb-core/engine';
import { type RegisterFile, registerBytes } from '../duckdb-core/files';
import type { WorkerPort } from '../duckdb-core/worker-link';
import { BadQuery } from '../errors';
import type { Engine } from '../port';

const require = createRequire(import.meta.url);
const duckdbWorker = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs');
const wasm = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');

export interface NodeEngineOptions extends HangLimits {
  /** The script that starts DuckDB's worker, whose path it finds in `workerData.duckdb`. */
  readonly worker?: URL | undefined;
}

function threadPort(script: URL): WorkerPort {
  const thread = new Worker(script, { workerData: { duckdb: duckdbWorker }, execArgv: [] });
  return {
    post: (message, transfer) => thread.postMessage(message, transfer as never[]),
    onMessage: (listener) => void thread.on('message', listener),
    onFailure: (listener) => {
      thread.on('error', (error: Error) =>
        listener(`the engine's thread failed: ${error.message}`),
      );
      thread.on('exit', (code) => listener(`the engine's thread ended with code ${code}`));
    },
    terminate: async () => void (await thread.terminate()),
  };
}

const register: RegisterFile = async (db, name, source) => {
  switch (source.kind) {
    case 'path': {
      const found = await stat(source.path).catch(() => undefined);
      if (found?.isFile() !== true) throw new BadQuery(`there is no file ${source.path}`);
      return db.registerFileURL(name, source.path, DuckDBDataProtocol.NODE_FS, true);
    }
    case 'blob':
      return registerBytes(db, name, new Uint8Array(await source.blob.arrayBuffer()));
    case 'bytes':
      return registerBytes(db, name, source.bytes);
    default:
      return assertNever(source);
  }
};

/** DuckDB in a thread of this process. The process can end once the engine is closed. */
export function openNodeEngine(options: NodeEngineOptions = {}): Promise<Engine> {
  const script = options.worker ?? new URL('./worker.cjs', import.meta.url);
  return openEngine(threadPort(script), { ...options, wasm, register });
}
