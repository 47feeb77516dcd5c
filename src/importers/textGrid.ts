import type { ImportProblem } from '../domain/import/problem';

/**
 * A table as a file gives it: rows of text, exact. A row's place in the list is its place in the source (the sheet's
 * row, the record's number), so that a reject names what a person finds there; rows that the source leaves out are
 * empty. A format that knows what its rows are puts canonical names into the first row; else that row, or one after
 * it, is whatever header the file has.
 */
export interface TextGrid {
  /** What it is called within its file: a sheet, an inner file; blank where the file has one only. */
  readonly name: string;
  /** The dataset (`domain/import/datasets.ts`) that the format itself says these rows are. */
  readonly dataset: string | undefined;
  readonly rows: readonly (readonly string[])[];
  /** Columns with decimals whose figures are all numbers of the source: their point stands before decimals. */
  readonly exactNumbers?: readonly number[] | undefined;
  /** What is to be told of it although it is taken: a bank's statement that does not add up. */
  readonly notes?: readonly Pick<ImportProblem, 'code' | 'values'>[];
}

/** A delimited text within another file, as it lies there: it is read as one that was given alone. */
interface InnerText {
  readonly name: string;
  readonly dataset: undefined;
  readonly text: Blob;
}

/** What a file that is no delimited text holds. */
export type TextPart = TextGrid | InnerText;
