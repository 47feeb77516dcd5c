import { useEffect, useState } from 'react';
import type { ResultRow } from '../../domain/report/result';
import type { RawParams } from '../../reports/define';
import type { OpenReport } from '../../reports/run';
import { type ReportView, useReport } from './useReport';

export interface FirstRows {
  /** The answer that the rows belong to; it may already be followed by a newer one. */
  readonly of: OpenReport;
  readonly rows: readonly ResultRow[];
}

/** The first rows of an answer; those of the one before stay until they are read. */
export function useFirstRows(open: OpenReport | undefined, limit: number): FirstRows | undefined {
  const [shown, setShown] = useState<FirstRows>();
  useEffect(() => {
    if (!open) return undefined;
    let isCurrent = true;
    open.page(0, limit).then(
      (rows) => {
        if (isCurrent) setShown({ of: open, rows });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [open, limit]);
  return open && shown;
}

export interface RowsView extends ReportView {
  /** The first rows, at most `limit` of them. */
  readonly rows: readonly ResultRow[] | undefined;
  /** The answer that `rows` belong to. */
  readonly of: OpenReport | undefined;
}

/** The first rows of a report: for figures, charts and short lists. */
export function useRows(id: string, params: RawParams | undefined, limit: number): RowsView {
  const view = useReport(id, params);
  const shown = useFirstRows(view.open, limit);
  return { ...view, rows: shown?.rows, of: shown?.of };
}
