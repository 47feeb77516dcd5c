import type { CellObject } from 'write-excel-file/universal';
import { exact, toDouble } from '../../domain/money/decimal';
import type { Column } from '../../domain/report/column';
import type { ResultCell } from '../../domain/report/result';
import { dayNumber, parseIsoDate } from '../../domain/time/calendar';

/** A spreadsheet cell holds a double: 15 significant digits, and what needs more goes as text. */
const digitsMax = 15;
/** Excel refuses a file with longer text. */
const charactersMax = 32_767;
const millisecondsOfDay = 86_400_000;

export function textCell(text: string): CellObject {
  const shown = text.length > charactersMax ? `${text.slice(0, charactersMax - 1)}…` : text;
  return { value: shown, type: String };
}

/** A number shown with as many decimals as its exact text has. Exact amounts have their currency's digits. */
export function amountCell(amount: string): CellObject {
  const value = exact(amount);
  if (value.precision() > digitsMax) return { ...textCell(amount), align: 'right' };
  const decimals = amount.split('.')[1]?.length ?? 0;
  const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return { value: toDouble(value), type: Number, format };
}

/** Before 1900-03-01 a spreadsheet counts a leap day that never was, so that earlier dates go as text. */
const firstDay = -25_508;

/** A real date, of no hour and no zone. */
function dateCell(text: string): CellObject {
  const date = parseIsoDate(text);
  if (!date.ok || dayNumber(date.value) < firstDay) return textCell(text);
  return {
    value: new Date(dayNumber(date.value) * millisecondsOfDay),
    type: Date,
    format: 'yyyy-mm-dd',
  };
}

/** A cell of a report as a cell of a sheet. Ids stay text, with their leading zeros and all their digits. */
export function sheetCell(
  column: Column,
  cell: ResultCell | undefined,
  wordOf: (columnId: string, code: string) => string | undefined,
): CellObject | null {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number, format: '#,##0' };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  if (column.kind === 'money') return amountCell(cell);
  if (column.kind === 'rate')
    return { value: toDouble(exact(cell)), type: Number, format: '0.0000######' };
  if (column.kind === 'ratio')
    return { value: toDouble(exact(cell)), type: Number, format: '0.00%' };
  if (column.kind === 'date') return dateCell(cell);
  return textCell(wordOf(column.id, cell) ?? cell);
}
