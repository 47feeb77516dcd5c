import Papa from 'papaparse';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { guardFormula } from '../lib/spreadsheetText';
import { type CellStyle, clipboardCell } from './cellText';

/** More cells than this belong in an export. */
export const copyCellsMax = 200_000;

/**
 * A block as tab-separated text, as spreadsheets read it from the clipboard.
 * @param headers none where the block may be pasted back
 */
export function blockText(
  columns: readonly Column[],
  headers: readonly string[] | undefined,
  rows: readonly ResultRow[],
  style: CellStyle,
): string {
  return Papa.unparse(
    [
      ...(headers ? [headers.map(guardFormula)] : []),
      ...rows.map((row) => columns.map((column) => clipboardCell(column, row, style))),
    ],
    { delimiter: '\t', newline: '\r\n' },
  );
}

/**
 * The lines of a block that a spreadsheet put on the clipboard, cell by cell. Quoted cells may hold tabs and line
 * breaks. Exactly one line break at the end is no line: Excel and LibreOffice write one, Google Sheets does not.
 */
export function clipboardLines(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r\n$|[\r\n]$/, '');
  // A single empty cell: it clears what it is pasted on.
  if (lines === '') return [['']];
  const options = { delimiter: '\t', newline: lineBreakOf(lines) };
  const parsed = Papa.parse<string[]>(lines, options);
  // Quotes that do not pair are characters of a text that nobody quoted.
  return parsed.errors.some(({ type }) => type === 'Quotes')
    ? lines.split(options.newline).map((line) => line.split('\t'))
    : parsed.data;
}

/** The break between lines: the one that stands outside quotes. */
function lineBreakOf(text: string): '\r\n' | '\n' | '\r' {
  const outside = text.replace(/(^|[\t\r\n])"(?:[^"]|"")*"(?=[\t\r\n]|$)/g, '$1');
  if (outside.includes('\r\n')) return '\r\n';
  return outside.includes('\r') && !outside.includes('\n') ? '\r' : '\n';
}

/** What a pasted cell says: the apostrophe that keeps text from being run as a formula is not part of it. */
export function pastedText(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
