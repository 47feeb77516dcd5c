import { type ColumnDef, type ColumnType, canonicalTables, tableDef } from '../ledger/tables';
import {
  bankTransactionSynonyms,
  budgetSynonyms,
  customerSynonyms,
  documentLineSynonyms,
  documentSynonyms,
  entitySynonyms,
  exchangeRateSynonyms,
  glAccountSynonyms,
  glEntrySynonyms,
  paymentSynonyms,
  salesLineSynonyms,
  usageSynonyms,
} from './synonyms';

/** One thing that a source column can mean. */
export interface FieldDef {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  /** Headers that mean it, in English, Spanish and Czech, and some in German; compared by {@link normalHeader}. */
  readonly synonyms: readonly string[];
}

/**
 * What a file can be. Every canonical table is a dataset; `document` also knows the debtor's columns and the
 * settlement that many exports repeat on the invoice's line, and `payment` turns receipts into documents.
 */
export interface DatasetDef {
  readonly name: string;
  readonly fields: readonly FieldDef[];
}

/** Datasets whose rows become documents. */
export const documentDatasets: ReadonlySet<string> = new Set([
  'document',
  'open_item',
  'sales_line',
]);

/** Longer names are no name twice. */
const repeatedMax = 200;

/** A name that stands in two lines of a header, one above the other, and is one name all the same. */
const once = (header: string): string =>
  header.length > repeatedMax ? header : header.trim().replace(/^(.+?)(?: \1)+$/, '$1');

/** A header without case, accents, spaces and marks. */
export function normalHeader(header: string): string {
  return once(header)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const field = (
  column: ColumnDef,
  synonyms: Readonly<Record<string, readonly string[]>> = {},
): FieldDef => ({
  name: column.name,
  type: column.type,
  required: column.required === true,
  synonyms: synonyms[column.name] ?? [],
});

const extra = (
  name: string,
  type: ColumnType,
  synonyms: Readonly<Record<string, readonly string[]>>,
  required = false,
): FieldDef => ({
  name,
  type,
  required,
  synonyms: synonyms[name] ?? [],
});

/** Where a row came from, for canonical files that say so themselves. */
const provenance: readonly FieldDef[] = [
  { name: 'source_id', type: 'id', required: false, synonyms: [] },
  { name: 'source_row', type: 'integer', required: false, synonyms: [] },
];

function columnsOf(table: string): readonly ColumnDef[] {
  return tableDef(table)?.columns ?? [];
}

/** The debtor's columns that an invoice's or a payment's line may carry. */
export const debtorFields = ['customer_name', 'segment', 'region', 'collector'] as const;

/** What a debtor's item tells beside itself: what of it is open on the day of the list, and what cleared it. */
const documentExtras: readonly FieldDef[] = [
  ...debtorFields.map((name) => extra(name, 'text', documentSynonyms)),
  extra('settled_date', 'date', documentSynonyms),
  extra('settled_amount', 'money', documentSynonyms),
  extra('open_amount', 'money', documentSynonyms),
];

const documentDataset: DatasetDef = {
  name: 'document',
  fields: [
    ...columnsOf('document').map((column) => field(column, documentSynonyms)),
    ...documentExtras,
    ...provenance,
  ],
};

const paymentDataset: DatasetDef = {
  name: 'payment',
  fields: [
    extra('payment_id', 'id', paymentSynonyms, true),
    extra('applied_document_id', 'id', paymentSynonyms),
    // Of the receipt, what this line says was applied; without it the line's whole amount was.
    extra('applied_amount', 'money', paymentSynonyms),
    extra('payment_status', 'id', paymentSynonyms),
    ...columnsOf('document')
      .filter((column) =>
        [
          'entity_id',
          'customer_id',
          'document_date',
          'posting_date',
          'currency',
          'amount',
          'base_amount',
          'reference',
          'description',
          'control_account_id',
        ].includes(column.name),
      )
      .map((column) => field(column, paymentSynonyms)),
    ...debtorFields.map((name) => extra(name, 'text', paymentSynonyms)),
  ],
};

/** Lines of invoices, each with its document's columns: they become documents and their lines. */
const salesLineDataset: DatasetDef = {
  name: 'sales_line',
  fields: [
    ...columnsOf('document').map((column) => ({
      ...field(column, salesLineSynonyms),
      required: column.required === true && column.name !== 'amount',
    })),
    ...documentExtras,
    extra('line_no', 'integer', salesLineSynonyms),
    extra('line_description', 'text', salesLineSynonyms),
    extra('line_quantity', 'money', salesLineSynonyms),
    extra('unit_price', 'rate', salesLineSynonyms),
    extra('line_amount', 'money', salesLineSynonyms, true),
    extra('line_tax_amount', 'money', salesLineSynonyms),
    extra('tax_code', 'id', salesLineSynonyms),
  ],
};

/** Items of a sub-ledger, some of which clear each other: those that name one clearing. */
const openItemDataset: DatasetDef = {
  name: 'open_item',
  fields: [
    ...columnsOf('document').map((column) => field(column, documentSynonyms)),
    ...documentExtras,
    extra('clearing_id', 'id', documentSynonyms),
    extra('clearing_date', 'date', documentSynonyms),
  ],
};

const tableSynonyms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  customer: customerSynonyms,
  document_line: documentLineSynonyms,
  gl_account: glAccountSynonyms,
  gl_entry: glEntrySynonyms,
  bank_transaction: bankTransactionSynonyms,
  budget: budgetSynonyms,
  usage: usageSynonyms,
  exchange_rate: exchangeRateSynonyms,
  entity: entitySynonyms,
};

/** Fields that a file of a table may have beside the table's columns. */
const tableExtras: Readonly<Record<string, readonly FieldDef[]>> = {
  // Some journals have one signed amount instead of debits and credits.
  gl_entry: [extra('signed_amount', 'money', {})],
};

/** All datasets, in the order in which a draw between them is decided. */
export const datasets: readonly DatasetDef[] = [
  documentDataset,
  paymentDataset,
  salesLineDataset,
  openItemDataset,
  ...canonicalTables
    .filter((table) => table.name !== 'document')
    .map(
      (table): DatasetDef => ({
        name: table.name,
        fields: [
          ...columnsOf(table.name).map((column) => field(column, tableSynonyms[table.name] ?? {})),
          ...(tableExtras[table.name] ?? []),
          ...provenance,
        ],
      }),
    ),
];

export function datasetByName(name: string): DatasetDef | undefined {
  return datasets.find((dataset) => dataset.name === name);
}
