import { knownCurrencies } from '../money/currency';
import { agedColumns } from './agedSummary';
import { type Columns, columnNamed, hasCustomers } from './columns';
import { type DatasetDef, datasets, type FieldDef, normalHeader } from './datasets';
import { items, postedOnly, receipts } from './items';
import { type Guess, isLikely, lacking } from './likely';
import { columnsOf, type FieldSource, type Mapping } from './mapping';
import type { NearestDataset } from './problem';
import { profiled } from './profiles/recognise';
import { withoutScale } from './scale';
import { sideColumn, sided } from './sides';
import { bankIn, bankOut } from './synonyms';

const isQuantity = /consum|usage|demand|kwh|mwh|(?:^|[^a-z])m3|odber|spotreb|mgd$|^value$|quantity/;

/** A currency behind a column's name: `Amount (USD)`, `Amount USD`. */
const currencyBehind = new RegExp(
  `(?:\\s*[([]\\s*(?:${knownCurrencies.join('|')})\\s*[)\\]]|\\s+(?:${knownCurrencies.join('|')}))\\s*$`,
);

/**
 * Headers as they are compared; a share in percent is not the amount that it is a share of. A name that one column alone
 * has is the same with a currency behind it, or with what its amounts are counted in.
 */
function plainHeaders(headers: readonly string[]): readonly string[] {
  const bare = headers.map((header) =>
    normalHeader(withoutScale(header).replace(currencyBehind, '')),
  );
  return headers.map((header, i) => {
    const name = bare[i] ?? '';
    const plain = bare.indexOf(name) === bare.lastIndexOf(name) ? name : normalHeader(header);
    return header.includes('%') ? `${plain}%` : plain;
  });
}

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

/** What numbers customers, where another column has their names. */
const customerCodes: readonly string[] = [
  'customer code',
  'customer no',
  'customer number',
  'customer id',
  'cust no',
  'cust id',
  'client code',
  'client no',
  'codigo cliente',
  'cod cliente',
  'id cliente',
  'n cliente',
  'kod zakaznika',
  'cislo zakaznika',
  'kod odberatele',
  'cislo odberatele',
  'kundennummer',
  'kundennr',
];
const isBareCustomer = (header: string): boolean =>
  /^(?:customer|client|cliente|zakaznik|odberatel|kunde|cust)$/.test(header);

function guess(known: DatasetDef, headers: readonly string[], hint: string): Guess {
  const normal = plainHeaders(headers);
  const dataset = known.name === 'document_line' ? ofLines(known, normal) : known;
  const fields: Record<string, FieldSource> = Object.create(null);
  const ref = (column: number): FieldSource => ({ column, header: headers[column] ?? '' });
  for (const [name, column] of plainColumns(dataset, normal)) fields[name] = ref(column);
  const code = columnNamed(normal, customerCodes);
  const bare = fields['customer_id'];
  // Beside its code, a customer's column is its name.
  if (bare && code >= 0 && bare.column !== code && isBareCustomer(normal[bare.column] ?? '')) {
    fields['customer_id'] = ref(code);
    if (hasField(dataset, 'customer_name')) fields['customer_name'] ??= bare;
  }
  // Who is called by a name alone is known by it.
  const named = dataset.name === 'customer' ? undefined : fields['customer_name'];
  if (named && fields['customer_id'] === undefined && hasField(dataset, 'customer_id'))
    fields['customer_id'] = named;
  const isPostedOnly =
    fields['document_date'] === undefined && fields['posting_date'] !== undefined;
  const whole = completed({ dataset, headers, normal, hint, fields, ref });
  const has = (name: string): boolean =>
    whole.fields[name] !== undefined ||
    whole.constants[name] !== undefined ||
    whole.rowId?.field === name ||
    (name === 'line_no' && isNumbered(dataset.name));
  const missing = dataset.fields.filter(({ required, name }) => required && !has(name));
  // Banks and journals have posting dates too: without a customer it is rather theirs.
  const isDoubtful = isPostedOnly && whole.fields['document_date'] && !hasCustomers(normal);
  return {
    dataset,
    mapping: whole,
    score: Object.keys(whole.fields).length - missing.length * 100 - (isDoubtful ? doubt : 0),
    missing: missing.map(({ name }) => name),
  };
}

/**
 * Lines of documents in other words than the ledger's own, where a quantity or a price says that they are lines; any list
 * of documents has numbers and amounts, and one without dates is none of lines.
 */
function ofLines(dataset: DatasetDef, normal: readonly string[]): DatasetDef {
  const columns = plainColumns(dataset, normal);
  const isOfLines = ['quantity', 'unit_price'].some((name) => columns.has(name));
  if (isOfLines && !hasCustomers(normal)) return dataset;
  return { ...dataset, fields: dataset.fields.map((field) => ({ ...field, synonyms: [] })) };
}

const hasField = ({ fields }: DatasetDef, name: string): boolean =>
  fields.some((field) => field.name === name);

/** Datasets whose rows get a number within their document or entry where the file has none. */
export function isNumbered(dataset: string): boolean {
  return dataset === 'sales_line' || dataset === 'gl_entry' || dataset === 'document_line';
}

/** What a dataset can make of several columns, and of none. */
function completed(known: Columns): Mapping {
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
      return items(known, plain);
    case 'payment':
      return receipts(known, plain);
    default:
      return plain;
  }
}

/** A journal with one amount: its sign, or a column beside it, tells debit from credit. */
function entries(known: Columns, plain: Mapping): Mapping {
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
function bankLines({ fields, normal, hint, ref, headers }: Columns, plain: Mapping): Mapping {
  // A company's own books write money in as Soll; only a bank has the day of its interest.
  const isBanks = columnNamed(normal, ['wertstellung', 'valuta', 'valutadatum']) >= 0;
  const out = columnNamed(normal, [...bankOut, ...(isBanks ? ['soll'] : [])]);
  const into = columnNamed(normal, [...bankIn, ...(isBanks ? ['haben'] : [])]);
  if (fields['amount'] === undefined && out >= 0 && into >= 0)
    fields['amount'] = { ...ref(into), minus: ref(out) };
  const side = sideColumn(normal);
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
function salesLines(known: Columns, plain: Mapping): Mapping {
  const { fields, ref } = known;
  postedOnly(known);
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
  lineBesideTotal(known);
  const quantity = fields['line_quantity'];
  if (fields['line_amount'] === undefined && price !== undefined && quantity !== undefined)
    fields['line_amount'] = { ...ref(quantity.column), times: ref(price.column) };
  return plain;
}

/** Totals of a document, repeated on each of its lines. */
const documentTotals: readonly string[] = [
  'total',
  'invoice total',
  'document total',
  'transaction total',
  'amount (transaction total)',
  'grand total',
  'total factura',
  'celkem',
];

/** An amount of an item beside a total is the line's; beside a tax it may be the document's without it. */
function lineBesideTotal({ fields, normal, ref }: Columns): void {
  const amount = fields['amount'];
  const total = columnNamed(normal, documentTotals);
  const isOfLine = fields['service'] !== undefined && fields['tax_amount'] === undefined;
  const isFree = total >= 0 && !Object.values(fields).some(({ column }) => column === total);
  if (!amount || !isOfLine || !isFree || fields['line_amount'] !== undefined) return;
  fields['line_amount'] = amount;
  fields['amount'] = ref(total);
}

/** Which accounts carry what debtors owe, a chart hardly says but by their names. */
function accounts({ fields }: Columns, plain: Mapping): Mapping {
  const name = fields['name'];
  if (fields['control_kind'] === undefined && name !== undefined) fields['control_kind'] = name;
  return plain;
}

/** Meter readings may have their month in two columns, no end, and no meter: a file of one series. */
function usage({ fields, headers, normal, hint, ref }: Columns, plain: Mapping): Mapping {
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
/** More than the columns of a file that anything else explains. */
const doubt = 20;

/** Every dataset tried on a file, and the name by which it may say itself what it is. */
function guessesOf(headers: readonly string[], hint: string) {
  const stem = hint.replace(/\.[^.]*$/, '').toLowerCase();
  return { stem, guesses: datasets.map((dataset) => guess(dataset, headers, stem)) };
}

/**
 * What a file is, by its headers: a well-known export, else the dataset that explains most of them, with the columns
 * of its fields (their formats are decided from the values); `undefined` where no dataset finds all that it requires.
 * @param hint the file's name: a canonical table's own name decides by itself
 */
export function recognise(headers: readonly string[], hint: string): Mapping | undefined {
  const { stem, guesses } = guessesOf(headers, hint);
  const named = guesses.find((one) => one.dataset.name === stem && one.score > hopeless);
  if (named) return named.mapping;
  const known = profiled(headers);
  if (known) return known;
  const likely = guesses.filter(
    (one) => one.score > hopeless && isLikely(one, plainHeaders(headers)),
  );
  const [first, ...rest] = likely;
  if (!first) return undefined;
  return rest.reduce((a, b) => (b.score > a.score ? b : a), first).mapping;
}

/** One column understood of a file is no more than chance. */
const understoodMin = 2;
/** More columns than a sentence can name. */
const namedMax = 12;

/**
 * What comes nearest to a file that {@link recognise} knows nothing of: the dataset that explains more of its columns
 * than it lacks, and those; `undefined` where hardly anything of it is understood. An aged summary is told as what it is.
 * @param hint as for {@link recognise}
 */
export function nearestDataset(
  headers: readonly string[],
  hint: string,
): NearestDataset | undefined {
  const agedBy = agedColumns(headers);
  if (agedBy.length > 0)
    return { dataset: 'document', understood: [], missing: ['document_id'], agedBy };
  const { stem, guesses } = guessesOf(headers, hint);
  const normal = plainHeaders(headers);
  const near = guesses.flatMap((one) => {
    const columns = new Set(
      Object.values(one.mapping.fields).flatMap((source) =>
        columnsOf(source).map(({ column }) => column),
      ),
    );
    const missing = [...new Set([...one.missing, ...lacking(one, normal)])];
    if (columns.size < understoodMin || missing.length === 0) return [];
    const understood = headers.filter((_, column) => columns.has(column));
    const isNamed = one.dataset.name === stem;
    return [{ dataset: one.dataset.name, understood, missing, isNamed }];
  });
  const worth = (one: (typeof near)[number]): number =>
    (one.isNamed ? doubt : 0) + one.understood.length - 2 * one.missing.length;
  const [first, ...rest] = near;
  if (!first) return undefined;
  const best = rest.reduce((a, b) => (worth(b) > worth(a) ? b : a), first);
  const { dataset, understood, missing } = best;
  return { dataset, understood: understood.slice(0, namedMax), missing };
}
