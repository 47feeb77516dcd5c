import { possibleOrders } from '../../domain/import/formats';

type Cells = readonly string[];

export const isBlank = (record: Cells): boolean => record.every((cell) => cell.trim() === '');

/**
 * Where the header stands. A line full of data before any header has none above it, unless stray separators made
 * the rows wider than the header: then that is the last line of nothing but names.
 */
export function headerAt(records: readonly Cells[], width: number): number | undefined {
  const full = records.findIndex((record) => {
    if (!isFilled(record, width)) return false;
    return !record.some(isData) || record.slice(0, width).every((cell) => cell.trim() !== '');
  });
  const first = records[full];
  if (first !== undefined && !first.some(isData)) return full;
  const narrow = Math.max(2, width / 2);
  const end = full < 0 ? records.findIndex((record) => record.some(isData)) : full;
  const above = records.slice(0, Math.max(end, 0));
  const at = above.findLastIndex(
    (record) => record.length >= narrow && isFilled(record, record.length) && !record.some(isData),
  );
  return at < 0 ? undefined : at;
}

/** As wide as the table, and hardly a blank. */
function isFilled(record: Cells, width: number): boolean {
  if (record.length < width) return false;
  const filled = record.filter((cell) => cell.trim() !== '').length;
  return filled > 0 && filled >= width - 1 - width / 4;
}

const amount =
  /^[-+(]?\s*(?:[$€£]|Kč|EUR|USD|GBP|CHF|CZK)?\s*[-+]?\d[\d\s.,'’]*\s*(?:[$€£]|Kč|EUR|USD|GBP|CHF|CZK)?\)?-?$/;
/** The columns of a report by year are named so. */
const yearName = /^(?:19|20)\d\d$/;

/** Whether a cell is a date or an amount, which no header's cell is. */
export function isData(cell: string): boolean {
  const text = cell.trim();
  if (text.length > 40 || yearName.test(text)) return false;
  return amount.test(text) || possibleOrders(text).length > 0;
}

/** Columns in which every cell that is not blank is a date or an amount, and there is one. */
export function dataColumns(rows: readonly Cells[], width: number): readonly number[] {
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const filled = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
    return filled.length > 0 && filled.every((cell) => isData(cell) || yearName.test(cell));
  });
}

/** Whether one text stands alone in its record, and says what follows. */
export function isTitle(record: Cells): boolean {
  const filled = record.filter((cell) => cell.trim() !== '');
  return filled.length === 1 && isName(record[0] ?? '');
}

/** What people write where they have no value: no name of a column. */
const placeholder = /^(?:n\.?\/?a\.?|#n\/a|nan|null|none|nil|unknown|tbd|total|s\/d)$/i;

/** Whether a cell may be the name of a column: it has letters, and is no value. */
export function isName(cell: string): boolean {
  const text = cell.trim();
  return text.length <= 60 && /\p{L}/u.test(text) && !isData(text) && !placeholder.test(text);
}

/** Whether a record consists of names, each different, with hardly a blank. */
export function isNames(record: Cells): boolean {
  const filled = record.filter((cell) => cell.trim() !== '');
  return (
    filled.length >= 2 &&
    filled.length >= record.length * 0.75 &&
    filled.every(isName) &&
    new Set(filled.map((cell) => cell.trim())).size === filled.length
  );
}

const headerRowsMax = 3;
/** Of fewer rows a first one in words may be a row like the others. */
const rowsBelowHeaderMin = 3;

/**
 * How many records the header has: further ones directly below its first are of nothing but names too, also in two
 * columns or more that hold only dates and amounts in the rows below.
 */
export function headerRowCount(records: readonly Cells[], at: number, width: number): number {
  for (let count = headerRowsMax; count > 1; count -= 1) {
    const more = records.slice(at + 1, at + count);
    const rows = records.slice(at + count).filter((record) => !isBlank(record));
    if (more.length < count - 1) continue;
    const columns = dataColumns(rows, width).filter((column) => {
      const filled = rows.filter((row) => (row[column] ?? '').trim() !== '').length;
      return filled >= Math.max(rowsBelowHeaderMin, rows.length / 2);
    });
    if (columns.length < 2) continue;
    const isHeader = (record: Cells): boolean =>
      record.length === width &&
      isNames(record) &&
      record.every((cell, i) => cell.trim() !== '' || (records[at]?.[i] ?? '').trim() === '') &&
      columns.every((column) => isName(record[column] ?? ''));
    if (more.every(isHeader)) return count;
  }
  return 1;
}

/** The names of a header's columns: its records' cells, one above the other. */
export function headerNames(rows: readonly Cells[]): readonly string[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) =>
    rows
      .map((row) => row[column]?.trim() ?? '')
      .filter((cell) => cell !== '')
      .join(' '),
  );
}

/** Of a header that merged cells leave gaps in so many rows of data must follow in two columns that it names. */
const rowsBelowMerged = 3;

/**
 * The names of columns whose header is two records that merged cells leave gaps in: the first has names of groups and of
 * columns that have no group, the second the others' own. A name that several groups have is told by its group's.
 * @param at where the first of them stands
 * @returns the names, or `undefined` where the two are no such header
 */
export function mergedNames(
  records: readonly Cells[],
  at: number,
  width: number,
): readonly string[] | undefined {
  const [upper, lower] = [at, at + 1].map((one) =>
    Array.from({ length: width }, (_, column) => records[one]?.[column]?.trim() ?? ''),
  );
  if (!upper || !lower) return undefined;
  const groups = upper.filter((cell) => cell !== '');
  const own = lower.filter((cell) => cell !== '');
  const rows = records.slice(at + 2).filter((record) => !isBlank(record));
  const isMerged =
    groups.length >= 2 &&
    groups.every(isName) &&
    new Set(groups).size === groups.length &&
    own.every(isName) &&
    // What has no name below has one above, and beside a group's name its further columns are blank.
    own.length < width &&
    lower.every((cell, i) => cell !== '' || upper[i] !== '') &&
    lower.some((cell, i) => cell !== '' && upper[i] === '') &&
    dataColumns(rows.slice(0, rowsBelowMerged), width).filter((i) => lower[i] !== '').length >= 2;
  if (!isMerged) return undefined;
  let group = '';
  return lower.map((cell, i) => {
    group = upper[i] === '' ? group : (upper[i] ?? '');
    if (cell === '') return group;
    const isShared = lower.filter((other) => other === cell).length > 1;
    return isShared && group !== '' ? `${group} ${cell}` : cell;
  });
}

/** Characters by which a line may be a header that something else separates. */
const mayHoldCells = /[,;\t|~^:#'"]/;

/** Names for the columns of a text that has none. */
export const columnNamesOf = (width: number): readonly string[] =>
  Array.from({ length: width }, (_, i) => `Column ${i + 1}`);

/** Of rows without a header so many may lack cells: a remark among them, which is rejected with its line. */
const shortShareMax = 0.03;

/**
 * Where rows begin that clearly form a table without a header: from there on every record has the same two cells or
 * more (one record alone has three), save a few that are short, and a column holds nothing but dates or amounts. Above
 * them there may be titles.
 */
export function rowsWithoutHeader(
  records: readonly Cells[],
): { readonly at: number; readonly width: number } | undefined {
  const width = records.reduce((most, record) => Math.max(most, record.length), 0);
  const at = records.findIndex((record) => record.length === width && !isBlank(record));
  const rows = records.slice(Math.max(at, 0)).filter((record) => !isBlank(record));
  const above = records.slice(0, Math.max(at, 0)).filter((record) => !isBlank(record));
  const isTable =
    at >= 0 &&
    above.every((record) => isTitle(record) && !mayHoldCells.test(record[0] ?? '')) &&
    width >= (rows.length === 1 ? 3 : 2) &&
    rows.filter((record) => record.length < width).length <= rows.length * shortShareMax &&
    (rows[0] ?? []).some(isData) &&
    dataColumns(rows, width).length > 0;
  return isTable ? { at, width } : undefined;
}
