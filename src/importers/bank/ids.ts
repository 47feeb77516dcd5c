import { exact } from '../../domain/money/decimal';
import { isPlain } from './amount';
import type { BankStatement, StatementTransaction } from './statement';

/** References by which banks say that there is none. Sources: SWIFT MT940 field 61; ISO 20022 EndToEndId. */
const noReference = new Set(['', 'NONREF', 'NOTPROVIDED', 'NOT PROVIDED']);

/** Whether a reference says something; `NONREF` and `NOTPROVIDED` say that there is none. */
export function isReference(text: string): boolean {
  return !noReference.has(text.trim().toUpperCase());
}

/** The id of a statement: its account and what tells it from the account's others. */
export function statementKey({ account, statementId }: BankStatement): string {
  return [account, statementId].filter((part) => part !== '').join('/');
}

/**
 * Ids of a statement's transactions, in order: the account, the day, and a fingerprint of what the line says. With the
 * bank's own id of the transaction that is the id and the amount (some banks count ids anew in each file); with the
 * bank's reference the line is the same in every statement that lists it; without either the statement belongs to it,
 * if that is numbered, because two equal lines of two statements are two payments. Lines of a statement that are equal in all of this are numbered in their order, so that the same
 * statement, exported again, has the same ids.
 */
export function transactionKeys(statement: BankStatement): readonly string[] {
  const seen = new Map<string, number>();
  return statement.transactions.map((transaction) => {
    const key = keyOf(statement, transaction);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}/${count}`;
  });
}

function keyOf(statement: BankStatement, transaction: StatementTransaction): string {
  const { account } = statement;
  const { entryId, bankReference } = transaction;
  const amount = isPlain(transaction.amount)
    ? exact(transaction.amount).toString()
    : transaction.amount;
  const isKnown = isReference(bankReference) || !statement.isNumbered;
  const said =
    entryId !== ''
      ? [entryId, amount, transaction.currency]
      : [
          isKnown ? '' : statement.statementId,
          bankReference,
          amount,
          transaction.currency,
          transaction.valueDate,
          transaction.reference,
          transaction.counterparty,
          transaction.counterpartyAccount,
          transaction.remittance,
        ];
  const parts = [account, transaction.bookingDate, fingerprint(said)];
  return parts.filter((part) => part !== '').join('/');
}

/**
 * 64 bits of a list of texts, as 16 hex digits: two lanes of multiply and rotate, each mixed at the end. It tells lines
 * of one account and day apart; it is no protection against anybody.
 */
function fingerprint(parts: readonly string[]): string {
  let a = 0x243f6a88;
  let b = 0x85a308d3;
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 1) {
      const unit = part.charCodeAt(i);
      a = Math.imul(rotate(a ^ unit, 13), 0x9e3779b1);
      b = Math.imul(rotate(b, 7) + unit, 0x85ebca77);
    }
    a = Math.imul(a ^ 0x1fffff, 0xc2b2ae3d);
    b = Math.imul(rotate(b ^ 0x1fffff, 11), 0x27d4eb2f);
  }
  return hex(mixed(a ^ rotate(b, 16))) + hex(mixed(b + a));
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

function mixed(word: number): number {
  const once = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d);
  const twice = Math.imul(once ^ (once >>> 12), 0x297a2d39);
  return twice ^ (twice >>> 15);
}
