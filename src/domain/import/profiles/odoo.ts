import type { FieldSpec, Header, Profile } from './profile';

const partner: Header = ['Invoice Partner Display Name', 'Partner', 'Customer'];
const date: Header = ['Invoice/Bill Date', 'Invoice Date'];

const types: FieldSpec['words'] = {
  'Customer Invoice': 'invoice',
  'Customer Credit Note': 'credit_note',
  'Sales Receipt': 'invoice',
  'Vendor Bill': '',
  'Vendor Credit Note': '',
  'Purchase Receipt': '',
  'Journal Entry': '',
};

const fields: Profile['fields'] = {
  document_id: 'Number',
  number: 'Number',
  kind: { from: 'Type', words: types },
  status: ['Status', 'State'],
  customer_id: partner,
  customer_name: partner,
  document_date: date,
  posting_date: ['Accounting Date', 'Date'],
  due_date: 'Due Date',
  terms: 'Payment Terms',
  reference: ['Payment Reference', 'Reference'],
  salesperson: ['Salesperson', 'Sales Person'],
  entity_id: 'Company',
};

/**
 * Odoo: exports of the lists of invoices (`account.move`) and of journal items (`account.move.line`). `Signed` amounts
 * are in the company's currency, refunds minus; `in Currency Signed` in the invoice's; the plain ones have no sign.
 * Source: field labels in Odoo's module `account`.
 */
export const odooProfiles: readonly Profile[] = [
  {
    id: 'Odoo invoices in their currency',
    system: 'Odoo',
    dataset: 'document',
    needs: ['Number', partner, date, 'Currency', 'Total in Currency Signed', 'Amount Due'],
    fields: {
      ...fields,
      currency: 'Currency',
      amount: 'Total in Currency Signed',
      base_amount: 'Total Signed',
      open_amount: 'Amount Due',
    },
    flipCredits: 'each',
    content: 'open_items',
  },
  {
    id: 'Odoo invoices',
    system: 'Odoo',
    dataset: 'document',
    needs: ['Number', partner, date, 'Total Signed', 'Amount Due Signed'],
    fields: { ...fields, amount: 'Total Signed', open_amount: 'Amount Due Signed' },
    content: 'open_items',
  },
  {
    id: 'Odoo journal items',
    system: 'Odoo',
    dataset: 'gl_entry',
    needs: ['Journal Entry', 'Date', 'Account', 'Label', 'Debit', 'Credit'],
    fields: {
      entry_id: 'Journal Entry',
      posting_date: 'Date',
      document_date: date,
      account_id: 'Account',
      customer_id: 'Partner',
      document_id: 'Journal Entry',
      debit: 'Debit',
      credit: 'Credit',
      amount_currency: 'Amount in Currency',
      currency: 'Currency',
      reference: 'Reference',
      description: 'Label',
      status: {
        from: ['Status', 'State'],
        words: { Draft: 'draft', Posted: 'posted', Cancelled: 'void' },
      },
      entity_id: 'Company',
    },
  },
];
