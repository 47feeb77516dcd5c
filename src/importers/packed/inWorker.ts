import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import type { UnpackAnswer } from './unpack.worker';
import type { Unpack, Unpacked } from './unpacked';

/**
 * Reads a file beside the page, in a worker of its own: cancelling ends it wherever it is, and one that needs more
 * memory than there is takes nothing else with it.
 */
export const unpackInWorker: Unpack = (file, { signal, onBytes }) => {
  const worker = new Worker(new URL('./unpack.worker.ts', import.meta.url), {
    type: 'module',
    name: 'unpack',
  });
  return new Promise<Unpacked | undefined>((resolve, reject) => {
    const cancel = (): void => reject(new Cancelled());
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<UnpackAnswer>) => {
      if ('bytes' in data) onBytes?.(data.bytes);
      else if ('unpacked' in data) resolve(data.unpacked);
      else if ('problem' in data) reject(new ImportFailure(data.problem));
      else reject(new Error(data.failure));
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new ImportFailure({ code: 'file_unreadable', file: file.name }));
    });
    worker.postMessage({ name: file.name, blob: file.blob });
  }).finally(() => worker.terminate());
};
