import { type Exact, exact, sum } from '../../domain/money/decimal';
import { childAt, childrenOf, textAt, type XmlElement } from '../xml/element';
import type { DocumentLineRow, DocumentRow } from './documentColumns';
import { dueDateOf } from './dueDate';
import type { ControlTotals } from './totals';
import { amountOf, dayOf, decimalOf, firstText, idOf, negated, type SaftAmount } from './values';

/** Portugal: credit notes, returns of goods and of assets, premiums given back. UNTDID 1001: 381, 261, 396. */
const creditTypes = /^(?:NC|TD|DA|RE|CN|381|261|396)$|credit/i;
const debitNoteTypes = /^(?:ND|DN|383)$|debit/i;
/** An invoice that is its own receipt, and the sales slips that were before it. Source: Portaria 302/2016, 4.1.4.8. */
const paidTypes = new Set(['FR', 'VD', 'TV']);
/** Voided, and invoiced anew by another document: both stand outside the file's totals. Source: the same, 4.1.4.3.1. */
const voidStatuses = new Set(['A', 'F']);

export interface ReadInvoice {
  readonly document: DocumentRow;
  readonly lines: readonly DocumentLineRow[];
}

interface InvoiceBooks {
  readonly baseCurrency: string;
  readonly totals: ControlTotals;
  readonly controlAccountOf: (customerId: string, stated: string) => string;
}

/**
 * A sales invoice, credit note or debit note, with its lines. Files write a credit note's total without a sign; here
 * it is what it takes off. A negative invoice is a credit note. A document that is void stays, as one.
 */
export function readInvoice(element: XmlElement, books: InvoiceBooks): ReadInvoice {
  const { baseCurrency, totals } = books;
  const number = textAt(element, 'InvoiceNo');
  const type = textAt(element, 'InvoiceType');
  const isVoid = voidStatuses.has(
    firstText(element, ['DocumentStatus', 'InvoiceStatus'], ['InvoiceStatus']),
  );
  const sums = childAt(element, 'DocumentTotals') ?? childAt(element, 'InvoiceDocumentTotals');
  const lines = linesOf(element).map((line) => lineOf(line, baseCurrency));
  const gross = grossOf(sums, lines, baseCurrency);
  const isNegative = gross.base.startsWith('-');
  const isCredit = creditTypes.test(type) || (isNegative && !debitNoteTypes.test(type));
  const signed = (text: string): string =>
    text === '' || !isCredit || text.startsWith('-') ? text : negated(text);
  const date = dayOf(textAt(element, 'InvoiceDate'));
  const customerId = idOf(
    firstText(element, ['CustomerID'], ['CustomerInfo', 'CustomerID'], ['CustomerInfo', 'Name']),
  );
  const { dueDate, terms } = dueDateOf(element, sums, date);
  const isPaid = paidTypes.has(type) && !isVoid;
  count(totals, lines, gross, isCredit, isVoid);
  return {
    document: {
      document_id: number,
      kind: isCredit ? 'credit_note' : debitNoteTypes.test(type) ? 'debit_note' : 'invoice',
      status: isVoid ? 'void' : 'posted',
      customer_id: customerId,
      number,
      document_date: date,
      posting_date: dayOf(firstText(element, ['GLPostingDate'], ['InvoiceDate'])),
      due_date: isCredit ? '' : dueDate,
      terms,
      currency: gross.currency || baseCurrency,
      amount: signed(gross.foreign || gross.base),
      base_amount: signed(gross.base),
      tax_amount: gross.currency === '' ? signed(taxOf(sums, baseCurrency)) : '',
      control_account_id: books.controlAccountOf(customerId, textAt(element, 'AccountID')),
      reference: referenceOf(element),
      settled_date: isPaid ? dayOf(textAt(sums, 'Payment', 'PaymentDate')) || date : '',
      settled_amount: isPaid ? gross.foreign || gross.base : '',
    },
    lines: numbered(lines).map((line) => ({ document_id: number, ...line.row })),
  };
}

interface InvoiceLine {
  readonly number: string;
  /** Signed: plus is owed to us. */
  readonly base: Exact | undefined;
  readonly isDebit: boolean;
  readonly foreign: Exact | undefined;
  readonly currency: string;
  readonly row: DocumentLineRow;
}

function linesOf(element: XmlElement): readonly XmlElement[] {
  const own = childrenOf(element, 'Line');
  return own.length > 0 ? own : childrenOf(element, 'InvoiceLine');
}

/**
 * A line, without tax. A credit on it is revenue, and so a claim; a debit takes off. Portugal has an element for each,
 * OECD 2.0 an amount and an indicator.
 */
function lineOf(line: XmlElement, baseCurrency: string): InvoiceLine {
  const debit = childAt(line, 'DebitAmount');
  const credit = childAt(line, 'CreditAmount');
  const plain = childAt(line, 'InvoiceLineAmount') ?? childAt(line, 'LineAmount');
  const isDebit = (debit && !credit) || textAt(line, 'DebitCreditIndicator') === 'D';
  const amount = amountOf(credit ?? debit ?? plain, baseCurrency);
  const tax = childAt(line, 'Tax') ?? childAt(line, 'TaxInformation');
  const taxAmount = amountOf(childAt(tax, 'TaxAmount'), baseCurrency);
  const signed = (text: string): string => (isDebit ? negated(text) : text);
  const foreign = [amount.foreign, taxAmount.foreign].map((text) => decimalOf(signed(text)));
  return {
    number: textAt(line, 'LineNumber'),
    base: decimalOf(signed(amount.base)),
    isDebit: isDebit === true,
    foreign: foreign[0] && sum(foreign.flatMap((one) => one ?? [])),
    currency: amount.currency,
    row: {
      service: firstText(line, ['ProductCode'], ['ProductDescription'], ['Description']),
      quantity: textAt(line, 'Quantity'),
      unit: firstText(line, ['UnitOfMeasure'], ['InvoiceUOM'], ['UOM']),
      unit_price: textAt(line, 'UnitPrice'),
      amount: signed(amount.foreign || amount.base),
      tax_code: textAt(tax, 'TaxCode'),
      tax_amount: signed(taxAmount.foreign || taxAmount.base),
    },
  };
}

/** Lines by their own numbers where these are whole and each stands once; else by their places. */
function numbered(lines: readonly InvoiceLine[]): readonly InvoiceLine[] {
  const own = lines.map((line) => line.number);
  const isOwn =
    own.every((text) => /^\d{1,9}$/.test(text)) && new Set(own.map(Number)).size === own.length;
  return lines.map((line, i) => ({
    ...line,
    row: { line_no: isOwn ? line.number : String(i + 1), ...line.row },
  }));
}

/**
 * The total with tax. It is in the books' currency; in another it stands beside it in Portugal, and elsewhere is what
 * the lines and their taxes come to, if all are in that one.
 */
function grossOf(
  sums: XmlElement | undefined,
  lines: readonly InvoiceLine[],
  baseCurrency: string,
): SaftAmount {
  const total = amountOf(childAt(sums, 'GrossTotal'), baseCurrency);
  const stated = amountOf(childAt(sums, 'Currency'), baseCurrency);
  if (stated.currency !== '')
    return { ...total, currency: stated.currency, foreign: stated.foreign };
  if (total.currency !== '') return total;
  const currency = lines[0]?.currency ?? '';
  const foreign = lines.map((line) => line.foreign);
  if (currency === '' || lines.some((line) => line.currency !== currency)) return total;
  const whole = sum(foreign.map((one) => one ?? exact('0'))).abs();
  return {
    base: total.base,
    currency,
    foreign: `${total.base.startsWith('-') ? '-' : ''}${whole.toFixed()}`,
  };
}

function taxOf(sums: XmlElement | undefined, baseCurrency: string): string {
  const payable = textAt(sums, 'TaxPayable');
  if (payable !== '') return payable;
  const taxes = childrenOf(sums, 'TaxInformationTotals').map((one) =>
    decimalOf(amountOf(childAt(one, 'TaxAmount'), baseCurrency).base),
  );
  if (taxes.length === 0 || taxes.some((tax) => tax === undefined)) return '';
  return sum(taxes.flatMap((tax) => tax ?? [])).toFixed();
}

/** The document that a credit or debit note is about: it stands with the document, or with its lines. */
function referenceOf(element: XmlElement): string {
  for (const part of [element, ...linesOf(element)])
    for (const references of childrenOf(part, 'References')) {
      const found = firstText(
        references,
        ['Reference'],
        ['CreditNote', 'Reference'],
        ['DebitNote', 'Reference'],
      );
      if (found !== '') return found;
    }
  return '';
}

function count(
  totals: ControlTotals,
  lines: readonly InvoiceLine[],
  gross: SaftAmount,
  isCredit: boolean,
  isVoid: boolean,
): void {
  totals.count('NumberOfEntries', 1);
  totals.count('NumberOfEntries', lines.length, 1);
  if (isVoid) return;
  for (const line of lines)
    totals.count(
      line.isDebit ? 'TotalDebit' : 'TotalCredit',
      line.base?.times(line.isDebit ? -1 : 1),
    );
  totals.count(isCredit ? 'TotalDebit' : 'TotalCredit', decimalOf(gross.base)?.abs(), 1);
  totals.count(isCredit ? 'TotalCredit' : 'TotalDebit', decimalOf(gross.base)?.abs(), 2);
}
