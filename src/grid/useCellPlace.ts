import { type RefObject, useLayoutEffect, useState } from 'react';

/** Where a cell is, in pixels of the element that the editor stands in. */
export interface CellPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** More room above than below: what hangs on the cell goes up. */
  readonly isLow: boolean;
  /** Scrolled out of sight, or not drawn. */
  readonly isGone: boolean;
}

function same(a: CellPlace | undefined, b: CellPlace): boolean {
  return (
    a !== undefined &&
    a.left === b.left &&
    a.top === b.top &&
    a.width === b.width &&
    a.height === b.height &&
    a.isLow === b.isLow &&
    a.isGone === b.isGone
  );
}

/** Follows a cell frame by frame: rows scroll, columns change and data come while somebody writes. */
export function useCellPlace(
  frame: RefObject<HTMLElement | null>,
  element: () => HTMLElement | undefined,
): CellPlace | undefined {
  const [place, setPlace] = useState<CellPlace>();
  useLayoutEffect(() => {
    let request = 0;
    const measure = () => {
      const cell = element();
      const outer = frame.current?.getBoundingClientRect();
      if (cell && outer) {
        const box = cell.getBoundingClientRect();
        const rows = cell.closest('.ag-pinned-bottom-rows, .ag-floating-bottom')
          ? undefined
          : cell.closest('.ag-grid-viewport, .ag-body-viewport')?.getBoundingClientRect();
        const next = {
          left: box.left - outer.left,
          top: box.top - outer.top,
          width: box.width,
          height: box.height,
          isLow: box.top - outer.top > outer.height / 2,
          isGone: rows !== undefined && (box.bottom < rows.top + 2 || box.top > rows.bottom - 2),
        };
        setPlace((before) => (same(before, next) ? before : next));
      } else
        setPlace((before) => (before?.isGone === false ? { ...before, isGone: true } : before));
      request = requestAnimationFrame(measure);
    };
    measure();
    return () => cancelAnimationFrame(request);
  }, [frame, element]);
  return place;
}
