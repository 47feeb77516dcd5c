import type { Book } from './book';
import { type Cents, divideRounded, lesser } from './cents';
import type { DraftDocument, DraftInstalment } from './draft';
import { habitOf, paymentDay, runDay } from './payers';
import { collectionDay, type Day, lastDay, monthIndex, workingDay } from './period';
import type { Random } from './random';
import { bounce, payBack, type Receipt, type ReceiptLine, receive } from './receipts';

/** Decides, debit by debit, what becomes of what a customer owes. */
export class Settling {
  private readonly book: Book;
  private readonly random: Random;
  /** A customer who never pays did so before this month. */
  private readonly stopMonth: number;
  /** Credits that wait for a debit. */
  private readonly waiting: { readonly credit: DraftDocument; left: Cents }[] = [];
  private readonly runs = new Map<Day, ReceiptLine[]>();

  constructor(book: Book, random: Random) {
    this.book = book;
    this.random = random;
    this.stopMonth = book.customer.payer === 'never' ? random.between(3, 28) : Infinity;
  }

  /** A debit that is paid as a whole, or not. */
  debit(debit: DraftDocument): void {
    const { random } = this;
    let open = debit.amount - this.spendWaiting(debit);
    if (open > 0n && debit.kind === 'invoice' && random.chance(22)) {
      open -= this.credit(debit, divideRounded(open * BigInt(random.between(4, 40)), 100n));
    }
    if (open === 0n || debit.disputed === true) return;
    const { customer } = this.book;
    if (
      monthIndex(debit.postingDay) >= this.stopMonth ||
      random.chance(habitOf(customer.payer).unpaid)
    ) {
      this.giveUp(debit, open);
    } else if (customer.directDebit) {
      this.collect(debit, open);
    } else {
      this.transfer(debit, open);
    }
  }

  /** A debit in instalments; some receipts name the part they pay, others leave it to its due date. */
  instalments(debit: DraftDocument, parts: readonly DraftInstalment[]): void {
    const { random, book } = this;
    const named = random.chance(600);
    const paid = random.chance(700) ? parts.length : parts.length - 1;
    for (const part of parts.slice(0, paid)) {
      const line = { debit, amount: part.amount };
      this.pay(
        paymentDay(book.customer, part.dueDay, random),
        named ? { ...line, instalmentNo: part.instalmentNo } : line,
      );
    }
  }

  /** Money that arrives without saying what for. */
  onAccount(day: Day): void {
    const amount = this.book.fromBase(BigInt(this.random.between(2, 30)) * 1_000n, day);
    const payment = receive(this.book, { day, lines: [], excess: amount }, this.random);
    if (payment && this.random.chance(400)) this.waiting.push({ credit: payment, left: amount });
  }

  /** Posts the receipts of customers who pay on fixed days. */
  close(): void {
    for (const [day, lines] of this.runs) receive(this.book, { day, lines }, this.random);
  }

  private spendWaiting(debit: DraftDocument): Cents {
    let used = 0n;
    for (const entry of this.waiting) {
      const ready = entry.credit.postingDay <= debit.postingDay;
      const amount = ready ? lesser(entry.left, debit.amount - used) : 0n;
      if (amount <= 0n) continue;
      this.book.settle(entry.credit, debit, amount, debit.postingDay + this.random.between(1, 4));
      entry.left -= amount;
      used += amount;
    }
    return used;
  }

  /** A credit note over part of an invoice; it names the invoice by its allocation. */
  private credit(invoice: DraftDocument, amount: Cents): Cents {
    const day = invoice.postingDay + this.random.between(3, 14);
    if (day > lastDay || amount === 0n) return 0n;
    const { currency, department, service, salesperson } = invoice;
    const note = this.book.post({
      kind: 'credit_note',
      postingDay: day,
      currency,
      amount: -amount,
      tax: -divideRounded(invoice.tax * amount, invoice.amount),
      description: 'Reading corrected',
      ...(department === undefined ? {} : { department }),
      ...(service === undefined ? {} : { service }),
      ...(salesperson === undefined ? {} : { salesperson }),
      mentions: [invoice.key],
    });
    this.book.settle(note, invoice, amount, day);
    return amount;
  }

  /** Long after the due date the debt may be written off by a document of its own. */
  private giveUp(debit: DraftDocument, open: Cents): void {
    const day = workingDay((debit.dueDay ?? debit.postingDay) + this.random.between(380, 470));
    if (day > lastDay || !this.random.chance(650)) return;
    const writeOff = this.book.post({
      kind: 'write_off',
      postingDay: day,
      currency: debit.currency,
      amount: -open,
      description: 'Uncollectable',
      mentions: [debit.key],
    });
    this.book.settle(writeOff, debit, open, day);
  }

  private collect(debit: DraftDocument, open: Cents): void {
    const { book, random } = this;
    const day = collectionDay(debit.dueDay ?? debit.postingDay);
    const payment = receive(book, { day, lines: [{ debit, amount: open }], batch: true }, random);
    if (!payment || !random.chance(habitOf(book.customer.payer).returned)) return;
    const returned = workingDay(day + random.between(3, 9));
    if (returned > lastDay) return;
    bounce(book, payment, returned);
    this.fee(returned, 450n, 'Returned direct debit');
    if (random.chance(850)) {
      this.receive({
        day: workingDay(returned + random.between(6, 45)),
        lines: [{ debit, amount: open }],
      });
    }
  }

  private transfer(debit: DraftDocument, open: Cents): void {
    const { book, random } = this;
    const due = debit.dueDay ?? debit.postingDay;
    const day = paymentDay(book.customer, due, random);
    if (debit.discountDay !== undefined && random.chance(550)) {
      this.payWithDiscount(debit, open, workingDay(debit.discountDay - random.between(3, 8)));
    } else if (random.chance(habitOf(book.customer.payer).partly)) {
      this.payPartly(debit, open, day);
    } else if (random.chance(14)) {
      const short = BigInt(random.between(1, 60));
      this.pay(day, { debit, amount: open - short, writeOff: short, reason: 'Small difference' });
    } else if (debit.currency === 'USD' && random.chance(120) && open > 10_000n) {
      this.pay(day, { debit, amount: open - 1_500n, charge: 1_500n, reason: 'Bank charge' });
    } else if (random.chance(18)) {
      this.overpay(debit, open, day);
    } else if (debit.currency !== 'EUR' && random.chance(30)) {
      this.receive({ day, lines: [{ debit, amount: open }], inBase: true });
    } else {
      this.pay(day, { debit, amount: open });
    }
    if (day - due > 30) this.claim(debit, day);
  }

  private payWithDiscount(debit: DraftDocument, open: Cents, day: Day): void {
    const discount = divideRounded(open * 2n, 100n);
    const discountTax = divideRounded(debit.tax * discount, debit.amount);
    this.pay(day, {
      debit,
      amount: open - discount,
      discount,
      discountTax,
      reason: 'Discount taken',
    });
  }

  private payPartly(debit: DraftDocument, open: Cents, day: Day): void {
    const first = divideRounded(open * BigInt(this.random.between(30, 80)), 100n);
    this.pay(day, { debit, amount: first });
    if (this.random.chance(750)) {
      this.pay(workingDay(day + this.random.between(25, 80)), { debit, amount: open - first });
    }
  }

  private overpay(debit: DraftDocument, open: Cents, day: Day): void {
    const { book, random } = this;
    const excess = BigInt(random.between(3, 40)) * 100n;
    const payment = this.receive({ day, lines: [{ debit, amount: open }], excess });
    if (!payment) return;
    if (random.chance(350))
      payBack(book, payment, excess, workingDay(day + random.between(30, 60)));
    else if (random.chance(500)) this.waiting.push({ credit: payment, left: excess });
  }

  /** Reminder fees of households, interest of everybody else; little more than half is ever paid. */
  private claim(debit: DraftDocument, day: Day): void {
    const { book, random } = this;
    if (!random.chance(160)) return;
    if (book.customer.segment === 'residential') {
      this.fee(workingDay((debit.dueDay ?? day) + 25), 600n, 'Reminder');
      return;
    }
    const late = BigInt(day - (debit.dueDay ?? day));
    // Eight percent a year, by day, of the whole debit.
    const amount = divideRounded(debit.amount * 8n * late, 36_500n);
    this.extra('interest', day, amount, 'Interest on late payment');
  }

  private fee(day: Day, euro: Cents, description: string): void {
    if (day <= lastDay) this.extra('fee', day, this.book.fromBase(euro, day), description);
  }

  private extra(kind: 'fee' | 'interest', day: Day, amount: Cents, description: string): void {
    const { book, random } = this;
    if (day > lastDay || amount === 0n) return;
    const { currency } = book.customer;
    const debit = book.post({
      kind,
      postingDay: day,
      dueDay: day + 15,
      currency,
      amount,
      description,
    });
    if (random.chance(560)) this.pay(workingDay(day + random.between(8, 50)), { debit, amount });
  }

  private pay(day: Day, line: ReceiptLine): void {
    if (!this.book.customer.paysInRuns) {
      this.receive({ day, lines: [line] });
      return;
    }
    const run = runDay(day);
    const lines = this.runs.get(run) ?? [];
    if (lines.length === 0) this.runs.set(run, lines);
    lines.push(line);
  }

  private receive(receipt: Receipt): DraftDocument | undefined {
    return receive(this.book, receipt, this.random);
  }
}
