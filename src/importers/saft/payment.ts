import { type Exact, Exact as ExactDecimal, exact, sum } from '../../domain/money/decimal';
import { childAt, childrenOf, textAt, type XmlElement } from '../xml/element';
import type { AllocationRow, DocumentRow } from './documentColumns';
import { sharesOf } from './shares';
import type { ControlTotals } from './totals';
import { amountOf, dayOf, decimalOf, firstText, idOf } from './values';

interface PaymentBooks {
  readonly baseCurrency: string;
  readonly totals: ControlTotals;
  readonly controlAccountOf: (customerId: string, stated: string) => string;
}

export interface ReadPayment {
  readonly documents: readonly DocumentRow[];
  readonly allocations: readonly AllocationRow[];
}

/** A line of a receipt: what it takes off a document, in the books' currency. */
interface PaymentLine {
  readonly customerId: string;
  /** Plus settles an invoice; minus uses up a credit note. */
  readonly amount: Exact;
  /** The same in its own currency, where that is not the books'. */
  readonly foreign: Exact | undefined;
  readonly currency: string;
  readonly discount: Exact;
  readonly taxPercent: Exact;
  /** The document it names; blank where it names none, or several. */
  readonly documentId: string;
  readonly accountId: string;
}

/**
 * A receipt and what it settles. In Portugal it is one customer's, its total includes tax, and its lines do or do not
 * (by the rule they do not: Portaria 302/2016, 4.4.4.14; programs differ): so the total is spread over the lines with
 * their tax. Tax withheld by the customer is part of the total, for it settles the claim all the same. In OECD 2.0 each
 * line names its customer or supplier: those of suppliers are not ours, and each customer's are a payment of its own.
 */
export function readPayment(element: XmlElement, books: PaymentBooks): ReadPayment {
  const { totals, baseCurrency } = books;
  const customerId = idOf(firstText(element, ['CustomerID'], ['CustomerInfo', 'CustomerID']));
  const isVoid = firstText(element, ['DocumentStatus', 'PaymentStatus'], ['PaymentStatus']) === 'A';
  const sums = childAt(element, 'DocumentTotals') ?? childAt(element, 'PaymentDocumentTotals');
  const all = [...childrenOf(element, 'Line'), ...childrenOf(element, 'PaymentLine')];
  const lines = all.flatMap((line) => {
    const read = lineOf(line, baseCurrency);
    countLine(totals, line, baseCurrency, isVoid);
    return read === undefined ? [] : [{ ...read, customerId: read.customerId || customerId }];
  });
  totals.count('NumberOfEntries', 1);
  totals.count('NumberOfEntries', all.length, 1);
  const gross = amountOf(childAt(sums, 'GrossTotal'), baseCurrency);
  if (!isVoid)
    for (const name of ['TotalDebit', 'TotalCredit'] as const)
      totals.count(name, decimalOf(gross.base)?.abs(), 1);
  const customers = [...new Set(lines.map((line) => line.customerId))].filter((id) => id !== '');
  if (customerId !== '' && !customers.includes(customerId)) customers.push(customerId);
  const reference = textAt(element, 'PaymentRefNo');
  const shared: DocumentRow = {
    status: isVoid ? 'void' : 'posted',
    number: reference,
    document_date: dayOf(textAt(element, 'TransactionDate')),
    posting_date: dayOf(firstText(element, ['GLPostingDate'], ['TransactionDate'])),
    description: firstText(element, ['Description'], ['PaymentMethod']),
  };
  const isOne = customerId !== '' && customers.length === 1;
  const stated = isOne ? statedTotal(sums, baseCurrency) : undefined;
  const parts = customers.map((customer): ReadPayment => {
    const own = lines.filter((line) => line.customerId === customer);
    const { base, foreign, currency, settling } = stated
      ? { ...stated, settling: own }
      : totalOf(own, baseCurrency);
    const isRefund = sum(own.map((line) => line.amount)).lt(0);
    const signed = (total: Exact): Exact => (stated && isRefund ? total.negated() : total);
    const document: DocumentRow = {
      ...shared,
      document_id: customers.length > 1 ? `${reference}/${customer}` : reference,
      kind: isRefund ? 'refund' : 'payment',
      customer_id: customer,
      currency,
      amount: signed(foreign ?? base)
        .negated()
        .toFixed(),
      base_amount: signed(base).negated().toFixed(),
      control_account_id: books.controlAccountOf(customer, own[0]?.accountId ?? ''),
      reference: [...new Set(own.map((line) => line.documentId))]
        .filter((one) => one !== '')
        .join(' '),
    };
    return {
      documents: [document],
      allocations: isVoid || isRefund ? [] : allocated(document, foreign ?? base, settling),
    };
  });
  return {
    documents: parts.flatMap((part) => part.documents),
    allocations: parts.flatMap((part) => part.allocations),
  };
}

interface Total {
  readonly base: Exact;
  /** In the receipt's own currency, where that is not the books'. */
  readonly foreign: Exact | undefined;
  readonly currency: string;
}

/** The total that a receipt states; nothing where it states none. */
function statedTotal(sums: XmlElement | undefined, baseCurrency: string): Total | undefined {
  const base = decimalOf(amountOf(childAt(sums, 'GrossTotal'), baseCurrency).base)?.abs();
  const own = amountOf(childAt(sums, 'Currency'), baseCurrency);
  const foreign = decimalOf(own.foreign)?.abs();
  return base && { base, foreign, currency: foreign ? own.currency : baseCurrency };
}

/** What lines come to: in their own currency where all of them are in one, and with them as settled in that. */
function totalOf(
  lines: readonly PaymentLine[],
  baseCurrency: string,
): Total & { readonly settling: readonly PaymentLine[] } {
  const base = sum(lines.map((line) => line.amount));
  const currency = lines[0]?.currency ?? '';
  const foreign = lines.flatMap((line) =>
    line.foreign && line.currency === currency ? { ...line, amount: line.foreign } : [],
  );
  if (foreign.length === 0 || foreign.length < lines.length)
    return { base, foreign: undefined, currency: baseCurrency, settling: lines };
  return { base, foreign: sum(foreign.map((line) => line.amount)), currency, settling: foreign };
}

function lineOf(line: XmlElement, baseCurrency: string): PaymentLine | undefined {
  if (idOf(textAt(line, 'SupplierID')) !== '' && idOf(textAt(line, 'CustomerID')) === '')
    return undefined;
  const { debit, credit, isDebit } = sidesOf(line, baseCurrency);
  const own = amountOf(childAt(line, 'PaymentLineAmount'), baseCurrency);
  const foreign = decimalOf(own.foreign);
  const settlement = amountOf(childAt(line, 'SettlementAmount'), baseCurrency);
  const named = new Set(
    childrenOf(line, 'SourceDocumentID').map(
      (one) => textAt(one, 'OriginatingON') || one.text.trim(),
    ),
  );
  return {
    customerId: idOf(textAt(line, 'CustomerID')),
    amount: credit.minus(debit),
    foreign: isDebit ? foreign?.negated() : foreign,
    currency: own.currency,
    discount: decimalOf(settlement.base)?.abs() ?? exact('0'),
    taxPercent: decimalOf(firstText(line, ['Tax', 'TaxPercentage'])) ?? exact('0'),
    documentId: named.size === 1 ? ([...named][0] ?? '') : '',
    accountId: textAt(line, 'AccountID'),
  };
}

/** What a line has on each side, in the books' currency. A credit on a customer's account settles. */
function sidesOf(
  line: XmlElement,
  baseCurrency: string,
): { readonly debit: Exact; readonly credit: Exact; readonly isDebit: boolean } {
  const amount = (name: string): Exact =>
    decimalOf(amountOf(childAt(line, name), baseCurrency).base) ?? exact('0');
  if (!childAt(line, 'PaymentLineAmount'))
    return { debit: amount('DebitAmount'), credit: amount('CreditAmount'), isDebit: false };
  const isDebit = textAt(line, 'DebitCreditIndicator') === 'D';
  const plain = amount('PaymentLineAmount');
  const none = exact('0');
  return { debit: isDebit ? plain : none, credit: isDebit ? none : plain, isDebit };
}

function countLine(
  totals: ControlTotals,
  line: XmlElement,
  baseCurrency: string,
  isVoid: boolean,
): void {
  if (isVoid) return;
  const { debit, credit } = sidesOf(line, baseCurrency);
  totals.count('TotalDebit', debit);
  totals.count('TotalCredit', credit);
}

/**
 * What settles what: first the credit notes of the receipt, then the receipt itself, each in the order of the lines.
 * A discount of a line is on top of what was paid, unless the receipt's total shows that the line includes it.
 */
function allocated(
  document: DocumentRow,
  total: Exact,
  lines: readonly PaymentLine[],
): readonly AllocationRow[] {
  const includes = total.equals(sum(lines.map((line) => line.amount.minus(line.discount))));
  const weights = lines.map((line) =>
    (includes ? line.amount.minus(line.discount) : line.amount).times(
      line.taxPercent.div(100).plus(1),
    ),
  );
  const isGross = total.equals(sum(lines.map((line) => line.amount)));
  const amounts = isGross
    ? lines.map((line) => line.amount)
    : sharesOf(total, weights, document.currency ?? '');
  const credits = [
    ...lines.flatMap((line, i) => {
      const left = amounts[i]?.negated();
      return left?.gt(0) && line.documentId !== '' ? [{ id: line.documentId, left }] : [];
    }),
    { id: document.document_id ?? '', left: total },
  ];
  const rows: AllocationRow[] = [];
  for (const [i, line] of lines.entries()) {
    let open = amounts[i] ?? exact('0');
    let discount = line.discount;
    if (line.documentId === '' || !open.gt(0)) continue;
    for (const credit of credits) {
      const amount = ExactDecimal.min(open, credit.left);
      if (!amount.gt(0)) continue;
      rows.push({
        allocation_id: [document.document_id, credit.id, line.documentId, i + 1].join('|'),
        credit_document_id: credit.id,
        debit_document_id: line.documentId,
        amount: amount.toFixed(),
        discount_amount: discount.isZero() ? '' : discount.toFixed(),
        effective_date: document.posting_date ?? '',
      });
      open = open.minus(amount);
      credit.left = credit.left.minus(amount);
      discount = exact('0');
    }
  }
  return rows;
}
