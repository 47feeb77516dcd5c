import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useRef,
} from 'react';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { sizes } from '../ui/tokens/tokens';
import { opens } from './columnDefs';
import type { GridController } from './controller';
import { followDrag } from './dragSelection';
import { actionOf } from './gridKeys';
import classes from './ReportGrid.module.css';
import { type CellPoint, extendTo, selectCell } from './selection';

interface GridCommands {
  readonly onOpenCell: ((column: Column, row: ResultRow) => void) | undefined;
  readonly onExplainRow: ((row: ResultRow) => void) | undefined;
  readonly onFind: () => void;
  readonly onFindNext: (backwards: boolean) => void;
  readonly onCopy: (clipboard: DataTransfer) => void;
}

/** Keyboard, mouse and clipboard over one grid, before the grid library sees them. */
export function useGridHandlers(controller: GridController, commands: GridCommands) {
  const dragging = useRef(false);
  /** After Escape, Tab leaves the grid instead of going from cell to cell. */
  const released = useRef(false);

  const canOpen = ({ row, column }: CellPoint): boolean => {
    const shown = controller.columns[column];
    return shown !== undefined && opens(shown, controller.rowAt(row));
  };
  const open = ({ row, column }: CellPoint) => {
    const [shown, record] = [controller.columns[column], controller.rowAt(row)];
    if (shown && opens(shown, record)) commands.onOpenCell?.(shown, record);
  };
  const explain = ({ row }: CellPoint) => {
    const record = row < controller.extent.bodyRows ? controller.rowAt(row) : undefined;
    if (record) commands.onExplainRow?.(record);
  };
  const viewport = (element: Element) =>
    element.querySelector('.ag-grid-viewport, .ag-body-viewport');

  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    const wasReleased = released.current;
    if (event.key !== 'Shift') released.current = false;
    if (wasReleased && event.key === 'Tab') {
      released.current = true;
      return;
    }
    const height = viewport(event.currentTarget)?.clientHeight ?? 0;
    const action = actionOf(
      {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
      },
      {
        at: controller.pointAt(event.target),
        selection: controller.selection,
        extent: controller.extent,
        pageRows: Math.max(1, Math.floor(height / sizes.gridRow) - 1),
        filled: (point) => controller.isFilled(point),
        canOpen,
      },
    );
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    switch (action.kind) {
      case 'select':
        return controller.select(action.selection, 'focus');
      case 'selectAll':
        return controller.select(action.selection);
      case 'release':
        released.current = true;
        return controller.select(action.selection, 'focus');
      case 'open':
        return open(action.point);
      case 'explain':
        return explain(action.point);
      case 'find':
        return commands.onFind();
      case 'findNext':
        return commands.onFindNext(action.backwards);
    }
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const point = event.button === 0 ? controller.pointAt(event.target) : undefined;
    if (!point) return;
    released.current = false;
    const { selection } = controller;
    const extend = (to: CellPoint) => {
      const from = controller.selection ?? selectCell(point);
      controller.select(extendTo(from, to, controller.extent));
    };
    dragging.current = true;
    if (event.shiftKey && selection) extend(point);
    else controller.select(selectCell(point));
    followDrag({
      viewport: viewport(event.currentTarget),
      pointAt: (target) => controller.pointAt(target),
      extend,
      scroll: (rows) => {
        const focus = controller.selection?.focus ?? point;
        const to = { row: focus.row + rows, column: focus.column };
        controller.select(extendTo(selectCell(point), to, controller.extent), 'show');
      },
      end: () => {
        dragging.current = false;
      },
    });
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const isFigure =
      event.target instanceof Element && event.target.closest(`.${classes['openable']}`) !== null;
    const point = isFigure && !event.shiftKey ? controller.pointAt(event.target) : undefined;
    if (point && !controller.isSelected(point)) open(point);
  };

  /** The keyboard came to a cell by other ways than ours: from the header, or by Tab into the grid. */
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const point = controller.pointAt(event.target);
    if (!point || dragging.current) return;
    const isFromOutside =
      !(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget);
    if (isFromOutside) released.current = false;
    const { selection } = controller;
    const isKnown = [selection?.anchor, selection?.focus].some(
      (known) => known?.row === point.row && known.column === point.column,
    );
    if (!isKnown) controller.select(selectCell(point));
  };

  const onCopy = (event: ClipboardEvent<HTMLElement>) => {
    if (!controller.pointAt(event.target)) return;
    event.preventDefault();
    commands.onCopy(event.clipboardData);
  };

  return {
    handlers: { onKeyDownCapture, onPointerDown, onClick, onFocus, onCopy },
    isReleased: () => released.current,
    explainSelected: () => {
      if (controller.selection) explain(controller.selection.focus);
    },
  };
}
