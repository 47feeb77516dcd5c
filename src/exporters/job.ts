import type { Column } from '../domain/report/column';
import type { ReportResult } from '../domain/report/result';
import type { LedgerState } from '../domain/report/stateLine';
import type { CodeWordings } from '../i18n/labels';
import type { Locale } from '../i18n/locale';

/** One statement about an output: what it is, under which policy, from which sources, in which state. */
interface AboutLine {
  readonly label: string;
  readonly value: string;
}

/** Everything an export is made from. Plain data: it can be handed to a worker. */
export interface ExportJob {
  readonly result: ReportResult;
  readonly title: string;
  /** Policy, filters, sources with their SHA-256, version, state: worded by the caller. */
  readonly about: readonly AboutLine[];
  readonly locale: Locale;
  /** Words for codes that only this report knows, such as its buckets. */
  readonly codes?: CodeWordings | undefined;
  /** `labels`: headers and codes in words, for people. `ids`: column ids and codes as they are, for programs. */
  readonly headers?: 'labels' | 'ids' | undefined;
  /** The state of the ledger that it was made from; its file's name says it. */
  readonly state?: LedgerState | undefined;
  /** The ids of the columns that are seen, in their order; all columns where it is not given. */
  readonly shown?: readonly string[] | undefined;
}

/** The columns that an export has: those that are seen, as they are seen. */
export function columnsOf({ result, shown }: ExportJob): readonly Column[] {
  if (!shown) return result.columns;
  return shown.flatMap((id) => result.columns.filter((column) => column.id === id));
}

/** Why an export was not made. The page words it as `export.tooManyRows`. */
export interface ExportProblem {
  readonly code: 'too_many_rows';
  readonly format: string;
  readonly rows: number;
  readonly max: number;
}

/** The problem with a result that has more rows than a format is made for. */
export function tooManyRows(format: string, rows: number, max: number): ExportProblem | undefined {
  return rows > max ? { code: 'too_many_rows', format, rows, max } : undefined;
}

/** `aging-by_2026-10-31_57-9c1f2ab0.xlsx`: what it is, of which day and state, safe on every file system. */
export function fileName({ result, state }: ExportJob, extension: string): string {
  const asOf = result.params['asOf'];
  const parts = [
    result.report,
    ...(asOf === undefined ? [] : [asOf]),
    ...(state ? [`${state.position}-${state.hash.slice(0, 8)}`] : []),
  ];
  return `${parts.join('_').replace(/[^\w.-]+/g, '-')}.${extension}`;
}
