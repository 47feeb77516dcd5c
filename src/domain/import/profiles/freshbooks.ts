import type { Profile } from './profile';

/**
 * FreshBooks: the report Invoice Details, one row a line with its taxes in it. A card that was declined leaves its
 * invoice owed. Headers: FreshBooks help, "Invoice Details report", and the exports that public importers test with.
 */
export const freshBooksProfiles: readonly Profile[] = [
  {
    id: 'FreshBooks Invoice Details',
    system: 'FreshBooks',
    dataset: 'sales_line',
    needs: ['Client Name', 'Invoice #', 'Date Issued', 'Invoice Status', 'Item Name', 'Line Total'],
    fields: {
      document_id: 'Invoice #',
      number: 'Invoice #',
      status: {
        from: 'Invoice Status',
        words: {
          'auto-paid': 'posted',
          retry: 'posted',
          failed: 'posted',
          declined: 'posted',
          resolved: 'posted',
        },
      },
      customer_id: 'Client Name',
      customer_name: 'Client Name',
      document_date: 'Date Issued',
      due_date: ['Date Due', 'Due Date'],
      settled_date: 'Date Paid',
      currency: 'Currency',
      service: 'Item Name',
      line_description: 'Item Description',
      line_quantity: 'Quantity',
      unit_price: 'Rate',
      line_amount: 'Line Total',
    },
    constants: { kind: 'invoice' },
  },
];
