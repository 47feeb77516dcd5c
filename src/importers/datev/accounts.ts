import type { DatevHeader } from './header';

/** What a number of an account says it is. Persons' accounts have one digit more than the ledger's. */
type AccountRole = 'ledger' | 'debtor' | 'creditor';

export function roleOf(account: string, { accountDigits }: DatevHeader): AccountRole {
  if (account.length !== accountDigits + 1 || !/^[1-9]\d+$/.test(account)) return 'ledger';
  return account < '7' ? 'debtor' : 'creditor';
}

/** An account with the leading zeros that a number loses: `420` is `0420` where accounts have four digits. */
export function wholeAccount(text: string, { accountDigits }: DatevHeader): string {
  return /^\d+$/.test(text) ? text.padStart(accountDigits, '0') : text;
}

/**
 * Money in hand, at banks and in transit: SKR03 1000–1299, 1330, 1360; SKR04 1460, 1600–1899. Where a file does not
 * name its chart, either will do: for a debtor's counterpart the other's numbers there are unusual.
 */
export function isMoney(account: string, header: DatevHeader): boolean {
  const number = Number(ledgerNumber(account, header));
  const is03 = (number >= 1000 && number <= 1299) || number === 1330 || number === 1360;
  const is04 = number === 1460 || (number >= 1600 && number <= 1899);
  return header.chart === '03' ? is03 : header.chart === '04' ? is04 : is03 || is04;
}

/** Balances carried forward: 9000–9099 in SKR03 and SKR04. */
export function isOpening(account: string, header: DatevHeader): boolean {
  return ledgerNumber(account, header).startsWith('90');
}

/** The four digits of the standard chart that a ledger account begins with; blank for any other. */
function ledgerNumber(account: string, header: DatevHeader): string {
  return account.length === header.accountDigits && /^\d+$/.test(account)
    ? account.slice(0, 4)
    : '';
}
