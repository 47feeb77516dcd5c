import type { Result } from '../lib/result';
import type { ExportJob, ExportProblem } from './job';

type Answer = Result<Uint8Array<ArrayBuffer>, ExportProblem> | { readonly failure: string };

/**
 * Writes a file beside the page: a workbook of 100,000 rows takes seconds, and nobody should wait for it.
 * @throws Error when the writer itself failed; the signal ends the writing at once
 */
export function writeInWorker(
  format: string,
  job: ExportJob,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, ExportProblem>> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), {
    type: 'module',
    name: 'export',
  });
  return new Promise<Result<Uint8Array<ArrayBuffer>, ExportProblem>>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<Answer>) => {
      if ('failure' in event.data) reject(new Error(event.data.failure));
      else resolve(event.data);
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    worker.postMessage({ format, job });
  }).finally(() => worker.terminate());
}
