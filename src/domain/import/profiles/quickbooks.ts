import type { FieldSpec, Header, Profile } from './profile';

const date: Header = ['Date', 'Transaction date'];
const type: Header = ['Transaction Type'];
const due: Header = ['Due Date'];
const open: Header = ['Open Balance', 'Open balance'];
const customer: Header = ['Customer full name', 'Customer', 'Client/Customer', 'Name'];
const memo: Header = ['Memo/Description', 'Description', 'Memo'];

/** What is sold for cash, checked in or only planned changes nothing that a customer owes. */
const types: FieldSpec['words'] = {
  'Sales Receipt': '',
  Deposit: '',
  Estimate: '',
  'Time Charge': '',
  'Time Activity': '',
  'Billable Expense Charge': '',
  'Refund Receipt': '',
  Refund: '',
  Expense: '',
  Check: '',
  Cheque: '',
  'Stmt Charge': 'fee',
  'Statement Charge': 'fee',
  Discount: 'write_off',
};

/** The customer's name stands in the row above its transactions, in the column without a name. */
const heading: FieldSpec = { from: '', isFilled: true };
const named = { customer_id: customer, customer_name: customer };
const grouped = { customer_id: heading, customer_name: heading };

const online: Profile['fields'] = {
  number: 'Num',
  kind: { from: type, words: types },
  document_date: date,
  due_date: due,
  description: memo,
  currency: 'Currency',
};
const { description: _, ...aged } = online;

/**
 * QuickBooks Online: reports of receivables, which export without ids. A row's key is what it is known by: date, type,
 * number and customer. Headings, `Total for` rows and the time of printing are no records. Payments have a plus in the
 * lists of transactions and a minus in those of balances. Headers: QuickBooks Help, "Run a transaction list by
 * customer", and the exports that public parsers of A/R Aging Detail and Invoice List test with.
 */
const onlineProfiles: readonly Profile[] = [
  {
    id: 'QuickBooks Online Invoice List',
    system: 'QuickBooks Online',
    dataset: 'document',
    needs: [date, 'Num', customer, memo, due, 'Amount', open],
    fields: { ...online, ...named, amount: 'Amount', open_amount: open },
    flipCredits: 'each',
    hasHeadings: true,
    totals: { from: date, words: ['Total'] },
    content: 'open_items',
    rowId: { field: 'document_id', columns: [date, type, 'Num', customer] },
  },
  {
    id: 'QuickBooks Online A/R Aging Detail',
    system: 'QuickBooks Online',
    dataset: 'document',
    needs: [date, type, 'Num', customer, due, 'Amount', open],
    fields: { ...aged, ...named, amount: 'Amount', open_amount: open },
    flipCredits: 'each',
    hasHeadings: true,
    content: 'open_items',
    rowId: { field: 'document_id', columns: [date, type, 'Num', customer] },
  },
  {
    id: 'QuickBooks Online Customer Balance Detail',
    system: 'QuickBooks Online',
    dataset: 'document',
    needs: ['', date, type, 'Num', due, 'Amount', open],
    fields: { ...online, ...grouped, amount: 'Amount', open_amount: open },
    flipCredits: 'each',
    hasHeadings: true,
    content: 'open_items',
    rowId: { field: 'document_id', columns: [date, type, 'Num', ''] },
  },
  {
    id: 'QuickBooks Online Open Invoices',
    system: 'QuickBooks Online',
    dataset: 'document',
    needs: ['', date, type, 'Num', 'Terms', due, open],
    fields: { ...online, ...grouped, terms: 'Terms', amount: open, open_amount: open },
    flipCredits: 'each',
    hasHeadings: true,
    content: 'open_items',
    rowId: { field: 'document_id', columns: [date, type, 'Num', ''] },
  },
  {
    id: 'QuickBooks Online Transaction List by Customer',
    system: 'QuickBooks Online',
    dataset: 'document',
    needs: ['', date, type, 'Num', 'Posting', 'Amount'],
    fields: {
      ...online,
      ...grouped,
      status: { from: 'Posting', words: { Yes: 'posted', Y: 'posted', No: '', N: '' } },
      amount: 'Amount',
    },
    flipCredits: 'each',
    hasHeadings: true,
    rowId: { field: 'document_id', columns: [date, type, 'Num', ''] },
  },
  {
    id: 'QuickBooks Online Transaction List',
    system: 'QuickBooks Online',
    dataset: 'document',
    needs: [date, type, 'Num', customer, 'Amount'],
    lacks: ['Account', 'Debit', 'Credit', open],
    fields: { ...online, ...named, amount: 'Amount' },
    flipCredits: 'each',
    hasHeadings: true,
    totals: { from: date, words: ['Total'] },
    rowId: { field: 'document_id', columns: [date, type, 'Num', customer] },
  },
];

const desktop: Profile['fields'] = {
  number: 'Num',
  kind: { from: 'Type', words: types },
  document_date: 'Date',
  due_date: due,
  terms: 'Terms',
  description: 'Memo',
  reference: ['P. O. #', 'P.O. Number'],
};

/**
 * QuickBooks Desktop: Open Invoices, A/R Aging Detail and Customer Balance Detail, each customer's name in a row above its
 * transactions and `Total` with it in one below, or in a column. The last of them lists all that ever happened. Headers: the exports
 * that public importers of these reports test with.
 */
const desktopProfiles: readonly Profile[] = [
  {
    id: 'QuickBooks Desktop Open Invoices',
    system: 'QuickBooks Desktop',
    dataset: 'document',
    needs: ['', 'Type', 'Date', 'Num', due, open],
    fields: { ...desktop, ...grouped, amount: open, open_amount: open },
    hasHeadings: true,
    content: 'open_items',
    rowId: { field: 'document_id', columns: ['Date', 'Type', 'Num', ''] },
  },
  {
    id: 'QuickBooks Desktop A/R Aging Detail',
    system: 'QuickBooks Desktop',
    dataset: 'document',
    needs: ['Type', 'Date', 'Num', 'Name', due, 'Aging', open],
    fields: {
      ...desktop,
      customer_id: 'Name',
      customer_name: 'Name',
      amount: open,
      open_amount: open,
    },
    hasHeadings: true,
    content: 'open_items',
    rowId: { field: 'document_id', columns: ['Date', 'Type', 'Num', 'Name'] },
  },
  {
    id: 'QuickBooks Desktop Customer Balance Detail',
    system: 'QuickBooks Desktop',
    dataset: 'document',
    needs: ['', 'Type', 'Date', 'Num', 'Account', 'Amount', 'Balance'],
    fields: { ...desktop, ...grouped, control_account_id: 'Account', amount: 'Amount' },
    hasHeadings: true,
    rowId: { field: 'document_id', columns: ['Date', 'Type', 'Num', ''] },
  },
];

export const quickBooksProfiles: readonly Profile[] = [...onlineProfiles, ...desktopProfiles];
