import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Column } from '../domain/report/column';
import { type BlockActs, blockActs, type Editable } from './blockActs';
import type { OverlayHandle } from './CellEditorOverlay';
import { type CellSession, cellAfter, type Onward } from './cellEditing';
import type { CellStyle } from './cellText';
import type { GridController } from './controller';
import type { Editors, GridEditing } from './editing';
import { EditPlanner, habitOf, refusalOf, writtenText } from './editPlan';
import { type CellPoint, isEntry, selectCell } from './selection';
import { fittingValue, problemText, typedCell } from './typedCell';
import { type Apply, useApply } from './useApply';
import { type Entry, useEntry } from './useEntry';

interface EditingInputs {
  readonly editing: GridEditing | undefined;
  readonly editors: Editors | undefined;
  readonly columns: readonly Column[];
  readonly style: CellStyle;
  /** Tells the reader what happened. */
  readonly notify: (notice: string) => void;
}

export interface Editing {
  /** The cell that is written in. */
  readonly session: CellSession | undefined;
  readonly overlay: RefObject<OverlayHandle | null>;
  readonly entry: Entry;
  readonly acts: BlockActs;
  readonly apply: Apply;
  /** Where the cell is that is written in; the entry row moves when rows come. */
  pointOf(session: CellSession): CellPoint;
  isOpen(): boolean;
  /** @returns whether an editor has the keyboard now */
  begin(point: CellPoint, how: { isTyped: boolean; isListOpen: boolean }): boolean;
  /** Takes what an editor holds; answers why it cannot. */
  commit(
    session: CellSession,
    text: string,
    picked: string | undefined,
    onward: Onward,
  ): string | undefined;
  cancel(): void;
  /** Ends writing in a cell. False where its text is no value: the editor stays. */
  leave(): boolean;
  addRow(): void;
  selectionMoved(): void;
}

/** Everything that changes cells of one grid: it plans, asks the caller once for each act, and tells what came of it. */
export function useEditing(controller: GridController, inputs: EditingInputs): Editing {
  const { editing, editors, columns, style, notify } = inputs;
  const { translate } = style;
  const [session, setShownSession] = useState<CellSession>();
  const sessionNow = useRef<CellSession>(undefined);
  const overlay = useRef<OverlayHandle>(null);

  const setSession = (next: CellSession | undefined) => {
    sessionNow.current = next;
    setShownSession(next);
  };

  const ready = (): Editable | undefined => {
    if (!editing || !editors) return undefined;
    if (editing.readOnlyReason !== undefined) {
      notify(editing.readOnlyReason);
      return undefined;
    }
    const canEdit: GridEditing['canEdit'] = (column, row) => editing.canEdit?.(column, row);
    return { editing, context: { columns, editors, style, canEdit } };
  };

  const apply = useApply({ editing, translate, notify });
  const entry = useEntry(controller, {
    editors,
    canAppend: editing?.canAppend === true,
    columns,
    translate,
    notify,
    run: apply.run,
  });
  /** What the entry row takes is not asked for yet. */
  const run: Apply['run'] = (cause, plan) => {
    if (Object.keys(plan.entry).length > 0) entry.take(plan.entry);
    return apply.run(cause, plan);
  };
  const acts = blockActs({ controller, ready, run, notify });

  const pointOf: Editing['pointOf'] = ({ target, rowIndex, column }) => ({
    row: target.isEntry ? controller.extent.bodyRows : rowIndex,
    column: controller.columns.findIndex(({ id }) => id === column.id),
  });

  const goOn = (from: CellSession, onward: Onward) => {
    if (onward === 'away') return;
    if (onward === 'fill') return controller.select(controller.selection, 'focus');
    const next = cellAfter(pointOf(from), onward, controller.extent);
    if (next) controller.select(selectCell(next), 'focus');
    else entry.submitAndGoOn();
  };

  const begin: Editing['begin'] = (point, { isTyped, isListOpen }) => {
    const column = controller.columns[point.column];
    const row = controller.rowAt(point.row);
    const now = column && row ? ready() : undefined;
    if (!now || !column || !row) return false;
    const { bodyRows } = controller.extent;
    const inEntry = isEntry(point.row, controller.extent);
    const target = { row, line: point.row + 1, isEntry: inEntry };
    const isTotal = point.row >= bodyRows && !inEntry;
    const refusal = isTotal
      ? translate('grid.edit.totals')
      : refusalOf(now.context, column, target);
    const editor = now.context.editors.get(column.id);
    notify(refusal ?? '');
    if (refusal !== undefined || !editor) return false;
    controller.reveal(point);
    const text = isTyped ? '' : writtenText(column, editor, row[column.id], style);
    // At once: the letter that began it goes to whatever has the keyboard when this key's handlers are done.
    flushSync(() =>
      setSession({ target, rowIndex: point.row, column, editor, text, isTyped, isListOpen }),
    );
    return true;
  };

  const commit: Editing['commit'] = (from, text, picked, onward) => {
    const { target, column, editor } = from;
    const now = ready();
    if (!now) return editing?.readOnlyReason;
    const read =
      picked === undefined
        ? typedCell(text, editor, habitOf(column, target.row, style))
        : fittingValue(picked, editor);
    const isUntouched =
      !from.isTyped && picked === undefined && text === from.text && onward !== 'fill';
    // The entry row may be incomplete until it is left.
    const isOpen = target.isEntry && !read.ok && read.error.kind === 'required';
    if (!read.ok && !isOpen && !isUntouched) return problemText(read.error, translate);
    setSession(undefined);
    if (onward === 'fill') acts.fillText(picked ?? text);
    else if (!isUntouched) {
      const planner = new EditPlanner(now.context);
      planner.put(target, column, editor, read, text);
      void run('type', planner.plan);
    }
    goOn(from, onward);
    return undefined;
  };

  return {
    session,
    overlay,
    entry,
    acts,
    apply,
    pointOf,
    isOpen: () => sessionNow.current !== undefined,
    begin,
    commit,
    cancel() {
      setSession(undefined);
      controller.select(controller.selection, 'focus');
    },
    leave: () => sessionNow.current === undefined || overlay.current?.commit('away') !== false,
    addRow() {
      if (ready()) entry.goTo();
    },
    selectionMoved: () => entry.selectionMoved(sessionNow.current !== undefined),
  };
}
