import type { Header, Profile } from './profile';

const debit: Header = ['Debit Amount (Two Column Approach)', 'Debit Amount'];
const credit: Header = ['Credit Amount (Two Column Approach)', 'Credit Amount'];

/**
 * Wave: the export of all accounting transactions, one row a line of a transaction. Beside debits and credits it has one
 * column of amounts, which is signed by what they do to their account rather than by side. Headers: Wave help, "Export
 * your accounting transactions", and the exports that public importers of accounting.csv test with.
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
];
