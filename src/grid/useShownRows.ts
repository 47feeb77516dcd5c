import { useEffect, useState } from 'react';
import type { ResultRow } from '../domain/report/result';
import { clientRowsMax, createRowStore, type GridRows, type RowStore } from './rows';

/** What the grid draws: rows that have come. `all` is there where they are few enough. */
export interface ShownRows {
  readonly store: RowStore;
  readonly all: readonly ResultRow[] | undefined;
}

interface Shown {
  readonly shown: ShownRows | undefined;
  /** True from new rows being given until the first of them are here; the ones before stay on the screen. */
  readonly pending: boolean;
  readonly failed: boolean;
  retry(): void;
}

const firstRows = 500;

/** Reads what the grid needs first, so that new rows replace old ones without an empty moment between. */
export function useShownRows(rows: GridRows): Shown {
  const [shown, setShown] = useState<{ from: GridRows; rows: ShownRows }>();
  const [failure, setFailure] = useState<GridRows>();
  const [request, setRequest] = useState({ rows });
  if (request.rows !== rows) setRequest({ rows });

  useEffect(() => {
    const { rows: asked } = request;
    const ended = new AbortController();
    const store = createRowStore(asked);
    const isShort = asked.rowCount <= clientRowsMax;
    store.read(0, isShort ? asked.rowCount : firstRows, ended.signal).then(
      (read) => {
        if (ended.signal.aborted) return;
        setFailure(undefined);
        setShown({ from: asked, rows: { store, all: isShort ? read : undefined } });
      },
      () => {
        if (!ended.signal.aborted) setFailure(asked);
      },
    );
    return () => ended.abort();
  }, [request]);

  return {
    shown: shown?.rows,
    pending: shown?.from !== rows && failure !== rows,
    failed: failure === rows,
    retry: () => {
      setFailure(undefined);
      setRequest({ rows });
    },
  };
}
