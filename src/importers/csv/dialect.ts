import Papa from 'papaparse';
import { possibleOrders } from '../../domain/import/formats';

/** How a text file separates its cells, and on which of its records the header stands. */
export interface CsvDialect {
  readonly delimiter: string;
  /** Records before the header: a title, a filter, an empty line. */
  readonly preamble: number;
  readonly headers: readonly string[];
}

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

/** Every line end as LF: CR and LF, and where a text has no LF at all, CR alone. */
export function plainLineEnds(text: string): string {
  return text.includes('\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\r', '\n');
}

function parse(text: string, delimiter: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 200 }).data;
}

const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');

/**
 * The delimiter under which most lines have the same number of cells, and the first line that has a name in
 * (nearly) every one of them; `undefined` where rows of data begin without one. A file with one column has no
 * delimiter to find; a comma serves.
 * @param sample decoded text from the start of the file, cut at a line's end where it is not the whole
 * @param known the delimiter, where it need not be found
 */
export function sniffDialect(sample: string, known?: string): CsvDialect | undefined {
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
    preamble: at,
    headers: (all[at] ?? []).map((cell) => cell.trim()),
  };
}

/**
 * Where the header stands. A line full of data before any header has none above it, unless stray separators made
 * the rows wider than the header: then that is the last line of nothing but names.
 */
function headerAt(records: readonly (readonly string[])[], width: number): number | undefined {
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
function isFilled(record: readonly string[], width: number): boolean {
  if (record.length < width) return false;
  const filled = record.filter((cell) => cell.trim() !== '').length;
  return filled > 0 && filled >= width - 1 - width / 4;
}

const amount =
  /^[-+(]?\s*(?:[$€£]|Kč|EUR|USD|GBP|CHF|CZK)?\s*[-+]?\d[\d\s.,'’]*\s*(?:[$€£]|Kč|EUR|USD|GBP|CHF|CZK)?\)?-?$/;
/** The columns of a report by year are named so. */
const yearName = /^(?:19|20)\d\d$/;

/** Whether a cell is a date or an amount, which no header's cell is. */
function isData(cell: string): boolean {
  const text = cell.trim();
  if (text.length > 40 || yearName.test(text)) return false;
  return amount.test(text) || possibleOrders(text).length > 0;
}
