import { Exact as ExactDecimal, exact } from '../../domain/money/decimal';
import type { DocumentRow } from './documents';

export const allocationColumns = [
  'allocation_id',
  'credit_document_id',
  'debit_document_id',
  'amount',
  'effective_date',
] as const;

type AllocationRow = Readonly<Partial<Record<(typeof allocationColumns)[number], string>>>;

/**
 * What the documents of one file settle of each other: DATEV balances open items by debtor and number (Belegfeld 1).
 * Credits, in order of date, take the debits of their number and currency, in order of date; what is left stays
 * unapplied. A claim of an earlier batch cannot be named from here: there the number stands as the credit's reference.
 * Source: developer.datev.de, "Buchungsstapel", field 11.
 */
export function allocationRows(documents: readonly DocumentRow[]): readonly AllocationRow[] {
  const groups = new Map<string, DocumentRow[]>();
  for (const document of documents) {
    if (!document.number) continue;
    const key = JSON.stringify([document.customer_id, document.number, document.currency]);
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  return [...groups.values()].flatMap(settledWithin);
}

function settledWithin(documents: readonly DocumentRow[]): readonly AllocationRow[] {
  const open = [...documents]
    .sort((a, b) => (a.document_date ?? '').localeCompare(b.document_date ?? ''))
    .map((row) => ({ row, left: exact(row.amount ?? '0') }));
  const debits = open.filter(({ left }) => left.gt(0));
  const rows: AllocationRow[] = [];
  for (const credit of open) {
    if (!credit.left.lt(0)) continue;
    for (const debit of debits) {
      const amount = ExactDecimal.min(debit.left, credit.left.negated());
      if (!amount.gt(0)) continue;
      const ids = [credit.row.document_id ?? '', debit.row.document_id ?? ''];
      const days = [credit.row.posting_date ?? '', debit.row.posting_date ?? ''].sort();
      rows.push({
        allocation_id: ids.join('|'),
        credit_document_id: ids[0] ?? '',
        debit_document_id: ids[1] ?? '',
        amount: amount.toFixed(),
        effective_date: days[1] ?? '',
      });
      debit.left = debit.left.minus(amount);
      credit.left = credit.left.plus(amount);
    }
  }
  return rows;
}
