/** What is worth knowing of a file although it can be imported. */
export type FindingCode =
  | 'exact_repeat'
  | 'due_before_issue'
  | 'settled_before_issue'
  | 'settled_undated'
  | 'due_from_terms'
  | 'due_from_customer'
  | 'due_unknown'
  | 'due_on_issue'
  | 'status_contradiction'
  | 'paid_unsettled'
  | 'open_amount_blank'
  | 'drafts'
  | 'voids'
  | 'no_currency'
  | 'sign_without_currency'
  | 'credits_turned'
  | 'credits_plus'
  | 'receipts_minus'
  | 'no_zone'
  | 'swapped_days'
  | 'amounts_left_out'
  | 'amounts_scaled'
  | 'other_currency_paid'
  | 'damaged_key'
  | 'rounded'
  | 'other_customer'
  | 'lines_differ'
  | 'negative_period'
  | 'no_customer'
  | 'unknown_customer'
  | 'orphan_payment'
  | 'orphan_row'
  | 'header_differs'
  | 'unbalanced_entry'
  | 'unknown_account'
  | 'statement_open'
  | 'number_gap'
  | 'cleared_unsettled'
  | 'list_settles'
  | 'opening_duplicate'
  | 'opening_known'
  | 'opening_twice'
  | 'after_cut_over'
  | 'other_file_differs'
  | 'missing_from_full';

/** A row that a finding is about: its line, and what stands there. */
interface FoundRow {
  readonly line: number;
  readonly value: string;
}

/** One thing found of a file's rows. They are taken all the same, unless a person leaves them out. */
export interface Finding {
  readonly code: FindingCode;
  /** Rows, entries, statements or numbers that it is true of. */
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly FoundRow[];
  /** Whether its rows are rows of the file, which a person may leave out. */
  readonly isOfRows: boolean;
}
