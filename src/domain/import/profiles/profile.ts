import type { FileContent, LeaveOut, Mapping } from '../mapping';

/**
 * A column by its header, in the words of every language that the system exports in; compared without marks. Blank
 * (`''`) is the first column that has no header.
 */
export type Header = string | readonly string[];

/** Where a field of a well-known export comes from; see `FieldSource` for what each part means. */
export interface FieldSpec {
  readonly from: Header;
  readonly joined?: readonly Header[];
  /** Columns that are joined as well where the file has them. */
  readonly mayJoin?: readonly Header[];
  readonly minus?: Header;
  /** A column that is subtracted where the file has it. */
  readonly mayMinus?: Header;
  readonly times?: Header;
  /** A column that says the side. */
  readonly side?: Header;
  readonly days?: readonly Header[];
  readonly next?: 'day' | 'month';
  readonly isFilled?: true;
  readonly isLoose?: true;
  readonly isBase?: true;
  /** Words of this system alone, beside those that every export may use. */
  readonly words?: Readonly<Record<string, string>>;
}

/** A well-known export: by which headers it is recognised, and what its columns mean. */
export interface Profile {
  /** The system and the export, as their own documentation names them. */
  readonly id: string;
  readonly system: string;
  readonly dataset: string;
  /** Headers that all are there; of several profiles that fit, the one with most of them wins. */
  readonly needs: readonly Header[];
  /** Headers of which none is there. */
  readonly lacks?: readonly Header[];
  /** Fields with their columns; one whose column a file lacks is left out. */
  readonly fields: Readonly<Record<string, Header | FieldSpec>>;
  readonly constants?: Readonly<Record<string, string>>;
  readonly flipSign?: boolean;
  readonly flipCredits?: Mapping['flipCredits'];
  readonly hasHeadings?: boolean;
  /** A column where some rows have words by which they are totals. */
  readonly totals?: { readonly from: Header; readonly words: readonly string[] };
  readonly content?: FileContent['kind'];
  /** A key that no column holds: the field, and the columns that it is made of. */
  readonly rowId?: { readonly field: string; readonly columns: readonly Header[] };
  /** Rows that have one of these words in a column are no records of the dataset, and why. */
  readonly leaveOut?: readonly LeftOutWords[];
  /**
   * Where lines were joined with their headers ({@link TablePair}): the table of the headers, and the columns by which
   * a line names its own.
   */
  readonly headedBy?: { readonly table: string; readonly key: readonly Header[] };
  /** Other records that each row holds. */
  readonly also?: readonly Pick<Profile, 'dataset' | 'fields' | 'constants' | 'leaveOut'>[];
}

export interface LeftOutWords {
  readonly from: Header;
  readonly words: readonly string[];
  readonly reason: LeaveOut['reason'];
}

/** One of two tables that say too little without each other. */
interface PairedTable {
  readonly table: string;
  readonly needs: readonly Header[];
  /** Headers that stand there where both are joined already. */
  readonly lacks: readonly Header[];
}

/** Two tables of a system: lines, and the headers of the documents that they are lines of. */
export interface TablePair {
  readonly headers: PairedTable;
  readonly lines: PairedTable;
  /** The columns that name a document, in both. */
  readonly key: readonly PairKey[];
}

export interface PairKey {
  readonly column: string;
  /** Zeros before its figures say nothing: some tools write them, others do not. */
  readonly isPadded?: true;
  /** It tells documents apart where both tables have it. */
  readonly isOptional?: true;
}
