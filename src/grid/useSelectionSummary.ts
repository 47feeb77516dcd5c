import { useCallback, useEffect, useRef } from 'react';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { type Block, cellCount } from './selection';
import { figuresOf, type SelectionSummary, summedRowsMax } from './statistics';

const restMs = 60;

interface Summarised {
  readonly block: Block | undefined;
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

  return useCallback(({ block, columns, baseCurrency, read }) => {
    clearTimeout(timer.current);
    running.current?.abort();
    if (!listener.current) return;
    const ended = new AbortController();
    running.current = ended;
    timer.current = setTimeout(async () => {
      if (!block) return listener.current?.(undefined);
      const rows = block.bottom - block.top + 1;
      const counted = { cells: cellCount(block), rows };
      const tooMany = { ...counted, figures: [], complete: false };
      if (rows > summedRowsMax) return listener.current?.(tooMany);
      const selected = columns.slice(block.left, block.right + 1);
      const values = await read(block.top, block.bottom + 1, ended.signal).catch(() => undefined);
      if (ended.signal.aborted) return;
      listener.current?.(
        values
          ? { ...counted, figures: figuresOf(selected, values, baseCurrency), complete: true }
          : tooMany,
      );
    }, restMs);
  }, []);
}
