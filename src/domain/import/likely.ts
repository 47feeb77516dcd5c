import { hasAccounts, hasPostingDate, namesCustomer, namesDocuments, namesItems } from './columns';
import type { DatasetDef } from './datasets';
import type { Mapping } from './mapping';

/** What a file's columns come to as one dataset. */
export interface Guess {
  readonly dataset: DatasetDef;
  readonly mapping: Mapping;
  readonly score: number;
  /** Required fields that nothing was found for. */
  readonly missing: readonly string[];
}

/** What a document's line says of itself: without any of it the file names documents and no more. */
const lineContents = ['amount', 'quantity', 'unit_price', 'description', 'service'] as const;

/**
 * What a dataset does not require and a file of it has all the same: the fields that are lacking, of several that would
 * do the first.
 */
export function lacking({ dataset, mapping }: Guess, normal: readonly string[]): readonly string[] {
  const has = (name: string): boolean => mapping.fields[name] !== undefined;
  const oneOf = (...names: readonly string[]): readonly string[] =>
    names.some(has) ? [] : names.slice(0, 1);
  switch (dataset.name) {
    case 'customer':
      return oneOf('name');
    case 'bank_transaction':
      return [...oneOf('booking_date'), ...oneOf('amount'), ...oneOf('remittance', 'counterparty')];
    case 'gl_account':
      return oneOf('name', 'kind');
    case 'gl_entry':
      return oneOf('debit', 'credit', 'signed_amount');
    case 'usage':
      return [...oneOf('period_start'), ...oneOf('quantity')];
    case 'open_item':
      return oneOf('clearing_id');
    case 'document_line':
      return oneOf(...lineContents);
    case 'sales_line':
      return [...oneOf('line_amount'), ...oneOf('service', 'line_description')];
    case 'document':
      // Amounts on accounts that are nobody's own are a journal's.
      return hasAccounts(normal) ? oneOf('customer_id') : [];
    default:
      return [];
  }
}

/** Whether what was found is enough of a dataset to take the file for one. */
export function isLikely(guess: Guess, normal: readonly string[]): boolean {
  return lacking(guess, normal).length === 0 && !isOther(guess, normal);
}

/** Columns that only what is owed has. */
const owed: ReadonlySet<string> = new Set([
  'os',
  'outstanding',
  'openbalance',
  'openamount',
  'duedate',
  'due',
  'invno',
  'invoiceno',
  'invoicenumber',
  'numerofactura',
  'nfactura',
  'cislofaktury',
  'rechnungsnr',
  'rechnungsnummer',
  'balancedue',
  'amountdue',
  'pendiente',
  'vencimiento',
  'splatnost',
  'klikvidaci',
]);
const isOwed = (normal: readonly string[]): boolean => normal.some((header) => owed.has(header));

/** Days of posting beside numbers of documents are a ledger's own: a bank numbers nobody's documents. */
function isLedger(normal: readonly string[]): boolean {
  return normal.includes('postingdate') && namesDocuments(normal);
}

/** Whether a file says by its columns that it is something else, although nothing of a dataset is lacking. */
function isOther({ dataset, mapping }: Guess, normal: readonly string[]): boolean {
  const has = (name: string): boolean => mapping.fields[name] !== undefined;
  switch (dataset.name) {
    case 'customer':
      // Nearly every export has a customer's number: a list of them has a name too, and says more of them.
      return 2 * Object.keys(mapping.fields).length < normal.length;
    case 'bank_transaction':
      // A ledger of customers has debits and credits as a bank has; a bank knows no customers.
      return namesItems(normal) || namesCustomer(normal) || isLedger(normal) || isOwed(normal);
    case 'gl_account':
      // A chart knows no days: lines of a journal do.
      return hasPostingDate(normal);
    case 'document':
    case 'payment':
      return has('unit_price') && has('quantity');
    default:
      return false;
  }
}
