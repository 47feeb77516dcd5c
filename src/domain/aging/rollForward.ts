import type { MovementKind } from '../ledger/movement';

/**
 * The columns between opening and closing, in the order of a roll-forward. Each is signed as it changes what is open,
 * so that opening + all of them = closing: what was collected is minus.
 */
export const changeColumns = [
  'invoiced',
  'fees',
  'refunds',
  'collected',
  'credited',
  'discounts',
  'withheld',
  'written_off',
  'recovered',
  'exchange',
  'revaluation',
  'adjustments',
  'opening_balances',
  'unexplained',
  'transfers',
] as const;

export type ChangeColumn = (typeof changeColumns)[number];

/** Every amount of a roll-forward. */
export const rollColumns = ['opening', ...changeColumns, 'closing'] as const;
export type RollColumn = (typeof rollColumns)[number];

/** Where the posting of a document counts. A kind that is not named here is an adjustment. */
export const postedColumns: Readonly<Record<string, ChangeColumn>> = {
  invoice: 'invoiced',
  debit_note: 'invoiced',
  fee: 'fees',
  interest: 'fees',
  refund: 'refunds',
  payment: 'collected',
  credit_note: 'credited',
  write_off: 'written_off',
  revaluation: 'revaluation',
  opening_balance: 'opening_balances',
  settlement_unexplained: 'unexplained',
  adjustment: 'adjustments',
};

/**
 * Where a document counts. A write-off that adds to what is open is the recovery of one, and a reversal counts where
 * its original does, with the opposite sign.
 * @param isDebit whether its own amount is plus
 */
export function columnOfPosting(kind: string, isDebit: boolean, isReversal: boolean): ChangeColumn {
  if (kind === 'write_off') return isDebit === isReversal ? 'written_off' : 'recovered';
  return (Object.hasOwn(postedColumns, kind) && postedColumns[kind]) || 'adjustments';
}

/** Where a movement counts that a link made, and where one counts that undoes it. */
export const linkedColumns: Readonly<
  Record<Exclude<MovementKind, 'posted' | 'reversed'>, ChangeColumn>
> = {
  applied: 'transfers',
  discount: 'discounts',
  write_off: 'written_off',
  withholding: 'withheld',
  charge: 'withheld',
  exchange: 'exchange',
};
