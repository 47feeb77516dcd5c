import Papa from 'papaparse';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { guardFormula } from '../lib/spreadsheetText';
import { type CellStyle, clipboardCell } from './cellText';

/** More cells than this belong in an export. */
export const copyCellsMax = 200_000;

/** A block with its headers as tab-separated text, as spreadsheets read it from the clipboard. */
export function blockText(
  columns: readonly Column[],
  headers: readonly string[],
  rows: readonly ResultRow[],
  style: CellStyle,
): string {
  return Papa.unparse(
    [
      headers.map(guardFormula),
      ...rows.map((row) => columns.map((column) => clipboardCell(column, row, style))),
    ],
    { delimiter: '\t', newline: '\r\n' },
  );
}
