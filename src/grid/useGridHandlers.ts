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
import { type EditKeyAction, editActionOf } from './editKeys';
import { actionOf } from './gridKeys';
import classes from './ReportGrid.module.css';
import { addCell, type CellPoint, extendTo, selectCell } from './selection';
import type { Editing } from './useEditing';

interface GridCommands {
  readonly onOpenCell: ((column: Column, row: ResultRow) => void) | undefined;
  readonly onExplainRow: ((row: ResultRow) => void) | undefined;
  /** Enter and a double click explain the row, where the cell itself opens nothing. */
  readonly opensRows: boolean;
  readonly onFind: () => void;
  readonly onFindNext: (backwards: boolean) => void;
  readonly onCopy: (clipboard: DataTransfer) => void;
  readonly onCut: (clipboard: DataTransfer) => void;
  /** Where the grid can be edited. */
  readonly editing: Editing | undefined;
}

/** Keyboard, mouse and clipboard over one grid, before the grid library sees them. */
export function useGridHandlers(controller: GridController, commands: GridCommands) {
  const dragging = useRef(false);
  /** After Escape, Tab leaves the grid instead of going from cell to cell. */
  const released = useRef(false);
  /** After Shift F8, moves keep the blocks that are selected, until one is drawn or Escape. */
  const adding = useRef(false);
  const { editing } = commands;

  const canOpen = ({ row, column }: CellPoint): boolean => {
    const shown = controller.columns[column];
    const isRow = commands.opensRows && row < controller.extent.bodyRows;
    return isRow || (shown !== undefined && opens(shown, controller.rowAt(row)));
  };
  const explain = ({ row }: CellPoint) => {
    const record = row < controller.extent.bodyRows ? controller.rowAt(row) : undefined;
    if (record) commands.onExplainRow?.(record);
  };
  const open = ({ row, column }: CellPoint) => {
    const [shown, record] = [controller.columns[column], controller.rowAt(row)];
    if (shown && opens(shown, record)) commands.onOpenCell?.(shown, record);
    else if (commands.opensRows) explain({ row, column });
  };
  const viewport = (element: Element) =>
    element.querySelector('.ag-grid-viewport, .ag-body-viewport');

  /** @returns whether the browser still has to bring the key to where the keyboard is now */
  const edit = (action: EditKeyAction, at: CellPoint): boolean => {
    switch (action.kind) {
      case 'type':
        return editing?.begin(at, { isTyped: true, isListOpen: false }) === true;
      case 'edit':
        editing?.begin(at, { isTyped: false, isListOpen: action.openList });
        break;
      case 'clear':
        editing?.acts.clear();
        break;
      case 'fill':
        editing?.acts.fill(action.direction);
        break;
      case 'submit':
        editing?.entry.submitAndGoOn();
        break;
      case 'discard':
        editing?.entry.discard();
        break;
    }
    return false;
  };

  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    const wasReleased = released.current;
    if (event.key !== 'Shift') released.current = false;
    if (wasReleased && event.key === 'Tab') {
      released.current = true;
      return;
    }
    const height = viewport(event.currentTarget)?.clientHeight ?? 0;
    const pressed = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
    };
    const at = controller.pointAt(event.target);
    if (editing && at) {
      const focus = controller.selection?.focus ?? at;
      const asked = editActionOf(pressed, {
        altGraph: event.getModifierState('AltGraph'),
        isEntryBegun: editing.entry.isBegunAt(focus),
      });
      if (asked) {
        event.stopPropagation();
        if (!edit(asked, focus)) event.preventDefault();
        return;
      }
    }
    const action = actionOf(pressed, {
      at,
      selection: controller.selection,
      extent: controller.extent,
      pageRows: Math.max(1, Math.floor(height / sizes.gridRow) - 1),
      filled: (point) => controller.isFilled(point),
      canOpen,
      adding: adding.current,
    });
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    switch (action.kind) {
      case 'select':
        if (pressed.shift) adding.current = false;
        return controller.select(action.selection, 'focus');
      case 'selectAll':
        return controller.select(action.selection);
      case 'add':
        adding.current = true;
        return controller.select(action.selection, 'focus');
      case 'release':
        adding.current = false;
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

  /** Before the grid library, which gives the cell the keyboard at once where Ctrl is held. */
  const onPointerDownCapture = (event: PointerEvent<HTMLElement>) => {
    const point = event.button === 0 ? controller.pointAt(event.target) : undefined;
    if (!point) return;
    // A value that cannot be read keeps its editor, and the editor the keyboard.
    if (editing && !editing.leave()) return;
    released.current = false;
    adding.current = false;
    const { selection } = controller;
    const extend = (to: CellPoint) => {
      const from = controller.selection ?? selectCell(point);
      controller.select(extendTo(from, to, controller.extent));
    };
    dragging.current = true;
    if (event.shiftKey && selection) extend(point);
    else if (event.ctrlKey || event.metaKey)
      controller.select(addCell(selection, point, controller.extent));
    else controller.select(selectCell(point));
    followDrag({
      viewport: viewport(event.currentTarget),
      pointAt: (target) => controller.pointAt(target),
      extend,
      scroll: (rows) => {
        const focus = controller.selection?.focus ?? point;
        const to = { row: focus.row + rows, column: focus.column };
        const from = controller.selection ?? selectCell(point);
        controller.select(extendTo(from, to, controller.extent), 'show');
      },
      end: () => {
        dragging.current = false;
      },
    });
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const isFigure =
      event.target instanceof Element && event.target.closest(`.${classes['openable']}`) !== null;
    const isSelecting = event.shiftKey || event.ctrlKey || event.metaKey;
    const point = isFigure && !isSelecting ? controller.pointAt(event.target) : undefined;
    if (point && !controller.isSelected(point)) open(point);
  };

  /** The keyboard came to a cell by other ways than ours: from the header, or by Tab into the grid. */
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const point = controller.pointAt(event.target);
    if (!point || dragging.current || editing?.isOpen()) return;
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

  const onCut = (event: ClipboardEvent<HTMLElement>) => {
    if (!editing || !controller.pointAt(event.target)) return;
    event.preventDefault();
    commands.onCut(event.clipboardData);
  };

  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    if (!editing || !controller.pointAt(event.target)) return;
    event.preventDefault();
    editing.acts.paste(event.clipboardData.getData('text/plain'));
  };

  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const point = controller.pointAt(event.target);
    if (point && commands.opensRows) explain(point);
    else if (point) editing?.begin(point, { isTyped: false, isListOpen: false });
  };

  return {
    handlers: {
      onKeyDownCapture,
      onPointerDownCapture,
      onClick,
      onDoubleClick,
      onFocus,
      onCopy,
      onCut,
      onPaste,
    },
    isReleased: () => released.current,
    explainSelected: () => {
      if (controller.selection) explain(controller.selection.focus);
    },
  };
}
