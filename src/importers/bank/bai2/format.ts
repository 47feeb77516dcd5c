import { fail } from '../../fail';
import type { ImportFormat } from '../../format';
import type { ReadOptions, SourceFile } from '../../source';
import { gridsOf } from '../grids';
import type { BankStatement } from '../statement';
import { headText, statementText } from '../text';
import { Bai2File } from './file';
import { recordsOf } from './records';

/**
 * The statements of a BAI2 file, one for each account of each group. Trailers that do not hold are told with the
 * statement before them; a file whose trailer is missing is damaged.
 * Source: BAI, Cash Management Balance Reporting Specifications, version 2.
 * @throws ImportFailure; Cancelled
 */
export async function readBai2(
  file: SourceFile,
  options: ReadOptions,
): Promise<readonly BankStatement[]> {
  const records = recordsOf(await statementText(file, options));
  if ('badLine' in records)
    fail(file, 'damaged_file', records.badLine, {
      place: `line ${records.badLine}`,
      detail: 'record code',
    });
  const reading = new Bai2File(file);
  for (const record of records) reading.take(record);
  return reading.statements();
}

/** BAI2, told by its file header and the group header below it. */
export const bai2Format: ImportFormat = {
  id: 'bai2',
  matches: (head) =>
    /^[\s\uFEFF]*01,[^\r\n]*,2\/?\s*[\r\n]+(?:88,[^\r\n]*[\r\n]+)*02,/.test(headText(head)),
  read: async (file, options) => gridsOf(await readBai2(file, options)),
};
