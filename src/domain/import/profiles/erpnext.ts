import type { FieldSpec, Header, Profile } from './profile';

const date: Header = ['Posting Date', 'Date'];
const due: Header = ['Payment Due Date', 'Due Date'];

const states: FieldSpec['words'] = {
  Submitted: 'posted',
  'Partly Paid': 'posted',
  'Credit Note Issued': 'posted',
  Return: 'posted',
  'Unpaid and Discounted': 'posted',
  'Partly Paid and Discounted': 'posted',
  'Overdue and Discounted': 'posted',
  'Internal Transfer': 'posted',
};

const invoices: Profile['fields'] = {
  customer_name: 'Customer Name',
  due_date: due,
  currency: 'Currency',
  amount: 'Grand Total',
  base_amount: 'Grand Total (Company Currency)',
  open_amount: 'Outstanding Amount',
  reference: ["Customer's Purchase Order", 'PO No'],
  project: 'Project',
  entity_id: 'Company',
  control_account_id: 'Debit To',
};

/** Vouchers by their doctype; of any other the sign says what it is. */
const vouchers: FieldSpec['words'] = {
  'Sales Invoice': 'invoice',
  'POS Invoice': 'invoice',
  'Payment Entry': 'payment',
  'Journal Entry': 'adjustment',
};

const filled = (from: Header): FieldSpec => ({ from, isFilled: true });

/**
 * What came from customers: a payment made, a transfer between own accounts, or one that another party made is no
 * receipt of theirs. Blank where the export does not say the status of what it exports: submitted.
 */
const receipts: FieldSpec['words'] = {
  Receive: 'posted',
  'Receive Submitted': 'posted',
  'Receive Draft': 'draft',
  'Receive Cancelled': 'void',
  Pay: '',
  'Pay Submitted': '',
  'Pay Draft': '',
  'Pay Cancelled': '',
  'Internal Transfer': '',
  'Internal Transfer Submitted': '',
  'Internal Transfer Draft': '',
  'Internal Transfer Cancelled': '',
};

/**
 * ERPNext: the list of Sales Invoices, their data export, in which rows of items follow with the invoice's own cells
 * blank, and the data export of Payment Entries with the invoices that each was allocated to. Returns are minus.
 * Source: field labels of the doctypes Sales Invoice and Payment Entry; headers as public importers of the data export
 * read them (`Name (Payment References)`).
 */
export const erpNextProfiles: readonly Profile[] = [
  {
    id: 'ERPNext Sales Invoices with items',
    system: 'ERPNext',
    dataset: 'sales_line',
    needs: [
      'ID',
      'Customer',
      date,
      'Grand Total',
      ['Quantity (Items)', 'Qty (Items)'],
      'Amount (Items)',
    ],
    fields: {
      ...invoices,
      document_id: filled('ID'),
      number: filled('ID'),
      status: { from: 'Status', words: states, isFilled: true },
      currency: filled('Currency'),
      customer_id: filled('Customer'),
      document_date: filled(date),
      service: ['Item (Items)', 'Item Code (Items)', 'Item Name (Items)'],
      line_description: 'Item Name (Items)',
      line_quantity: ['Quantity (Items)', 'Qty (Items)'],
      unit: 'UOM (Items)',
      unit_price: 'Rate (Items)',
      line_amount: 'Amount (Items)',
    },
    content: 'open_items',
  },
  {
    id: 'ERPNext Sales Invoices',
    system: 'ERPNext',
    dataset: 'document',
    needs: ['ID', 'Customer', date, 'Grand Total', 'Outstanding Amount', 'Status'],
    fields: {
      ...invoices,
      document_id: 'ID',
      number: 'ID',
      status: { from: 'Status', words: states },
      customer_id: 'Customer',
      document_date: date,
    },
    content: 'open_items',
  },
  {
    id: 'ERPNext Accounts Receivable',
    system: 'ERPNext',
    dataset: 'document',
    needs: [
      'Posting Date',
      'Voucher Type',
      'Voucher No',
      'Invoiced Amount',
      'Paid Amount',
      'Outstanding Amount',
    ],
    fields: {
      document_id: 'Voucher No',
      number: 'Voucher No',
      kind: { from: 'Voucher Type', words: vouchers },
      customer_id: ['Customer', 'Party'],
      customer_name: 'Customer Name',
      document_date: 'Posting Date',
      due_date: 'Due Date',
      currency: ['Currency', 'Party Account Currency'],
      // What was invoiced of a receipt on account is nothing: of each voucher the report knows what is open.
      amount: 'Outstanding Amount',
      open_amount: 'Outstanding Amount',
      control_account_id: ['Receivable Account', 'Party Account'],
      region: 'Territory',
      segment: 'Customer Group',
      salesperson: 'Sales Person',
      project: 'Project',
    },
    content: 'open_items',
  },
  {
    id: 'ERPNext Payment Entries',
    system: 'ERPNext',
    dataset: 'payment',
    needs: ['ID', 'Payment Type', 'Posting Date', 'Party', 'Paid Amount'],
    fields: {
      payment_id: filled('ID'),
      payment_status: {
        from: 'Payment Type',
        mayJoin: ['Status'],
        words: receipts,
        isFilled: true,
      },
      applied_document_id: 'Name (Payment References)',
      applied_amount: 'Allocated (Payment References)',
      customer_id: filled('Party'),
      customer_name: filled('Party Name'),
      document_date: filled('Posting Date'),
      currency: filled(['Account Currency (From)', 'Account Currency']),
      amount: filled('Paid Amount'),
      base_amount: filled('Paid Amount (Company Currency)'),
      reference: filled('Cheque/Reference No'),
      entity_id: filled('Company'),
    },
  },
];
