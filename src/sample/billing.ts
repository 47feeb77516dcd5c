import type { Book } from './book';
import { departmentOf } from './book';
import { type Cents, divideRounded } from './cents';
import type { Contract, Customer } from './customers';
import type { DraftDocument, DraftInstalment, Service } from './draft';
import { calendarMonth, type Day, firstDay, monthStart } from './period';
import type { Random } from './random';
import type { Currency } from './rates';

interface Tariff {
  readonly unit: string;
  /** A household's use of one month. */
  readonly monthlyUse: number;
  /** January to December, percent of an average month. */
  readonly season: readonly number[];
  /** Cents of base currency a month. */
  readonly standing: Cents;
  /** Ten-thousandths of base currency a unit. */
  readonly unitPrice: bigint;
  readonly vatPercent: bigint;
}

/** Water peaks in summer, gas in winter, telecom is flat. Prices are invented. */
const tariffs: Readonly<Record<Service, Tariff>> = {
  water: {
    unit: 'm3',
    monthlyUse: 11,
    season: [78, 76, 84, 92, 104, 124, 148, 152, 118, 88, 72, 64],
    standing: 640n,
    unitPrice: 18_450n,
    vatPercent: 10n,
  },
  gas: {
    unit: 'kWh',
    monthlyUse: 520,
    season: [214, 196, 158, 96, 54, 34, 26, 24, 36, 74, 122, 166],
    standing: 790n,
    unitPrice: 874n,
    vatPercent: 21n,
  },
  telecom: {
    unit: 'GB',
    monthlyUse: 140,
    season: [101, 99, 100, 100, 99, 98, 102, 101, 99, 100, 100, 101],
    standing: 2_490n,
    unitPrice: 620n,
    vatPercent: 21n,
  },
};

/** Days from the document to its due date. */
const termDays: Readonly<Record<string, number>> = { N20: 20, D10N30: 30, N30: 30, N60: 60 };

/** List prices abroad, in hundredths of the base price. */
const listPrice: Readonly<Record<Currency, bigint>> = { EUR: 100n, USD: 109n, CZK: 2_480n };

function quantityOf(contract: Contract, months: readonly number[], random: Random): bigint {
  const { monthlyUse, season } = tariffs[contract.service];
  const percent = months.reduce((sum, month) => sum + (season[calendarMonth(month)] ?? 100), 0);
  const noise = random.between(86, 114);
  return divideRounded(BigInt(monthlyUse * contract.size * percent * noise), 100_000n);
}

function priceOf(service: Service, quantity: bigint, months: number, customer: Customer) {
  const { standing, unitPrice, vatPercent } = tariffs[service];
  const euro = standing * BigInt(months) + divideRounded(quantity * unitPrice, 100n);
  const net = divideRounded(euro * listPrice[customer.currency], 100n);
  // Abroad the customer owes the tax (reverse charge).
  const tax = customer.country === 'ES' ? divideRounded(net * vatPercent, 100n) : 0n;
  return { amount: net + tax, tax };
}

function detailsOf(customer: Customer, service: Service) {
  return {
    currency: customer.currency,
    department: departmentOf(customer, service),
    service,
    ...(customer.salesperson === undefined ? {} : { salesperson: customer.salesperson }),
  };
}

function billPeriod(book: Book, contract: Contract, month: number, random: Random): DraftDocument {
  const { customer } = book;
  const { service, cycle } = contract;
  const months = Array.from({ length: cycle }, (_, back) => month - 1 - back);
  const quantity = quantityOf(contract, months, random);
  const documentDay = monthStart(month) + contract.billingOffset;
  // Now and then the month is closed a day or two after the paper was written.
  const postingDay = documentDay + (random.chance(12) ? random.between(1, 2) : 0);
  book.consume({
    meterId: contract.meterId,
    customerId: customer.id,
    service,
    start: monthStart(month - cycle),
    end: monthStart(month),
    quantity,
    unit: tariffs[service].unit,
    estimated: random.chance(50),
  });
  return book.post({
    kind: 'invoice',
    documentDay,
    postingDay,
    dueDay: documentDay + (termDays[customer.terms] ?? 30),
    terms: customer.terms,
    ...(customer.terms === 'D10N30' ? { discountDay: documentDay + 10 } : {}),
    ...priceOf(service, quantity, cycle, customer),
    quantity,
    unit: tariffs[service].unit,
    ...detailsOf(customer, service),
    disputed: random.chance(month > 30 ? 40 : 3),
  });
}

/** Every invoice of the customer's contracts. */
export function billContracts(book: Book, random: Random): DraftDocument[] {
  return book.customer.contracts.flatMap((contract) => {
    const invoices: DraftDocument[] = [];
    for (let month = contract.fromMonth; month <= contract.toMonth; month += 1) {
      if (contract.cycle === 2 && month % 2 !== contract.phase) continue;
      invoices.push(billPeriod(book, contract, month, random));
    }
    return invoices;
  });
}

/** Connection works of a business, payable in three or four monthly parts; the last part takes the cent. */
export function billWorks(
  book: Book,
  random: Random,
): { readonly invoice: DraftDocument; readonly parts: readonly DraftInstalment[] } {
  const { customer } = book;
  const month = random.between(2, 34);
  const postingDay = monthStart(month) + random.between(9, 24);
  const count = random.between(3, 4);
  const net = BigInt(random.between(1_800, 14_000)) * 100n;
  const tax = divideRounded(net * 21n, 100n);
  const amount = net + tax;
  const dueDay = (part: number): Day => monthStart(month + part) + 14;
  const service = customer.contracts[0]?.service ?? 'water';
  const invoice = book.post({
    kind: 'invoice',
    postingDay,
    dueDay: dueDay(count),
    terms: count === 3 ? 'PARTS3' : 'PARTS4',
    amount,
    tax,
    ...detailsOf(customer, service),
    project: `WRK-${customer.id.slice(1)}`,
    description: 'Connection works',
  });
  // The share that the terms name, to four digits of a percent; the last part takes the rest.
  const each = divideRounded(amount * (count === 3 ? 333_333n : 250_000n), 1_000_000n);
  const parts = Array.from({ length: count }, (_, i) => ({
    document: invoice.key,
    instalmentNo: i + 1,
    dueDay: dueDay(i + 1),
    amount: i + 1 < count ? each : amount - each * BigInt(count - 1),
  }));
  book.divide(parts);
  return { invoice, parts };
}

/** What the customer owed when the books were opened. */
export function carryForward(book: Book, random: Random): DraftDocument {
  const euro = BigInt(
    random.between(3_000, book.customer.segment === 'residential' ? 12_000 : 190_000),
  );
  return book.post({
    kind: 'opening_balance',
    postingDay: firstDay,
    dueDay: firstDay + random.between(5, 25),
    amount: book.fromBase(euro, firstDay),
    currency: book.customer.currency,
    description: 'Balance brought forward',
  });
}

/** A charge for use that an earlier invoice missed. */
export function billCorrection(book: Book, invoice: DraftDocument, random: Random): DraftDocument {
  const postingDay = invoice.postingDay + random.between(8, 18);
  const { service = 'water' } = invoice;
  return book.post({
    kind: 'debit_note',
    postingDay,
    dueDay: postingDay + (termDays[book.customer.terms] ?? 30),
    terms: book.customer.terms,
    amount: divideRounded(invoice.amount * 8n, 100n),
    tax: divideRounded(invoice.tax * 8n, 100n),
    ...detailsOf(book.customer, service),
    mentions: [invoice.key],
    description: 'Reading corrected',
  });
}
