import type { FieldSpec, Header, Profile } from './profile';

/** Columns have the labels of a list that a person sees, or, of an export that can be imported again, names of fields. */
const number: Header = ['Number', 'name', 'Número'];
const partner: Header = [
  'Invoice Partner Display Name',
  'Partner',
  'Customer',
  'invoice_partner_display_name',
  'partner_id/name',
  'partner_id/display_name',
  'partner_id',
  'Nombre del cliente',
  'Cliente',
];
const date: Header = [
  'Invoice/Bill Date',
  'Invoice Date',
  'Fecha de factura',
  'Fecha de factura/recibo',
];
const totalInCurrency: Header = ['Total in Currency Signed', 'amount_total_in_currency_signed'];
const total: Header = ['Total Signed', 'amount_total_signed', 'Total con signo'];
const due: Header = ['Amount Due Signed', 'amount_residual_signed', 'Importe adeudado con signo'];

const types: FieldSpec['words'] = {
  out_invoice: 'invoice',
  out_receipt: 'invoice',
  out_refund: 'credit_note',
  in_invoice: '',
  in_refund: '',
  in_receipt: '',
  entry: '',
  'Customer Invoice': 'invoice',
  'Customer Credit Note': 'credit_note',
  'Sales Receipt': 'invoice',
  'Vendor Bill': '',
  'Vendor Credit Note': '',
  'Purchase Receipt': '',
  'Journal Entry': '',
};

const fields: Profile['fields'] = {
  document_id: number,
  number,
  kind: { from: ['Type', 'move_type'], words: types },
  status: {
    from: ['Status', 'State', 'Estado'],
    words: { cancel: 'void', Publicado: 'posted', Borrador: 'draft', Cancelado: 'void' },
  },
  customer_id: partner,
  customer_name: partner,
  document_date: date,
  posting_date: ['Accounting Date', 'Date'],
  due_date: ['Due Date', 'invoice_date_due', 'Fecha de vencimiento'],
  terms: ['Payment Terms', 'invoice_payment_term_id/name', 'invoice_payment_term_id'],
  reference: ['Payment Reference', 'Reference', 'ref'],
  salesperson: ['Salesperson', 'Sales Person', 'invoice_user_id/name', 'invoice_user_id'],
  entity_id: ['Company', 'company_id/name', 'company_id'],
};

/** A draft has no number but a stroke, and often no date: it is nothing yet. */
const drafts: Profile['leaveOut'] = [
  { from: ['Status', 'State'], words: ['Draft'], reason: 'unposted' },
];

/**
 * Odoo: exports of the lists of invoices (`account.move`) and of journal items (`account.move.line`). `Signed` amounts
 * are in the company's currency, refunds minus; `in Currency Signed` in the invoice's; the plain ones have no sign. A
 * list with its usual columns has totals in the invoice's currency and what is due in the company's, which are the same
 * where it shows no currency.
 * Source: field labels in Odoo's module `account`.
 */
export const odooProfiles: readonly Profile[] = [
  {
    id: 'Odoo invoices in their currency',
    system: 'Odoo',
    dataset: 'document',
    needs: [number, partner, date, 'Currency', 'Total in Currency Signed', 'Amount Due'],
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
    needs: [number, partner, date, total, due],
    fields: { ...fields, amount: total, open_amount: due },
    content: 'open_items',
  },
  {
    id: 'Odoo invoices of one currency',
    system: 'Odoo',
    dataset: 'document',
    needs: [number, partner, date, totalInCurrency, [...due, 'Amount Due']],
    lacks: [['Currency', 'currency_id', 'currency_id/name']],
    fields: { ...fields, amount: totalInCurrency, open_amount: [...due, 'Amount Due'] },
    leaveOut: drafts,
    flipCredits: 'each',
    content: 'open_items',
  },
  {
    id: 'Odoo invoices by names of fields',
    system: 'Odoo',
    dataset: 'document',
    needs: [number, partner, date, 'amount_total', 'amount_residual', 'move_type'],
    fields: {
      ...fields,
      currency: ['currency_id/name', 'currency_id'],
      amount: 'amount_total',
      base_amount: total,
      open_amount: 'amount_residual',
    },
    leaveOut: drafts,
    flipCredits: 'each',
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
