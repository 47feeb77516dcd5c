import { archives } from './archives';
import { bank } from './bank';
import type { Family } from './case';
import { csvStructure } from './csvStructure';
import { dateCases } from './dates';
import { encodings } from './encodings';
import { hostile } from './hostile';
import { jsonCases } from './json';
import { ledgerContent } from './ledgerContent';
import { numbers } from './numbers';
import { parquetCases } from './parquet';
import { workbooks } from './workbooks';
import { xmlCases } from './xml';

/** Every family of bad and tricky inputs. */
export const families: readonly Family[] = [
  encodings,
  csvStructure,
  dateCases,
  numbers,
  ledgerContent,
  workbooks,
  archives,
  jsonCases,
  xmlCases,
  bank,
  parquetCases,
  hostile,
];
