import type { CellObject, SheetData } from 'write-excel-file/universal';
import { type Column, isFigure } from '../../domain/report/column';
import type { ResultRow } from '../../domain/report/result';
import { codeReader, columnText } from '../../i18n/labels';
import { translator } from '../../i18n/translate';
import { err, ok, type Result } from '../../lib/result';
import { columnsOf, type ExportJob, type ExportProblem, tooManyRows } from '../job';
import { aboutRows } from './aboutSheet';
import { sheetCell, textCell } from './cells';
import { workbook } from './writer';

const widthMin = 8;
const widthMax = 60;
/** Widths are judged by the first rows and the totals. */
const measuredRows = 500;

/** A title as a sheet's name: the characters and the length that Excel allows. */
function sheetName(title: string): string {
  const name = title
    .replace(/[[\]/\\:*?]+/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
    .trim();
  return name === '' ? 'Saldo' : name;
}

/** Wide enough for the header and the cells as they are shown, with thousands grouped. */
function widthOf(column: Column, header: string, rows: readonly ResultRow[]): number {
  const longest = rows.reduce((width, row) => {
    const cell = row[column.id];
    const length = cell === null || cell === undefined ? 0 : String(cell).length;
    return Math.max(width, column.kind === 'money' ? length + Math.ceil(length / 3) : length);
  }, header.length);
  return Math.min(widthMax, Math.max(widthMin, longest + 2));
}

function totalsRow(
  columns: readonly Column[],
  total: ResultRow,
  totalName: string,
  wordOf: (columnId: string, code: string) => string | undefined,
): (CellObject | null)[] {
  return columns.map((column, index) => {
    const cell =
      index === 0 && total[column.id] === undefined
        ? textCell(totalName)
        : sheetCell(column, total[column.id], wordOf);
    return cell && { ...cell, fontWeight: 'bold', topBorderStyle: 'thin' };
  });
}

/**
 * The report as a workbook: its rows with real numbers and dates under a header that stays, totals in bold, and a
 * second sheet that says what it is and how it ties.
 */
export async function writeXlsx(
  job: ExportJob,
  rowsMax: number,
): Promise<Result<Uint8Array<ArrayBuffer>, ExportProblem>> {
  const { rows, totals } = job.result;
  const columns = columnsOf(job);
  const problem = tooManyRows('XLSX', rows.length, rowsMax);
  if (problem) return err(problem);
  const translate = translator(job.locale);
  const wordOf = codeReader(translate, job.codes);
  const headers = columns.map((column) => columnText(translate, column, job.result.columns));
  const measured = [...rows.slice(0, measuredRows), ...totals];
  const data: SheetData = [
    headers.map((header, index) => ({
      ...textCell(header),
      fontWeight: 'bold' as const,
      bottomBorderStyle: 'thin' as const,
      align: columns[index] && isFigure(columns[index]) ? ('right' as const) : ('left' as const),
    })),
  ];
  for (const row of rows)
    data.push(columns.map((column) => sheetCell(column, row[column.id], wordOf)));
  for (const total of totals) data.push(totalsRow(columns, total, translate('grid.total'), wordOf));
  const about = translate('export.sheet.about');
  const name = sheetName(job.title);
  return ok(
    await workbook([
      {
        name: name === about ? `${name.slice(0, 29)} 1` : name,
        rows: data,
        widths: columns.map((column, index) => widthOf(column, headers[index] ?? '', measured)),
        frozenRows: 1,
      },
      { name: about, rows: aboutRows(job, translate), widths: [36, 48, 10, 20, 20], frozenRows: 0 },
    ]),
  );
}
