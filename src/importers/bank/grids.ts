import type { TextGrid } from '../textGrid';
import { statementKey, transactionKeys } from './ids';
import { type ExpectedParts, notesOf } from './notes';
import type { BankStatement } from './statement';

const statementColumns = [
  'bank_statement_id',
  'bank_account_id',
  'currency',
  'opening_date',
  'opening_balance',
  'closing_date',
  'closing_balance',
] as const;

const transactionColumns = [
  'bank_transaction_id',
  'bank_statement_id',
  'side',
  'bank_account_id',
  'booking_date',
  'value_date',
  'amount',
  'currency',
  'counterparty',
  'counterparty_account',
  'reference',
  'remittance',
  'balance_after',
] as const;

/**
 * Statements as the rows of `bank_statement` and `bank_transaction`, under the canonical names. A transaction without
 * a booking date was booked on its value date; one without either stays blank, and its row is rejected for it. Where
 * there is no transaction at all, there is no grid of them. One that is not booked yet is left out, and told of: it is
 * no part of the balance, and comes again when it is booked.
 */
export function gridsOf(
  statements: readonly BankStatement[],
  expected: ExpectedParts = {},
): readonly TextGrid[] {
  const transactions: (readonly string[])[] = [transactionColumns];
  const rows: (readonly string[])[] = [statementColumns];
  for (const statement of statements) {
    const { account, currency, opening, closing } = statement;
    const statementId = statementKey(statement);
    rows.push([
      statementId,
      account,
      currency,
      opening?.date ?? '',
      opening?.amount ?? '',
      closing?.date ?? '',
      closing?.amount ?? '',
    ]);
    const keys = transactionKeys(statement);
    for (const [i, line] of statement.transactions.entries()) {
      if (line.status === 'pending') continue;
      transactions.push([
        keys[i] ?? '',
        statementId,
        'bank',
        account,
        line.bookingDate || line.valueDate,
        line.valueDate,
        line.amount,
        line.currency,
        line.counterparty,
        line.counterpartyAccount,
        line.reference,
        line.remittance,
        line.balanceAfter,
      ]);
    }
  }
  const grids: readonly TextGrid[] = [
    {
      name: 'bank_statement',
      dataset: 'bank_statement',
      rows,
      notes: notesOf(statements, expected),
    },
    { name: 'bank_transaction', dataset: 'bank_transaction', rows: transactions },
  ];
  return grids.filter((grid) => grid.rows.length > 1);
}
