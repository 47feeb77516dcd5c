import Papa from 'papaparse';
import { decode, type Encoding } from './encoding';
import { type CsvDialect, isPlainDialect, plainLineEnds } from './marks';
import { recordsOf } from './records';

/** Where a file says who a row is about, and which of its columns are personal. */
interface Redaction {
  readonly dialect: Pick<CsvDialect, 'delimiter' | 'marks' | 'isBoxed'>;
  readonly encoding: Encoding;
  readonly keyColumn: number;
  readonly key: string;
  readonly personalColumns: readonly number[];
}

/** A file without a person, in UTF-8, and what separates its cells now. */
export interface Redacted {
  readonly blob: Blob;
  readonly delimiter: string;
}

/** The cells of a text, record by record. */
function cellsOf(text: string, { delimiter, marks }: Redaction['dialect']): string[][] {
  if (isPlainDialect({ delimiter, marks }))
    return Papa.parse<string[]>(plainLineEnds(text), { delimiter, newline: '\n' }).data;
  return [...recordsOf(text, delimiter, marks)].map(({ cells }) => [...cells]);
}

/**
 * A file without what it says of one person: the personal cells of that person's rows are blank, every other cell
 * and every row's line stay. One with marks of its own is written with commas.
 * @returns nothing where the file has no row of that person
 */
export async function redactCsv(blob: Blob, redaction: Redaction): Promise<Redacted | undefined> {
  const { dialect, encoding, keyColumn, key, personalColumns } = redaction;
  const text = decode(new Uint8Array(await blob.arrayBuffer()), encoding);
  const cells = cellsOf(text, dialect);
  const data = dialect.isBoxed ? cells.map((record) => record.map((cell) => cell.trim())) : cells;
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
  const delimiter = isPlainDialect(dialect) ? dialect.delimiter : ',';
  return { blob: new Blob([Papa.unparse(data, { delimiter, newline: '\n' })]), delimiter };
}
