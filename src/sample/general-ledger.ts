import { assert } from '../lib/assert';
import type { CashMovement } from './cash';
import { openingCash } from './cash';
import { type Cents, shareOf, total } from './cents';
import { account, bankAccountOf } from './chart';
import type { DraftAllocation, DraftDocument, Service } from './draft';
import { manualJournal, type Targets, transposed, wrongMonthDay } from './mistakes';
import { type Day, firstDay } from './period';
import { baseCurrency, type Currency, type Rates } from './rates';
import type { Movement } from './settlement';

/** One line of a journal entry; debits are positive. */
interface JournalLine {
  readonly account: string;
  readonly base: Cents;
  readonly currency: Currency;
  readonly amount: Cents;
  readonly customerId?: string;
  readonly document?: string;
}

export interface JournalEntry {
  readonly day: Day;
  readonly kind: 'normal' | 'opening';
  /** The id that a person gave it; all others are numbered. */
  readonly id?: string;
  readonly description?: string;
  readonly lines: readonly JournalLine[];
}

const salesOf: Readonly<Record<Service, string>> = {
  water: account.waterSales,
  gas: account.gasSales,
  telecom: account.telecomSales,
};

/** The account against which a document's net amount is posted. */
function contraOf(document: DraftDocument): string {
  switch (document.kind) {
    case 'payment':
    case 'refund':
      return document.bank?.account ?? account.bankEur;
    case 'write_off':
      return account.badDebts;
    case 'fee':
      return account.feeIncome;
    case 'interest':
      return account.interestIncome;
    case 'opening_balance':
      return account.resultCarried;
    default:
      return salesOf[document.service ?? 'water'];
  }
}

/** A line without amount says nothing. */
function entry(
  date: Day,
  lines: readonly JournalLine[],
  more: Omit<JournalEntry, 'day' | 'lines' | 'kind'> & { readonly kind?: 'opening' } = {},
): JournalEntry {
  assert(total(lines.map((line) => line.base)) === 0n, 'a journal entry that does not balance');
  const kept = lines.filter((line) => line.base !== 0n || line.amount !== 0n);
  return { kind: 'normal', day: date, lines: kept, ...more };
}

function postDocument(document: DraftDocument, targets: Targets): JournalEntry[] {
  if (document.key === targets.neverPosted.key) return [];
  const wrong = document.key === targets.transposed.key;
  const amount = wrong ? transposed(document.amount) : document.amount;
  const base = wrong ? transposed(document.base) : document.base;
  const date = document.key === targets.cutOff.key ? wrongMonthDay(document) : document.postingDay;
  const { currency, key, tax } = document;
  const taxBase = shareOf(document.base, tax, document.amount);
  const lines = [
    {
      account: document.control,
      base,
      amount,
      currency,
      document: key,
      customerId: document.customerId,
    },
    {
      account: contraOf(document),
      base: taxBase - base,
      amount: tax - amount,
      currency,
      document: key,
    },
    { account: account.salesTax, base: -taxBase, amount: -tax, currency, document: key },
  ];
  return [entry(date, lines, document.kind === 'opening_balance' ? { kind: 'opening' } : {})];
}

/** What an allocation changes beside the items it settles: the deduction, or the exchange difference. */
function postMovement(movement: Movement): JournalEntry[] {
  const { document, base, amount, kind, tax } = movement;
  const { currency, key, control, customerId } = document;
  const against = (id: string, part: Cents, partBase: Cents): JournalLine => ({
    account: id,
    base: -partBase,
    amount: -part,
    currency,
    document: key,
  });
  const own = { account: control, base, amount, currency, document: key, customerId };
  const post = (...lines: JournalLine[]) => [entry(movement.day, [own, ...lines])];
  switch (kind) {
    case 'exchange':
      return post(against(base > 0n ? account.exchangeGain : account.exchangeLoss, 0n, base));
    case 'charge':
      return post(against(account.bankCharges, amount, base));
    case 'write_off':
      return post(against(account.smallDifferences, amount, base));
    case 'discount': {
      const taxBase = shareOf(base, tax, -amount);
      return post(
        against(account.salesDiscounts, amount + tax, base - taxBase),
        against(account.salesTax, -tax, taxBase),
      );
    }
    default:
      return [];
  }
}

/** A receipt of one customer that pays another's debt moves between the two inside the control account. */
function postTransfer(
  allocation: DraftAllocation,
  documents: ReadonlyMap<string, DraftDocument>,
): JournalEntry[] {
  const credit = documents.get(allocation.credit);
  const debit = documents.get(allocation.debit);
  if (!credit || !debit || credit.customerId === debit.customerId) return [];
  assert(credit.currency === baseCurrency, 'one pays for another in base currency only');
  const line = (document: DraftDocument, amount: Cents): JournalLine => ({
    account: document.control,
    base: amount,
    amount,
    currency: document.currency,
    document: document.key,
    customerId: document.customerId,
  });
  return [
    entry(allocation.effectiveDay, [
      line(credit, allocation.amount),
      line(debit, -allocation.amount),
    ]),
  ];
}

function postOpening(rates: Rates): JournalEntry {
  const cash = (['EUR', 'USD', 'CZK'] as const).map((currency) => ({
    account: bankAccountOf[currency],
    base: rates.inBase(openingCash[currency], currency, firstDay),
    amount: openingCash[currency],
    currency,
  }));
  const sum = total(cash.map((line) => line.base));
  const capital = { account: account.capital, base: -sum, amount: -sum, currency: baseCurrency };
  return entry(firstDay, [...cash, capital], { kind: 'opening', description: 'Opening balances' });
}

function postCash(movement: CashMovement): JournalEntry {
  const { day, currency, amount, base, against, text } = movement;
  const lines = [
    { account: against, base: -base, amount: -amount, currency },
    { account: bankAccountOf[currency], base, amount, currency },
  ];
  return entry(day, lines, { description: text });
}

function postManualJournal(): JournalEntry {
  const { amount } = manualJournal;
  const line = (id: string, value: Cents) => ({
    account: id,
    base: value,
    amount: value,
    currency: baseCurrency,
  });
  const lines = [line(account.trade, amount), line(account.suspense, -amount)];
  return entry(manualJournal.day, lines, { id: manualJournal.id, description: 'Regularización' });
}

interface LedgerInput {
  readonly documents: readonly DraftDocument[];
  readonly allocations: readonly DraftAllocation[];
  readonly movements: readonly Movement[];
  readonly cash: readonly CashMovement[];
  readonly targets: Targets;
  readonly rates: Rates;
}

/** The journal: every posted document and what settles it, money without customers, and the mistakes. */
export function postJournal(input: LedgerInput): JournalEntry[] {
  const { targets } = input;
  const posted = input.documents.filter((document) => document.status === 'posted');
  const byKey = new Map(posted.map((document) => [document.key, document]));
  return [
    postOpening(input.rates),
    ...posted.flatMap((document) => postDocument(document, targets)),
    ...input.movements.flatMap(postMovement),
    ...input.allocations.flatMap((allocation) => postTransfer(allocation, byKey)),
    ...input.cash.map(postCash),
    postManualJournal(),
  ].sort((a, b) => a.day - b.day);
}
