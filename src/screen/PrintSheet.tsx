import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { exact } from '../domain/money/decimal';
import { type Column, isFigure } from '../domain/report/column';
import type { ReportResult, ResultRow } from '../domain/report/result';
import {
  formatAmount,
  formatDate,
  formatInteger,
  formatPercent,
  percentDigits,
} from '../i18n/formats';
import { type CodeWordings, codeText, columnText, labelText } from '../i18n/labels';
import { useLocale, useTranslate } from '../i18n/setup';

/** More rows make a book that nobody prints; the reader is told to filter or to export. */
export const printRowsMax = 5_000;

/** What goes on paper. */
export interface PrintJob {
  readonly title: string;
  /** The policy and the filters, before the figures. */
  readonly lines: readonly string[];
  /** The files behind the figures and the version, after them. */
  readonly sources: readonly string[];
  /** The chart of the page as SVG text. */
  readonly picture: string | undefined;
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
  const { title, lines, sources, picture, result, columns } = job;
  const t = useTranslate();
  const locale = useLocale();

  useEffect(() => {
    const done = (): void => onDone();
    globalThis.addEventListener('afterprint', done, { once: true });
    // The sheet must be laid out before the dialog takes the page's picture.
    let isCurrent = true;
    const pictures = [...document.querySelectorAll<HTMLImageElement>('.print-sheet img')];
    let frame = 0;
    void Promise.allSettled(pictures.map((image) => image.decode())).then(() => {
      if (isCurrent) frame = requestAnimationFrame(() => globalThis.print());
    });
    return () => {
      isCurrent = false;
      cancelAnimationFrame(frame);
      globalThis.removeEventListener('afterprint', done);
    };
  }, [onDone]);

  const cell = (column: Column, row: ResultRow): string => {
    const value = row[column.id];
    if (value === null || value === undefined) return '';
    if (column.kind === 'money' || column.kind === 'rate')
      return formatAmount(String(value), locale);
    if (column.kind === 'ratio') return formatPercent(String(value), locale, percentDigits);
    if (column.kind === 'date') return formatDate(String(value), locale);
    if (typeof value === 'number') return formatInteger(value, locale);
    return codeText(t, column.id, String(value), codes) ?? String(value);
  };
  const line = (row: ResultRow, key: string, name?: string): ReactNode => (
    <tr key={key}>
      {columns.map((column, i) => (
        <td key={column.id} className={isFigure(column) ? 'is-figure' : undefined}>
          {i === 0 && name !== undefined
            ? `${name} ${cell(column, row)}`.trim()
            : cell(column, row)}
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
      {result.tieOuts.map((tieOut) => (
        <p key={`${tieOut.name} ${tieOut.currency}`} className="print-tie-out">
          {[
            t('page.tieOutDetail', {
              name: labelText(t, { key: `tieOut.${tieOut.name}` }),
              left: formatAmount(tieOut.left, locale),
              right: formatAmount(tieOut.right, locale),
              currency: tieOut.currency,
            }),
            exact(tieOut.difference).isZero()
              ? t(result.outside ? 'page.tiesInPart' : 'page.ties')
              : t('page.difference', {
                  amount: `${formatAmount(tieOut.difference, locale)} ${tieOut.currency}`,
                }),
          ].join(' · ')}
        </p>
      ))}
      {picture !== undefined && (
        <img alt={title} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`} />
      )}
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
        <tfoot>{result.totals.map((row, i) => line(row, `total ${i}`, t('grid.total')))}</tfoot>
      </table>
      {sources.map((text) => (
        <p key={text} className="print-source">
          {text}
        </p>
      ))}
    </div>,
    document.body,
  );
}
