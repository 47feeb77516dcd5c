import type { FieldSpec, Header, Profile } from './profile';

const date: Header = ['Finalized At (UTC)', 'Date (UTC)', 'Created (UTC)', 'Date', 'Created'];
const paidAt: Header = ['Paid At (UTC)', 'Paid At'];
const currency: Header = ['Currency'];

/** What the customer does not pay for a while, or ever, is owed until it is written off or voided. */
const states: FieldSpec['words'] = { uncollectible: 'posted', past_due: 'posted', deleted: 'void' };

const invoice: Profile['fields'] = {
  document_id: 'id',
  number: 'Number',
  status: { from: 'Status', words: states },
  customer_id: ['Customer', 'Customer ID'],
  customer_name: ['Customer Name', 'Customer Description', 'Customer Email'],
  document_date: date,
  due_date: ['Due Date (UTC)', 'Due Date'],
  currency,
  amount: 'Total',
  tax_amount: 'Tax',
  reference: 'Subscription',
  description: 'Description',
};

/** A payment that failed never was one; what was refunded of one is taken off it. */
const charges: FieldSpec['words'] = {
  Paid: 'posted',
  Succeeded: 'posted',
  Refunded: 'posted',
  'Partially refunded': 'posted',
  'Partial refund': 'posted',
  Disputed: 'posted',
  Failed: '',
  Canceled: '',
  Uncaptured: '',
  Incomplete: '',
  'Requires payment method': '',
  'Requires action': '',
};

/**
 * Stripe: exports of invoices and of payments (charges) from the dashboard, amounts in decimals, codes of currencies
 * in small letters, times in UTC. Payments name their invoice by its id. Sources: Stripe's documentation of the invoice
 * object and its states; headers of the exports as public importers of them read them.
 */
export const stripeProfiles: readonly Profile[] = [
  {
    id: 'Stripe invoices with payment dates',
    system: 'Stripe',
    dataset: 'document',
    needs: ['id', 'Number', date, currency, 'Total', 'Amount Paid', 'Status', paidAt],
    fields: { ...invoice, settled_date: paidAt, settled_amount: 'Amount Paid' },
  },
  {
    id: 'Stripe invoices',
    system: 'Stripe',
    dataset: 'document',
    needs: ['id', 'Number', date, currency, 'Total', 'Amount Paid', 'Status'],
    fields: { ...invoice, open_amount: { from: 'Total', minus: 'Amount Paid' } },
    content: 'open_items',
  },
  {
    id: 'Stripe payments',
    system: 'Stripe',
    dataset: 'payment',
    needs: [
      'id',
      ['Created (UTC)', 'Created date (UTC)', 'Created'],
      'Amount',
      'Amount Refunded',
      currency,
      'Status',
      'Customer ID',
    ],
    fields: {
      payment_id: 'id',
      payment_status: { from: 'Status', words: charges },
      applied_document_id: 'Invoice ID',
      customer_id: 'Customer ID',
      customer_name: ['Customer Name', 'Customer Description', 'Customer Email'],
      document_date: ['Created (UTC)', 'Created date (UTC)', 'Created'],
      currency,
      amount: { from: 'Amount', minus: 'Amount Refunded' },
      reference: 'PaymentIntent ID',
      description: 'Description',
    },
  },
];
