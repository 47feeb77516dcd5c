import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Column } from '../domain/report/column';
import type { ReportResult, ResultRow } from '../domain/report/result';
import { formatAmount, formatDate, formatInteger } from '../i18n/formats';
import { type CodeWordings, codeText, columnText } from '../i18n/labels';
import { useLocale, useTranslate } from '../i18n/setup';

/** More rows make a book that nobody prints; the reader is told to filter or to export. */
export const printRowsMax = 5_000;

/** What goes on paper. */
export interface PrintJob {
  readonly title: string;
  /** The policy and whatever else explains the figures. */
  readonly lines: readonly string[];
  readonly result: ReportResult;
  readonly columns: readonly Column[];
}

interface PrintSheetProps {
  readonly job: PrintJob;
  readonly codes: CodeWordings | undefined;
  readonly onDone: () => void;
}

/** All rows of a report as one plain table for paper: the header repeats on every page, no row is cut. */
export function PrintSheet({ job, codes, onDone }: PrintSheetProps): ReactNode {
  const { title, lines, result, columns } = job;
  const t = useTranslate();
  const locale = useLocale();

  useEffect(() => {
    const done = (): void => onDone();
    globalThis.addEventListener('afterprint', done, { once: true });
    // The sheet must be laid out before the dialog takes the page's picture.
    const frame = requestAnimationFrame(() => globalThis.print());
    return () => {
      cancelAnimationFrame(frame);
      globalThis.removeEventListener('afterprint', done);
    };
  }, [onDone]);

  const isFigure = (column: Column): boolean =>
    column.kind === 'money' || column.kind === 'integer';
  const cell = (column: Column, row: ResultRow): string => {
    const value = row[column.id];
    if (value === null || value === undefined) return '';
    if (column.kind === 'money') return formatAmount(String(value), locale);
    if (column.kind === 'date') return formatDate(String(value), locale);
    if (typeof value === 'number') return formatInteger(value, locale);
    return codeText(t, column.id, String(value), codes) ?? String(value);
  };
  const line = (row: ResultRow, key: string): ReactNode => (
    <tr key={key}>
      {columns.map((column) => (
        <td key={column.id} className={isFigure(column) ? 'is-figure' : undefined}>
          {cell(column, row)}
        </td>
      ))}
    </tr>
  );
  return createPortal(
    <div className="print-sheet">
      <h1>{title}</h1>
      {lines.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} className={isFigure(column) ? 'is-figure' : undefined}>
                {columnText(t, column, result.columns)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{result.rows.map((row, i) => line(row, `row ${i}`))}</tbody>
        <tfoot>{result.totals.map((row, i) => line(row, `total ${i}`))}</tfoot>
      </table>
    </div>,
    document.body,
  );
}
