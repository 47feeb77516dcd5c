import { isCurrency } from '../money/currency';
import { documentDatasets } from './datasets';
import { plainLetters } from './months';

/** How words of a column are compared: without case, accents, blanks and marks. */
export function wordKey(text: string): string {
  return plainLetters(text).replace(/[^a-z0-9]/g, '');
}

type Vocabulary = Readonly<Record<string, readonly string[]>>;

/** What systems call the kinds of documents; `''` is what no debtor owes: it is left out and counted. */
const kinds: Vocabulary = {
  invoice: [
    'invoice',
    'invoices',
    'sales invoice',
    'tax invoice',
    'customer invoice',
    'cust invc',
    'custinvc',
    'standard',
    'out_invoice',
    'accrec',
    'sales',
    'inv',
    'si',
    'in',
    'rv',
    'dr',
    'rechnung',
    'factura',
    'facturas',
    'factura de venta',
    'faktura',
    'faktura vydana',
    'vydana faktura',
    'danovy doklad',
    'fv',
    'fa',
  ],
  credit_note: [
    'credit note',
    'credit memo',
    'credit memos',
    'creditmemo',
    'customer credit',
    'customer credit note',
    'sales credit note',
    'sales credit',
    'customer credit memo',
    'cust cred',
    'custcred',
    'out_refund',
    'accreccredit',
    'return',
    'cn',
    'cm',
    'cr',
    'sc',
    'dg',
    'gutschrift',
    'nota de credito',
    'nota credito',
    'abono',
    'factura rectificativa',
    'rectificativa',
    'dobropis',
    'opravny danovy doklad',
  ],
  debit_note: ['debit note', 'debit memo', 'dn', 'dm', 'nota de debito', 'nota debito', 'vrubopis'],
  payment: [
    'payment',
    'payments',
    'payment received',
    'receive payment',
    'customer payment',
    'cust pymt',
    'custpymt',
    'receipt',
    'sales receipt payment',
    'cash receipt',
    'sr',
    'sa',
    'dz',
    'zv',
    'pmt',
    'pay',
    'zahlung',
    'pago',
    'cobro',
    'recibo',
    'ingreso',
    'platba',
    'uhrada',
    'inkaso',
    'prijmovy doklad',
    'deposit',
    'customer deposit',
  ],
  refund: [
    'refund',
    'customer refund',
    'cash refund',
    'cust rfnd',
    'reembolso',
    'devolucion',
    'vratka',
  ],
  write_off: ['write off', 'write-off', 'bad debt', 'baja', 'incobrable', 'odpis'],
  fee: ['fee', 'late fee', 'charge', 'recargo', 'comision', 'poplatek'],
  interest: [
    'interest',
    'finance charge',
    'finance charges',
    'intereses',
    'urok',
    'uroky',
    'urok z prodleni',
  ],
  adjustment: [
    'adjustment',
    'journal',
    'journal entry',
    'general journal',
    'manual journal',
    'ab',
    'sb',
    'da',
    'ajuste',
    'asiento',
    'uprava',
    'interni doklad',
  ],
  opening_balance: [
    'opening balance',
    'opening',
    'balance forward',
    'saldo inicial',
    'apertura',
    'pocatecni stav',
    'pocatecni zustatek',
  ],
  revaluation: ['revaluation', 'currency revaluation', 'revaluacion', 'preceneni'],
  settlement_unexplained: [],
  '': [
    'estimate',
    'quote',
    'quotation',
    'sales order',
    'order',
    'proforma',
    'pro forma',
    'pro forma invoice',
    'delivery note',
    'presupuesto',
    'pedido',
    'albaran',
    'nabidka',
    'objednavka',
    'zalohova faktura',
    'dodaci list',
  ],
};

/** What systems call the states of a document: only whether it counts matters here. */
const states: Vocabulary = {
  posted: [
    'posted',
    'open',
    'closed',
    'paid',
    'unpaid',
    'partially paid',
    'partly paid',
    'partial',
    'partial paid',
    'part paid',
    'partial payment',
    'overdue',
    'over due',
    'past due',
    'overdue 1 day',
    'sent',
    'viewed',
    'approved',
    'authorised',
    'authorized',
    'submitted',
    'unsent',
    'awaiting payment',
    'outstanding',
    'not paid',
    'in payment',
    'reversed',
    'autopaid',
    'disputed',
    'uncollectible',
    'paid in full',
    'fully applied',
    'not deposited',
    'deposited',
    'return',
    'credit note issued',
    'unpaid and discounted',
    'partly paid and discounted',
    'overdue and discounted',
    'internal transfer',
    'credit',
    'completed',
    'succeeded',
    'active',
    'normal',
    'b',
    'abierta',
    'abierto',
    'pagada',
    'pagado',
    'pendiente',
    'vencida',
    'vencido',
    'cobrada',
    'cobrado',
    'enviada',
    'contabilizada',
    'contabilizado',
    'emitida',
    'parcial',
    'parcialmente pagada',
    'parcialmente pagado',
    'pagada parcialmente',
    'pagado parcialmente',
    'uhrazeno',
    'uhrazena',
    'neuhrazeno',
    'neuhrazena',
    'po splatnosti',
    'zauctovano',
    'vystaveno',
    'odeslano',
    'castecne uhrazeno',
    'castecne uhrazena',
    'castecne uhrazeny',
    'castecne zaplaceno',
    'castecne zaplacena',
  ],
  draft: [
    'draft',
    'pending',
    'pending approval',
    'saved',
    'unposted',
    'not posted',
    'parked',
    'awaiting approval',
    'borrador',
    'sin contabilizar',
    'koncept',
    'rozpracovano',
    'nezauctovano',
    'v',
  ],
  void: [
    'void',
    'voided',
    'cancelled',
    'canceled',
    'deleted',
    'rejected',
    'failed',
    'written off void',
    'anulada',
    'anulado',
    'cancelada',
    'cancelado',
    'stornovano',
    'storno',
    'zruseno',
  ],
};

const accountKinds: Vocabulary = {
  asset: [
    'asset',
    'assets',
    'current asset',
    'current assets',
    'other current asset',
    'fixed asset',
    'bank',
    'accounts receivable',
    'receivable',
    'cash',
    'activo',
    'activos',
    'aktivum',
    'aktiva',
  ],
  liability: [
    'liability',
    'liabilities',
    'current liability',
    'long term liability',
    'accounts payable',
    'credit card',
    'payable',
    'pasivo',
    'pasivos',
    'zavazek',
    'zavazky',
    'pasivum',
    'pasiva',
  ],
  equity: ['equity', 'capital', 'patrimonio', 'patrimonio neto', 'vlastni kapital'],
  income: [
    'income',
    'revenue',
    'revenues',
    'sales',
    'other income',
    'contra revenue',
    'contra income',
    'ingreso',
    'ingresos',
    'vynos',
    'vynosy',
  ],
  expense: [
    'expense',
    'expenses',
    'cost',
    'costs',
    'cogs',
    'cost of goods sold',
    'cost of sales',
    'other expense',
    'opex',
    'operating expense',
    'operating expenses',
    'gasto',
    'gastos',
    'coste',
    'costo',
    'naklad',
    'naklady',
  ],
};

/** Names of accounts that carry what debtors owe. */
const controlNames: Vocabulary = {
  trade: [
    'accounts receivable',
    'accounts receivable trade',
    'trade receivables',
    'trade debtors',
    'debtors',
    'debtors control',
    'debtors control account',
    'sales ledger control',
    'ar control',
    'clientes',
    'deudores comerciales',
    'odberatele',
    'pohledavky z obchodnich vztahu',
    'pohledavky z obchodniho styku',
  ],
  doubtful: ['clientes de dudoso cobro', 'doubtful debtors', 'pochybne pohledavky'],
};

function byKey(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(vocabulary).flatMap(([meaning, words]) =>
      [meaning, ...words]
        .filter((word) => word !== '')
        .map((word) => [wordKey(word), meaning] as const),
    ),
  );
}

const vocabularies: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['document.kind', byKey(kinds)],
  ['document.status', byKey(states)],
  ['gl_account.kind', byKey(accountKinds)],
  ['gl_account.control_kind', byKey(controlNames)],
]);

const currencySigns: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['us$', 'USD'],
  ['dollars', 'USD'],
  ['us dollar', 'USD'],
  ['us dollars', 'USD'],
  ['£', 'GBP'],
  ['pound sterling', 'GBP'],
  ['kč', 'CZK'],
  ['kc', 'CZK'],
  ['koruna', 'CZK'],
  ['zł', 'PLN'],
  ['ft', 'HUF'],
  ['fr.', 'CHF'],
  ['sfr.', 'CHF'],
]);

/** The code of a currency that is written as a sign or a word; nothing where nobody knows which it is. */
export function currencyCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return isCurrency(code) ? code : currencySigns.get(text.trim().toLowerCase());
}

/** Fields of which the ledger knows a fixed set of values, with the words that mean them; nothing for other fields. */
export function vocabularyOf(
  dataset: string,
  field: string,
): ReadonlyMap<string, string> | undefined {
  const table = documentDatasets.has(dataset) ? 'document' : dataset;
  return vocabularies.get(`${table}.${field}`);
}

/** Kinds of documents that usually lower what a debtor owes. */
export const creditKinds: readonly string[] = ['payment', 'credit_note', 'write_off'];

/** Words with which the text of a receipt begins, without accents; what else they may be called is no first word. */
export const receiptWords: readonly string[] = [
  'payment',
  'receipt',
  'cobro',
  'pago',
  'ingreso',
  'transferencia',
  'uhrada',
  'platba',
  'inkaso',
  'zahlung',
  'zahlungseingang',
];

/** Words by which a column says that an amount is on the credit side. */
const creditWords: ReadonlySet<string> = new Set([
  'C',
  'CR',
  'CREDIT',
  'CRDT',
  'H',
  'HABEN',
  'HABER',
  'ABONO',
  'CREDITO',
  'CRÉDITO',
  'K',
  'KREDIT',
  'DAL',
]);

/** Words that say which side an amount is on: of a pair one means minus. */
const debitWords: ReadonlySet<string> = new Set([
  'D',
  'DR',
  'DEBIT',
  'S',
  'SOLL',
  'DEBE',
  'DEBITO',
  'DÉBITO',
  'MD',
  'MÁ DÁTI',
  'MA DATI',
  'CARGO',
  'DBIT',
  'DEBET',
]);

/** Money that left an account, or came in, in words of banks alone. */
const outWords: ReadonlySet<string> = new Set(['O', 'OUT', '-', 'AF']);
const inWords: ReadonlySet<string> = new Set(['I', 'IN', '+', 'BIJ']);

const plainSide = (word: string): string => word.trim().toUpperCase();

const isSideWord = (word: string): boolean =>
  [creditWords, debitWords, outWords, inWords].some((words) => words.has(word));

/** Whether nearly all words of a column tell sides, so that it stands beside an amount. */
export function isSideColumn(words: readonly string[]): boolean {
  const filled = words.map(plainSide).filter((word) => word !== '');
  return filled.length > 0 && filled.filter(isSideWord).length >= 0.9 * filled.length;
}

/**
 * What the words of a side column make of an amount: a ledger's credits are minus, but a bank's debits, which are money
 * that left.
 */
export function sidesOf(
  words: readonly string[],
  dataset: string,
): { readonly minus: readonly string[]; readonly plus: readonly string[] } {
  const less = dataset === 'bank_transaction' ? debitWords : creditWords;
  const known = [...new Set(words.map(plainSide))].filter(isSideWord).sort();
  const isMinus = (word: string): boolean => less.has(word) || outWords.has(word);
  return { minus: known.filter(isMinus), plus: known.filter((word) => !isMinus(word)) };
}

/** What banks write on the rows that tell a balance or a turnover, by {@link wordKey}. */
export const balanceWords: ReadonlySet<string> = new Set(
  [
    'opening balance',
    'closing balance',
    'turnover',
    'balance brought forward',
    'balance carried forward',
    'brought forward',
    'carried forward',
    'starting balance',
    'ending balance',
    'saldo inicial',
    'saldo final',
    'saldo anterior',
    'počáteční zůstatek',
    'konečný zůstatek',
    'obrat',
    'anfangssaldo',
    'endsaldo',
  ].map(wordKey),
);

/** What stands in the place of a number on a report's last row, by {@link wordKey}. */
export const totalWords: ReadonlySet<string> = new Set(
  [
    'total',
    'totals',
    'totales',
    'sumas',
    'grand total',
    'total general',
    'sub total',
    'subtotal',
    'sum',
    'suma',
    'summe',
    'celkem',
    'součet',
    'celkový součet',
    'mezisoučet',
  ].map(wordKey),
);

/**
 * How a text begins, or ends, that names a total of something: `Total Foo Inc`, `Foo Inc Total`, `Celkem za Foo`; over a
 * text in small letters without accents, the engine's regular expressions and those of JavaScript alike.
 */
export const totalPattern =
  '^(?:(?:grand |sub[- ]?)?total(?:s|es)?|sum(?:as?|me)?|celk(?:em|ov[aey] \\w+)|(?:mezi)?souc(?:et|ty)|zwischensumme|gesamt(?:summe)?)(?:[^a-z0-9]|$)|[^a-z0-9](?:total|celkem)[:.]?$';

/** What banks call a line that they have not booked, by {@link wordKey}. */
const pendingWords: ReadonlySet<string> = new Set(
  [
    'pending',
    'authorised',
    'authorized',
    'vorgemerkt',
    'umsatz vorgemerkt',
    'vormerkung',
    'nicht gebucht',
    'pendiente',
    'retenido',
    'no contabilizado',
    'čeká na zpracování',
    'čekající',
    'nezaúčtováno',
    'blokováno',
    'rezervace',
  ].map(wordKey),
);

/** Whether a word, by {@link wordKey}, says that a bank has not booked a line yet. */
export const isPendingWord = (word: string): boolean => pendingWords.has(word);
