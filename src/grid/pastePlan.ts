import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import { err, ok, type Result } from '../lib/result';
import { disjoint } from './blocks';
import { cellText, clipboardCell } from './cellText';
import { pastedText } from './clipboard';
import {
  type EditContext,
  type EditPlan,
  EditPlanner,
  habitOf,
  missingColumns,
  type TargetRow,
} from './editPlan';
import { folded } from './folded';
import { type Block, cellCount } from './selection';
import { type EntryHabit, pastedHabit, problemText, typedCell } from './typedCell';

/** Cells as they came: lines of texts. Lines may be of different lengths. */
export type PastedLines = readonly (readonly string[])[];

interface PasteSize {
  readonly lines: number;
  readonly width: number;
}

export function sizeOf(lines: PastedLines): PasteSize {
  return {
    lines: lines.length,
    width: lines.reduce((width, line) => Math.max(width, line.length), 0),
  };
}

/**
 * Where a pasted block goes: a single cell fills all that is selected, a block repeats in a selection that is an exact
 * multiple of it, and otherwise begins at the selection's first cell. The areas may reach beyond the last row and
 * column. `apart` where several blocks are selected and the pasted one does not fit each of them.
 */
export function pasteAreas(
  size: PasteSize,
  blocks: readonly Block[],
): Result<readonly Block[], 'apart'> {
  const [block] = blocks;
  if (!block || size.lines === 0 || size.width === 0) return ok([]);
  if (size.lines === 1 && size.width === 1) return ok(disjoint(blocks));
  const isMultiple = ({ top, bottom, left, right }: Block) =>
    (bottom - top + 1) % size.lines === 0 && (right - left + 1) % size.width === 0;
  if (blocks.every(isMultiple)) return ok(disjoint(blocks));
  if (blocks.length > 1) return err('apart');
  return ok([
    {
      ...block,
      bottom: block.top + size.lines - 1,
      right: block.left + size.width - 1,
    },
  ]);
}

export function areaCells(areas: readonly Block[]): number {
  return areas.reduce((cells, area) => cells + cellCount(area), 0);
}

/** A row that a line falls on: one that exists, or one to be made, or none. */
export type PasteTarget = TargetRow | 'new' | 'none';

/** A pasted block's place, row by row and column by column; `undefined` beyond the last column. */
export interface PastePlace {
  readonly targets: readonly PasteTarget[];
  readonly columns: readonly (Column | undefined)[];
  /** The place of the first row, from 1: what rejects of a repeated block are named by. */
  readonly firstLine: number;
}

type ColumnHabit = Pick<EntryHabit, 'decimal' | 'monthFirst'>;

/** Whether a pasted text says what the cell shows already: pasting back a whole table is no attempt to edit its keys. */
function saysTheSame(context: EditContext, column: Column, row: ResultRow, text: string): boolean {
  const wanted = folded(text).trim();
  const { style } = context;
  return (
    wanted === folded(clipboardCell(column, row, style)).trim() ||
    wanted === folded(cellText(column, row[column.id], style)).trim()
  );
}

/** Every cell of a paste: what is taken, what makes new rows, and what is refused and why. */
export function pastePlan(
  context: EditContext,
  lines: PastedLines,
  places: readonly PastePlace[],
): EditPlan {
  const planner = new EditPlanner(context);
  const { width } = sizeOf(lines);
  const { translate } = context.style;
  const habits = new Map<string, ColumnHabit>();
  const habitOfColumn = (column: Column, at: number): ColumnHabit => {
    const key = `${at} ${column.id}`;
    const known = habits.get(key);
    if (known) return known;
    const editor = context.editors.get(column.id);
    const habit = editor
      ? pastedHabit(
          lines.map((line) => line[at] ?? ''),
          editor,
        )
      : {};
    habits.set(key, habit);
    return habit;
  };

  const intoRow = (target: TargetRow, line: number, texts: readonly string[], place: PastePlace) =>
    place.columns.forEach((column, offset) => {
      const at = offset % width;
      const written = texts[at];
      if (written === undefined) return;
      const text = pastedText(written);
      if (!column) {
        if (text !== '') planner.reject(line, '', text, translate('grid.paste.noColumn'));
        return;
      }
      const isClosed =
        !context.editors.has(column.id) ||
        (!target.isEntry && context.canEdit?.(column, target.row) !== undefined);
      if (isClosed && saysTheSame(context, column, target.row, text)) return;
      planner.type(target, column, text, habitOfColumn(column, at), line);
    });

  const intoNewRow = (line: number, texts: readonly string[], place: PastePlace) => {
    const values: Record<string, string | null> = {};
    const refused = new Set<string>();
    let isEmpty = true;
    place.columns.forEach((column, offset) => {
      const at = offset % width;
      const text = pastedText(texts[at] ?? '');
      if (text.trim() === '') return;
      isEmpty = false;
      const editor = column && context.editors.get(column.id);
      if (!column || !editor) {
        const reason = column ? 'grid.paste.newRowColumn' : 'grid.paste.noColumn';
        planner.reject(line, column?.id ?? '', text, translate(reason));
        return;
      }
      const habit = { ...habitOf(column, undefined, context.style), ...habitOfColumn(column, at) };
      const read = typedCell(text, editor, habit);
      if (read.ok) values[column.id] = read.value;
      else {
        refused.add(column.id);
        const why = problemText(read.error, translate);
        const lost = editor.required ? ` ${translate('grid.paste.notAdded')}` : '';
        planner.reject(line, column.id, text, `${why}${lost}`);
      }
    });
    if (isEmpty) return;
    const missing = missingColumns(context, values);
    for (const column of missing)
      if (!refused.has(column.id)) {
        const why = problemText({ kind: 'required' }, translate);
        planner.reject(line, column.id, '', `${why} ${translate('grid.paste.notAdded')}`);
      }
    if (missing.length === 0 && Object.keys(values).length > 0) planner.add({ line, values });
  };

  for (const place of places) {
    const isRepeated = place.targets.length !== lines.length;
    place.targets.forEach((target, offset) => {
      const texts = lines[offset % lines.length] ?? [];
      const line = isRepeated ? place.firstLine + offset : offset + 1;
      if (target === 'new') intoNewRow(line, texts, place);
      else if (target === 'none')
        planner.reject(line, '', texts.join(' · '), translate('grid.paste.noRow'));
      else intoRow(target, line, texts, place);
    });
  }
  return planner.plan;
}
