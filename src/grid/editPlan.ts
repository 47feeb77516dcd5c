import { exact } from '../domain/money/decimal';
import type { Column } from '../domain/report/column';
import type { ResultCell, ResultRow } from '../domain/report/result';
import { formatDate, formatPlainAmount } from '../i18n/formats';
import { columnText } from '../i18n/labels';
import type { Result } from '../lib/result';
import { type CellStyle, cellText } from './cellText';
import type { CellEdit, CellEditor, Editors, EditReject, GridEditing, NewRow } from './editing';
import { type EntryHabit, type EntryProblem, problemText, typedCell } from './typedCell';

/** What a plan is made with. */
export interface EditContext {
  /** All columns of the grid, also those that are hidden. */
  readonly columns: readonly Column[];
  readonly editors: Editors;
  readonly style: CellStyle;
  readonly canEdit: GridEditing['canEdit'];
}

/** A row that exists, or the entry row, with the place that rejects name it by. */
export interface TargetRow {
  readonly row: ResultRow;
  readonly line: number;
  readonly isEntry: boolean;
}

/** What one act comes to: what is asked for, what the entry row takes, and what is refused before asking. */
export interface EditPlan {
  readonly edits: readonly CellEdit[];
  readonly added: readonly NewRow[];
  readonly entry: Readonly<Record<string, string | null>>;
  readonly rejects: readonly EditReject[];
}

/** A cell's value as canonical text. */
export function canonicalOf(cell: ResultCell | undefined): string | null {
  return cell === null || cell === undefined || cell === '' ? null : String(cell);
}

const plainDecimal = /^-?\d+(\.\d+)?$/;

/** Whether a value says what the cell says already: `12.5` and `12.50` are one amount. */
function isSame(editor: CellEditor, one: string | null, other: string | null): boolean {
  if (one === other) return true;
  if (one === null || other === null) return false;
  if (editor.kind !== 'amount' && editor.kind !== 'integer') return false;
  return plainDecimal.test(one) && plainDecimal.test(other) && exact(one).eq(exact(other));
}

/** A cell's value as it is written in an editor, so that reading it again gives the same value. */
export function writtenText(
  column: Column,
  editor: CellEditor,
  cell: ResultCell | undefined,
  style: CellStyle,
): string {
  const value = canonicalOf(cell);
  if (value === null) return '';
  switch (editor.kind) {
    case 'amount':
    case 'integer':
      return formatPlainAmount(value, style.locale);
    case 'date':
      return formatDate(value, style.locale).replaceAll('\u00a0', ' ');
    case 'yesNo':
    case 'choice':
      return cellText(column, cell ?? null, style);
    case 'text':
      return value;
  }
}

/** Why a cell cannot be edited, in words; `undefined` where it can. */
export function refusalOf(
  context: EditContext,
  column: Column,
  target: TargetRow,
): string | undefined {
  if (!context.editors.has(column.id)) {
    const { translate } = context.style;
    return translate('grid.edit.column', {
      column: columnText(translate, column, context.columns),
    });
  }
  return target.isEntry ? undefined : context.canEdit?.(column, target.row);
}

/** The habit that a cell's text is read with; the row's currency is known where the column names one. */
export function habitOf(column: Column, row: ResultRow | undefined, style: CellStyle): EntryHabit {
  const named = column.currencyColumn === undefined ? undefined : row?.[column.currencyColumn];
  return { locale: style.locale, currency: typeof named === 'string' ? named : undefined };
}

/** Collects what one act asks for. Cells that hold their new value already are left alone. */
export class EditPlanner {
  readonly #context: EditContext;
  readonly #edits: CellEdit[] = [];
  readonly #added: NewRow[] = [];
  readonly #entry: Record<string, string | null> = {};
  readonly #rejects: EditReject[] = [];

  constructor(context: EditContext) {
    this.#context = context;
  }

  get edits(): number {
    return this.#edits.length;
  }

  get plan(): EditPlan {
    return {
      edits: this.#edits,
      added: this.#added,
      entry: this.#entry,
      rejects: this.#rejects,
    };
  }

  reject(line: number, column: string, value: string, reason: string): void {
    this.#rejects.push({ line, column, value, reason });
  }

  refuse(line: number, column: string, value: string, problem: EntryProblem): void {
    this.reject(line, column, value, problemText(problem, this.#context.style.translate));
  }

  /** Takes what was read for an editable cell, or lists why it could not be. */
  put(
    target: TargetRow,
    column: Column,
    editor: CellEditor,
    read: Result<string | null, EntryProblem>,
    written: string,
    line: number = target.line,
  ): void {
    // The entry row may be incomplete until it is left.
    const isOpen = target.isEntry && !read.ok && read.error.kind === 'required';
    const value = read.ok ? read.value : null;
    if (!read.ok && !isOpen) this.refuse(line, column.id, written, read.error);
    else if (target.isEntry) this.#entry[column.id] = value;
    else if (!isSame(editor, canonicalOf(target.row[column.id]), value))
      this.#edits.push({ row: target.row, column: column.id, value, line });
  }

  /** Writes a text into a cell as if it were typed there. */
  type(
    target: TargetRow,
    column: Column,
    text: string,
    more: Partial<EntryHabit> = {},
    line: number = target.line,
  ): void {
    const { style, editors } = this.#context;
    const refusal = refusalOf(this.#context, column, target);
    const editor = editors.get(column.id);
    if (refusal !== undefined || !editor) {
      this.reject(line, column.id, text, refusal ?? '');
      return;
    }
    const read = typedCell(text, editor, { ...habitOf(column, target.row, style), ...more });
    this.put(target, column, editor, read, text, line);
  }

  add(row: NewRow): void {
    this.#added.push(row);
  }
}

/** Columns that a new row cannot do without and that have no value in it. */
export function missingColumns(
  context: Pick<EditContext, 'columns' | 'editors'>,
  values: Readonly<Record<string, string | null>>,
): readonly Column[] {
  return context.columns.filter(
    ({ id }) => context.editors.get(id)?.required && (values[id] ?? null) === null,
  );
}
