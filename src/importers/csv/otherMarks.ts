import {
  columnNamesOf,
  dataColumns,
  headerAt,
  headerNames,
  headerRowCount,
  isBlank,
  rowsWithoutHeader,
} from './header';
import { type CsvDialect, isPlain, type Marks, plainMarks, recordsLooked } from './marks';
import { recordsOf, type TextRecord } from './records';

/** Several characters that separate cells, the longest first: a short one may be part of it. */
export const symbols: readonly string[] = [
  ...['~|~', '|~|', '^|^', '|^|', '#|#', '|#|', '@|@'],
  ...['||', '::', ';;', ',,', '\t\t', '~~', '^^', '##'],
];
/** Blanks belong to the separator where a mark opens a cell behind them. */
const padded = [' | ', ' ; ', ' , ', ', ', '; ', '| '];
const commonDelimiters = [',', ';', '\t', '|'];
const rare = ['~', '^', '¦', '§', ':', '#', '!', '*', '=', ' '].map((one) => [one]);
/** What gives no cell its value by accident: with others, a table has to have three columns or enclosed cells. */
const isCommon = (delimiter: string): boolean =>
  commonDelimiters.includes(delimiter) || delimiter.length > 1;

const quotations: readonly Marks[] = [
  plainMarks,
  { ...plainMarks, escaping: 'backslash' },
  { ...plainMarks, escaping: 'none' },
  { ...plainMarks, quote: "'" },
  { ...plainMarks, quote: "'", escaping: 'backslash' },
  { ...plainMarks, quote: "'", escaping: 'paired' },
  { ...plainMarks, quote: "'", escaping: 'none' },
  { ...plainMarks, quote: '' },
];

/**
 * Other marks by which a text is a sound table with a header, where plain ones do not make it one; `undefined` where
 * plain ones do, or nothing does.
 * @param plain what the text is by plain marks
 */
export function otherMarks(sample: string, plain: CsvDialect | undefined): CsvDialect | undefined {
  if (plain && !isDoubtful(sample, plain)) return undefined;
  const found = find(sample, true);
  const isSame = found && isPlain(found.marks) && found.delimiter === plain?.delimiter;
  // Marks that leave the header above their table are none of it.
  return isSame || (plain && found && found.preamble > plain.preamble) ? undefined : found;
}

/** Other marks by which a text is rows without a header, where there are such. */
export function otherMarksWithoutHeader(sample: string): CsvDialect | undefined {
  return find(sample, false);
}

/** Whether the one character that a symbol repeats stands alone as well: then two of them are an empty cell. */
export function standsSingly(sample: string, symbol: string): boolean {
  const [mark = ''] = symbol;
  if (symbol.length < 2 || symbol !== mark.repeat(symbol.length)) return false;
  const bare = sample.replace(/"[^"]*"|'[^'\n]*'/g, '');
  return bare.replaceAll(symbol, '').includes(mark);
}

function find(sample: string, hasHeader: boolean): CsvDialect | undefined {
  const whole = symbols.filter((symbol) => !standsSingly(sample, symbol));
  const likely = [...whole.map((one) => [one]), padded, commonDelimiters];
  const lineEnds = hasLooseCr(sample) ? (['any', 'one'] as const) : (['one'] as const);
  let best: CsvDialect | undefined;
  for (const groups of [likely, rare])
    for (const ends of lineEnds)
      for (const quotation of quotations) {
        if (!isThere(sample, quotation)) continue;
        for (const alike of groups) {
          const one = bestOf(sample, alike, { ...quotation, lineEnds: ends }, hasHeader);
          if (one && (!best || one.preamble < best.preamble)) best = one;
          if (best?.preamble === 0) return best;
        }
      }
  return best;
}

/** Whether a text has the characters by which such marks differ from plain ones. */
function isThere(sample: string, marks: Marks): boolean {
  if (marks.escaping === 'backslash' && !sample.includes('\\')) return false;
  return isPlain(marks) || sample.includes(marks.quote || '"');
}

/** Of separators that are as likely as each other, the one whose table has the least above it, then the widest. */
function bestOf(
  sample: string,
  delimiters: readonly string[],
  marks: Marks,
  hasHeader: boolean,
): CsvDialect | undefined {
  let best: CsvDialect | undefined;
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    const one = tryMarks(sample, delimiter, marks, hasHeader);
    if (one && (!best || isBetter(one, best))) best = one;
  }
  return best;
}

const isBetter = (one: CsvDialect, other: CsvDialect): boolean =>
  one.preamble === other.preamble
    ? one.headers.length > other.headers.length
    : one.preamble < other.preamble;

/** Whether a CR stands alone, outside of any cell between marks, in a text with other line ends too. */
function hasLooseCr(sample: string): boolean {
  if (!sample.includes('\n') || !/\r(?!\n)/.test(sample)) return false;
  return preview(sample, ',', plainMarks).some(
    ({ cells, enclosed }) => enclosed === 0 && cells.some((cell) => cell.includes('\r')),
  );
}

/** Whether a backslash may be what makes a quotation mark a letter: RFC 4180 does not explain all of them. */
const hasBackslashes = (sample: string, records: readonly TextRecord[]): boolean =>
  sample.includes('\\"') && records.some(({ hasInnerMark }) => hasInnerMark);

/** Whether plain marks do not make a text the table that it may be. */
function isDoubtful(sample: string, { delimiter, headers, preamble }: CsvDialect): boolean {
  const records = preview(sample, delimiter, plainMarks);
  const rows = records.slice(preamble);
  const width = headers.length;
  const isUneven = rows.some(
    ({ cells, isBroken }) => isBroken || (cells.length !== width && !isBlank(cells)),
  );
  const isPadded = rows.some(({ cells }) => cells.some((cell) => /^ +["']/.test(cell)));
  const names = records[preamble]?.cells ?? [];
  const isLong = symbols.some(
    (symbol) => symbol.includes(delimiter) && names.join(delimiter).includes(symbol),
  );
  const isApostrophed = names.every(isInApostrophes);
  return (
    isUneven ||
    hasBackslashes(sample, rows) ||
    isPadded ||
    preamble > 0 ||
    width === 1 ||
    isLong ||
    isApostrophed ||
    hasLooseCr(sample)
  );
}

const isInApostrophes = (cell: string): boolean => cell === '' || /^'.*'$/s.test(cell);

/**
 * Whether nothing tells where cells end: records have too many, and quotation marks stand within bare cells as if
 * something else were the separator. Whatever is read of such a text is wrong.
 */
export function isInseparable(sample: string, { delimiter, headers }: CsvDialect): boolean {
  const records = preview(sample, delimiter, plainMarks).filter(({ cells }) => !isBlank(cells));
  const odd = records.filter(({ cells, enclosed }) => enclosed === 0 && cells.some(hasSpacedMark));
  const isWide = records.some(({ cells }) => trimmedLength(cells) > headers.length);
  return isWide && odd.length > records.length / 2;
}

const hasSpacedMark = (cell: string): boolean => /\S +"/.test(cell);

function trimmedLength(cells: readonly string[]): number {
  let length = cells.length;
  while (length > 0 && cells[length - 1]?.trim() === '') length -= 1;
  return length;
}

function preview(sample: string, delimiter: string, marks: Marks): readonly TextRecord[] {
  const records: TextRecord[] = [];
  for (const record of recordsOf(sample, delimiter, marks)) {
    records.push(record);
    if (records.length === recordsLooked) return records;
  }
  // A sample may be cut within its last record.
  if (sample.length >= 60_000 && records.length > 2 && records.at(-1)?.isBroken) records.pop();
  return records;
}

/** The dialect by certain marks, if each record from the header on has all its cells. */
function tryMarks(
  sample: string,
  delimiter: string,
  marks: Marks,
  hasHeader: boolean,
): CsvDialect | undefined {
  const records = preview(sample, delimiter, marks);
  const cells = records.map((record) => record.cells);
  const rows = placeOf(cells, hasHeader);
  if (!rows) return undefined;
  const table = records.slice(rows.at).filter((record) => !isBlank(record.cells));
  if (isPlain(marks) && hasBackslashes(sample, table)) return undefined;
  if (marks.quote !== "'" && (cells[rows.at] ?? []).every(isInApostrophes)) return undefined;
  const enclosed = table.reduce((sum, record) => sum + record.enclosed, 0);
  const isSound =
    table.length >= 2 &&
    rows.width >= 2 &&
    table.every((record) => !record.isBroken && record.cells.length === rows.width);
  if (!isSound || !isLikely(table, delimiter, marks, rows.width, enclosed, sample))
    return undefined;
  const headerRows = hasHeader ? headerRowCount(cells, rows.at, rows.width) : 0;
  return {
    delimiter,
    marks,
    preamble: rows.at,
    headerRows,
    headers: hasHeader
      ? headerNames(cells.slice(rows.at, rows.at + headerRows))
      : columnNamesOf(rows.width),
    reading: 2,
  };
}

function placeOf(
  cells: readonly (readonly string[])[],
  hasHeader: boolean,
): { readonly at: number; readonly width: number } | undefined {
  if (!hasHeader) return rowsWithoutHeader(cells);
  const width = cells.at(-1)?.length ?? 0;
  const at = headerAt(cells, cells.findLast((record) => !isBlank(record))?.length ?? width);
  return at === undefined ? undefined : { at, width: cells[at]?.length ?? 0 };
}

/** Whether what the marks say is more than an accident. */
function isLikely(
  table: readonly TextRecord[],
  delimiter: string,
  marks: Marks,
  width: number,
  enclosed: number,
  sample: string,
): boolean {
  if (marks.escaping === 'backslash' && enclosed === 0 && !sample.includes(`\\${delimiter}`))
    return false;
  if (
    !isPlain({ ...marks, lineEnds: 'one' }) &&
    marks.escaping !== 'backslash' &&
    marks.quote !== '' &&
    enclosed < 2
  )
    return false;
  // A mark that opens no cell twice is one that is missing somewhere.
  if (marks.quote === '')
    return (
      table.reduce((sum, { cells }) => sum + cells.filter((c) => c.startsWith('"')).length, 0) >= 2
    );
  if (padded.includes(delimiter)) return enclosed > 0;
  if (isCommon(delimiter)) return true;
  const data = dataColumns(
    table.slice(1).map((record) => record.cells),
    width,
  );
  return enclosed > 0 || (width >= 3 && data.length > 0);
}
