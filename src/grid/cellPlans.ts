import type { Column } from '../domain/report/column';
import { clipboardCell } from './cellText';
import {
  canonicalOf,
  type EditContext,
  type EditPlan,
  EditPlanner,
  refusalOf,
  type TargetRow,
} from './editPlan';
import type { Block, Extent } from './selection';
import { partOf } from './selection';
import { fittingValue } from './typedCell';

/** Some rows, and those of their columns that an act is about. */
export interface CellRange {
  readonly rows: readonly TargetRow[];
  readonly columns: readonly Column[];
}

/** Empties the editable cells. What cannot be emptied is listed; cells that are empty anyway are not. */
export function clearPlan(context: EditContext, ranges: readonly CellRange[]): EditPlan {
  const planner = new EditPlanner(context);
  for (const { rows, columns } of ranges)
    for (const target of rows)
      for (const column of columns) {
        const editor = context.editors.get(column.id);
        if (!editor || canonicalOf(target.row[column.id]) === null) continue;
        const shown = clipboardCell(column, target.row, context.style);
        const refusal = refusalOf(context, column, target);
        if (refusal === undefined)
          planner.put(target, column, editor, fittingValue(null, editor), shown);
        else planner.reject(target.line, column.id, shown, refusal);
      }
  return planner.plan;
}

/** Writes one typed text into all cells, each as its own column reads it. */
export function fillTextPlan(
  context: EditContext,
  ranges: readonly CellRange[],
  text: string,
): EditPlan {
  const planner = new EditPlanner(context);
  for (const { rows, columns } of ranges)
    for (const target of rows) for (const column of columns) planner.type(target, column, text);
  return planner.plan;
}

export type FillDirection = 'down' | 'right';

/**
 * A block with the row or column that it is filled from: its own first one, or for a single row the one above (for a
 * single column the one before), as in Excel. `undefined` where there is none.
 */
export function filledBlock(
  block: Block,
  direction: FillDirection,
  extent: Extent,
): Block | undefined {
  if (direction === 'right') {
    if (block.left < block.right) return block;
    return block.left > 0 ? { ...block, left: block.left - 1 } : undefined;
  }
  if (block.top < block.bottom) return block;
  const { bodyRows, entryRows = 0 } = extent;
  const isBelowBody = block.top === bodyRows && entryRows > 0 && bodyRows > 0;
  const canReach = block.top > partOf(block.top, extent).first || isBelowBody;
  return canReach ? { ...block, top: block.top - 1 } : undefined;
}

/** Fills each range from its first row, or from its first column. */
export function fillPlan(
  context: EditContext,
  ranges: readonly CellRange[],
  direction: FillDirection,
): EditPlan {
  const planner = new EditPlanner(context);
  const copy = (from: Column, source: TargetRow, to: Column, target: TargetRow) => {
    const refusal = refusalOf(context, to, target);
    const editor = context.editors.get(to.id);
    const written = clipboardCell(from, source.row, context.style);
    if (refusal !== undefined || !editor)
      return planner.reject(target.line, to.id, written, refusal ?? '');
    const value = canonicalOf(source.row[from.id]);
    planner.put(target, to, editor, fittingValue(value, editor), written);
  };
  for (const { rows, columns } of ranges) {
    const [sourceRow, ...below] = rows;
    const [sourceColumn, ...after] = columns;
    if (direction === 'down' && sourceRow)
      for (const target of below)
        for (const column of columns) copy(column, sourceRow, column, target);
    if (direction === 'right' && sourceColumn)
      for (const target of rows)
        for (const column of after) copy(sourceColumn, target, column, target);
  }
  return planner.plan;
}
