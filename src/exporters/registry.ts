import type { Result } from '../lib/result';
import type { ExportJob, ExportProblem } from './job';

/** A format that results can be written in. Its code and library are loaded when it is used. */
export interface ExportFormat {
  readonly id: 'csv' | 'xlsx';
  readonly extension: string;
  readonly mediaType: string;
  readonly rowsMax: number;
  /** The bytes of the file. Needs no DOM, so that it runs in a worker as well. */
  write(job: ExportJob): Promise<Result<Uint8Array<ArrayBuffer>, ExportProblem>>;
}

const csvRowsMax = 1_000_000;
const xlsxRowsMax = 100_000;

/** Every format there is. To add one is to add its folder and its entry here. */
export const exportFormats: readonly ExportFormat[] = [
  {
    id: 'csv',
    extension: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    rowsMax: csvRowsMax,
    write: async (job) => (await import('./csv/write')).writeCsv(job, csvRowsMax),
  },
  {
    id: 'xlsx',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    rowsMax: xlsxRowsMax,
    write: async (job) => (await import('./xlsx/write')).writeXlsx(job, xlsxRowsMax),
  },
];
