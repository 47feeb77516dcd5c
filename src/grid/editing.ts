import type { Column } from '../domain/report/column';
import type { ResultRow } from '../domain/report/result';

/** One value of a pick list: what is kept, and what is read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What may be written into the cells of a column. */
export interface CellEditor {
  readonly kind: 'text' | 'date' | 'amount' | 'integer' | 'yesNo' | 'choice';
  readonly required?: boolean | undefined;
  /** For text and open choices: characters. */
  readonly maxLength?: number | undefined;
  /** For amounts: digits after the decimal mark. */
  readonly decimalsMax?: number | undefined;
  /** For a pick list: its values, in the order in which they are offered. Keep the same array while it says the same. */
  readonly choices?: readonly Choice[] | undefined;
  /** For a pick list: whether values outside of it are taken too. */
  readonly open?: boolean | undefined;
}

/**
 * A new value for one cell, as canonical text: an ISO date, a plain decimal (`1234.56`), `true` or `false`, the value
 * of a choice; `null` clears the cell.
 */
export interface CellEdit {
  /** The row as it was shown when the edit began; its other cells may have changed since. */
  readonly row: ResultRow;
  readonly column: string;
  readonly value: string | null;
  /** What a reject of this edit calls its line. */
  readonly line: number;
}

/** A row that does not exist yet: column → canonical text. Columns that nothing was given for are left out. */
export interface NewRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string | null>>;
}

export type EditCause = 'type' | 'paste' | 'fill' | 'clear' | 'replace';

/** A value that was not taken. */
export interface EditReject {
  /** The line of the pasted block, or the row's place in the grid; from 1. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  /** Why, in the reader's language. */
  readonly reason: string;
}

/** Everything that one act of the user asks for. */
export interface EditRequest {
  readonly cause: EditCause;
  readonly edits: readonly CellEdit[];
  readonly added: readonly NewRow[];
}

/**
 * What makes a grid editable. The caller owns the data: the grid never keeps an edit, it asks, and shows what the rows
 * given next contain. Keep the same object while it says the same: a new one builds the columns anew.
 */
export interface GridEditing {
  /** `undefined` where the column cannot be edited. */
  editorOf(column: Column): CellEditor | undefined;
  /** Why this cell of this row may not be edited, in words; `undefined` where it may. Not asked for new rows. */
  canEdit?(column: Column, row: ResultRow): string | undefined;
  /** Whether there is an entry row below the last one, and pasting beyond it makes rows. */
  readonly canAppend: boolean;
  /**
   * Does all of it as one undo step, and answers with what was refused: a refused edit changes nothing, and a row in
   * `added` is added whole or, with one reject of its line, not at all. A rejected promise means that nothing was
   * applied; its message is shown.
   */
  apply(request: EditRequest): Promise<readonly EditReject[]>;
  /** Why nothing can be edited at this moment, such as another tab that writes. */
  readonly readOnlyReason?: string | undefined;
}

/** Editable columns by their id. */
export type Editors = ReadonlyMap<string, CellEditor>;

/** More cells than this in one act belong in an import. */
export const editCellsMax = 100_000;
