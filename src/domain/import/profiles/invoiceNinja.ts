import type { FieldSpec, Header, Profile } from './profile';

const invoiceNumber: Header = ['Invoice Invoice Number', 'Invoice Number'];
const client: Header = ['Client Number', 'Client ID Number', 'Client Name'];
const currency: Header = ['Client Currency', 'Invoice Currency', 'Payment Currency'];

const states: FieldSpec['words'] = { Reversed: 'void', Unpaid: 'posted', 'Past Due': 'posted' };

/** A refund in part leaves the rest a payment; of a refund in full nothing is left. */
const payments: FieldSpec['words'] = {
  Completed: 'posted',
  Pending: 'draft',
  Failed: '',
  Voided: 'void',
  Cancelled: 'void',
  'Partially Refunded': 'posted',
  Refunded: 'posted',
  'Partially Unapplied': 'posted',
  Unapplied: 'posted',
};

/**
 * Invoice Ninja 5: exports of invoices and of payments, whose headers name the table before the field, so that an
 * invoice's number is the `Invoice Invoice Number`. Its documents are keyed by number. Headers: Invoice Ninja's own
 * export tests, and public importers of its files.
 */
export const invoiceNinjaProfiles: readonly Profile[] = [
  {
    id: 'Invoice Ninja invoices',
    system: 'Invoice Ninja',
    dataset: 'document',
    needs: [
      invoiceNumber,
      'Invoice Date',
      'Invoice Amount',
      'Invoice Balance',
      'Invoice Status',
      'Client Name',
    ],
    fields: {
      document_id: invoiceNumber,
      number: invoiceNumber,
      status: { from: 'Invoice Status', words: states },
      customer_id: client,
      customer_name: 'Client Name',
      document_date: 'Invoice Date',
      due_date: 'Invoice Due Date',
      currency,
      amount: 'Invoice Amount',
      tax_amount: ['Invoice Total Taxes', 'Invoice Tax Amount'],
      open_amount: 'Invoice Balance',
      reference: 'Invoice PO Number',
      description: 'Invoice Public Notes',
    },
    constants: { kind: 'invoice' },
    content: 'open_items',
  },
  {
    id: 'Invoice Ninja payments',
    system: 'Invoice Ninja',
    dataset: 'payment',
    needs: ['Payment Number', 'Payment Date', 'Payment Amount', 'Payment Status', 'Client Name'],
    fields: {
      payment_id: 'Payment Number',
      applied_document_id: invoiceNumber,
      payment_status: { from: 'Payment Status', words: payments },
      customer_id: client,
      customer_name: 'Client Name',
      document_date: 'Payment Date',
      currency,
      amount: { from: 'Payment Amount', mayMinus: 'Payment Refunded' },
      reference: 'Payment Transaction Reference',
    },
  },
];
