import type { TextGrid } from './textGrid';

const needsQuotes = /[",\r\n]/;

export function cellText(cell: string): string {
  return needsQuotes.test(cell) || (cell !== '' && cell.trim() === '')
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

/** How many columns a grid has that are not blank. */
export function gridWidth({ rows }: TextGrid): number {
  return rows.reduce((most, row) => Math.max(most, lastFilled(row)), 0);
}

/** The separator of the texts that grids become. */
export const gridDelimiter = ',';

/** Rows that are written at a time: longer strings cost memory, shorter ones time. */
const rowsAtOnce = 5_000;

/**
 * A grid as delimited text, UTF-8: what is kept of a file that is none. Each row is as wide as the widest, so that no
 * record seems to have too many cells, and its place stays its record. A blank row is a blank line.
 */
export function gridText({ rows }: TextGrid, width: number): Blob {
  const parts: string[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const lines = rows
      .slice(from, from + rowsAtOnce)
      .map((row) => (lastFilled(row) === 0 ? '' : textOf(row, width)));
    parts.push(`${lines.join('\n')}\n`);
  }
  return new Blob(parts);
}

function textOf(row: readonly string[], width: number): string {
  let text = cellText(row[0] ?? '');
  for (let i = 1; i < width; i += 1) text += gridDelimiter + cellText(row[i] ?? '');
  return text;
}

/** How many cells a row has up to its last that is not blank. */
function lastFilled(row: readonly string[]): number {
  for (let i = row.length; i > 0; i -= 1) if ((row[i - 1] ?? '').trim() !== '') return i;
  return 0;
}
