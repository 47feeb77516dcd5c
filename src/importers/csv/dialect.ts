import Papa from 'papaparse';
import {
  columnNamesOf,
  dataColumns,
  headerAt,
  headerNames,
  headerRowCount,
  isBlank,
  mergedNames,
  rowsWithoutHeader,
} from './header';
import {
  type CsvDialect,
  isPlainDialect,
  plainLineEnds,
  plainMarks,
  type Reading,
  recordsLooked,
} from './marks';
import {
  isInseparable,
  otherMarks,
  otherMarksWithoutHeader,
  standsSingly,
  symbols,
} from './otherMarks';

export { plainLineEnds };

const delimiters = [',', ';', '\t', '|'] as const;

/** How many columns most records have, and how many records have that many. */
function commonWidth(records: readonly (readonly string[])[]): { width: number; support: number } {
  const counts = new Map<number, number>();
  for (const record of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  let best = { width: 0, support: 0 };
  for (const [width, support] of counts)
    if (support > best.support || (support === best.support && width > best.width))
      best = { width, support };
  return best;
}

function parse(text: string, delimiter: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: recordsLooked }).data;
}

/**
 * The dialect of a text from its beginning. Where one of the four common separators between RFC 4180 cells gives a
 * sound table, that is the dialect; other marks are looked for only where it does not, and are taken only where
 * every record then has the same width. A text of rows without a header is told by `headerRows` 0. `undefined`
 * where nothing forms a table.
 * @param sample decoded text from the start of the file, cut at a line's end where it is not the whole
 * @param known the delimiter between plain cells, where it need not be found
 * @param reading the rules by which a file was read before; what came later does not count for it
 */
export function sniffDialect(
  sample: string,
  known?: string,
  reading: Reading = 3,
): CsvDialect | undefined {
  const found = findDialect(sample, known);
  if (!found || found.headerRows === 0) return found;
  const whole = withWholeHeader(sample, found);
  return reading === 3 && isBoxed(sample, whole) ? { ...whole, isBoxed: true, reading: 3 } : whole;
}

/** Whether the header, and every line below it that has its strokes, begins and ends with one. */
function isBoxed(sample: string, { delimiter, preamble }: CsvDialect): boolean {
  if (delimiter !== '|') return false;
  const [header = '', ...rows] = plainLineEnds(sample)
    .split('\n')
    .slice(preamble, preamble + recordsLooked)
    .map((line) => line.trim())
    .filter((line) => line.includes('|'));
  const isDrawn = (line: string): boolean => line.startsWith('|') && line.endsWith('|');
  return isDrawn(header) && rows.length > 0 && rows.every(isDrawn);
}

function findDialect(sample: string, known: string | undefined): CsvDialect | undefined {
  const plain = sniffPlain(sample, known);
  if (known !== undefined) return plain ?? withoutHeader(sample, known);
  // A mark within a name may be one that encloses cells of a row which is no header.
  const isSure = plain && !plain.headers.some((name) => name.includes('"'));
  const bare = isSure ? undefined : withoutHeader(sample, known);
  const found = bare ?? otherMarks(sample, plain);
  if (found) return found;
  if (!plain) return otherMarksWithoutHeader(sample);
  return isInseparable(sample, plain) ? undefined : plain;
}

/**
 * The delimiter under which most lines have the same number of cells, and the first line that has a name in
 * (nearly) every one of them; `undefined` where rows of data begin without one. A file with one column has no
 * delimiter to find; a comma serves. Files that were imported long ago are read again by this: its answers stay.
 */
export function sniffPlain(sample: string, known?: string): CsvDialect | undefined {
  const text = plainLineEnds(sample);
  const candidates = (known === undefined ? delimiters : [known]).map((delimiter) => {
    const records = parse(text, delimiter).filter((record) => !isBlank(record));
    const { width, support } = commonWidth(records);
    return {
      delimiter,
      records,
      width,
      share: records.length === 0 ? 0 : support / records.length,
    };
  });
  const wide = candidates.filter((candidate) => candidate.width > 1);
  const best =
    wide.reduce<(typeof candidates)[number] | undefined>((a, b) => {
      if (!a) return b;
      const score = (one: typeof b) => one.share * Math.min(one.width, 12);
      return score(b) > score(a) ? b : a;
    }, undefined) ?? candidates[0];
  if (!best || best.records.length === 0) return undefined;
  const all = parse(text, best.delimiter);
  // Some exports end each row, but not the header, with a separator: there is no column behind it.
  const isLastBlank = best.records.every((record) => (record[best.width - 1] ?? '').trim() === '');
  const width = isLastBlank ? best.width - 1 : best.width;
  const at = headerAt(all, width);
  if (at === undefined) return undefined;
  return {
    delimiter: best.delimiter,
    marks: plainMarks,
    preamble: at,
    headerRows: 1,
    headers: headerNames(all.slice(at, at + 1)),
    reading: 1,
  };
}

/** Adds what the header has below its first record. */
function withWholeHeader(sample: string, dialect: CsvDialect): CsvDialect {
  if (!isPlainDialect(dialect)) return dialect;
  const { preamble, delimiter, headers } = dialect;
  const records = parse(plainLineEnds(sample), delimiter);
  for (const at of [preamble - 1, preamble]) {
    const merged = at < 0 ? undefined : mergedNames(records, at, headers.length);
    if (merged) return { ...dialect, preamble: at, headerRows: 2, headers: merged, reading: 2 };
  }
  const headerRows = headerRowCount(records, preamble, headers.length);
  if (headerRows === 1) return dialect;
  const names = headerNames(records.slice(preamble, preamble + headerRows));
  return { ...dialect, headerRows, headers: names, reading: 2 };
}

/** Commas stand within amounts and texts, the others hardly: where two separate alike, the earlier one does. */
const bareDelimiters = [...symbols, '\t', ';', '|', ','];

/** A text of rows without a header, between plain marks: by the delimiter that shows most columns of data. */
function withoutHeader(sample: string, known: string | undefined): CsvDialect | undefined {
  const text = plainLineEnds(sample);
  let best: { readonly dialect: CsvDialect; readonly data: number } | undefined;
  const likely = bareDelimiters.filter((one) => !standsSingly(text, one));
  for (const delimiter of known === undefined ? likely : [known]) {
    const { data: records, errors } = Papa.parse<string[]>(text, {
      delimiter,
      newline: '\n',
      preview: recordsLooked,
    });
    if (errors.some((error) => error.type === 'Quotes')) continue;
    const rows = rowsWithoutHeader(records);
    if (!rows) continue;
    const data = dataColumns(records.slice(rows.at), rows.width).length;
    if (best && best.data >= data) continue;
    const headers = columnNamesOf(rows.width);
    best = {
      data,
      dialect: {
        delimiter,
        marks: plainMarks,
        preamble: rows.at,
        headerRows: 0,
        headers,
        reading: 2,
      },
    };
  }
  return best?.dialect;
}
