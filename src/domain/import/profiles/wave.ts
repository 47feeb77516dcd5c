import type { Header, Profile } from './profile';

const debit: Header = ['Debit Amount (Two Column Approach)', 'Debit Amount'];
const credit: Header = ['Credit Amount (Two Column Approach)', 'Credit Amount'];

/**
 * Wave: the export of all accounting transactions, one row a line of a transaction. Beside debits and credits it has one
 * column of amounts, which is signed by what they do to their account rather than by side. Headers: Wave help, "Export
 * your accounting transactions", and the exports that public importers of accounting.csv test with.
 *
 * The list of invoices (invoices.csv) tells of all payments of an invoice their sum and the day of the last one. Headers:
 * those that Invoice Ninja's importer of it reads (invoiceninja/invoiceninja, `Import/Transformer/Wave/
 * InvoiceTransformer.php`); there may be more of them.
 */
export const waveProfiles: readonly Profile[] = [
  {
    id: 'Wave accounting transactions',
    system: 'Wave',
    dataset: 'gl_entry',
    needs: ['Transaction ID', 'Transaction Date', 'Account Name', debit, credit],
    fields: {
      entry_id: 'Transaction ID',
      posting_date: 'Transaction Date',
      account_id: 'Account Name',
      customer_id: 'Customer',
      document_id: 'Invoice Number',
      debit,
      credit,
      description: ['Transaction Line Description', 'Transaction Description'],
      entered_at: 'Transaction Date Added',
    },
  },
  {
    id: 'Wave invoices',
    system: 'Wave',
    dataset: 'document',
    needs: ['Invoice Number', 'Invoice Date', 'Customer Name', 'Invoice Total', 'Invoice Paid'],
    fields: {
      document_id: 'Invoice Number',
      number: 'Invoice Number',
      document_date: 'Invoice Date',
      due_date: 'Due Date',
      customer_id: 'Customer Name',
      customer_name: 'Customer Name',
      currency: 'Currency',
      amount: 'Invoice Total',
      tax_amount: 'Invoice Tax Total',
      settled_amount: 'Invoice Paid',
      settled_date: 'Last Payment Date',
    },
  },
];
