import type { FieldSpec, Profile } from './profile';

const states: FieldSpec['words'] = {
  PartiallyPaid: 'posted',
  PendingApproval: 'draft',
  Unpaid: 'posted',
};

const lines: Profile['fields'] = {
  customer_id: ['Customer ID', 'CustomerID', 'Customer Name'],
  customer_name: 'Customer Name',
  currency: 'Currency Code',
  amount: 'Total',
  base_amount: { from: 'Total', times: 'Exchange Rate' },
  open_amount: 'Balance',
  salesperson: ['Sales person', 'Sales Person'],
  project: 'Project Name',
  service: 'Item Name',
  line_description: 'Item Desc',
  line_quantity: 'Quantity',
  unit: 'Usage unit',
  unit_price: 'Item Price',
  line_amount: 'Item Total',
  line_tax_amount: 'Item Tax Amount',
  tax_code: 'Item Tax',
};

/**
 * Zoho Books: invoices and credit notes, one row a line with the totals of its document repeated, and customer payments,
 * one row for each invoice that a payment was applied to. Payments name invoices by number, so that the number is the
 * key. Credit notes have a plus. Sources: Zoho Books help, "Export data"; the headers that public importers of
 * Invoice.csv and Customer_Payment.csv test with.
 */
export const zohoProfiles: readonly Profile[] = [
  {
    id: 'Zoho Books invoices',
    system: 'Zoho Books',
    dataset: 'sales_line',
    needs: ['Invoice Date', 'Invoice Number', 'Invoice Status', 'Customer Name', 'Item Total'],
    fields: {
      ...lines,
      document_id: 'Invoice Number',
      number: 'Invoice Number',
      status: { from: 'Invoice Status', words: states },
      document_date: 'Invoice Date',
      due_date: 'Due Date',
      reference: ['PurchaseOrder', 'Purchase Order'],
      terms: 'Payment Terms Label',
      description: 'Subject',
    },
    constants: { kind: 'invoice' },
    content: 'open_items',
  },
  {
    id: 'Zoho Books credit notes',
    system: 'Zoho Books',
    dataset: 'sales_line',
    needs: [
      'Credit Note Date',
      'Credit Note Number',
      'Credit Note Status',
      'Customer Name',
      'Item Total',
    ],
    fields: {
      ...lines,
      document_id: 'Credit Note Number',
      number: 'Credit Note Number',
      status: { from: 'Credit Note Status', words: states },
      document_date: 'Credit Note Date',
      reference: ['Reference#', 'Reference Number'],
      description: 'Subject',
    },
    constants: { kind: 'credit_note' },
    flipSign: true,
    content: 'open_items',
  },
  {
    id: 'Zoho Books customer payments',
    system: 'Zoho Books',
    dataset: 'payment',
    needs: ['CustomerPayment ID', 'Date', 'Amount', 'Invoice Number', 'Amount Applied to Invoice'],
    fields: {
      payment_id: 'CustomerPayment ID',
      applied_document_id: 'Invoice Number',
      applied_amount: 'Amount Applied to Invoice',
      customer_id: ['Customer ID', 'CustomerID', 'Customer Name'],
      customer_name: 'Customer Name',
      document_date: 'Date',
      currency: 'Currency Code',
      amount: 'Amount',
      base_amount: { from: 'Amount', times: 'Exchange Rate' },
      reference: 'Reference Number',
      description: 'Description',
    },
  },
];
