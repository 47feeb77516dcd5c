import Papa from 'papaparse';
import { type Column, isFigure } from '../../domain/report/column';
import type { ResultRow } from '../../domain/report/result';
import { codeReader, columnText } from '../../i18n/labels';
import { translator } from '../../i18n/translate';
import { err, ok, type Result } from '../../lib/result';
import { guardFormula } from '../../lib/spreadsheetText';
import { columnsOf, type ExportJob, type ExportProblem, tooManyRows } from '../job';

const chunkRows = 20_000;
const byteOrderMark = '\ufeff';

/** Figures and dates are written by this program and stay as they are; all other text is guarded. */
function isWritten(column: Column): boolean {
  return isFigure(column) || column.kind === 'date';
}

/**
 * The rows as CSV: UTF-8 with a byte order mark, comma, CRLF, a header line, amounts as plain decimals with a
 * point and without grouping, dates as YYYY-MM-DD, nothing for null. Text that begins with = + - @, tab or
 * carriage return gets a leading apostrophe, amounts, counts and dates never do. Totals are not included: they
 * would be rows like any other to whoever reads the file.
 */
export function writeCsv(
  job: ExportJob,
  rowsMax: number,
): Result<Uint8Array<ArrayBuffer>, ExportProblem> {
  const { rows } = job.result;
  const columns = columnsOf(job);
  const problem = tooManyRows('CSV', rows.length, rowsMax);
  if (problem) return err(problem);
  const translate = translator(job.locale);
  const isWorded = job.headers !== 'ids';
  const wordOf = codeReader(translate, job.codes);

  const cellOf = (column: Column, row: ResultRow): string => {
    const cell = row[column.id];
    if (cell === null || cell === undefined) return '';
    if (typeof cell !== 'string' || isWritten(column)) return String(cell);
    const word = isWorded ? wordOf(column.id, cell) : undefined;
    return guardFormula(word ?? cell);
  };
  const header = columns.map((column) =>
    guardFormula(isWorded ? columnText(translate, column, job.result.columns) : column.id),
  );
  const lines = (data: string[][]) => `${Papa.unparse(data, { newline: '\r\n' })}\r\n`;

  const encoder = new TextEncoder();
  const parts = [encoder.encode(byteOrderMark + lines([header]))];
  for (let from = 0; from < rows.length; from += chunkRows) {
    const chunk = rows.slice(from, from + chunkRows);
    parts.push(
      encoder.encode(lines(chunk.map((row) => columns.map((column) => cellOf(column, row))))),
    );
  }
  return ok(joined(parts));
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
