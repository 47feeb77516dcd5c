import { useCallback, useState } from 'react';
import type { ColumnLayout } from '../grid/columnLayout';

const storageKey = (key: string): string => `saldo.columns.${key}`;

function stored(key: string): ColumnLayout | undefined {
  try {
    const text = localStorage.getItem(storageKey(key));
    return text === null ? undefined : (JSON.parse(text) as ColumnLayout);
  } catch {
    return undefined;
  }
}

/** Width, order and visibility of a grid's columns, kept in this browser. */
export function useColumnLayout(
  key: string,
): readonly [ColumnLayout | undefined, (layout: ColumnLayout) => void] {
  const [layouts, setLayouts] = useState<Readonly<Record<string, ColumnLayout | undefined>>>({});
  const set = useCallback(
    (layout: ColumnLayout) => {
      localStorage.setItem(storageKey(key), JSON.stringify(layout));
      setLayouts((before) => ({ ...before, [key]: layout }));
    },
    [key],
  );
  return [layouts[key] ?? stored(key), set];
}
