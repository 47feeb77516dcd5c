/**
 * The canonical tables: what every import ends in and every report reads.
 * One list for the engine's DDL, the importers' mapping, the shell's CSV files and the sample generator.
 */

export type ColumnType =
  /** An identifier, kept exactly as the source wrote it. */
  | 'id'
  | 'text'
  | 'date'
  | 'timestamp'
  /** DECIMAL(18,4), signed where the vocabulary says so. */
  | 'money'
  /** DECIMAL(18,10). */
  | 'rate'
  | 'integer'
  | 'boolean';

export interface ColumnDef {
  readonly name: string;
  readonly type: ColumnType;
  /** A row without it is rejected. */
  readonly required?: true;
}

export interface TableDef {
  readonly name: string;
  /** The columns that identify a row, beside the entity. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnDef[];
}

const c = (name: string, type: ColumnType): ColumnDef => ({ name, type });
const r = (name: string, type: ColumnType): ColumnDef => ({ name, type, required: true });

const entity: TableDef = {
  name: 'entity',
  key: ['entity_id'],
  columns: [
    r('entity_id', 'id'),
    c('name', 'text'),
    c('base_currency', 'id'),
    c('fiscal_year_start', 'integer'),
    c('time_zone', 'text'),
    c('country', 'id'),
  ],
};

const customer: TableDef = {
  name: 'customer',
  key: ['customer_id'],
  columns: [
    r('customer_id', 'id'),
    c('entity_id', 'id'),
    c('name', 'text'),
    c('parent_id', 'id'),
    c('tax_id', 'id'),
    c('segment', 'text'),
    c('region', 'text'),
    c('collector', 'text'),
    c('language', 'id'),
    c('currency', 'id'),
    c('terms', 'id'),
    c('credit_limit', 'money'),
    c('status', 'id'),
    c('email', 'text'),
    c('phone', 'text'),
    c('street', 'text'),
    c('city', 'text'),
    c('postal_code', 'id'),
    c('country', 'id'),
    c('note', 'text'),
  ],
};

const document: TableDef = {
  name: 'document',
  key: ['document_id'],
  columns: [
    r('document_id', 'id'),
    c('entity_id', 'id'),
    c('kind', 'id'),
    c('status', 'id'),
    c('customer_id', 'id'),
    c('number', 'id'),
    r('document_date', 'date'),
    c('posting_date', 'date'),
    c('due_date', 'date'),
    c('terms', 'id'),
    c('discount_date', 'date'),
    c('discount_base_amount', 'money'),
    c('discount_tax_amount', 'money'),
    c('currency', 'id'),
    r('amount', 'money'),
    c('base_amount', 'money'),
    c('tax_amount', 'money'),
    c('control_account_id', 'id'),
    c('reverses_document_id', 'id'),
    c('reference', 'text'),
    c('description', 'text'),
    c('salesperson', 'text'),
    c('department', 'text'),
    c('project', 'text'),
    c('service', 'text'),
    c('quantity', 'money'),
    c('unit', 'id'),
    c('disputed', 'boolean'),
    c('note', 'text'),
  ],
};

const documentLine: TableDef = {
  name: 'document_line',
  key: ['document_id', 'line_no'],
  columns: [
    r('document_id', 'id'),
    r('line_no', 'integer'),
    c('service', 'text'),
    c('quantity', 'money'),
    c('unit', 'id'),
    c('unit_price', 'rate'),
    c('amount', 'money'),
    c('tax_code', 'id'),
    c('tax_amount', 'money'),
    c('department', 'text'),
    c('project', 'text'),
  ],
};

const instalment: TableDef = {
  name: 'instalment',
  key: ['document_id', 'instalment_no'],
  columns: [
    r('document_id', 'id'),
    r('instalment_no', 'integer'),
    r('due_date', 'date'),
    r('amount', 'money'),
  ],
};

const paymentTerm: TableDef = {
  name: 'payment_term',
  key: ['terms', 'line_no'],
  columns: [
    r('terms', 'id'),
    r('line_no', 'integer'),
    c('share_kind', 'id'),
    c('share', 'money'),
    c('steps', 'text'),
    c('discount_percent', 'money'),
    c('discount_days', 'integer'),
    c('discount_on', 'id'),
  ],
};

const allocation: TableDef = {
  name: 'allocation',
  key: ['allocation_id'],
  columns: [
    r('allocation_id', 'id'),
    r('credit_document_id', 'id'),
    r('debit_document_id', 'id'),
    c('instalment_no', 'integer'),
    r('amount', 'money'),
    c('credit_amount', 'money'),
    c('discount_amount', 'money'),
    c('discount_tax_amount', 'money'),
    c('withholding_amount', 'money'),
    c('charge_amount', 'money'),
    c('write_off_amount', 'money'),
    c('credit_write_off_amount', 'money'),
    c('reason', 'text'),
    c('effective_date', 'date'),
    c('fully_cleared', 'boolean'),
  ],
};

const glAccount: TableDef = {
  name: 'gl_account',
  key: ['account_id'],
  columns: [
    r('account_id', 'id'),
    c('entity_id', 'id'),
    c('name', 'text'),
    c('kind', 'id'),
    c('parent_id', 'id'),
    c('statement_line', 'text'),
    c('control_kind', 'id'),
    c('is_cash', 'boolean'),
    c('is_result_carry', 'boolean'),
  ],
};

const glEntry: TableDef = {
  name: 'gl_entry',
  key: ['entry_id', 'line_no'],
  columns: [
    r('entry_id', 'id'),
    r('line_no', 'integer'),
    c('entity_id', 'id'),
    r('posting_date', 'date'),
    c('document_date', 'date'),
    r('account_id', 'id'),
    c('customer_id', 'id'),
    c('document_id', 'id'),
    c('reference', 'text'),
    c('debit', 'money'),
    c('credit', 'money'),
    c('currency', 'id'),
    c('amount_currency', 'money'),
    c('entry_kind', 'id'),
    c('status', 'id'),
    c('entered_at', 'timestamp'),
    c('entered_by', 'text'),
    c('department', 'text'),
    c('project', 'text'),
    c('description', 'text'),
  ],
};

const bankStatement: TableDef = {
  name: 'bank_statement',
  key: ['bank_statement_id'],
  columns: [
    r('bank_statement_id', 'id'),
    c('entity_id', 'id'),
    c('bank_account_id', 'id'),
    c('currency', 'id'),
    c('opening_date', 'date'),
    c('opening_balance', 'money'),
    c('closing_date', 'date'),
    c('closing_balance', 'money'),
  ],
};

const bankTransaction: TableDef = {
  name: 'bank_transaction',
  key: ['bank_transaction_id'],
  columns: [
    r('bank_transaction_id', 'id'),
    c('entity_id', 'id'),
    c('bank_statement_id', 'id'),
    c('side', 'id'),
    c('bank_account_id', 'id'),
    r('booking_date', 'date'),
    c('value_date', 'date'),
    r('amount', 'money'),
    c('currency', 'id'),
    c('counterparty', 'text'),
    c('counterparty_account', 'id'),
    c('reference', 'text'),
    c('remittance', 'text'),
    c('balance_after', 'money'),
  ],
};

const exchangeRate: TableDef = {
  name: 'exchange_rate',
  key: ['currency', 'base_currency', 'rate_date'],
  columns: [
    r('currency', 'id'),
    r('base_currency', 'id'),
    r('rate_date', 'date'),
    r('rate', 'rate'),
  ],
};

const budget: TableDef = {
  name: 'budget',
  key: ['account_id', 'period', 'department', 'project'],
  columns: [
    r('account_id', 'id'),
    c('entity_id', 'id'),
    r('period', 'id'),
    r('amount', 'money'),
    c('department', 'text'),
    c('project', 'text'),
  ],
};

const usage: TableDef = {
  name: 'usage',
  key: ['meter_id', 'period_start'],
  columns: [
    r('meter_id', 'id'),
    c('customer_id', 'id'),
    c('service', 'text'),
    r('period_start', 'date'),
    r('period_end', 'date'),
    r('quantity', 'money'),
    c('unit', 'id'),
    c('is_estimated', 'boolean'),
  ],
};

export const canonicalTables = [
  entity,
  customer,
  document,
  documentLine,
  instalment,
  paymentTerm,
  allocation,
  glAccount,
  glEntry,
  bankStatement,
  bankTransaction,
  exchangeRate,
  budget,
  usage,
] as const satisfies readonly TableDef[];

export type TableName =
  | 'entity'
  | 'customer'
  | 'document'
  | 'document_line'
  | 'instalment'
  | 'payment_term'
  | 'allocation'
  | 'gl_account'
  | 'gl_entry'
  | 'bank_statement'
  | 'bank_transaction'
  | 'exchange_rate'
  | 'budget'
  | 'usage';

const byName: ReadonlyMap<string, TableDef> = new Map(
  canonicalTables.map((table) => [table.name, table]),
);

/** The columns that tell two rows of a table apart: its key, within the entity and, for documents, the kind. */
export function identityOf(table: TableDef): readonly string[] {
  const within = table.columns.filter(
    ({ name }) => name === 'entity_id' || (name === 'kind' && table.name === 'document'),
  );
  return [...new Set([...within.map((column) => column.name), ...table.key])];
}

/** The definition of a canonical table, or `undefined` for a name that is none. */
export function tableDef(name: string): TableDef | undefined {
  return byName.get(name);
}
