export const documentColumns = [
  'document_id',
  'kind',
  'status',
  'customer_id',
  'number',
  'document_date',
  'posting_date',
  'due_date',
  'terms',
  'currency',
  'amount',
  'base_amount',
  'tax_amount',
  'control_account_id',
  'reference',
  'description',
  'settled_date',
  'settled_amount',
] as const;

export type DocumentRow = Readonly<Partial<Record<(typeof documentColumns)[number], string>>>;

export const documentLineColumns = [
  'document_id',
  'line_no',
  'service',
  'quantity',
  'unit',
  'unit_price',
  'amount',
  'tax_code',
  'tax_amount',
] as const;

export type DocumentLineRow = Readonly<
  Partial<Record<(typeof documentLineColumns)[number], string>>
>;

export const allocationColumns = [
  'allocation_id',
  'credit_document_id',
  'debit_document_id',
  'amount',
  'discount_amount',
  'effective_date',
] as const;

export type AllocationRow = Readonly<Partial<Record<(typeof allocationColumns)[number], string>>>;
