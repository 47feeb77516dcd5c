import { type Cents, centsText } from './cents';
import { surnames } from './names';
import { type Day, firstDay, isoDate, lastDay } from './period';
import { at, seedNumber } from './random';

/** A large ledger: every row is a function of the seed and its position, so no row needs another. */
interface BulkOptions {
  /** The number of invoices; of each 25, 22 get one payment. */
  readonly documents: number;
  readonly seed: string;
}

/** The columns of an ERP's export of invoices; codes are short, as such exports have them. */
const invoiceHeader =
  'invoice_number,customer_id,customer_name,segment,region,collector,salesperson,department,service,invoice_date,due_date,currency,amount\n';
const paymentHeader = 'payment_id,invoice_number,customer_id,payment_date,amount,currency\n';

/** A ledger of a million invoices has so many customers, a smaller one fewer. */
const customersMax = 50_000;
const documentsPerCustomer = 20;
const block = 25;
const unpaidOffsets = [0, 8, 17];
const chunkLength = 1 << 18;

/** What a random number is for; each purpose has its own stream. */
const purpose = {
  customer: 1,
  amount: 2,
  unpaid: 3,
  delay: 4,
  part: 5,
  person: 6,
  name: 7,
} as const;

const services = ['water', 'gas', 'tel'] as const;
const regions = ['N', 'S', 'C', 'I'] as const;

interface BulkCustomer {
  readonly id: string;
  readonly residential: boolean;
  readonly currency: string;
  readonly termDays: number;
  /** The shortest and the longest time from an invoice to its payment. */
  readonly delayDays: readonly [number, number];
  /** The fields from customer id to service, as they stand in the file. */
  readonly fields: string;
}

/** The element that a random number points at. */
function choose<T>(values: readonly [T, ...T[]] | readonly T[], draw: number, otherwise: T): T {
  return values[draw % values.length] ?? otherwise;
}

function delayOf(draw: number): readonly [number, number] {
  if (draw % 20 < 11) return [2, 24];
  return draw % 20 < 17 ? [18, 75] : [45, 190];
}

function currencyOf(residential: boolean, draw: number): string {
  if (residential || draw % 10 < 6) return 'EUR';
  return draw % 10 < 8 ? 'USD' : 'CZK';
}

/** Computes the invoices and payments of one ledger; remembers its customers and dates, nothing else. */
class Bulk {
  readonly documents: number;
  private readonly seed: number;
  private readonly customers: (BulkCustomer | undefined)[] = [];
  private readonly dates = new Map<Day, string>();
  private readonly customerCount: number;

  constructor(options: BulkOptions) {
    this.documents = options.documents;
    this.seed = seedNumber(options.seed);
    const wanted = Math.ceil(options.documents / documentsPerCustomer);
    this.customerCount = Math.max(1, Math.min(customersMax, wanted));
  }

  invoice(position: number): string {
    const customer = this.customerOf(position);
    const date = this.invoiceDay(position);
    const dates = `${this.date(date)},${this.date(date + customer.termDays)}`;
    const amount = centsText(this.amount(position, customer));
    return `${position + 1},${customer.fields},${dates},${customer.currency},${amount}\n`;
  }

  isPaid(position: number): boolean {
    const draw = at(this.seed, Math.floor(position / block), purpose.unpaid);
    const place = (position + draw) % block;
    return !unpaidOffsets.includes(place);
  }

  payment(position: number, serial: number): string {
    const customer = this.customerOf(position);
    const date = this.date(this.paymentDay(position, customer));
    const amount = centsText(this.paidAmount(position, customer));
    return `${serial},${position + 1},${customer.id},${date},${amount},${customer.currency}\n`;
  }

  /** Invoices are spread evenly over the three years. */
  private invoiceDay(position: number): Day {
    const days = lastDay - firstDay + 1;
    return firstDay + Math.floor((position * days) / this.documents);
  }

  /** Never after the last day: a payment that would be late then comes at some earlier moment. */
  private paymentDay(position: number, { delayDays: [low, high] }: BulkCustomer): Day {
    const draw = at(this.seed, position, purpose.delay);
    const from = this.invoiceDay(position);
    const delay = low + (draw % (high - low + 1));
    const possible = lastDay - from;
    return from + (delay <= possible ? delay : draw % (possible + 1));
  }

  private amount(position: number, { residential, currency }: BulkCustomer): Cents {
    const draw = at(this.seed, position, purpose.amount);
    const euro = BigInt(residential ? 1_500 + (draw % 11_000) : 12_000 + (draw % 880_000));
    return currency === 'CZK' ? euro * 25n : euro;
  }

  /** One payment in sixteen pays a part only. */
  private paidAmount(position: number, customer: BulkCustomer): Cents {
    const amount = this.amount(position, customer);
    const draw = at(this.seed, position, purpose.part);
    return draw % 16 === 0 ? (amount * BigInt(20 + (draw % 71))) / 100n : amount;
  }

  /** Some customers have many invoices, most have few. */
  private customerOf(position: number): BulkCustomer {
    const draw = at(this.seed, position, purpose.customer) / 2 ** 32;
    const index = Math.floor(this.customerCount * draw * Math.sqrt(draw));
    const known = this.customers[index];
    if (known) return known;
    const customer = this.makeCustomer(index);
    this.customers[index] = customer;
    return customer;
  }

  private makeCustomer(index: number): BulkCustomer {
    const draw = at(this.seed, index, purpose.person);
    const residential = draw % 10 < 7;
    const high = draw >>> 8;
    const name = `${choose(surnames, at(this.seed, index, purpose.name), 'Núñez')} ${String.fromCharCode(65 + (high % 26))}`;
    const region = high % regions.length;
    const service = choose(services, high >>> 4, 'water');
    const fields = [
      String(index + 1),
      residential ? name : `${name} SL`,
      residential ? 'RES' : 'BUS',
      choose(regions, region, 'N'),
      residential ? `C${region + 1}` : 'C5',
      residential ? '' : `S${(high % 9) + 1}`,
      service === 'tel' ? 'NW' : residential ? 'HH' : 'KA',
      service,
    ];
    return {
      id: String(index + 1),
      residential,
      currency: currencyOf(residential, high >>> 7),
      termDays: residential ? 20 : choose([30, 60], high, 30),
      delayDays: delayOf(high >>> 11),
      fields: fields.join(','),
    };
  }

  private date(value: Day): string {
    const known = this.dates.get(value);
    if (known !== undefined) return known;
    const text = isoDate(value);
    this.dates.set(value, text);
    return text;
  }
}

/** Joins lines into pieces of some hundred thousand characters. */
function* chunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function* invoiceLines(bulk: Bulk): Generator<string> {
  yield invoiceHeader;
  for (let position = 0; position < bulk.documents; position += 1) yield bulk.invoice(position);
}

function* paymentLines(bulk: Bulk): Generator<string> {
  yield paymentHeader;
  let serial = 0;
  for (let position = 0; position < bulk.documents; position += 1) {
    if (!bulk.isPaid(position)) continue;
    serial += 1;
    yield bulk.payment(position, serial);
  }
}

/**
 * The text of `invoices.csv` in pieces, to be written or joined in order.
 *
 * @example for (const text of bulkInvoices({ documents: 1000, seed: 'bench' })) file.write(text);
 */
export function bulkInvoices(options: BulkOptions): Iterable<string> {
  return chunks(invoiceLines(new Bulk(options)));
}

/** The text of `payments.csv` that belongs to {@link bulkInvoices} of the same options. */
export function bulkPayments(options: BulkOptions): Iterable<string> {
  return chunks(paymentLines(new Bulk(options)));
}
