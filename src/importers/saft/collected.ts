import type { SourceFile } from '../source';
import type { TextGrid } from '../textGrid';
import { childAt, type XmlElement } from '../xml/element';
import { accountColumns, accountRow } from './account';
import { CanonicalGrid } from './canonicalGrid';
import { controlAccountOf, customerColumns, customerRow } from './customer';
import {
  allocationColumns,
  type DocumentRow,
  documentColumns,
  documentLineColumns,
} from './documentColumns';
import { readInvoice } from './invoice';
import { readPayment } from './payment';
import { ControlTotals } from './totals';
import { entryColumns, entryRows } from './transaction';
import { firstText } from './values';

/** What was read of an audit file so far. Its parts come in this order, and later ones look back at earlier ones. */
export class Collected {
  readonly #entity;
  readonly #customers;
  readonly #entries;
  readonly #documents;
  readonly #lines;
  readonly #allocations;
  readonly #accountGrid;
  readonly #accounts: ReturnType<typeof accountRow>[] = [];
  readonly #accountIds = new Set<string>();
  readonly #controlAccounts = new Map<string, string>();
  readonly #receivables = new Set<string>();
  readonly #lineCounts = new Map<string, number>();
  /** Invoices that are their own receipt, until it is known whether a receipt settles them as well. */
  readonly #paid: DocumentRow[] = [];
  readonly #settled = new Set<string>();
  readonly #totals = {
    GeneralLedgerEntries: new ControlTotals('GeneralLedgerEntries'),
    SalesInvoices: new ControlTotals('SalesInvoices'),
    Payments: new ControlTotals('Payments'),
  };
  #baseCurrency = '';
  journalId = '';

  constructor(file: SourceFile) {
    this.#entity = new CanonicalGrid(file, 'entity', [
      'entity_id',
      'name',
      'base_currency',
      'country',
    ]);
    this.#accountGrid = new CanonicalGrid(file, 'gl_account', accountColumns);
    this.#customers = new CanonicalGrid(file, 'customer', customerColumns);
    this.#entries = new CanonicalGrid(file, 'gl_entry', entryColumns);
    this.#documents = new CanonicalGrid(file, 'document', documentColumns);
    this.#lines = new CanonicalGrid(file, 'document_line', documentLineColumns);
    this.#allocations = new CanonicalGrid(file, 'allocation', allocationColumns);
  }

  /** The company, and the currency of its books: without it a ledger without invoices would not know its own. */
  header(element: XmlElement): void {
    this.#baseCurrency = firstText(element, ['DefaultCurrencyCode'], ['CurrencyCode']);
    const company = childAt(element, 'Company') ?? element;
    const id = firstText(company, ['RegistrationNumber'], ['TaxRegistrationNumber'], ['CompanyID']);
    if (id === '' || this.#baseCurrency === '') return;
    this.#entity.add({
      entity_id: id,
      name: firstText(company, ['CompanyName'], ['Name']),
      base_currency: this.#baseCurrency,
      country: firstText(element, ['AuditFileCountry'], ['CompanyAddress', 'Country']),
    });
  }

  total(part: string, element: XmlElement): void {
    if (part === 'GeneralLedgerEntries' || part === 'SalesInvoices' || part === 'Payments')
      this.#totals[part].state(element);
  }

  account(element: XmlElement): void {
    const row = accountRow(element);
    this.#accounts.push(row);
    this.#accountIds.add(row.account_id ?? '');
  }

  customer(element: XmlElement): void {
    const row = customerRow(element);
    this.#customers.add(row);
    const account = controlAccountOf(element);
    if (!this.#accountIds.has(account)) return;
    this.#controlAccounts.set(row.customer_id, account);
    this.#receivables.add(account);
  }

  transaction(element: XmlElement): void {
    const rows = entryRows(element, this.journalId, {
      baseCurrency: this.#baseCurrency,
      totals: this.#totals.GeneralLedgerEntries,
      lineCounts: this.#lineCounts,
      isReceivable: (id) => this.#receivables.has(id),
    });
    for (const row of rows) this.#entries.add(row);
  }

  invoice(element: XmlElement): void {
    const { document, lines } = readInvoice(element, {
      baseCurrency: this.#baseCurrency,
      totals: this.#totals.SalesInvoices,
      controlAccountOf: (id, stated) => this.#controlAccountOf(id, stated),
    });
    if (document.settled_date) this.#paid.push(document);
    else this.#documents.add(document);
    for (const line of lines) this.#lines.add(line);
  }

  payment(element: XmlElement): void {
    const { documents, allocations } = readPayment(element, {
      baseCurrency: this.#baseCurrency,
      totals: this.#totals.Payments,
      controlAccountOf: (id, stated) => this.#controlAccountOf(id, stated),
    });
    for (const document of documents) this.#documents.add(document);
    for (const allocation of allocations) {
      this.#settled.add(allocation.debit_document_id ?? '');
      this.#allocations.add(allocation);
    }
  }

  /** The account that a document says, else its customer's; one that is not in the chart is none. */
  #controlAccountOf(customerId: string, stated: string): string {
    if (!this.#accountIds.has(stated)) return this.#controlAccounts.get(customerId) ?? '';
    this.#receivables.add(stated);
    return stated;
  }

  grids(): readonly TextGrid[] {
    for (const account of this.#accounts)
      this.#accountGrid.add({
        ...account,
        control_kind: this.#receivables.has(account.account_id ?? '') ? 'trade' : '',
      });
    for (const document of this.#paid)
      this.#documents.add(
        this.#settled.has(document.document_id ?? '')
          ? { ...document, settled_date: '', settled_amount: '' }
          : document,
      );
    const [first, ...rest] = [
      this.#entity,
      this.#accountGrid,
      this.#customers,
      this.#entries,
      this.#documents,
      this.#lines,
      this.#allocations,
    ].flatMap((grid) => grid.grids());
    if (!first) return [];
    const notes = Object.values(this.#totals).flatMap((totals) => totals.notes());
    return [notes.length > 0 ? { ...first, notes } : first, ...rest];
  }
}
