import { useEffect, useMemo, useRef, useState } from 'react';
import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { columnText } from '../i18n/labels';
import type { Translate } from '../i18n/translate';
import { entryRow, isBegun } from './cellEditing';
import type { GridController } from './controller';
import type { EditCause, Editors } from './editing';
import { type EditPlan, missingColumns } from './editPlan';
import { type CellPoint, isEntry, selectCell } from './selection';

type EntryValues = EditPlan['entry'];
const noValues: EntryValues = {};

interface EntryInputs {
  readonly editors: Editors | undefined;
  readonly canAppend: boolean;
  readonly columns: readonly Column[];
  readonly translate: Translate;
  readonly notify: (notice: string) => void;
  readonly run: (cause: EditCause, plan: EditPlan) => Promise<boolean>;
}

export interface Entry {
  /** The row as it is drawn; `undefined` where rows cannot be added. */
  readonly row: ResultRow | undefined;
  /** Whether a cell is in the entry row and something is written there. */
  isBegunAt(point: CellPoint): boolean;
  take(values: EntryValues): void;
  discard(): void;
  /** Adds the row, unless something required is missing, which is told. */
  submit(): void;
  /** The same, and goes on in the entry row: where something is missing, or at its start. */
  submitAndGoOn(): void;
  goTo(): void;
  /** The selection moved: a row that was left is added. */
  selectionMoved(isWriting: boolean): void;
}

/** The row in which a new row is written: it is asked for when it is left, as one step. */
export function useEntry(controller: GridController, inputs: EntryInputs): Entry {
  const { editors, canAppend, columns, translate, notify, run } = inputs;
  const [shown, setShown] = useState<EntryValues>(noValues);
  const values = useRef<EntryValues>(noValues);
  const wasInEntry = useRef(false);
  const row = useMemo(
    () => (canAppend ? entryRow(columns, shown) : undefined),
    [canAppend, columns, shown],
  );
  const set = (next: EntryValues) => {
    values.current = next;
    setShown(next);
  };

  /** @returns the columns that still need a value */
  const submit = (): readonly Column[] => {
    if (!editors || !isBegun(values.current)) return [];
    const entered = values.current;
    const missing = missingColumns({ columns, editors }, entered);
    if (missing.length > 0) {
      const names = missing.map((column) => columnText(translate, column, columns)).join(', ');
      notify(translate('grid.entry.missing', { columns: names }));
      return missing;
    }
    const given = Object.entries(entered).filter(([, value]) => value !== null);
    const added = [{ line: controller.extent.bodyRows + 1, values: Object.fromEntries(given) }];
    set(noValues);
    void run('type', { edits: [], added, entry: noValues, rejects: [] }).then((isAdded) => {
      // What was refused stays to be mended, unless the next row is being entered already.
      if (!isAdded && !isBegun(values.current)) set(entered);
    });
    return [];
  };

  /** Gives the keyboard to the first of some columns that is shown, or to the first that can be written in. */
  const goTo = (wanted: readonly Column[] = []) => {
    const find = (holds: (column: Column) => boolean) => controller.columns.findIndex(holds);
    const named = find(({ id }) => wanted.some((one) => one.id === id));
    const column = named === -1 ? find(({ id }) => editors?.has(id) === true) : named;
    if (column === -1) return;
    controller.select(selectCell({ row: controller.extent.bodyRows, column }), 'focus');
  };

  const lastSubmit = useRef(submit);
  useEffect(() => {
    lastSubmit.current = submit;
  });
  // The page is left with a row that is complete: it is not lost.
  useEffect(() => () => void lastSubmit.current(), []);

  return {
    row,
    isBegunAt: (point) => isEntry(point.row, controller.extent) && isBegun(values.current),
    take: (next) => set({ ...values.current, ...next }),
    discard() {
      set(noValues);
      notify(translate('grid.entry.discarded'));
    },
    submit: () => void submit(),
    submitAndGoOn: () => goTo(submit()),
    goTo,
    selectionMoved(isWriting) {
      const focus = controller.selection?.focus;
      const inEntry = focus !== undefined && isEntry(focus.row, controller.extent);
      if (wasInEntry.current && !inEntry && !isWriting) submit();
      wasInEntry.current = inEntry;
    },
  };
}
