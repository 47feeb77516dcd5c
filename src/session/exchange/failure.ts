/** Why a colleague's events are not taken. */
export type ExchangeFailureReason =
  | 'not_events'
  /** Written by a later version of Saldo. */
  | 'newer'
  | 'damaged'
  | 'too_large'
  /** They are about a workspace that did not come from the same backup as this one. */
  | 'other_workspace'
  /** Events between those that are here and those in the file are missing. */
  | 'gap'
  /** Two copies of a workspace wrote under one author. */
  | 'forked'
  /** Imports among them are of files that are not here. */
  | 'needs_import'
  /** Personal fields are sealed under a key that cannot stand beside the one that is here. */
  | 'keys_differ'
  | 'nothing_new'
  /** Something was edited since, and stands against one of them. */
  | 'undecided';

/** A file of events was refused; nothing of it was taken. */
export class ExchangeFailure extends Error {
  override readonly name = 'ExchangeFailure';
  readonly reason: ExchangeFailureReason;
  /** What the reason's words name: `person`, `from`, `to`, `files`, `customer`. */
  readonly values: Readonly<Record<string, string | number>>;
  constructor(
    reason: ExchangeFailureReason,
    message: string,
    values: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.reason = reason;
    this.values = values;
  }
}
