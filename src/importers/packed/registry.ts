import type { ImportFormat } from '../format';
import { jsonFormat } from '../json/format';
import { parquetFormat } from '../parquet/format';
import { sheetFormat } from '../sheet/format';
import { zipFormat } from '../zip/format';

/** Every kind of file that becomes grids. The first that a file's first bytes look like reads it. */
export const importFormats: readonly ImportFormat[] = [
  sheetFormat,
  parquetFormat,
  jsonFormat,
  zipFormat(() => importFormats),
];
