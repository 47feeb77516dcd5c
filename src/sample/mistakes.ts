import { assert } from '../lib/assert';
import type { Cents } from './cents';
import type { Customer } from './customers';
import type { DraftDocument, History } from './draft';
import { type Day, day, monthIndex, monthStart, workingDay } from './period';
import { Random } from './random';

/** The documents that the planted mistakes are about, by their keys. */
export interface Targets {
  readonly neverPosted: DraftDocument;
  readonly transposed: DraftDocument;
  readonly cutOff: DraftDocument;
  readonly receipt: DraftDocument;
  readonly receiptCopy: DraftDocument;
  readonly bill: DraftDocument;
  readonly billCopy: DraftDocument;
  readonly strayReceipt: DraftDocument;
  readonly strayInvoice: DraftDocument;
  readonly strayOwner: string;
  readonly orphan: DraftDocument;
  readonly dueEarly: DraftDocument;
}

/** A journal by hand on the control account; it posts no document. */
export const manualJournal = { id: 'JM-0001', day: day('2026-02-16'), amount: 125_000n } as const;

/** A receipt that the bank has and the books do not. */
export const unbookedReceipt = {
  day: day('2026-05-14'),
  amount: 31_240n,
  counterparty: 'Ingreso en ventanilla',
  reference: 'VE-20260514',
} as const;

/** An id that no customer has. */
const unknownCustomerId = 'C9904';

/** The day on which the ledger posted the cut-off invoice: the eve of its month. */
export function wrongMonthDay(target: DraftDocument): Day {
  return monthStart(monthIndex(target.postingDay)) - 1;
}

/** An amount with its hundreds and tens exchanged: 1,359.08 becomes 1,539.08. */
export function transposed(amount: Cents): Cents {
  const hundreds = (amount / 10_000n) % 10n;
  const tens = (amount / 1_000n) % 10n;
  return amount + (tens - hundreds) * 10_000n + (hundreds - tens) * 1_000n;
}

/** Chooses one document that fits, of one month, and never the same twice. */
class Chooser {
  private readonly history: History;
  private readonly seed: string;
  private readonly taken = new Set<string>();

  constructor(history: History, seed: string) {
    this.history = history;
    this.seed = seed;
  }

  choose(name: string, month: string, fits: (document: DraftDocument) => boolean): DraftDocument {
    const wanted = monthIndex(day(`${month}-01`));
    const candidates = this.history.documents.filter(
      (document) =>
        document.status === 'posted' &&
        document.currency === 'EUR' &&
        monthIndex(document.postingDay) === wanted &&
        !this.taken.has(document.key) &&
        fits(document),
    );
    const chosen = new Random(`${this.seed}/mistake/${name}`).pick(candidates);
    this.taken.add(chosen.key);
    return chosen;
  }
}

const isInvoice = (document: DraftDocument) => document.kind === 'invoice';

/** Receipts by transfer that pay exactly one invoice and have no other story. */
function simpleReceipts(history: History): ReadonlyMap<string, string> {
  const byKey = new Map(history.documents.map((document) => [document.key, document]));
  const appliedTo = new Map<string, string[]>();
  for (const { credit, debit, amount } of history.allocations) {
    const payment = byKey.get(credit);
    const own = payment?.customerId === byKey.get(debit)?.customerId;
    if (own && payment?.amount === -amount) {
      appliedTo.set(credit, [...(appliedTo.get(credit) ?? []), debit]);
    }
  }
  const reversed = new Set(history.documents.map((document) => document.reverses));
  const simple = history.documents.filter(
    (d) => d.kind === 'payment' && d.bank?.batch === false && !reversed.has(d.key),
  );
  return new Map(
    simple.flatMap((d) => {
      const [only, ...more] = appliedTo.get(d.key) ?? [];
      return only !== undefined && more.length === 0 ? [[d.key, only] as const] : [];
    }),
  );
}

function plantReceipts(history: History, chooser: Chooser, customers: readonly Customer[]) {
  const simple = simpleReceipts(history);
  const byKey = new Map(history.documents.map((document) => [document.key, document]));
  const paysInvoice = (d: DraftDocument) => byKey.get(simple.get(d.key) ?? '')?.kind === 'invoice';
  const receipt = chooser.choose('receipt twice', '2026-08', paysInvoice);
  const { bank: _, ...unbanked } = receipt;
  const receiptCopy = {
    ...unbanked,
    key: `${receipt.key}+`,
    postingDay: workingDay(receipt.postingDay + 1),
    documentDay: receipt.documentDay,
  };
  const owned = chooser.choose('wrong customer', '2026-07', paysInvoice);
  const strayInvoice = byKey.get(simple.get(owned.key) ?? '');
  const other = customers.find(
    (c) => c.currency === 'EUR' && c.status === 'active' && c.id > owned.customerId,
  );
  assert(strayInvoice && other, 'nobody else to post the receipt on');
  assert(owned.bank, 'a receipt without a bank');
  const bank = { ...owned.bank, wording: 'exact' as const };
  const strayReceipt = { ...owned, customerId: other.id, bank };
  return { receipt, receiptCopy, strayReceipt, strayInvoice, strayOwner: owned.customerId };
}

function plantInvoices(chooser: Chooser) {
  const bill = chooser.choose('billed twice', '2026-06', isInvoice);
  const orphan = chooser.choose('unknown customer', '2026-09', isInvoice);
  const dueEarly = chooser.choose('due before dated', '2026-04', isInvoice);
  return {
    bill,
    billCopy: { ...bill, key: `${bill.key}+`, postingDay: bill.postingDay + 1, disputed: false },
    orphan: { ...orphan, key: `${orphan.key}+`, customerId: unknownCustomerId, disputed: false },
    dueEarly: { ...dueEarly, dueDay: (dueEarly.dueDay ?? 0) - 365 },
  };
}

/** Plants the sub-ledger's mistakes, and names the documents that the general ledger gets wrong. */
export function plant(
  history: History,
  customers: readonly Customer[],
  seed: string,
): { readonly history: History; readonly targets: Targets } {
  const chooser = new Chooser(history, seed);
  const large = (d: DraftDocument) => isInvoice(d) && d.amount > 10_000n;
  const targets: Targets = {
    neverPosted: chooser.choose('never posted', '2025-06', large),
    transposed: chooser.choose(
      'transposed',
      '2024-09',
      (d) => isInvoice(d) && d.amount >= 100_000n && transposed(d.amount) !== d.amount,
    ),
    cutOff: chooser.choose('cut-off', '2026-01', large),
    ...plantReceipts(history, chooser, customers),
    ...plantInvoices(chooser),
  };
  const { strayReceipt, dueEarly } = targets;
  const changed = new Map([strayReceipt, dueEarly].map((d) => [d.key, d]));
  const documents = [
    ...history.documents.map((d) => changed.get(d.key) ?? d),
    targets.receiptCopy,
    targets.billCopy,
    targets.orphan,
  ];
  const allocations = history.allocations.filter((a) => a.credit !== strayReceipt.key);
  return { history: { ...history, documents, allocations }, targets };
}
