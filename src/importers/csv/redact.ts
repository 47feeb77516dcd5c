import Papa from 'papaparse';
import { plainLineEnds } from './dialect';
import type { Encoding } from './encoding';

/** Where a file says who a row is about, and which of its columns are personal. */
interface Redaction {
  readonly delimiter: string;
  readonly encoding: Encoding;
  readonly keyColumn: number;
  readonly key: string;
  readonly personalColumns: readonly number[];
}

/**
 * A file without what it says of one person: the personal cells of that person's rows are blank, every other cell
 * and every row's line stay.
 * @returns the file in UTF-8, or nothing where it has no row of that person
 */
export async function redactCsv(blob: Blob, redaction: Redaction): Promise<Blob | undefined> {
  const { delimiter, encoding, keyColumn, key, personalColumns } = redaction;
  const text = plainLineEnds(new TextDecoder(encoding).decode(await blob.arrayBuffer()));
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  let isFound = false;
  for (const record of data) {
    if (record[keyColumn]?.trim() !== key) continue;
    for (const column of personalColumns)
      if (record[column] !== undefined && record[column] !== '') {
        record[column] = '';
        isFound = true;
      }
  }
  if (!isFound) return undefined;
  return new Blob([Papa.unparse(data, { delimiter, newline: '\n' })]);
}
