import { type DatasetDef, datasets, type FieldDef, normalHeader } from './datasets';
import type { FieldSource, Mapping } from './mapping';
import { profiled } from './profiles/recognise';
import { bankIn, bankOut } from './synonyms';

interface Guess {
  readonly dataset: DatasetDef;
  readonly mapping: Mapping;
  readonly score: number;
}

const isQuantity = /consum|usage|demand|kwh|mwh|(?:^|[^a-z])m3|odber|spotreb|mgd$|^value$|quantity/;

/** Which column means which field: by the field's own name first, then by its synonyms in their order. */
function plainColumns(dataset: DatasetDef, normal: readonly string[]): Map<string, number> {
  const taken = new Set<number>();
  const fields = new Map<string, number>();
  const take = (fieldDef: FieldDef, wanted: string): void => {
    if (fields.has(fieldDef.name)) return;
    const at = normal.findIndex((header, i) => header === wanted && !taken.has(i));
    if (at < 0) return;
    fields.set(fieldDef.name, at);
    taken.add(at);
  };
  for (const fieldDef of dataset.fields) take(fieldDef, normalHeader(fieldDef.name));
  const rounds = Math.max(...dataset.fields.map((fieldDef) => fieldDef.synonyms.length));
  for (let round = 0; round < rounds; round += 1)
    for (const fieldDef of dataset.fields) {
      const synonym = fieldDef.synonyms[round];
      if (synonym !== undefined) take(fieldDef, normalHeader(synonym));
    }
  return fields;
}

function guess(dataset: DatasetDef, headers: readonly string[], hint: string): Guess {
  const normal = headers.map(normalHeader);
  const fields: Record<string, FieldSource> = Object.create(null);
  const ref = (column: number): FieldSource => ({ column, header: headers[column] ?? '' });
  for (const [name, column] of plainColumns(dataset, normal)) fields[name] = ref(column);
  // Who is called by a name alone is known by it.
  const named = dataset.name === 'customer' ? undefined : fields['customer_name'];
  if (named && fields['customer_id'] === undefined && hasField(dataset, 'customer_id'))
    fields['customer_id'] = named;
  const whole = completed({ dataset, headers, normal, hint, fields, ref });
  const has = (name: string): boolean =>
    whole.fields[name] !== undefined ||
    whole.constants[name] !== undefined ||
    whole.rowId?.field === name ||
    (name === 'line_no' && isNumbered(dataset.name));
  const missing = dataset.fields.filter(({ required, name }) => required && !has(name)).length;
  return { dataset, mapping: whole, score: Object.keys(whole.fields).length - missing * 100 };
}

const hasField = ({ fields }: DatasetDef, name: string): boolean =>
  fields.some((field) => field.name === name);

/** Datasets whose rows get a number within their document or entry where the file has none. */
export function isNumbered(dataset: string): boolean {
  return dataset === 'sales_line' || dataset === 'gl_entry' || dataset === 'document_line';
}

interface Headers {
  readonly dataset: DatasetDef;
  readonly headers: readonly string[];
  readonly normal: readonly string[];
  readonly hint: string;
  readonly fields: Record<string, FieldSource>;
  readonly ref: (column: number) => FieldSource;
}

/** What a dataset can make of several columns, and of none. */
function completed(known: Headers): Mapping {
  const { dataset, fields } = known;
  const plain: Mapping = { dataset: dataset.name, fields, constants: {}, flipSign: false };
  switch (dataset.name) {
    case 'bank_transaction':
      return bankLines(known, plain);
    case 'sales_line':
      return salesLines(known, plain);
    case 'usage':
      return usage(known, plain);
    case 'gl_account':
      return accounts(known, plain);
    case 'gl_entry':
      return entries(known, plain);
    case 'document':
    case 'open_item':
      return sided(known, plain, ['amount', 'base_amount', 'open_amount']);
    default:
      return plain;
  }
}

/** Headers of a column that says which side an amount is on. */
const sideHeaders: readonly string[] = [
  'd/k',
  'd/c',
  'cd',
  'dc',
  'c/d',
  'cr/dr',
  'dr/cr',
  'debit/credit',
  'credit/debit',
  's/h',
  'soll/haben',
  'debe/haber',
  'd/h',
  'md/d',
];

/** Items and entries that write their side in a column of its own. */
function sided(
  { fields, normal, ref }: Headers,
  plain: Mapping,
  names: readonly string[],
): Mapping {
  const side = normal.findIndex((header) => sideHeaders.map(normalHeader).includes(header));
  if (side < 0) return plain;
  for (const name of names) {
    const source = fields[name];
    if (source) fields[name] = { ...source, side: { ...ref(side), minus: [], plus: [] } };
  }
  return plain;
}

/** A journal with one amount: its sign, or a column beside it, tells debit from credit. */
function entries(known: Headers, plain: Mapping): Mapping {
  const { fields, normal, ref } = known;
  const amount = normal.findIndex((header) =>
    ['amount', 'importe', 'castka', 'betrag'].includes(header),
  );
  const hasSides = fields['debit'] !== undefined || fields['credit'] !== undefined;
  if (!hasSides && fields['signed_amount'] === undefined && amount >= 0)
    fields['signed_amount'] = ref(amount);
  return sided(known, plain, ['signed_amount', 'amount_currency']);
}

/** Money out and in may stand in two columns, or a column says which it is; most banks' rows have no number. */
function bankLines({ fields, normal, hint, ref, headers }: Headers, plain: Mapping): Mapping {
  const at = (names: readonly string[]): number =>
    normal.findIndex((header) => names.map(normalHeader).includes(header));
  const out = at(bankOut);
  const into = at(bankIn);
  if (fields['amount'] === undefined && out >= 0 && into >= 0)
    fields['amount'] = { ...ref(into), minus: ref(out) };
  const side = at(sideHeaders);
  const amount = fields['amount'];
  if (amount !== undefined && side >= 0)
    fields['amount'] = { ...amount, side: { ...ref(side), minus: [], plus: [] } };
  const name = normal.indexOf('name');
  const other = fields['counterparty'];
  if (other && fields['counterparty_account'] === undefined && name >= 0 && name !== other.column) {
    // Where a name stands beside it, what is called counterparty is its account.
    fields['counterparty_account'] = other;
    fields['counterparty'] = ref(name);
  }
  const constants = /ledger|cash.?book|libro|kniha/.test(hint) ? { side: 'books' } : {};
  if (fields['bank_transaction_id'] !== undefined) return { ...plain, constants };
  const rowId = { field: 'bank_transaction_id', columns: headers.map((_, i) => i) };
  return { ...plain, constants, rowId };
}

/** Where no column has a line's amount, it is its price times its quantity. */
function salesLines({ fields, ref }: Headers, plain: Mapping): Mapping {
  const price = fields['unit_price'];
  // Quantities and texts of such rows are the line's, not the document's.
  for (const [own, ofLine] of [
    ['quantity', 'line_quantity'],
    ['description', 'line_description'],
  ] as const) {
    const source = fields[own];
    if (source === undefined || fields[ofLine] !== undefined) continue;
    fields[ofLine] = source;
    delete fields[own];
  }
  const quantity = fields['line_quantity'];
  if (fields['line_amount'] === undefined && price !== undefined && quantity !== undefined)
    fields['line_amount'] = { ...ref(quantity.column), times: ref(price.column) };
  return plain;
}

/** Which accounts carry what debtors owe, a chart hardly says but by their names. */
function accounts({ fields }: Headers, plain: Mapping): Mapping {
  const name = fields['name'];
  if (fields['control_kind'] === undefined && name !== undefined) fields['control_kind'] = name;
  return plain;
}

/** Meter readings may have their month in two columns, no end, and no meter: a file of one series. */
function usage({ fields, headers, normal, hint, ref }: Headers, plain: Mapping): Mapping {
  const year = normal.findIndex((header) => /^(year|ano|rok)$/.test(header));
  const month = normal.findIndex((header) => /^(month|period|mes|mesic)$/.test(header));
  const isMonthly = year >= 0 && month >= 0 && fields['period_start']?.column !== year;
  const isDaily =
    fields['period_start'] !== undefined && normal[fields['period_start'].column] === 'date';
  if (isMonthly && !isDaily) fields['period_start'] = { ...ref(year), joined: [ref(month)] };
  const start = fields['period_start'];
  if (start !== undefined && fields['period_end'] === undefined)
    fields['period_end'] = {
      ...start,
      next: start.joined || normal[start.column] === 'month' ? 'month' : 'day',
    };
  const taken = new Set([year, month, start?.column]);
  const quantity = normal.findIndex(
    (header, i) =>
      !taken.has(i) && isQuantity.test(header) && !/project|ratio|tax|price/.test(header),
  );
  if (fields['quantity'] === undefined && quantity >= 0) fields['quantity'] = ref(quantity);
  const isLone = fields['meter_id'] === undefined && fields['quantity'] !== undefined;
  const unit = /\(([^)]{1,8})\)/.exec(headers[fields['quantity']?.column ?? -1] ?? '')?.[1];
  const constants: Record<string, string> = {};
  if (isLone) constants['meter_id'] = hint === '' ? 'usage' : hint;
  if (unit !== undefined && fields['unit'] === undefined) constants['unit'] = unit;
  return { ...plain, constants };
}

/** A missing required field weighs more than any number of columns found. */
const hopeless = -50;

/** What a document's line says of itself: without any of it the file names documents and no more. */
const lineContents: ReadonlySet<string> = new Set([
  'amount',
  'quantity',
  'unit_price',
  'description',
  'service',
]);

/** Whether what was found is enough of a dataset to take the file for one. */
function isLikely({ dataset, mapping }: Guess, headers: readonly string[]): boolean {
  const has = (name: string): boolean => mapping.fields[name] !== undefined;
  switch (dataset.name) {
    case 'customer':
      // Nearly every export has a customer's number: a list of them has a name too, and says more of them.
      return has('name') && 2 * Object.keys(mapping.fields).length >= headers.length;
    case 'bank_transaction':
      return has('booking_date') && has('amount') && (has('remittance') || has('counterparty'));
    case 'gl_account':
      return has('name') || has('kind');
    case 'gl_entry':
      return has('debit') || has('credit') || has('signed_amount');
    case 'usage':
      return has('period_start') && has('quantity');
    case 'open_item':
      return has('clearing_id');
    case 'document_line':
      return Object.keys(mapping.fields).some((name) => lineContents.has(name));
    case 'sales_line':
      return has('line_amount') && (has('service') || has('line_description'));
    case 'document':
    case 'payment':
      return !(has('unit_price') && has('quantity'));
    default:
      return true;
  }
}

/**
 * What a file is, by its headers: a well-known export, else the dataset that explains most of them, with the columns
 * of its fields (their formats are decided from the values); `undefined` where no dataset finds all that it requires.
 * @param hint the file's name: a canonical table's own name decides by itself
 */
export function recognise(headers: readonly string[], hint: string): Mapping | undefined {
  const stem = hint.replace(/\.[^.]*$/, '').toLowerCase();
  const guesses = datasets.map((dataset) => guess(dataset, headers, stem));
  const named = guesses.find((one) => one.dataset.name === stem && one.score > hopeless);
  if (named) return named.mapping;
  const known = profiled(headers);
  if (known) return known;
  const likely = guesses.filter((one) => one.score > hopeless && isLikely(one, headers));
  const [first, ...rest] = likely;
  if (!first) return undefined;
  return rest.reduce((a, b) => (b.score > a.score ? b : a), first).mapping;
}
