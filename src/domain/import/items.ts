import { type Columns, columnNamed, hasAccounts, hasCustomers } from './columns';
import { normalHeader } from './datasets';
import type { Mapping } from './mapping';
import { debitLessCredit, sided } from './sides';

/** What numbers a document where customers stand beside it; elsewhere it may number a movement of money. */
const documentNumbers: readonly string[] = [
  'document',
  'doc no',
  'documento',
  'n documento',
  'numero documento',
  'numero de documento',
  'belegnummer',
  'belegnr',
  'beleg nr',
  'beleg',
];

/** What numbers anything: a document only where a customer, a date and an amount stand beside it. */
const bareNumbers: readonly string[] = [
  'number',
  'no',
  'nr',
  'num',
  'n',
  'doc',
  'numero',
  'cislo',
  'c',
];

/** What numbers movements of a customer's account: beside customers alone, a bank and a journal number theirs so too. */
const movementNumbers: readonly string[] = [
  'trans no',
  'trans number',
  'transaction no',
  'transaction number',
  'txn no',
  'txn number',
  'voucher no',
  'voucher number',
  'vch no',
];

/** What numbers credit notes and nothing else: such a list needs no column of kinds. */
const creditNoteNumbers: readonly string[] = [
  'credit note',
  'credit note no',
  'credit note number',
  'credit memo no',
  'credit memo number',
  'numero abono',
  'n abono',
  'factura rectificativa',
  'dobropis',
  'cislo dobropisu',
];

/** Sums of a document, each in a column of its own. */
const sums: readonly string[] = [
  'invoiced amount',
  'paid amount',
  'amount paid',
  'outstanding amount',
  'facturado',
  'cobrado',
  'fakturovano',
  'uhrazeno',
];

/** What is left of each item, by a word that beside an amount is a running balance. */
const balances: readonly string[] = ['balance', 'saldo', 'zustatek'];

/** A company that stands beside a column of customers may be theirs or the one whose books these are: it names nobody. */
function withoutCompany({ fields, normal }: Columns): void {
  const { customer_id: customer, customer_name: name } = fields;
  if (!customer || !name || !bareCompanies.has(normal[name.column] ?? '')) return;
  if (bareCustomers.has(normal[customer.column] ?? '')) delete fields['customer_name'];
}

const bareCompanies: ReadonlySet<string> = new Set(
  ['company', 'empresa', 'sociedad', 'spolecnost'].map(normalHeader),
);
const bareCustomers: ReadonlySet<string> = new Set(
  ['customer', 'client', 'cliente', 'zakaznik', 'odberatel'].map(normalHeader),
);

/** What a list of debtors' items can make of columns that are not a field each. */
export function items(known: Columns, plain: Mapping): Mapping {
  const { fields, normal, ref } = known;
  withoutCompany(known);
  const number = columnNamed(normal, [...documentNumbers, ...movementNumbers]);
  if (fields['document_id'] === undefined && number >= 0 && hasCustomers(normal))
    fields['document_id'] = ref(number);
  const creditNote = columnNamed(normal, creditNoteNumbers);
  // Beside what was invoiced and paid it is what was credited: an amount.
  const isOfCreditNotes =
    fields['document_id'] === undefined && creditNote >= 0 && columnNamed(normal, sums) < 0;
  if (isOfCreditNotes) fields['document_id'] = ref(creditNote);
  withSeries(known, 'document_id');
  postedOnly(known);
  // Lines of a journal have debits and credits too, but on accounts.
  if (fields['amount'] === undefined && hasCustomers(normal) && !hasAccounts(normal)) {
    const amount = debitLessCredit(known);
    if (amount) fields['amount'] = amount;
  }
  // A list of nothing but what is open says of each item that much.
  const balance = columnNamed(normal, balances);
  const isLeft = fields['amount'] === undefined && fields['due_date'] !== undefined;
  if (isLeft && fields['open_amount'] === undefined && balance >= 0)
    fields['open_amount'] = ref(balance);
  const open = fields['open_amount'];
  if (fields['amount'] === undefined && open !== undefined) fields['amount'] = open;
  const bare = columnNamed(normal, bareNumbers);
  const isItem = fields['document_date'] !== undefined && fields['amount'] !== undefined;
  // Anybody has a name; one who has a day to pay by is a debtor.
  const isOwed = fields['customer_name'] !== undefined && fields['due_date'] !== undefined;
  const isTheirs = hasCustomers(normal) || isOwed;
  if (fields['document_id'] === undefined && bare >= 0 && isItem && isTheirs)
    fields['document_id'] = ref(bare);
  const items =
    isOfCreditNotes && fields['kind'] === undefined
      ? { ...plain, constants: { ...plain.constants, kind: 'credit_note' } }
      : plain;
  return sided(known, items, ['amount', 'base_amount', 'open_amount']);
}

/** Spanish invoices are numbered within a series: the two together are the number. Source: RD 1619/2012, art. 6.1.a. */
function withSeries({ fields, normal, ref }: Columns, field: string): void {
  const series = columnNamed(normal, ['serie', 'serie factura', 'serie de factura']);
  const number = fields[field];
  if (series < 0 || !number || number.joined || number.column === series) return;
  fields[field] = { ...ref(series), joined: [ref(number.column)] };
}

/** Days on which money came in, by the name that only they have. */
const receiptDates: readonly string[] = [
  'payment date',
  'receipt date',
  'date received',
  'fecha cobro',
  'fecha de cobro',
  'fecha pago',
  'fecha de pago',
  'datum platby',
  'datum uhrady',
];

/** What a list of receipts can make of columns that are not a field each: its documents are what is numbered. */
export function receipts(known: Columns, plain: Mapping): Mapping {
  const { fields, normal, ref } = known;
  postedOnly(known);
  const number = columnNamed(normal, [
    ...documentNumbers,
    ...bareNumbers,
    'document no',
    'document number',
    'doklad',
    'cislo dokladu',
  ]);
  const isReceipt = columnNamed(normal, receiptDates) >= 0 && hasCustomers(normal);
  if (fields['payment_id'] === undefined && number >= 0 && isReceipt)
    fields['payment_id'] = ref(number);
  withSeries(known, 'applied_document_id');
  return plain;
}

/** A source with only one date: the accounting date is the document's, and needs no column of its own. */
export function postedOnly({ fields }: Columns): void {
  const posted = fields['posting_date'];
  if (fields['document_date'] !== undefined || posted === undefined) return;
  fields['document_date'] = posted;
  delete fields['posting_date'];
}
