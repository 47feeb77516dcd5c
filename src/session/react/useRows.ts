import { useEffect, useState } from 'react';
import type { ResultRow } from '../../domain/report/result';
import type { RawParams } from '../../reports/define';
import type { OpenReport } from '../../reports/run';
import { type ReportView, useReport } from './useReport';

export interface RowsView extends ReportView {
  /** The first rows, at most `limit` of them, of the answer in `open`. */
  readonly rows: readonly ResultRow[] | undefined;
}

/** The first rows of a report: for figures, charts and short lists. */
export function useRows(id: string, params: RawParams | undefined, limit: number): RowsView {
  const view = useReport(id, params);
  const { open } = view;
  const [rows, setRows] = useState<{ of: OpenReport; rows: readonly ResultRow[] }>();
  useEffect(() => {
    if (!open) return undefined;
    let isCurrent = true;
    open.page(0, limit).then(
      (page) => {
        if (isCurrent) setRows({ of: open, rows: page });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [open, limit]);
  return { ...view, rows: rows?.rows };
}
