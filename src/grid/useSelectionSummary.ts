import { useCallback, useEffect, useRef } from 'react';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { cellsIn, disjoint, rowsIn } from './blocks';
import type { Block } from './selection';
import { figuresOf, type SelectedPart, type SelectionSummary, summedRowsMax } from './statistics';

const restMs = 60;

interface Summarised {
  readonly blocks: readonly Block[];
  readonly columns: readonly Column[];
  readonly baseCurrency: string;
  readonly read: (from: number, to: number, signal: AbortSignal) => Promise<readonly ResultRow[]>;
}

/** Adds up a selection once it has rested for a moment. The returned function is called with every change. */
export function useSelectionSummary(
  onSummary: ((summary: SelectionSummary | undefined) => void) | undefined,
): (summarised: Summarised) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<AbortController>(undefined);
  const listener = useRef(onSummary);
  useEffect(() => {
    listener.current = onSummary;
  }, [onSummary]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      running.current?.abort();
    },
    [],
  );

  return useCallback(({ blocks, columns, baseCurrency, read }) => {
    clearTimeout(timer.current);
    running.current?.abort();
    if (!listener.current) return;
    const ended = new AbortController();
    running.current = ended;
    timer.current = setTimeout(async () => {
      if (blocks.length === 0) return listener.current?.(undefined);
      const counted = { cells: cellsIn(blocks), rows: rowsIn(blocks) };
      const tooMany = { ...counted, figures: [], complete: false };
      if (counted.rows > summedRowsMax) return listener.current?.(tooMany);
      const parts: SelectedPart[] = [];
      try {
        for (const { top, bottom, left, right } of disjoint(blocks))
          parts.push({
            columns: columns.slice(left, right + 1),
            rows: await read(top, bottom + 1, ended.signal),
          });
      } catch {
        if (!ended.signal.aborted) listener.current?.(tooMany);
        return;
      }
      if (ended.signal.aborted) return;
      listener.current?.({ ...counted, figures: figuresOf(parts, baseCurrency), complete: true });
    }, restMs);
  }, []);
}
