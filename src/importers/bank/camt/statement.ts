import { fail } from '../../fail';
import type { SourceFile } from '../../source';
import { childAt, textAt, type XmlElement } from '../../xml/element';
import type { BankBalance, BankStatement, StatementTransaction } from '../statement';
import { accountId } from './account';
import { transactionsOf } from './entry';
import { dateOf, signedAmount } from './values';

/** Balances that open and close a statement, the better one first. Source: ISO 20022 code set BalanceType. */
const openingTypes = ['OPBD', 'PRCD'] as const;
const closingTypes = ['CLBD'] as const;

/** Takes the parts of one statement as they come. */
export class StatementBuilder {
  readonly #file: SourceFile;
  #statementId = '';
  #account = '';
  #currency = '';
  readonly #balances = new Map<string, BankBalance>();
  readonly #transactions: StatementTransaction[] = [];

  constructor(file: SourceFile) {
    this.#file = file;
  }

  take(part: XmlElement): void {
    if (part.name === 'Id') this.#statementId ||= part.text.trim();
    else if (part.name === 'Acct') this.#takeAccount(part);
    else if (part.name === 'Bal') this.#takeBalance(part);
    else for (const one of transactionsOf(this.#file, part, this.#account)) this.#add(one);
  }

  built(): BankStatement {
    const opening = this.#balanceOf(openingTypes);
    const closing = this.#balanceOf(closingTypes);
    return {
      statementId: this.#statementId,
      isNumbered: true,
      account: this.#account,
      currency:
        this.#currency ||
        opening?.currency ||
        closing?.currency ||
        (this.#transactions[0]?.currency ?? ''),
      opening,
      closing,
      transactions: this.#transactions,
      leftOutCount: 0,
      controls: [],
    };
  }

  #add(transaction: StatementTransaction): void {
    this.#transactions.push(transaction);
  }

  #takeAccount(account: XmlElement): void {
    this.#account ||= accountId(account);
    this.#currency ||= textAt(account, 'Ccy');
  }

  /** Of several balances of a type, as on the pages of a statement, the first opens and the last closes. */
  #takeBalance(balance: XmlElement): void {
    const type = textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') || textAt(balance, 'Tp', 'Cd') || '';
    const isClosing = (closingTypes as readonly string[]).includes(type);
    if (
      !isClosing &&
      (this.#balances.has(type) || !(openingTypes as readonly string[]).includes(type))
    )
      return;
    const amount = childAt(balance, 'Amt');
    if (!amount) damaged(this.#file, balance, 'Bal');
    this.#balances.set(type, {
      date: dateOf(this.#file, childAt(balance, 'Dt')),
      amount: signedAmount(this.#file, amount, textAt(balance, 'CdtDbtInd')),
      currency: amount.attributes['Ccy'] ?? '',
    });
  }

  #balanceOf(types: readonly string[]): BankBalance | undefined {
    for (const type of types) {
      const balance = this.#balances.get(type);
      if (balance) return balance;
    }
    return undefined;
  }
}

function damaged(file: SourceFile, element: XmlElement, detail: string): never {
  return fail(file, 'damaged_file', element.line, { place: `${element.line}`, detail });
}
