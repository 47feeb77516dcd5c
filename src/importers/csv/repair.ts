import Papa from 'papaparse';
import {
  type CsvDialect,
  isLoose,
  isPlainDialect,
  plainLineEnds,
  recordsBeforeRows,
} from './marks';
import { recordsOf } from './records';

/** A record with more cells than the header, which cannot be placed. */
export interface WideRecord {
  readonly line: number;
  readonly cells: number;
}

export interface Repaired {
  /** UTF-8 CSV without a header: the line of each record in the file, then exactly `width` cells. */
  readonly parts: readonly string[];
  readonly rowCount: number;
  /** The line on which the header stands, 0 where there is none. */
  readonly headerLine: number;
  readonly tooWide: readonly WideRecord[];
  /** The first record with a quoted cell that does not end where its closing mark stands, or 0: rows are lost in it. */
  readonly openQuoteLine: number;
  /** The longest cell and the line its record starts on. */
  readonly longest: { readonly characters: number; readonly line: number };
}

/** What a record is before it is mended. */
interface RawRecord {
  readonly line: number;
  readonly cells: string[];
  readonly isBroken: boolean;
}

const countLineEnds = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10) count += 1;
  }
  return count;
};

/**
 * Reads an irregular text (quoted line ends, blank lines, short or long records, stray quotes, other marks) and
 * writes it again so that the engine cannot misread it. Short records are filled with blanks, blank ones left out.
 * Where the marks do not prove where a cell ends, a record with too few or too many cells is one that was misread.
 */
export function repairCsv(raw: string, dialect: CsvDialect): Repaired {
  const { delimiter, preamble, headerRows, marks, isBoxed } = dialect;
  const width = dialect.headers.length;
  const skip = recordsBeforeRows(dialect);
  const isStrict = isLoose(marks);
  const parts: string[] = [];
  const tooWide: WideRecord[] = [];
  let buffer: string[][] = [];
  let record = 0;
  let rowCount = 0;
  let headerLine = headerRows === 0 ? 0 : 1;
  let openQuoteLine = 0;
  let longest = { characters: 0, line: 1 };
  const flush = (): void => {
    if (buffer.length > 0) parts.push(`${Papa.unparse(buffer, { newline: '\n' })}\n`);
    buffer = [];
  };
  const take = ({ line, cells, isBroken }: RawRecord): void => {
    record += 1;
    const isRow = record > skip && !cells.every((cell) => cell.trim() === '');
    const isMisread = isBroken || (isStrict && isRow && cells.length !== width);
    if (openQuoteLine === 0 && isMisread) openQuoteLine = line;
    if (headerRows > 0 && record === preamble + 1) headerLine = line;
    if (!isRow) return;
    while (cells.length > width && cells.at(-1)?.trim() === '') cells.pop();
    if (cells.length > width) {
      tooWide.push({ line, cells: cells.length });
      return;
    }
    for (const cell of cells)
      if (cell.length > longest.characters) longest = { characters: cell.length, line };
    rowCount += 1;
    buffer.push([String(line), ...cells, ...Array<string>(width - cells.length).fill('')]);
    if (buffer.length >= 10_000) flush();
  };
  const takeTrimmed = (one: RawRecord): void =>
    take({ ...one, cells: one.cells.map((cell) => cell.trim()) });
  if (isBoxed) takePlain(raw, delimiter, takeTrimmed);
  else if (isPlainDialect(dialect)) takePlain(raw, delimiter, take);
  else
    for (const { line, cells, isBroken } of recordsOf(raw, delimiter, marks))
      take({ line, cells: [...cells], isBroken });
  flush();
  return { parts, rowCount, headerLine, tooWide, openQuoteLine, longest };
}

function takePlain(raw: string, delimiter: string, take: (record: RawRecord) => void): void {
  const text = plainLineEnds(raw);
  let cursor = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, meta, errors }) => {
      const start = line;
      line += countLineEnds(text, cursor, meta.cursor);
      cursor = meta.cursor;
      const isBroken = errors.some((error) => error.type === 'Quotes');
      take({ line: start, cells: data, isBroken });
    },
  });
}
