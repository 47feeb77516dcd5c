import { exact } from '../../domain/money/decimal';
import { isPlain, sumOf } from './amount';
import { statementKey } from './ids';
import type { BankStatement, ControlDifference } from './statement';

/** What of a statement is to be looked at. It is imported all the same: a bank's file is not ours to mend. */
export interface StatementProblem {
  readonly statementId: string;
  readonly account: string;
  readonly currency: string;
  /** Booked balances, and the sum of the booked transactions between them, in the statement's currency. */
  readonly opening: string | undefined;
  readonly movements: string;
  readonly closing: string | undefined;
  /** Closing less opening less movements; `undefined` where a balance is missing, or in another currency. */
  readonly difference: string | undefined;
  /** Currencies of its balances and transactions that are not the statement's. */
  readonly otherCurrencies: readonly string[];
  readonly controls: readonly ControlDifference[];
  readonly pendingCount: number;
  /** Transactions whose amount is none. */
  readonly unreadableCount: number;
  readonly leftOutCount: number;
}

/** Statements that do not tie, or hold something that is no booked movement in their currency. Pure. */
export function statementProblems(
  statements: readonly BankStatement[],
): readonly StatementProblem[] {
  return statements.map(lookedAt).filter(isProblem);
}

function lookedAt(statement: BankStatement): StatementProblem {
  const { opening, closing, transactions, currency } = statement;
  const booked = transactions.filter((one) => one.status === 'booked');
  const readable = booked.filter((one) => isPlain(one.amount));
  const own = readable.filter((one) => one.currency === currency);
  const movements = sumOf(own.map((one) => one.amount));
  const currencies = [opening, closing, ...booked].map((one) => one?.currency ?? currency);
  const otherCurrencies = [...new Set(currencies)].filter((one) => one !== currency).sort();
  const isComparable =
    opening !== undefined &&
    closing !== undefined &&
    isPlain(opening.amount) &&
    isPlain(closing.amount) &&
    otherCurrencies.length === 0;
  return {
    statementId: statementKey(statement),
    account: statement.account,
    currency,
    opening: opening?.amount,
    movements,
    closing: closing?.amount,
    difference: isComparable
      ? exact(closing.amount).minus(opening.amount).minus(movements).toFixed()
      : undefined,
    otherCurrencies,
    controls: statement.controls,
    pendingCount: transactions.length - booked.length,
    unreadableCount: booked.length - readable.length,
    leftOutCount: statement.leftOutCount,
  };
}

const isProblem = (one: StatementProblem): boolean =>
  (one.difference !== undefined && !exact(one.difference).isZero()) ||
  one.otherCurrencies.length > 0 ||
  one.controls.length > 0 ||
  one.pendingCount > 0 ||
  one.unreadableCount > 0 ||
  one.leftOutCount > 0;
