import Papa from 'papaparse';
import type { ReportResult } from '../domain/report/result';

/** The rows of a report as CSV with its column ids as header: for scripts, so without any decoration. */
export function reportCsv(result: ReportResult): string {
  const fields = result.columns.map((column) => column.id);
  const data = result.rows.map((row) => fields.map((field) => row[field] ?? ''));
  return `${Papa.unparse({ fields, data }, { newline: '\n' })}\n`;
}
