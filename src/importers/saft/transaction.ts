import { childAt, textAt, type XmlElement } from '../xml/element';
import type { ControlTotals } from './totals';
import { amountOf, dayOf, decimalOf, firstText, idOf, instantOf, negated } from './values';

export const entryColumns = [
  'entry_id',
  'line_no',
  'posting_date',
  'document_date',
  'account_id',
  'customer_id',
  'document_id',
  'reference',
  'debit',
  'credit',
  'currency',
  'amount_currency',
  'entry_kind',
  'entered_at',
  'entered_by',
  'description',
] as const;

export type EntryRow = Readonly<Partial<Record<(typeof entryColumns)[number], string>>>;

/** Portugal's types of a transaction. Source: Portaria 302/2016, 3.4.3.7: normal, regularisation, result, adjustment. */
const entryKinds: ReadonlyMap<string, string> = new Map([
  ['N', 'normal'],
  ['R', 'adjusting'],
  ['A', 'closing'],
  ['J', 'adjusting'],
]);

/** What a transaction is read with. */
export interface Books {
  readonly baseCurrency: string;
  readonly totals: ControlTotals;
  /** Lines that each entry has so far: one that is told in two places goes on. */
  readonly lineCounts: Map<string, number>;
  /** Whether an account is one that customers' balances stand on. */
  readonly isReceivable: (accountId: string) => boolean;
}

/**
 * The lines of one transaction. Its id is journal, year of the period (where the file has it: Norway's and Romania's
 * numbers begin anew each year) and transaction; a line's number is its place. A customer that stands on the
 * transaction alone, as in Portugal, is that of the lines on a customers' account.
 */
export function entryRows(
  element: XmlElement,
  journalId: string,
  books: Books,
): readonly EntryRow[] {
  const { baseCurrency, totals, lineCounts } = books;
  const year = textAt(element, 'PeriodYear');
  const entryId = [journalId, year, textAt(element, 'TransactionID')]
    .filter((part) => part !== '')
    .join('/');
  const documentDate = dayOf(textAt(element, 'TransactionDate'));
  const customerId = idOf(textAt(element, 'CustomerID'));
  const shared: EntryRow = {
    entry_id: entryId,
    posting_date: dayOf(firstText(element, ['GLPostingDate'], ['TransactionDate'])),
    document_date: documentDate,
    entry_kind: entryKinds.get(textAt(element, 'TransactionType')) ?? '',
    entered_by: textAt(element, 'SourceID'),
  };
  totals.count('NumberOfEntries', 1);
  return linesOf(element).map((line) => {
    const lineNo = (lineCounts.get(entryId) ?? 0) + 1;
    lineCounts.set(entryId, lineNo);
    const debit = amountOf(childAt(line, 'DebitAmount'), baseCurrency);
    const credit = amountOf(childAt(line, 'CreditAmount'), baseCurrency);
    totals.count('NumberOfEntries', 1, 1);
    totals.count('TotalDebit', decimalOf(debit.base));
    totals.count('TotalCredit', decimalOf(credit.base));
    const accountId = textAt(line, 'AccountID');
    const ownCustomer = idOf(textAt(line, 'CustomerID'));
    return {
      ...shared,
      line_no: String(lineNo),
      account_id: accountId,
      customer_id: ownCustomer || (books.isReceivable(accountId) ? customerId : ''),
      document_id: textAt(line, 'SourceDocumentID'),
      reference: firstText(line, ['ReferenceNumber'], ['CID']),
      debit: debit.base,
      credit: credit.base,
      currency: debit.currency || credit.currency,
      amount_currency: debit.foreign || negated(credit.foreign),
      entered_at: instantOf(textAt(line, 'SystemEntryDate') || textAt(element, 'SystemEntryDate')),
      description: textAt(line, 'Description') || textAt(element, 'Description'),
    };
  });
}

/** Lines are together (`Line`, Romania: `TransactionLine`) or, in Portugal, debits and credits apart within `Lines`. */
function linesOf(element: XmlElement): readonly XmlElement[] {
  const lines = childAt(element, 'Lines') ?? element;
  return lines.children.filter(({ name }) =>
    ['Line', 'TransactionLine', 'DebitLine', 'CreditLine'].includes(name),
  );
}
