import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';
import type { CellRange } from './cellPlans';
import { type CellStyle, cellText } from './cellText';
import type { CellEditor } from './editing';
import { type EditContext, type EditPlanner, writtenText } from './editPlan';
import { matches } from './find';
import { folded } from './folded';

/** A text with every occurrence of a needle replaced, found without case and accents; `undefined` where there is none. */
export function replaced(text: string, search: string, replacement: string): string | undefined {
  const needle = folded(search);
  if (needle === '') return undefined;
  // Folding may change lengths: each folded letter remembers the letter that it comes from.
  const letters = [...text];
  let plain = '';
  const from: number[] = [];
  letters.forEach((letter, index) => {
    for (const one of folded(letter)) {
      plain += one;
      for (let unit = 0; unit < one.length; unit += 1) from.push(index);
    }
  });
  let result = '';
  let kept = 0;
  let found = false;
  for (let at = plain.indexOf(needle); at !== -1; at = plain.indexOf(needle, at)) {
    const begin = from[at] ?? 0;
    const end = (from[at + needle.length - 1] ?? begin) + 1;
    result += letters.slice(kept, begin).join('') + replacement;
    kept = end;
    found = true;
    at += needle.length;
  }
  return found ? result + letters.slice(kept).join('') : undefined;
}

/** A cell's text after the replacement: as it is written in an editor, as it is shown, or as the source has it. */
function replacedCell(
  column: Column,
  editor: CellEditor,
  row: ResultRow,
  { search, replacement }: Replacement,
  style: CellStyle,
): string | undefined {
  const cell = row[column.id];
  const forms = [
    writtenText(column, editor, cell, style),
    cellText(column, cell, style).replaceAll('\u00a0', ' '),
    cell === null || cell === undefined ? '' : String(cell),
  ];
  for (const form of forms) {
    const text = replaced(form, search, replacement);
    if (text !== undefined) return text;
  }
  return undefined;
}

export interface Replacement {
  readonly search: string;
  readonly replacement: string;
}

/** Replaces in the editable cells of some rows that show the text; each result is read as if it were typed. */
export function replaceIn(
  planner: EditPlanner,
  context: EditContext,
  { rows, columns }: CellRange,
  replacement: Replacement,
): void {
  const needle = folded(replacement.search);
  for (const target of rows)
    for (const column of columns) {
      const editor = context.editors.get(column.id);
      if (!editor || !matches(column, target.row, needle, context.style)) continue;
      const text = replacedCell(column, editor, target.row, replacement, context.style);
      if (text !== undefined) planner.type(target, column, text);
    }
}
