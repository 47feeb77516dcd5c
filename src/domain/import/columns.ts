import { type DatasetDef, normalHeader } from './datasets';
import type { FieldSource } from './mapping';
import { documentSynonyms, glEntrySynonyms } from './synonyms';

/** The columns of a file while a dataset is tried on them: those that are understood so far, and all headers. */
export interface Columns {
  readonly dataset: DatasetDef;
  readonly headers: readonly string[];
  /** The headers by {@link normalHeader}. */
  readonly normal: readonly string[];
  readonly hint: string;
  readonly fields: Record<string, FieldSource>;
  readonly ref: (column: number) => FieldSource;
}

/** The first column with one of these headers, -1 where there is none. */
export function columnNamed(normal: readonly string[], names: readonly string[]): number {
  const wanted = new Set(names.map(normalHeader));
  return normal.findIndex((header) => wanted.has(header));
}

/** Accounts of a general ledger, or of nobody knows which ledger. */
const accounts: readonly string[] = [
  ...(glEntrySynonyms['account_id'] ?? []),
  'account id',
  'offset account',
  'cuenta contable',
  'cuenta de mayor',
  'contrapartida',
  'protiucet',
  'konto',
  'kontonummer',
  'sachkonto',
  'hauptbuchkonto',
  'gegenkonto',
];
const accountHeaders: ReadonlySet<string> = new Set(accounts.map(normalHeader));

/** What numbers a debtor's item by itself; `Document` does so too, but not in every list. */
const documentHeaders: readonly string[] = [
  'document_id',
  'document',
  'documento',
  ...(documentSynonyms['document_id'] ?? []),
];
/** Names that anybody may have, on a bank's statement too. */
const anyNames: ReadonlySet<string> = new Set(
  ['name', 'company', 'contact name', 'nombre', 'nazev', 'jmeno', 'firma'].map(normalHeader),
);
const customerHeaders: readonly string[] = [
  'customer_id',
  'customer_name',
  ...(documentSynonyms['customer_name'] ?? []),
  ...(documentSynonyms['customer_id'] ?? []),
].filter((header) => {
  const name = normalHeader(header);
  return !accountHeaders.has(name) && !anyNames.has(name);
});

/** Whether a column has accounts that may be those of a general ledger. */
export function hasAccounts(normal: readonly string[]): boolean {
  return normal.some((header) => accountHeaders.has(header));
}

/** Whether a column has the days on which something was posted. */
export function hasPostingDate(normal: readonly string[]): boolean {
  return columnNamed(normal, ['posting_date', ...(glEntrySynonyms['posting_date'] ?? [])]) >= 0;
}

/** Whether a column names customers, and is no account that may be anything. */
export function hasCustomers(normal: readonly string[]): boolean {
  return columnNamed(normal, customerHeaders) >= 0;
}

/**
 * Whether a column is of customers by its bare name: a bank may have a code of clients, but no column of just those.
 */
export function namesCustomer(normal: readonly string[]): boolean {
  return normal.some((header) =>
    /^(?:customer|client|cliente|zakaznik|odberatel|debtor|kunde|customername)$/.test(header),
  );
}

/** Whether a file lists what customers owe, one by one: banks know neither its customers nor its documents. */
export function namesItems(normal: readonly string[]): boolean {
  return hasCustomers(normal) && namesDocuments(normal);
}

/** Whether a column numbers documents. */
export function namesDocuments(normal: readonly string[]): boolean {
  return columnNamed(normal, documentHeaders) >= 0;
}
