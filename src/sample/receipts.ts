import type { Book } from './book';
import { type Cents, total } from './cents';
import { account, bankAccountOf } from './chart';
import type { DraftDocument } from './draft';
import { type Day, isoDate, lastDay } from './period';
import type { Random } from './random';
import { baseCurrency } from './rates';

/** What one receipt pays of one debit, in the debit's currency. */
export interface ReceiptLine {
  readonly debit: DraftDocument;
  readonly amount: Cents;
  readonly instalmentNo?: number;
  readonly discount?: Cents;
  readonly discountTax?: Cents;
  readonly charge?: Cents;
  readonly writeOff?: Cents;
  readonly reason?: string;
}

export interface Receipt {
  readonly day: Day;
  readonly lines: readonly ReceiptLine[];
  /** Paid beyond the lines; stays on account. */
  readonly excess?: Cents;
  readonly batch?: boolean;
  /** Paid in base currency although the debit is in another. */
  readonly inBase?: boolean;
}

function drawWording(random: Random): 'exact' | 'digits' | 'vague' {
  const draw = random.between(0, 99);
  return draw < 65 ? 'exact' : draw < 88 ? 'digits' : 'vague';
}

/** Posts a receipt and applies it, or does nothing where it lies after the sample's last day. */
export function receive(book: Book, receipt: Receipt, random: Random): DraftDocument | undefined {
  if (receipt.day > lastDay) return undefined;
  const { customer } = book;
  const { lines, excess = 0n, batch = false, inBase = false } = receipt;
  const currency = inBase ? baseCurrency : customer.currency;
  const money = (value: Cents) => (inBase ? book.inBase(value, receipt.day) : value);
  const credits = lines.map((line) => ({ line, creditAmount: money(line.amount) }));
  const payment = book.post({
    kind: 'payment',
    customerId: customer.parentId ?? customer.id,
    postingDay: receipt.day,
    currency,
    amount: -(total(credits.map((credit) => credit.creditAmount)) + excess),
    ...(batch ? { reference: `RB-${isoDate(receipt.day).replaceAll('-', '')}` } : {}),
    bank: {
      account: inBase ? account.bankEur : bankAccountOf[currency],
      batch,
      counterparty: customer.name,
      wording: drawWording(random),
    },
    mentions: lines.map((line) => line.debit.key),
  });
  // Some receipts wait a few days until somebody applies them.
  const effectiveDay = receipt.day + (!batch && random.chance(50) ? random.between(3, 25) : 0);
  for (const { line, creditAmount } of credits) {
    const { debit, amount, ...deductions } = line;
    book.apply({
      credit: payment.key,
      debit: debit.key,
      effectiveDay,
      amount,
      creditAmount,
      ...deductions,
    });
  }
  return payment;
}

/** Pays back what a customer has paid too much. */
export function payBack(book: Book, payment: DraftDocument, amount: Cents, day: Day): void {
  if (day > lastDay) return;
  const refund = book.post({
    kind: 'refund',
    postingDay: day,
    currency: payment.currency,
    amount,
    description: 'Over-payment returned',
    mentions: [payment.key],
    bank: {
      account: bankAccountOf[payment.currency],
      batch: false,
      counterparty: book.customer.name,
      wording: 'vague',
    },
  });
  book.settle(payment, refund, amount, day);
}

/** The bank returns a direct debit: what it had paid is open again. */
export function bounce(book: Book, payment: DraftDocument, day: Day): void {
  book.post({
    kind: 'payment',
    postingDay: day,
    currency: payment.currency,
    amount: -payment.amount,
    base: -payment.base,
    reverses: payment.key,
    description: 'Direct debit returned',
    ...(payment.reference === undefined ? {} : { reference: payment.reference }),
    bank: {
      account: bankAccountOf[payment.currency],
      batch: false,
      counterparty: book.customer.name,
      wording: 'returned',
    },
    mentions: [payment.key],
  });
}
