import { useState } from 'react';
import type { Translate } from '../i18n/translate';
import type { EditCause, EditRequest, GridEditing } from './editing';
import type { EditPlan } from './editPlan';
import type { EditProblem } from './RejectsPanel';

interface ApplyInputs {
  readonly editing: GridEditing | undefined;
  readonly translate: Translate;
  readonly notify: (notice: string) => void;
}

export interface Apply {
  readonly problem: EditProblem | undefined;
  readonly isBusy: boolean;
  /** Asks for a plan as one step, and tells what came of it. @returns whether all of it was applied */
  run(cause: EditCause, plan: EditPlan): Promise<boolean>;
  closeProblem(): void;
}

/** What was not done of a request: edits by line and column, and whole rows by their line. */
function losses(request: EditRequest, refused: EditPlan['rejects']) {
  const asked = new Set(request.edits.map(({ line, column }) => `${line} ${column}`));
  const isEdit = refused.map(({ line, column }) => asked.has(`${line} ${column}`));
  const lines = refused.flatMap(({ line }, index) => (isEdit[index] ? [] : [line]));
  return { edits: isEdit.filter(Boolean).length, rows: new Set(lines).size };
}

/** Asks the owner of the rows for what was planned, and keeps what was refused until it is read. */
export function useApply({ editing, translate, notify }: ApplyInputs): Apply {
  const [problem, setProblem] = useState<EditProblem>();
  const [running, setRunning] = useState(0);

  const tell = (cause: EditCause, changed: number, added: number, rejected: number) => {
    // One cell that was typed is seen to have changed.
    const isSeen = cause === 'type' && changed === 1;
    const changedKey = cause === 'replace' ? 'grid.replaced' : 'grid.edited';
    const parts = [
      ...(changed > 0 && !isSeen ? [translate(changedKey, { count: changed })] : []),
      ...(added > 0 ? [translate('grid.added', { count: added })] : []),
      ...(rejected > 0 ? [translate('grid.rejected', { count: rejected })] : []),
    ];
    notify(parts.join(' '));
  };

  /** Nothing has to be asked for. */
  const settle = (cause: EditCause, { rejects, entry }: EditPlan): boolean => {
    setProblem(rejects.length > 0 ? { rejects } : undefined);
    const isQuiet = cause === 'type' || Object.keys(entry).length > 0;
    if (rejects.length > 0 || isQuiet) tell(cause, 0, 0, rejects.length);
    else notify(translate(cause === 'replace' ? 'grid.find.none' : 'grid.edit.nothing'));
    return rejects.length === 0;
  };

  const run = async (cause: EditCause, plan: EditPlan): Promise<boolean> => {
    if (!editing) return false;
    const { edits, added, rejects } = plan;
    if (edits.length + added.length === 0) return settle(cause, plan);
    const request = { cause, edits, added };
    setRunning((count) => count + 1);
    try {
      const refused = await editing.apply(request);
      const all = [...rejects, ...refused];
      const lost = losses(request, refused);
      setProblem(all.length > 0 ? { rejects: all } : undefined);
      tell(cause, edits.length - lost.edits, added.length - lost.rows, all.length);
      return all.length === 0;
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      // What was typed is not lost: it can be read and copied from the list.
      const kept = edits.map(({ line, column, value }) => ({
        line,
        column,
        value: value ?? '',
        reason: message,
      }));
      setProblem({ message, rejects: [...rejects, ...kept] });
      notify('');
      return false;
    } finally {
      setRunning((count) => count - 1);
    }
  };

  return { problem, isBusy: running > 0, run, closeProblem: () => setProblem(undefined) };
}
