/** What can be wrong with a file, so that nothing of it is taken. Worded by the catalogue, in three languages. */
export const importProblemCodes = [
  'empty_file',
  'no_rows',
  'no_header',
  'binary_file',
  'no_workbook',
  'wrong_encoding',
  'cell_too_large',
  'quote_open',
  'too_large_to_mend',
  'columns_too_many',
  'repeated_header',
  'file_unreadable',
  'not_recognised',
  'lone_table',
  'lone_headers',
  'field_unmapped',
  'all_rows_rejected',
  'already_imported',
  'given_twice',
  'mapping_invalid',
  'damaged_file',
  'encrypted_file',
  'unsafe_file',
  'limit_exceeded',
  'statement_open',
  'statement_incomplete',
  'entries_pending',
  'debits_turned',
  'totals_differ',
  'hidden_sheet',
] as const;

type ImportProblemCode = (typeof importProblemCodes)[number];

const notes: ReadonlySet<ImportProblemCode> = new Set([
  'statement_open',
  'statement_incomplete',
  'entries_pending',
  'debits_turned',
  'totals_differ',
  'hidden_sheet',
]);

/** Whether a problem is told of a file that is taken all the same. */
export function isNote(code: ImportProblemCode): boolean {
  return notes.has(code);
}

/** What comes nearest to a file that is not recognised. */
export interface NearestDataset {
  readonly dataset: string;
  /** Headers of the columns that were understood, in their order; the first of many. */
  readonly understood: readonly string[];
  /** Fields that such a file needs, for which no column was found. */
  readonly missing: readonly string[];
  /** Of a report of sums by days past due, which has no items: the headers of those. */
  readonly agedBy?: readonly string[];
}

/** One clear statement: what, in which file, at which line, and the values that its remedy needs. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly file: string;
  /** Line of the file, from 1, where there is one to look at. */
  readonly line?: number | undefined;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
  /** Of a file that is not recognised, where some of it was understood. */
  readonly nearest?: NearestDataset | undefined;
}

/** Thrown through the layers of an import; the session turns it into a message. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';
  readonly problem: ImportProblem;
  constructor(problem: ImportProblem) {
    super(`${problem.file}: ${problem.code}`);
    this.problem = problem;
  }
}
