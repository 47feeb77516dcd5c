import { bai2Format } from '../bank/bai2/format';
import { camtFormat } from '../bank/camt/format';
import { mt940Format } from '../bank/mt940/format';
import { ofxFormat } from '../bank/ofx/format';
import { qifFormat } from '../bank/qif/format';
import { datevFormat } from '../datev/format';
import type { ImportFormat } from '../format';
import { jsonFormat } from '../json/format';
import { parquetFormat } from '../parquet/format';
import { saftFormat } from '../saft/format';
import { sheetFormat } from '../sheet/format';
import { zipFormat } from '../zip/format';

/** Every kind of file that becomes grids. The first that a file's first bytes look like reads it. */
export const importFormats: readonly ImportFormat[] = [
  camtFormat,
  mt940Format,
  bai2Format,
  ofxFormat,
  qifFormat,
  saftFormat,
  datevFormat,
  sheetFormat,
  parquetFormat,
  jsonFormat,
  zipFormat(() => importFormats),
];
