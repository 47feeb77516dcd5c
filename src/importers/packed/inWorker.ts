import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import type { UnpackAnswer } from './unpack.worker';
import type { Unpack, Unpacked } from './unpacked';

/** How long a worker waits for the next file before it is ended, with the memory that it took. */
const rest_ms = 2_000;

/** Workers that may wait at a time: as many as files are read at once. */
const restingMax = 2;

/** Workers that have read a file and wait for the next: starting one takes longer than most files. */
const resting = new Map<Worker, ReturnType<typeof setTimeout>>();

function takeWorker(): Worker {
  for (const [worker, end] of resting) {
    clearTimeout(end);
    resting.delete(worker);
    return worker;
  }
  return new Worker(new URL('./unpack.worker.ts', import.meta.url), {
    type: 'module',
    name: 'unpack',
  });
}

function putBack(worker: Worker): void {
  if (resting.size >= restingMax) {
    worker.terminate();
    return;
  }
  const end = setTimeout(() => {
    worker.terminate();
    resting.delete(worker);
  }, rest_ms);
  resting.set(worker, end);
}

/**
 * Reads a file beside the page, in a worker that no other file is read in meanwhile: cancelling ends it wherever it is,
 * and one that needs more memory than there is takes nothing else with it.
 */
export const unpackInWorker: Unpack = async (file, { signal, onBytes }) => {
  const worker = takeWorker();
  const listening = new AbortController();
  try {
    const unpacked = await new Promise<Unpacked | undefined>((resolve, reject) => {
      const cancel = (): void => reject(new Cancelled());
      if (signal?.aborted) cancel();
      const once = { signal: listening.signal };
      signal?.addEventListener('abort', cancel, once);
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<UnpackAnswer>) => {
          if ('bytes' in data) onBytes?.(data.bytes);
          else if ('unpacked' in data) resolve(data.unpacked);
          else if ('problem' in data) reject(new ImportFailure(data.problem));
          else reject(new Error(data.failure));
        },
        once,
      );
      worker.addEventListener(
        'error',
        (event) => {
          event.preventDefault();
          reject(new ImportFailure({ code: 'file_unreadable', file: file.name }));
        },
        once,
      );
      worker.postMessage({ name: file.name, blob: file.blob });
    });
    putBack(worker);
    return unpacked;
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    listening.abort();
  }
};
