import type { FieldSpec, Profile } from './profile';

/** Bills are owed to others; an overpayment or a prepayment is money of the customer's. */
const types: FieldSpec['words'] = {
  'Sales invoice': 'invoice',
  'Sales credit note': 'credit_note',
  'Sales overpayment': 'payment',
  'Sales prepayment': 'payment',
  'Receivable Invoice': 'invoice',
  'Receivable Credit Note': 'credit_note',
  'Receivable Overpayment': 'payment',
  'Receivable Prepayment': 'payment',
  Bill: '',
  'Bill credit note': '',
  'Bill overpayment': '',
  'Bill prepayment': '',
};

const states: FieldSpec['words'] = {
  'Awaiting Payment': 'posted',
  'Awaiting Approval': 'draft',
  Deleted: 'void',
};

/**
 * Xero: the export of sales invoices, which has the columns of the template for their import and repeats an invoice's
 * totals on each of its lines, and the report Receivable Invoice Detail. Both say what is still due, not when the rest
 * was paid. The template itself marks with a star what must be filled in, has no amount of a line, and does not say
 * what is due. Sources: Xero Central, "Import a sales invoice" and the columns of its invoice reports; the headers that
 * public parsers of the export test with.
 */
export const xeroProfiles: readonly Profile[] = [
  {
    id: 'Xero sales invoices',
    system: 'Xero',
    dataset: 'sales_line',
    needs: ['ContactName', 'InvoiceNumber', 'InvoiceDate', 'DueDate', 'Total', 'LineAmount'],
    fields: {
      document_id: 'InvoiceNumber',
      number: 'InvoiceNumber',
      kind: { from: 'Type', words: types },
      status: { from: 'Status', words: states },
      customer_id: 'ContactName',
      customer_name: 'ContactName',
      document_date: 'InvoiceDate',
      due_date: 'DueDate',
      currency: 'Currency',
      amount: 'Total',
      tax_amount: 'TaxTotal',
      open_amount: 'InvoiceAmountDue',
      reference: 'Reference',
      service: 'InventoryItemCode',
      line_description: 'Description',
      line_quantity: 'Quantity',
      unit_price: 'UnitAmount',
      line_amount: 'LineAmount',
      line_tax_amount: 'TaxAmount',
      tax_code: 'TaxType',
    },
    flipCredits: 'each',
    content: 'open_items',
  },
  {
    id: 'Xero sales invoice template',
    system: 'Xero',
    dataset: 'sales_line',
    needs: ['ContactName', 'InvoiceNumber', 'InvoiceDate', 'DueDate', 'Quantity', 'UnitAmount'],
    fields: {
      document_id: 'InvoiceNumber',
      number: 'InvoiceNumber',
      kind: { from: 'Type', words: types },
      status: { from: 'Status', words: states },
      customer_id: 'ContactName',
      customer_name: 'ContactName',
      document_date: 'InvoiceDate',
      due_date: 'DueDate',
      currency: 'Currency',
      amount: 'Total',
      reference: 'Reference',
      service: 'InventoryItemCode',
      line_description: 'Description',
      line_quantity: 'Quantity',
      unit_price: 'UnitAmount',
      line_amount: { from: 'Quantity', times: 'UnitAmount' },
      line_tax_amount: 'TaxAmount',
      tax_code: 'TaxType',
    },
    flipCredits: 'each',
  },
  {
    id: 'Xero Receivable Invoice Detail',
    system: 'Xero',
    dataset: 'sales_line',
    needs: ['Contact', 'Invoice Number', 'Invoice Date', 'Source', 'Gross', 'Invoice Total'],
    fields: {
      document_id: 'Invoice Number',
      number: 'Invoice Number',
      kind: { from: 'Source', words: types },
      status: { from: 'Status', words: states },
      customer_id: ['Contact Account Number', 'Contact'],
      customer_name: 'Contact',
      document_date: 'Invoice Date',
      due_date: 'Due Date',
      currency: 'Currency',
      amount: 'Invoice Total',
      open_amount: 'Balance',
      reference: 'Reference',
      service: 'Item Code',
      line_description: 'Description',
      line_quantity: 'Quantity',
      unit_price: 'Unit Price (ex)',
      line_amount: 'Gross',
    },
    flipCredits: 'each',
    totals: { from: 'Invoice Date', words: ['Total'] },
    content: 'open_items',
  },
];
