import { DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import { assertNever } from '../../lib/assert';
import { type HangLimits, openEngine } from '../duckdb-core/engine';
import { type RegisterFile, registerBytes } from '../duckdb-core/files';
import type { BootProgress } from '../duckdb-core/host';
import type { WorkerPort } from '../duckdb-core/worker-link';
import { BadQuery } from '../errors';
import type { Engine } from '../port';
import type { BrowserAssets } from './assets';

export interface BrowserEngineOptions extends HangLimits {
  readonly assets: BrowserAssets;
  readonly onProgress?: ((progress: BootProgress) => void) | undefined;
}

function workerPort(worker: Worker): WorkerPort {
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => {
      worker.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data));
    },
    onFailure: (listener) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        listener(
          `the engine's worker failed: ${event.message ?? 'its script could not be loaded'}`,
        );
      });
      worker.addEventListener('messageerror', () => listener('a message of the engine was lost'));
    },
    terminate: async () => worker.terminate(),
  };
}

const register: RegisterFile = async (db, name, source) => {
  switch (source.kind) {
    case 'blob':
      // Direct: DuckDB reads the blob piece by piece and keeps no copy of it.
      return db.registerFileHandle(name, source.blob, DuckDBDataProtocol.BROWSER_FILEREADER, true);
    case 'bytes':
      return registerBytes(db, name, source.bytes);
    case 'path':
      throw new BadQuery(`a page cannot open the path ${source.path}`);
    default:
      return assertNever(source);
  }
};

/** DuckDB in a worker of this page. */
export function openBrowserEngine(options: BrowserEngineOptions): Promise<Engine> {
  const { assets, ...rest } = options;
  return openEngine(workerPort(assets.startWorker()), { ...rest, wasm: assets.wasm, register });
}
