import Papa from 'papaparse';
import { gridDelimiter, gridText, gridWidth } from '../gridText';
import { limits } from '../limits';
import type { SourceFile } from '../source';
import type { TextGrid } from '../textGrid';
import { sniffDialect } from './dialect';
import { decode, guessEncoding, isBinary } from './encoding';
import { dataColumns, isBlank, isData, isName, isNames, isTitle } from './header';
import { type CsvDialect, withPlainEnds } from './marks';
import { recordsOf, type TextRecord } from './records';

/** One of several tables of a delimited text. */
export interface CsvTable {
  /** The title above it, else its number among the file's tables. */
  readonly name: string;
  /** The line of the file on which it begins. */
  readonly fromLine: number;
  /** It alone, each record on the line that it has in the file. */
  readonly text: string;
  /**
   * Whether the text is written anew, in UTF-8 with commas (RFC 4180), so that nothing about it is to be guessed.
   * One in which a quotation mark is wrong stays as it is, to be refused with its line.
   */
  readonly isOurs: boolean;
}

/** Larger files are not searched for further tables: it takes all of their records in memory. */
export const tablesBytesMax = 20_000_000;

/**
 * The tables of a file of delimited text, where it has more than one; none where it has one, or cannot be read:
 * then it is to be staged as it is.
 */
export async function tablesIn(file: SourceFile): Promise<readonly CsvTable[]> {
  if (file.blob.size === 0 || file.blob.size > tablesBytesMax) return [];
  const bytes = new Uint8Array(await file.blob.arrayBuffer());
  const encoding = guessEncoding(bytes, true);
  if (isBinary(bytes, encoding)) return [];
  const text = decode(bytes, encoding);
  const dialect = sniffDialect(text.slice(0, sampleCharacters));
  return dialect ? tablesOf(text, dialect) : [];
}

const sampleCharacters = 256 * 1024;

/**
 * Splits a text in which more than one table stands. A further table begins with a header of its own: a record of
 * names where the rows above have dates or amounts, or one behind a blank line, with rows of data below it.
 * @returns the tables in the order of their lines, or none where the text is one table
 */
export function tablesOf(text: string, dialect: CsvDialect): readonly CsvTable[] {
  const records = [...recordsOf(text, dialect.delimiter, dialect.marks)];
  if (dialect.headerRows === 0) return [];
  const starts = startsOf(records, dialect);
  const second = starts[1];
  if (second === undefined || records.slice(0, second).some((record) => record.isBroken)) return [];
  const lines = withPlainEnds(text, dialect.marks).split('\n');
  return starts.map((start, i) => {
    const own = records.slice(start, starts[i + 1]);
    const fromLine = own[0]?.line ?? 1;
    const isOurs = !own.some((record) => record.isBroken);
    const nextLine = records[starts[i + 1] ?? records.length]?.line;
    return {
      name: titleOf(own) ?? String(i + 1),
      fromLine,
      isOurs,
      text: isOurs ? textOf(own) : asItStands(lines, fromLine, nextLine),
    };
  });
}

/**
 * The tables of a sheet, each of its rows on the place that it has there; the sheet itself where it is one table.
 * Each of several goes by the title above it, else by its number.
 */
export async function tablesOfGrid(grid: TextGrid): Promise<readonly TextGrid[]> {
  const width = gridWidth(grid);
  if (width === 0 || width > limits.columnsMax || grid.rows.length * width > gridCellsSearched)
    return [grid];
  const sample = await gridText(
    { ...grid, rows: grid.rows.slice(0, gridRowsSampled) },
    width,
  ).text();
  const dialect = sniffDialect(sample, gridDelimiter);
  if (!dialect || dialect.headerRows === 0) return [grid];
  const records = grid.rows.map((cells) => ({ cells }));
  const starts = startsOf(records, dialect);
  if (starts.length < 2) return [grid];
  return starts.map((start, i) => {
    const own = records.slice(start, starts[i + 1]);
    const name = titleOf(own) ?? String(i + 1);
    return {
      ...grid,
      name: grid.name === '' ? name : `${grid.name} › ${name}`,
      rows: [...grid.rows.slice(0, start).map(() => []), ...own.map(({ cells }) => cells)],
      notes: i === 0 ? (grid.notes ?? []) : [],
    };
  });
}

/** Rows of a sheet by which its first header is found. */
const gridRowsSampled = 500;
/** Larger sheets are one table each: about what `tablesBytesMax` is for a text. */
const gridCellsSearched = 2_000_000;

function asItStands(lines: readonly string[], from: number, next: number | undefined): string {
  return '\n'.repeat(from - 1) + lines.slice(from - 1, next && next - 1).join('\n');
}

/** A record of which only its cells count. */
type Cells = Pick<TextRecord, 'cells'>;

/** The numbers of the records with which tables begin. */
function startsOf(records: readonly Cells[], dialect: CsvDialect): readonly number[] {
  const starts = [0];
  const first = firstHeader(records, dialect.preamble);
  let table = new TableSoFar(records[first], first + 1);
  let isAfterBlank = false;
  for (let i = table.from; i < records.length; i += 1) {
    const { cells } = records[i] ?? { cells: [] };
    if (isBlank(cells)) {
      isAfterBlank = true;
      continue;
    }
    // A title opens what follows it: the blank line above it still counts.
    if (isAfterBlank && isTitle(cells)) continue;
    const isHeader = isNames(trimmed(cells));
    // Directly below a header it is more of it.
    if (isHeader && table.rowCount === 0) continue;
    if (isHeader && opens(records, i, table, isAfterBlank)) {
      starts.push(withTitles(records, i));
      table = new TableSoFar(records[i], i + 1);
    } else table.take(cells);
    isAfterBlank = false;
  }
  return starts;
}

/** The header of the first table: where a later table is wider, all of the first seems to stand above its header. */
function firstHeader(records: readonly Cells[], preamble: number): number {
  const at = records
    .slice(0, preamble)
    .findIndex((record, i) => isNames(trimmed(record.cells)) && rowsBelow(records, i).length > 1);
  return at < 0 ? preamble : at;
}

/** A table as far as it has been read. */
class TableSoFar {
  readonly from: number;
  readonly names: ReadonlySet<string>;
  readonly width: number;
  rowCount = 0;
  /** Columns in which every cell so far is blank or data. */
  #data: readonly number[] = [];

  constructor(header: Cells | undefined, from: number) {
    const cells = trimmed(header?.cells ?? []);
    this.names = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
    this.width = cells.length;
    this.from = from;
  }

  get data(): readonly number[] {
    return this.#data;
  }

  take(cells: readonly string[]): void {
    const columns = this.rowCount === 0 ? cells.map((_, column) => column) : this.#data;
    this.rowCount += 1;
    const isFirst = this.rowCount === 1;
    this.#data = columns.filter((column) => {
      const cell = (cells[column] ?? '').trim();
      return cell === '' ? !isFirst : isData(cell);
    });
  }
}

/** Whether a record of names is the header of a table of its own. */
function opens(
  records: readonly Cells[],
  at: number,
  table: TableSoFar,
  isAfterBlank: boolean,
): boolean {
  const cells = trimmed(records[at]?.cells ?? []);
  const rows = rowsBelow(records, at);
  const data = dataColumns(rows, cells.length).filter((column) => isName(cells[column] ?? ''));
  if (rows.length === 0 || data.length === 0) return false;
  const known = cells.filter((cell) => table.names.has(cell.trim())).length;
  const isHeaderAgain = known >= 2 && known >= cells.length * 0.6;
  const within = table.data.filter((column) => column < cells.length);
  const isUnlikeRows = within.length > 0 && within.every((column) => isName(cells[column] ?? ''));
  const isOfOtherWidth =
    cells.length !== table.width && rows.every((row) => row.length === cells.length);
  if (isAfterBlank) return isHeaderAgain || isUnlikeRows || isOfOtherWidth;
  return (
    (isHeaderAgain && isUnlikeRows) ||
    (isUnlikeRows && within.length >= 2 && data.length >= 2) ||
    (isUnlikeRows && isOfOtherWidth && rows.length >= 2)
  );
}

/** Up to three rows below a header, of which the first may be further records of that header. */
function rowsBelow(records: readonly Cells[], at: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let i = at + 1; i < records.length && rows.length < 3; i += 1) {
    const { cells } = records[i] ?? { cells: [] };
    if (isBlank(cells)) {
      if (rows.length > 0) break;
      continue;
    }
    if (rows.length === 0 && i <= at + 2 && isNames(trimmed(cells))) continue;
    if (!cells.some(isData)) break;
    rows.push(cells);
  }
  return rows;
}

/** The first record of a table: its header's, or that of the titles right above it. */
function withTitles(records: readonly Cells[], header: number): number {
  let start = header;
  for (let i = header - 1; i > 0 && header - i <= 4; i -= 1) {
    const { cells } = records[i] ?? { cells: [] };
    if (isTitle(cells)) start = i;
    else if (!isBlank(cells)) break;
  }
  return start;
}

function titleOf(records: readonly Cells[]): string | undefined {
  const first = records.find((record) => !isBlank(record.cells))?.cells;
  return first && isTitle(first) ? first[0]?.trim() : undefined;
}

function trimmed(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function textOf(records: readonly TextRecord[]): string {
  const parts: string[] = [];
  let line = 1;
  for (const record of records) {
    if (record.line > line) parts.push('\n'.repeat(record.line - line));
    if (isBlank(record.cells)) {
      line = record.line;
      continue;
    }
    const text = Papa.unparse([[...record.cells]], { newline: '\n' });
    parts.push(`${text}\n`);
    line = record.line + 1 + lineEnds(text);
  }
  return parts.join('');
}

const lineEnds = (text: string): number => text.split('\n').length - 1;
