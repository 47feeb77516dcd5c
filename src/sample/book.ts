import type { Cents } from './cents';
import type { Customer } from './customers';
import type {
  DraftAllocation,
  DraftDocument,
  DraftInstalment,
  History,
  Service,
  Usage,
} from './draft';
import type { Day } from './period';
import type { Rates } from './rates';

type Derived = 'key' | 'status' | 'customerId' | 'base' | 'control' | 'tax' | 'documentDay';

/** What a caller says of a document; the rest follows from the customer and the day. */
type Entry = Omit<DraftDocument, Derived> & Partial<Pick<DraftDocument, Derived>>;

export function departmentOf(customer: Customer, service: Service): string {
  if (service === 'telecom') return 'Networks';
  if (customer.segment === 'residential') return 'Households';
  return customer.segment === 'public sector' ? 'Public works' : 'Key accounts';
}

/** Collects what happens to one customer, day by day or not; `close` hands it over. */
export class Book {
  readonly customer: Customer;
  private readonly rates: Rates;
  private readonly documents: DraftDocument[] = [];
  private readonly allocations: DraftAllocation[] = [];
  private readonly instalments: DraftInstalment[] = [];
  private readonly usage: Usage[] = [];

  constructor(customer: Customer, rates: Rates) {
    this.customer = customer;
    this.rates = rates;
  }

  post(entry: Entry): DraftDocument {
    const customer = this.customer;
    const key = `${customer.id}-${this.documents.length + 1}`;
    const document: DraftDocument = {
      key,
      status: 'posted',
      customerId: customer.id,
      documentDay: entry.postingDay,
      base: this.rates.inBase(entry.amount, entry.currency, entry.postingDay),
      control: customer.control,
      tax: 0n,
      // A bank names each transfer; nobody else has given it a reference yet.
      ...(entry.bank === undefined ? {} : { reference: `TR-${key.slice(1)}` }),
      ...entry,
    };
    this.documents.push(document);
    return document;
  }

  apply(allocation: DraftAllocation): void {
    this.allocations.push(allocation);
  }

  /** Applies a credit of the debit's own currency. */
  settle(
    credit: DraftDocument,
    debit: DraftDocument,
    amount: Cents,
    effectiveDay: Day,
    more: Partial<DraftAllocation> = {},
  ): void {
    this.apply({
      credit: credit.key,
      debit: debit.key,
      effectiveDay,
      amount,
      creditAmount: amount,
      ...more,
    });
  }

  divide(parts: readonly DraftInstalment[]): void {
    this.instalments.push(...parts);
  }

  consume(usage: Usage): void {
    this.usage.push(usage);
  }

  fromBase(amount: Cents, date: Day): Cents {
    return this.rates.fromBase(amount, this.customer.currency, date);
  }

  inBase(amount: Cents, date: Day): Cents {
    return this.rates.inBase(amount, this.customer.currency, date);
  }

  close(): History {
    return {
      documents: this.documents,
      allocations: this.allocations,
      instalments: this.instalments,
      usage: this.usage,
    };
  }
}
