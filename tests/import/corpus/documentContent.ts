import { type BadCase, noted, refused, table, taken } from './case';
import { csv, header, lines, row } from './csv';
import { openItems, several } from './several';

const eur = (amount: number) => ({ totals: [`EUR ${amount}`] });

const repeated = (...at: readonly number[]) =>
  at.map((line) => [line, 'repeated', 'document_id'] as const);

const kinds = (...all: readonly string[]) =>
  lines('Invoice,Type,Date,Amount', ...all.map((kind, i) => `F-${i + 1},${kind},2026-09-15,10.00`));
const states = (...all: readonly string[]) =>
  lines(
    'Invoice,Status,Date,Amount',
    ...all.map((status, i) => `F-${i + 1},${status},2026-09-15,10.00`),
  );

/** Rows of invoices and receipts. */
export const documentContent: readonly BadCase[] = [
  csv(
    'an id twice with different amounts',
    () => lines(header, row('F-1'), row('F-1', { amount: '70.00' })),
    taken(table(2, { ...eur(100), rejects: repeated(3) })),
  ),
  csv(
    'a row that is there three times',
    () => lines(header, row('F-1'), row('F-1'), row('F-1')),
    noted(['exact_repeat'], table(3, { ...eur(100), rejects: repeated(3, 4) })),
  ),
  csv(
    'an id twice, first on a row that is refused',
    () => lines(header, row('F-1', { amount: 'x' }), row('F-1')),
    taken(table(2, { ...eur(100), rejects: [[2, 'unreadable', 'amount']] })),
  ),
  csv(
    'rows of a bank that repeat each other without an id',
    () =>
      lines(
        'Date,Description,Amount,Currency',
        '2026-01-05,Fee,-5.00,EUR',
        '2026-01-05,Fee,-5.00,EUR',
      ),
    noted(['exact_repeat'], table(2, eur(-10))),
  ),
  csv(
    'a blank id',
    () => lines(header, row(''), row('F-2')),
    taken(table(2, { ...eur(100), rejects: [[2, 'missing', 'document_id']] })),
  ),
  csv(
    'an id of blanks',
    () => lines(header, row('"   "'), row('F-2')),
    taken(table(2, { ...eur(100), rejects: [[2, 'missing', 'document_id']] })),
  ),
  csv(
    'a blank date',
    () => lines(header, row('F-1', { date: '' }), row('F-2')),
    taken(table(2, { ...eur(100), rejects: [[2, 'missing', 'document_date']] })),
  ),
  csv(
    'a blank amount',
    () => lines(header, row('F-1', { amount: '' }), row('F-2')),
    taken(table(2, { ...eur(100), rejects: [[2, 'missing', 'amount']] })),
  ),
  csv(
    'a blank due date',
    () => lines(header, row('F-1', { due: '' })),
    noted(['due_on_issue'], table(1, { ...eur(100), reads: { due_date: [''] } })),
  ),
  csv(
    'a blank currency beside others',
    () => lines(header, row('F-1', { currency: '' }), row('F-2')),
    noted(['no_currency'], table(2, { totals: ['100', 'EUR 100'] })),
  ),
  csv(
    'a blank customer',
    () => lines(header, row('F-1', { customer: '' }), row('F-2')),
    noted(['no_customer'], table(2, eur(200))),
  ),
  csv(
    'every required cell blank in each row',
    () => lines(header, ',Ferrer,,,,EUR', ',Ferrer,,,,EUR'),
    refused('all_rows_rejected', {
      line: 2,
      values: { count: 2, reason: 'missing', field: 'document_id' },
    }),
  ),
  csv(
    'currencies in small letters',
    () => lines(header, row('F-1', { currency: 'eur' }), row('F-2')),
    taken(table(2, eur(200))),
  ),
  csv(
    'a currency that does not exist',
    () => lines(header, row('F-1', { currency: 'ZZZ' }), row('F-2')),
    taken(table(2, { ...eur(100), rejects: [[2, 'unreadable', 'currency']] })),
  ),
  csv(
    'a currency as a sign',
    () => lines(header, row('F-1', { currency: '€' }), row('F-2')),
    taken(table(2, eur(200))),
  ),
  csv(
    'a currency as a word',
    () => lines(header, row('F-1', { currency: 'Euro' }), row('F-2')),
    taken(table(2, eur(200))),
  ),
  csv(
    'many currencies, which are never added',
    () =>
      lines(header, row('F-1'), row('F-2', { currency: 'USD' }), row('F-3', { currency: 'CZK' })),
    taken(table(3, { totals: ['CZK 100', 'EUR 100', 'USD 100'] })),
  ),
  csv(
    'a kind that nobody knows',
    () => kinds('Invoice', 'Frobnication'),
    taken(table(2, { totals: ['10'], rejects: [[3, 'unreadable', 'kind']] })),
  ),
  csv(
    'kinds that nobody knows throughout',
    () => kinds('X1', 'X2'),
    refused('all_rows_rejected', { line: 2, values: { field: 'kind', reason: 'unreadable' } }),
  ),
  csv(
    'kinds in three languages',
    () => kinds('Invoice', 'Factura', 'Faktura', 'RECHNUNG'),
    taken(table(4, { totals: ['40'] })),
  ),
  csv(
    'credit notes and payments without a sign',
    () => kinds('Invoice', 'Credit note', 'Payment'),
    taken(table(3, { totals: ['-10'], reads: { amount: ['10.0000', '-10.0000', '-10.0000'] } })),
  ),
  csv(
    'a quotation among invoices, which nobody owes',
    () => kinds('Invoice', 'Quote'),
    taken(table(2, { totals: ['10'], leftOut: 1 })),
  ),
  csv('a blank kind', () => kinds('Invoice', ''), taken(table(2, { totals: ['20'] }))),
  csv(
    'a state that nobody knows',
    () => states('Posted', 'Limbo'),
    taken(table(2, { totals: ['10'], rejects: [[3, 'unreadable', 'status']] })),
  ),
  csv(
    'drafts and voids',
    () => states('Posted', 'Draft', 'Void', 'Stornováno', 'Borrador'),
    noted(
      ['drafts', 'voids'],
      table(5, {
        totals: ['50'],
        reads: { status: ['posted', 'draft', 'void', 'void', 'draft'] },
      }),
    ),
  ),
  several(
    'drafts and voids, of which nothing is owed',
    { 'f.csv': states('Posted', 'Draft', 'Void') },
    noted(['drafts', 'voids'], table(3, { totals: ['30'] })),
    { arrives: [openItems('F-1 | 10.00')] },
  ),
  csv(
    'a posting date that is there but blank',
    () =>
      lines(
        'Invoice,Date,Posting date,Amount',
        'F-1,2026-09-15,2026-09-15,10.00',
        'F-2,2026-09-15,,10.00',
      ),
    noted(['drafts'], table(2, { totals: ['20'], reads: { posting_date: ['2026-09-15', ''] } })),
  ),
  several(
    'a posting date that is blank: a draft',
    {
      'f.csv': lines(
        'Invoice,Date,Posting date,Amount',
        'F-1,2026-09-15,2026-09-15,10.00',
        'F-2,2026-09-15,,10.00',
      ),
    },
    noted(['drafts'], table(2, { totals: ['20'] })),
    { arrives: [openItems('F-1 | 10.00')] },
  ),
  csv(
    'a draft that was paid',
    () => lines('Invoice,Status,Date,Amount,Payment date', 'F-1,Draft,2026-09-15,10.00,2026-09-20'),
    noted(['drafts', 'status_contradiction'], table(1, { totals: ['10'] })),
  ),
  csv(
    'a due date before the date',
    () => lines(header, row('F-1', { due: '2026-08-01' }), row('F-2')),
    noted(['due_before_issue'], table(2, eur(200))),
  ),
  csv(
    'a credit note that is due before its date, as it may',
    () => lines(header, row('F-1', { due: '2026-08-01', amount: '-50.00' })),
    taken(table(1, eur(-50))),
  ),
  csv(
    'a payment before the invoice',
    () => lines('Invoice,Date,Amount,Payment date', 'F-1,2026-09-15,10.00,2026-09-01'),
    noted(['settled_before_issue'], table(1, { totals: ['10'] })),
  ),
  csv(
    'a paid invoice that is still open',
    () =>
      lines(
        'Invoice,Date,Amount,Payment date,Balance due',
        'F-1,2026-09-15,10.00,2026-09-20,10.00',
      ),
    noted(['status_contradiction'], table(1, { totals: ['10'] })),
  ),
  csv(
    'a zero amount',
    () => lines(header, row('F-1', { amount: '0.00' }), row('F-2')),
    taken(table(2, eur(100))),
  ),
  csv(
    'a negative invoice',
    () => lines(header, row('F-1', { amount: '-100.00' })),
    taken(table(1, eur(-100))),
  ),
  csv(
    'a date in the far future',
    () => lines(header, row('F-1', { date: '2126-09-15', due: '2126-10-15' }), row('F-2')),
    taken(table(2, eur(200))),
  ),
  several(
    'payments for invoices that nobody knows',
    { 'p.csv': lines('Payment,Invoice,Date,Amount', 'P-1,F-9,2026-09-20,10.00') },
    noted(['orphan_payment'], table(1, { totals: ['10'] })),
  ),
  several(
    'payments for invoices of the same folder',
    {
      'f.csv': lines(header, row('F-1')),
      'p.csv': lines('Payment,Invoice,Date,Amount,Currency', 'P-1,F-1,2026-09-20,10.00,EUR'),
    },
    taken(table(1, eur(100)), table(1, eur(10))),
  ),
  csv(
    'a payment without an invoice',
    () => lines('Payment,Invoice,Date,Amount', 'P-1,,2026-09-20,10.00'),
    taken(table(1, { totals: ['10'] })),
  ),
  csv(
    'a payment on several invoices',
    () =>
      lines(
        'Payment,Invoice,Date,Amount,Applied amount',
        'P-1,F-1,2026-09-20,30.00,10.00',
        'P-1,F-2,2026-09-20,30.00,20.00',
      ),
    noted(['orphan_payment'], table(2, { totals: ['30'] })),
  ),
  csv(
    'a payment twice on one invoice',
    () =>
      lines('Payment,Invoice,Date,Amount', 'P-1,F-1,2026-09-20,30.00', 'P-1,F-1,2026-09-20,30.00'),
    noted(
      ['exact_repeat', 'orphan_payment'],
      table(2, { totals: ['30'], rejects: [[3, 'repeated', 'payment_id']] }),
    ),
  ),
  csv(
    'a payment without an id',
    () => lines('Payment,Invoice,Date,Amount', ',F-1,2026-09-20,30.00', 'P-2,F-1,2026-09-20,30.00'),
    noted(
      ['orphan_payment'],
      table(2, { totals: ['30'], rejects: [[2, 'missing', 'payment_id']] }),
    ),
  ),
];
