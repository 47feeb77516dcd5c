import Papa from 'papaparse';
import { plainLineEnds } from './dialect';

/** A record with more cells than the header, which cannot be placed. */
export interface WideRecord {
  readonly line: number;
  readonly cells: number;
}

export interface Repaired {
  /** UTF-8 CSV without a header: the line of each record in the file, then exactly `width` cells. */
  readonly parts: readonly string[];
  readonly rowCount: number;
  /** The line on which the header stands. */
  readonly headerLine: number;
  readonly tooWide: readonly WideRecord[];
  /** The first record with a quoted cell that does not end where its closing mark stands, or 0: rows are lost in it. */
  readonly openQuoteLine: number;
  /** The longest cell and the line its record starts on. */
  readonly longest: { readonly characters: number; readonly line: number };
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
 * Reads an irregular text (quoted line ends, blank lines, short or long records, stray quotes) and writes it
 * again so that the engine cannot misread it. Short records are filled with blanks, blank ones left out.
 * @param skip records before the first row: the preamble and the header
 */
export function repairCsv(raw: string, delimiter: string, skip: number, width: number): Repaired {
  const text = plainLineEnds(raw);
  const parts: string[] = [];
  const tooWide: WideRecord[] = [];
  let buffer: string[][] = [];
  let record = 0;
  let cursor = 0;
  let line = 1;
  let rowCount = 0;
  let headerLine = 1;
  let openQuoteLine = 0;
  let longest = { characters: 0, line: 1 };
  const flush = (): void => {
    if (buffer.length > 0) parts.push(`${Papa.unparse(buffer, { newline: '\n' })}\n`);
    buffer = [];
  };
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, meta, errors }) => {
      const start = line;
      line += countLineEnds(text, cursor, meta.cursor);
      cursor = meta.cursor;
      record += 1;
      if (openQuoteLine === 0 && errors.some((error) => error.type === 'Quotes'))
        openQuoteLine = start;
      if (record === skip) headerLine = start;
      if (record <= skip || data.every((cell) => cell.trim() === '')) return;
      while (data.length > width && data.at(-1)?.trim() === '') data.pop();
      if (data.length > width) {
        tooWide.push({ line: start, cells: data.length });
        return;
      }
      for (const cell of data)
        if (cell.length > longest.characters) longest = { characters: cell.length, line: start };
      rowCount += 1;
      buffer.push([String(start), ...data, ...Array<string>(width - data.length).fill('')]);
      if (buffer.length >= 10_000) flush();
    },
  });
  flush();
  return { parts, rowCount, headerLine, tooWide, openQuoteLine, longest };
}
