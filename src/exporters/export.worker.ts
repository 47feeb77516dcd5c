import { loadTexts } from '../i18n/texts';
import type { ExportJob } from './job';
import { exportFormats } from './registry';

/** What the page asks and what it gets: a file's bytes, a problem to word, or a defect's text. */
export interface ExportRequest {
  readonly format: string;
  readonly job: ExportJob;
}

self.addEventListener('message', (event: MessageEvent<ExportRequest>) => {
  const { format, job } = event.data;
  const found = exportFormats.find((one) => one.id === format);
  const write = found
    ? loadTexts(job.locale).then(() => found.write(job))
    : Promise.reject(new Error(`there is no format ${format}`));
  write.then(
    (result) => self.postMessage(result, result.ok ? { transfer: [result.value.buffer] } : {}),
    (error: unknown) =>
      self.postMessage({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
