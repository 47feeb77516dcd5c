import type { FieldSpec, Header, Profile } from './profile';

const account: Header = ['Account Reference', 'A/C', 'Account'];
const nominal: Header = ['Nominal A/C Ref', 'Nominal Code', 'N/C'];
const net: Header = ['Net Amount', 'Net'];
const date: Header = ['Date'];
const reference: Header = ['Reference', 'Ref'];

/** Two letters a kind. Of the sales ledger they are debits and credits; the rest is of suppliers, banks and journals. */
const types: FieldSpec['words'] = {
  SI: 'invoice',
  SC: 'credit_note',
  SR: 'payment',
  SA: 'payment',
  SD: 'write_off',
  SP: 'refund',
  PI: '',
  PC: '',
  PP: '',
  PA: '',
  PD: '',
  PR: '',
  BP: '',
  BR: '',
  CP: '',
  CR: '',
  VP: '',
  VR: '',
  JD: '',
  JC: '',
};

/**
 * Sage 50 (UK): the audit trail, whose rows are splits of transactions, all without a sign. Rows of one type, account,
 * reference and date are one transaction, as Sage itself groups them on import, and its amount is net and tax
 * together. Sources: Sage 50 help, "Import audit trail transactions", for names and types; Zynk's description of how
 * such rows are grouped.
 */
export const sageProfiles: readonly Profile[] = [
  {
    id: 'Sage 50 audit trail',
    system: 'Sage 50',
    dataset: 'sales_line',
    needs: ['Type', account, nominal, date, reference, net, ['Tax Code', 'T/C']],
    fields: {
      document_id: { from: 'Type', joined: [account, reference, date] },
      number: reference,
      kind: { from: 'Type', words: types },
      customer_id: account,
      document_date: date,
      due_date: ['Due Date', 'Due On'],
      reference: ['Extra Reference', 'Ex.Ref'],
      description: 'Details',
      department: ['Department Code', 'Dept'],
      line_description: 'Details',
      service: nominal,
      line_amount: net,
      line_tax_amount: ['Tax Amount', 'Tax', 'VAT', 'VAT Amount'],
      tax_code: ['Tax Code', 'T/C'],
    },
    flipCredits: true,
  },
  {
    id: 'Sage 50 customer activity',
    system: 'Sage 50',
    dataset: 'document',
    needs: [account, 'Type', date, reference, 'Amount', ['O/S', 'Outstanding']],
    lacks: [nominal],
    fields: {
      document_id: { from: 'Type', joined: [account, reference, date], mayJoin: [['No', 'No.']] },
      number: reference,
      kind: { from: 'Type', words: types },
      customer_id: account,
      customer_name: 'Name',
      document_date: date,
      due_date: ['Due', 'Due Date', 'Due On'],
      description: 'Details',
      amount: 'Amount',
      open_amount: ['O/S', 'Outstanding'],
    },
    flipCredits: 'each',
    hasHeadings: true,
    content: 'open_items',
  },
];
