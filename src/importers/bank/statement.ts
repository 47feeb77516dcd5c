/**
 * What a bank statement says, whichever format said it. Amounts are exact decimals with a point, plus is money that
 * came in; dates are ISO dates. Where a loose format (OFX, QIF) holds an amount or a date that is none, it stays as it
 * stands there, so that its row is rejected by its own words.
 */
export interface BankStatement {
  /** What tells this statement from every other of its account: a function of what the bank says, never a counter. */
  readonly statementId: string;
  /**
   * Whether the bank numbered the statement. A period that somebody chose for an export is no number: a transaction
   * of it is the same as in another period that overlaps it.
   */
  readonly isNumbered: boolean;
  /** As the bank writes it; blank where a file does not say. */
  readonly account: string;
  readonly currency: string;
  /** The booked balances; balances of what is available or expected are not kept. */
  readonly opening: BankBalance | undefined;
  readonly closing: BankBalance | undefined;
  readonly transactions: readonly StatementTransaction[];
  /** Transactions read as minus by their type, since the statement writes no minus anywhere. */
  readonly turnedCount?: number;
  /** Records that are no movement of the account's money, such as trades of securities. */
  readonly leftOutCount: number;
  /** Totals and counts of the file that are not those of its records. */
  readonly controls: readonly ControlDifference[];
}

export interface BankBalance {
  /** Blank where it has no date. */
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
}

export interface StatementTransaction {
  /** Booked, or not yet: a pending one is no part of the balance. */
  readonly status: 'booked' | 'pending';
  /** Blank where a statement gives none. */
  readonly bookingDate: string;
  readonly valueDate: string;
  readonly amount: string;
  readonly currency: string;
  readonly counterparty: string;
  readonly counterpartyAccount: string;
  /** The reference that payer and payee see: end to end, or the customer's; `NONREF` as it stands. */
  readonly reference: string;
  /** The bank's own reference of the entry. */
  readonly bankReference: string;
  /** An id that the bank keeps for one transaction of the account (OFX: FITID); blank where there is none. */
  readonly entryId: string;
  /** What it is for, in the lines of the file where it has lines. */
  readonly remittance: string;
  readonly balanceAfter: string;
}

/** A control total or count that a file states, beside what its records come to. */
export interface ControlDifference {
  readonly level: 'account' | 'group' | 'file';
  readonly what: 'total' | 'records' | 'accounts' | 'groups';
  /** Line of the file, from 1, that states it. */
  readonly line: number;
  readonly stated: string;
  readonly counted: string;
}
