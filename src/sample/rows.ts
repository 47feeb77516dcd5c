import { centsText } from './cents';
import type { Row } from './csv';
import type { DraftAllocation, DraftDocument, DraftInstalment, Usage } from './draft';
import type { JournalEntry } from './general-ledger';
import { byPosting, type Numbers } from './numbering';
import { type Day, isoDate } from './period';
import { baseCurrency } from './rates';
import { byEffect } from './settlement';

/** The one company of the sample. */
export const entityId = 'SM';

export const entityRow: Row = {
  entity_id: entityId,
  name: 'Servicios Miralba, S.A.',
  base_currency: baseCurrency,
  fiscal_year_start: '11',
  time_zone: 'Europe/Madrid',
  country: 'ES',
};

const dateText = (value: Day | undefined) => (value === undefined ? '' : isoDate(value));
const moneyText = (value: bigint | undefined) => (value === undefined ? '' : centsText(value));

function documentRow(document: DraftDocument, numbers: Numbers): Row {
  const posted = document.status !== 'draft';
  return {
    document_id: numbers.id(document.key),
    kind: document.kind,
    status: document.status,
    customer_id: document.customerId,
    number: numbers.number(document.key),
    document_date: isoDate(document.documentDay),
    posting_date: posted ? isoDate(document.postingDay) : '',
    due_date: dateText(document.dueDay),
    terms: document.terms ?? '',
    discount_date: dateText(document.discountDay),
    currency: document.currency,
    amount: centsText(document.amount),
    base_amount: centsText(document.base),
    tax_amount: document.tax === 0n ? '' : centsText(document.tax),
    control_account_id: document.control,
    reverses_document_id: document.reverses === undefined ? '' : numbers.id(document.reverses),
    reference: numbers.reference(document),
    description: document.description ?? '',
    salesperson: document.salesperson ?? '',
    department: document.department ?? '',
    project: document.project ?? '',
    service: document.service ?? '',
    quantity: document.quantity === undefined ? '' : String(document.quantity),
    unit: document.unit ?? '',
    disputed: document.disputed === true ? 'true' : '',
  };
}

export function documentRows(documents: readonly DraftDocument[], numbers: Numbers): Row[] {
  return [...documents].sort(byPosting).map((document) => documentRow(document, numbers));
}

export function allocationRows(allocations: readonly DraftAllocation[], numbers: Numbers): Row[] {
  return [...allocations].sort(byEffect).map((allocation, i) => ({
    allocation_id: `A${String(i + 1).padStart(5, '0')}`,
    credit_document_id: numbers.id(allocation.credit),
    debit_document_id: numbers.id(allocation.debit),
    instalment_no: allocation.instalmentNo === undefined ? '' : String(allocation.instalmentNo),
    amount: centsText(allocation.amount),
    credit_amount: centsText(allocation.creditAmount),
    discount_amount: moneyText(allocation.discount),
    discount_tax_amount: moneyText(allocation.discountTax),
    charge_amount: moneyText(allocation.charge),
    write_off_amount: moneyText(allocation.writeOff),
    reason: allocation.reason ?? '',
    effective_date: isoDate(allocation.effectiveDay),
  }));
}

export function instalmentRows(instalments: readonly DraftInstalment[], numbers: Numbers): Row[] {
  return instalments.map((part) => ({
    document_id: numbers.id(part.document),
    instalment_no: String(part.instalmentNo),
    due_date: isoDate(part.dueDay),
    amount: centsText(part.amount),
  }));
}

export function usageRows(usage: readonly Usage[]): Row[] {
  return [...usage]
    .sort((a, b) => a.start - b.start || (a.meterId < b.meterId ? -1 : 1))
    .map((reading) => ({
      meter_id: reading.meterId,
      customer_id: reading.customerId,
      service: reading.service,
      period_start: isoDate(reading.start),
      period_end: isoDate(reading.end),
      quantity: String(reading.quantity),
      unit: reading.unit,
      is_estimated: String(reading.estimated),
    }));
}

export function journalRows(journal: readonly JournalEntry[], numbers: Numbers): Row[] {
  return journal.flatMap((entry, i) =>
    entry.lines.map((line, position) => ({
      entry_id: entry.id ?? `J${String(i + 1).padStart(5, '0')}`,
      line_no: String(position + 1),
      posting_date: isoDate(entry.day),
      account_id: line.account,
      customer_id: line.customerId ?? '',
      document_id: line.document === undefined ? '' : numbers.id(line.document),
      debit: line.base > 0n ? centsText(line.base) : '',
      credit: line.base < 0n ? centsText(-line.base) : '',
      currency: line.currency,
      amount_currency: centsText(line.amount),
      entry_kind: entry.kind,
      status: 'posted',
      description: entry.description ?? '',
    })),
  );
}

/** The terms that documents name. Steps are applied in the order written. */
export function paymentTermRows(): Row[] {
  const whole = { line_no: '1', share_kind: 'percent_of_total', share: '100' };
  const parts = (terms: string, count: number): Row[] =>
    Array.from({ length: count }, (_, i) => {
      const steps = `+${i + 1}m, day 15`;
      const part = { terms, line_no: String(i + 1), steps };
      return i + 1 === count
        ? { ...part, share_kind: 'rest' }
        : { ...part, share_kind: 'percent_of_total', share: (100 / count).toFixed(4) };
    });
  return [
    { terms: 'N20', ...whole, steps: '+20d' },
    { terms: 'N30', ...whole, steps: '+30d' },
    { terms: 'N60', ...whole, steps: '+60d' },
    {
      terms: 'D10N30',
      ...whole,
      steps: '+30d',
      discount_percent: '2',
      discount_days: '10',
      discount_on: 'total',
    },
    ...parts('PARTS3', 3),
    ...parts('PARTS4', 4),
  ];
}
