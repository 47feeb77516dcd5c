import type { CellPoint } from './selection';

const edgePx = 24;
const stepMs = 60;

interface Drag {
  /** The scrolling part of the grid. */
  readonly viewport: Element | null;
  readonly pointAt: (target: Element | null) => CellPoint | undefined;
  readonly extend: (point: CellPoint) => void;
  /** One row up (−1) or down (+1) past what is seen. */
  readonly scroll: (rows: -1 | 1) => void;
  readonly end: () => void;
}

/** Follows the pointer, held down, until it is let go; rolls on while it is held beyond the rows that are seen. */
export function followDrag({ viewport, pointAt, extend, scroll, end }: Drag): void {
  const ended = new AbortController();
  let rolling: -1 | 0 | 1 = 0;
  const timer = setInterval(() => {
    if (rolling !== 0) scroll(rolling);
  }, stepMs);

  const onMove = (event: PointerEvent) => {
    const box = viewport?.getBoundingClientRect();
    rolling = !box
      ? 0
      : event.clientY < box.top
        ? -1
        : event.clientY > box.bottom - edgePx / 2
          ? 1
          : 0;
    const point = pointAt(document.elementFromPoint(event.clientX, event.clientY));
    if (point) extend(point);
  };
  const onEnd = () => {
    clearInterval(timer);
    ended.abort();
    end();
  };
  const { signal } = ended;
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onEnd, { signal });
  window.addEventListener('pointercancel', onEnd, { signal });
}
