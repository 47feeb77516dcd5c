import type { FieldSpec, Header, Profile } from './profile';

const openForeign: Header = [
  'Amount Remaining (Foreign Currency)',
  'Foreign Amount Remaining',
  'Amount Remaining (Transaction Currency)',
];
const foreign: Header = ['Amount (Foreign Currency)', 'Amount (Transaction Currency)'];

/** NetSuite names a state alone, or behind the type of its transaction. */
const states: FieldSpec['words'] = {
  'Invoice : Open': 'posted',
  'Invoice : Paid In Full': 'posted',
  'Invoice : Pending Approval': 'draft',
  'Invoice : Rejected': 'void',
  'Invoice : Voided': 'void',
  'Credit Memo : Open': 'posted',
  'Credit Memo : Fully Applied': 'posted',
  'Credit Memo : Voided': 'void',
  'Payment : Not Deposited': 'posted',
  'Payment : Deposited': 'posted',
  'Payment : Voided': 'void',
  'Journal : Approved for Posting': 'posted',
  'Journal : Pending Approval': 'draft',
  'Customer Refund : Voided': 'void',
  'Approved for Posting': 'posted',
};

const types: FieldSpec['words'] = {
  'Cash Sale': '',
  Bill: '',
  'Bill Payment': '',
  'Bill Credit': '',
  Opportunity: '',
};

/** NetSuite writes currencies by the names that its records have, which a company may have made its codes. */
const currencyNames: Readonly<Record<string, readonly string[]>> = {
  USD: ['US Dollar', 'USA', 'U.S. Dollar'],
  EUR: ['Euro'],
  GBP: ['British Pound', 'British Pound Sterling', 'Pound Sterling'],
  CAD: ['Canadian Dollar'],
  AUD: ['Australian Dollar'],
  NZD: ['New Zealand Dollar'],
  JPY: ['Japanese Yen', 'Yen'],
  CHF: ['Swiss Franc'],
  CZK: ['Czech Koruna'],
  PLN: ['Polish Zloty', 'Zloty'],
  SEK: ['Swedish Krona'],
  NOK: ['Norwegian Krone'],
  DKK: ['Danish Krone'],
  MXN: ['Mexican Peso'],
  BRL: ['Brazilian Real'],
  INR: ['Indian Rupee'],
  CNY: ['Chinese Yuan', 'Chinese Yuan Renminbi', 'Renminbi'],
  HKD: ['Hong Kong Dollar'],
  SGD: ['Singapore Dollar'],
  ZAR: ['South African Rand'],
  AED: ['UAE Dirham'],
};

const currencies: FieldSpec['words'] = Object.fromEntries([
  ...Intl.supportedValuesOf('currency').map((code) => [code, code] as const),
  ...Object.entries(currencyNames).flatMap(([code, names]) =>
    names.map((name) => [name, code] as const),
  ),
]);

const fields: Profile['fields'] = {
  document_id: ['Internal ID', 'Document Number'],
  number: ['Document Number', 'Number'],
  kind: { from: 'Type', words: types },
  status: { from: 'Status', words: states },
  customer_id: ['Customer ID', 'Entity ID', 'Name', 'Customer'],
  customer_name: ['Name', 'Customer'],
  document_date: 'Date',
  due_date: ['Due Date', 'Due Date/Receive By'],
  terms: 'Terms',
  reference: ['PO/Check Number', 'PO/Cheque Number'],
  description: 'Memo',
  control_account_id: 'Account',
  salesperson: 'Sales Rep',
  department: 'Department',
  entity_id: 'Subsidiary',
};

/**
 * NetSuite: results of a saved search of transactions, one row each (main line). A payment has a plus, as money of the
 * bank, and a credit memo a minus. What remains is in the books' currency unless its header says otherwise. Headers: labels of the search columns `tranid`, `trandate`, `fxamount`,
 * `fxamountremaining` in SuiteAnswers' and public SuiteScript searches.
 */
export const netSuiteProfiles: readonly Profile[] = [
  {
    id: 'NetSuite transactions in their currency',
    system: 'NetSuite',
    dataset: 'document',
    needs: ['Date', 'Type', 'Document Number', ['Name', 'Customer'], foreign, openForeign],
    fields: {
      ...fields,
      currency: { from: 'Currency', words: currencies },
      amount: foreign,
      base_amount: 'Amount',
      open_amount: openForeign,
    },
    flipCredits: 'each',
    content: 'open_items',
  },
  {
    id: 'NetSuite transactions in two currencies',
    system: 'NetSuite',
    dataset: 'document',
    needs: [
      'Date',
      'Type',
      'Document Number',
      ['Name', 'Customer'],
      foreign,
      'Currency',
      'Amount',
      'Amount Remaining',
    ],
    lacks: [openForeign],
    fields: {
      ...fields,
      currency: { from: 'Currency', words: currencies },
      amount: foreign,
      base_amount: 'Amount',
      open_amount: { from: 'Amount Remaining', isBase: true },
    },
    flipCredits: 'each',
    content: 'open_items',
  },
  {
    id: 'NetSuite transactions',
    system: 'NetSuite',
    dataset: 'document',
    needs: ['Date', 'Type', 'Document Number', ['Name', 'Customer'], 'Amount', 'Amount Remaining'],
    fields: { ...fields, amount: 'Amount', open_amount: 'Amount Remaining' },
    flipCredits: 'each',
    content: 'open_items',
  },
];
