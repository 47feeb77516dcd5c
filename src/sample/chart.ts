import type { Row } from './csv';
import type { Currency } from './rates';

/** The accounts that the generator posts to, numbered in the manner of the Spanish chart (PGC). */
export const account = {
  capital: '100000',
  resultCarried: '120000',
  supplies: '600000',
  bankCharges: '626000',
  wages: '640000',
  badDebts: '650000',
  smallDifferences: '659000',
  exchangeLoss: '668000',
  trade: '430000',
  tradeForeign: '430400',
  salesTax: '477000',
  suspense: '555000',
  bankEur: '572001',
  bankUsd: '572002',
  bankCzk: '572003',
  waterSales: '705100',
  gasSales: '705200',
  telecomSales: '705300',
  salesDiscounts: '706000',
  feeIncome: '759000',
  interestIncome: '769000',
  exchangeGain: '768000',
} as const;

/** The bank's ledger account is also the bank account's id, so that books and bank meet by one key. */
export const bankAccountOf: Readonly<Record<Currency, string>> = {
  EUR: account.bankEur,
  USD: account.bankUsd,
  CZK: account.bankCzk,
};

export const bankCurrency: Readonly<Record<string, Currency>> = {
  [account.bankEur]: 'EUR',
  [account.bankUsd]: 'USD',
  [account.bankCzk]: 'CZK',
};

export const controlAccounts: readonly string[] = [account.trade, account.tradeForeign];

type Kind = 'asset' | 'liability' | 'equity' | 'income' | 'expense';

interface Account {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly parent?: string;
  readonly line: string;
}

const groups: readonly Account[] = [
  { id: '10', name: 'Capital', kind: 'equity', line: 'Equity' },
  { id: '12', name: 'Results carried', kind: 'equity', line: 'Equity' },
  { id: '43', name: 'Customers', kind: 'asset', line: 'Trade receivables' },
  { id: '47', name: 'Public administrations', kind: 'liability', line: 'Taxes payable' },
  { id: '55', name: 'Other accounts', kind: 'liability', line: 'Other payables' },
  { id: '57', name: 'Cash at bank', kind: 'asset', line: 'Cash' },
  { id: '60', name: 'Purchases', kind: 'expense', line: 'Supplies' },
  { id: '62', name: 'External services', kind: 'expense', line: 'Other operating expenses' },
  { id: '64', name: 'Personnel', kind: 'expense', line: 'Personnel' },
  { id: '65', name: 'Other losses', kind: 'expense', line: 'Credit losses' },
  { id: '66', name: 'Financial expenses', kind: 'expense', line: 'Financial result' },
  { id: '70', name: 'Sales', kind: 'income', line: 'Revenue' },
  { id: '75', name: 'Other income', kind: 'income', line: 'Other income' },
  { id: '76', name: 'Financial income', kind: 'income', line: 'Financial result' },
];

const names: ReadonlyMap<string, string> = new Map([
  [account.capital, 'Share capital'],
  [account.resultCarried, 'Results of earlier years'],
  [account.trade, 'Trade receivables'],
  [account.tradeForeign, 'Trade receivables, foreign currency'],
  [account.salesTax, 'Output VAT'],
  [account.suspense, 'Items awaiting application'],
  [account.bankEur, 'Bank, EUR account'],
  [account.bankUsd, 'Bank, USD account'],
  [account.bankCzk, 'Bank, CZK account'],
  [account.supplies, 'Water and energy purchased'],
  [account.bankCharges, 'Bank charges'],
  [account.wages, 'Wages and salaries'],
  [account.badDebts, 'Bad debts written off'],
  [account.smallDifferences, 'Small differences written off'],
  [account.exchangeLoss, 'Exchange losses'],
  [account.waterSales, 'Sales of water'],
  [account.gasSales, 'Sales of gas'],
  [account.telecomSales, 'Sales of telecom services'],
  [account.salesDiscounts, 'Early-payment discounts'],
  [account.feeIncome, 'Reminder and return fees'],
  [account.exchangeGain, 'Exchange gains'],
  [account.interestIncome, 'Interest on late payment'],
]);

function row(id: string, name: string, group: Account, parent: string): Row {
  return {
    account_id: id,
    name,
    kind: group.kind,
    parent_id: parent,
    statement_line: group.line,
    control_kind: controlAccounts.includes(id) ? 'trade' : 'none',
    is_cash: String(group.id === '57' && parent !== ''),
    is_result_carry: String(id === account.resultCarried),
  };
}

/** The chart: each two-digit group, then its accounts. */
export function chartRows(): Row[] {
  return groups.flatMap((group) => [
    row(group.id, group.name, group, ''),
    ...[...names]
      .filter(([id]) => id.startsWith(group.id))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, name]) => row(id, name, group, group.id)),
  ]);
}
