import { type BadCase, file, noted, refused, table, taken } from './case';
import { csv, header, lines, row } from './csv';
import { openItems, several } from './several';

const eur = (amount: number) => ({ totals: [`EUR ${amount}`] });

const customers = lines('customer_id,name', 'C1,Ferrer', 'C2,Beltrán');
const documents = (...rows: readonly string[]) =>
  lines('document_id,kind,customer_id,document_date,due_date,currency,amount', ...rows);
const invoice = 'F-1,invoice,C1,2026-01-01,2026-01-31,EUR,100.00';
const receipt = 'P-1,payment,C1,2026-02-01,,EUR,-100.00';
const allocations = (...rows: readonly string[]) =>
  lines('allocation_id,credit_document_id,debit_document_id,amount,effective_date', ...rows);
const contradictions = (...rows: readonly string[]) => ({
  report: 'contradictions',
  columns: ['kind', 'allocation_id', 'amount'],
  rows,
});
const journal = (...rows: readonly string[]) =>
  lines('Entry,Line,Date,Account,Debit,Credit', ...rows);
const usage = (...rows: readonly string[]) =>
  lines('meter_id,customer_id,service,period_start,period_end,quantity,unit', ...rows);
const statement = (closing: string) =>
  lines(
    'bank_statement_id,bank_account_id,currency,opening_date,opening_balance,closing_date,closing_balance',
    `S1,B1,EUR,2026-01-01,100.00,2026-01-31,${closing}`,
  );
const bankLines = lines(
  'bank_transaction_id,bank_statement_id,side,bank_account_id,booking_date,amount,currency',
  'T1,S1,bank,B1,2026-01-10,50.00,EUR',
  'T2,S1,bank,B1,2026-01-20,-20.00,EUR',
);

/** What rows say of each other and of what the ledger has: links, journals, periods, statements, files that come again. */
export const linkContent: readonly BadCase[] = [
  several(
    'customers that no list has',
    {
      'customer.csv': customers,
      'document.csv': documents('F-1,invoice,C9,2026-01-01,2026-01-31,EUR,100.00'),
    },
    noted(['unknown_customer'], table(2), table(1, eur(100))),
  ),
  several(
    'a customer twice',
    { 'customer.csv': `${customers}C1,Ferrer and Sons\n` },
    taken(table(3, { rejects: [[4, 'repeated', 'customer_id']] })),
  ),
  several(
    'a customer that is its own parent',
    { 'customer.csv': lines('customer_id,name,parent_id', 'C1,Ferrer,C1') },
    taken(table(1)),
  ),
  several(
    'customers that are parents of each other',
    { 'customer.csv': lines('customer_id,name,parent_id', 'C1,Ferrer,C2', 'C2,Beltrán,C1') },
    taken(table(2)),
  ),
  several(
    'an invoice whose customer is no customer',
    { 'document.csv': documents(invoice) },
    taken(table(1, eur(100))),
    { arrives: [openItems('F-1 | 100.00')] },
  ),
  several(
    'an allocation on itself',
    {
      'document.csv': documents(invoice, receipt),
      'allocation.csv': allocations('A-1,F-1,F-1,10.00,2026-02-01'),
    },
    taken(table(2, eur(0)), table(1)),
    {
      arrives: [
        contradictions('allocation_orphan | A-1 | 10.00'),
        openItems('F-1 | 100.00', 'P-1 | -100.00'),
      ],
    },
  ),
  several(
    'an allocation above what is open',
    {
      'document.csv': documents(invoice, 'P-1,payment,C1,2026-02-01,,EUR,-150.00'),
      'allocation.csv': allocations('A-1,P-1,F-1,150.00,2026-02-01'),
    },
    taken(table(2, eur(-50)), table(1)),
    { arrives: [contradictions('allocation_excess | A-1 | 50.00'), openItems('P-1 | -50.00')] },
  ),
  several(
    'an allocation of a document that nobody knows',
    {
      'document.csv': documents(invoice),
      'allocation.csv': allocations('A-1,P-9,F-9,10.00,2026-02-01'),
    },
    noted(['orphan_row'], table(1, eur(100)), table(1)),
    { arrives: [openItems('F-1 | 100.00')] },
  ),
  several(
    'an allocation before both of its documents',
    {
      'document.csv': documents(invoice, receipt),
      'allocation.csv': allocations('A-1,P-1,F-1,100.00,2025-01-01'),
    },
    taken(table(2, eur(0)), table(1)),
    { arrives: [openItems()] },
  ),
  several(
    'an allocation of minus',
    {
      'document.csv': documents(invoice, receipt),
      'allocation.csv': allocations('A-1,P-1,F-1,-10.00,2026-02-01'),
    },
    taken(table(2, eur(0)), table(1)),
    {
      arrives: [
        contradictions('allocation_negative | A-1 | -10.00'),
        openItems('F-1 | 100.00', 'P-1 | -100.00'),
      ],
    },
  ),
  several(
    'an allocation whose debit is a credit',
    {
      'document.csv': documents(invoice, receipt),
      'allocation.csv': allocations('A-1,F-1,P-1,100.00,2026-02-01'),
    },
    taken(table(2, eur(0)), table(1)),
    {
      arrives: [
        contradictions('allocation_orphan | A-1 | 100.00'),
        openItems('F-1 | 100.00', 'P-1 | -100.00'),
      ],
    },
  ),
  several(
    'an allocation twice',
    {
      'allocation.csv': allocations('A-1,P-1,F-1,10.00,2026-02-01', 'A-1,P-1,F-1,10.00,2026-02-01'),
    },
    noted(
      ['exact_repeat', 'orphan_row'],
      table(2, { rejects: [[3, 'repeated', 'allocation_id']] }),
    ),
  ),
  several(
    'instalments that do not add up',
    {
      'document.csv': documents(invoice),
      'instalment.csv': lines(
        'document_id,instalment_no,due_date,amount',
        'F-1,1,2026-01-31,60.00',
        'F-1,2,2026-02-28,60.00',
      ),
    },
    taken(table(1, eur(100)), table(2)),
    { arrives: [contradictions('instalments_do_not_add_up |  | '), openItems('F-1 | 100.00')] },
  ),
  several(
    'instalments of no document',
    {
      'instalment.csv': lines(
        'document_id,instalment_no,due_date,amount',
        'F-1,1,2026-01-31,60.00',
      ),
    },
    noted(['orphan_row'], table(1)),
  ),
  csv(
    'a journal entry that does not balance',
    () =>
      journal(
        'E1,1,2026-01-31,4300,100.00,',
        'E1,2,2026-01-31,7000,,90.00',
        'E2,1,2026-01-31,4300,5.00,',
        'E2,2,2026-01-31,7000,,5.00',
      ),
    noted(['unbalanced_entry'], table(4)),
  ),
  csv(
    'a journal line with debit and credit',
    () => journal('E1,1,2026-01-31,4300,100.00,100.00'),
    taken(table(1)),
  ),
  csv(
    'a journal line with neither debit nor credit',
    () => journal('E1,1,2026-01-31,4300,,', 'E1,2,2026-01-31,7000,0.00,0.00'),
    taken(table(2)),
  ),
  csv(
    'a journal line of minus',
    () => journal('E1,1,2026-01-31,4300,-100.00,', 'E1,2,2026-01-31,7000,,-100.00'),
    taken(table(2)),
  ),
  csv(
    'a journal line twice',
    () =>
      journal(
        'E1,1,2026-01-31,4300,100.00,',
        'E1,1,2026-01-31,4300,100.00,',
        'E1,2,2026-01-31,7000,,100.00',
      ),
    noted(['exact_repeat'], table(3, { rejects: [[3, 'repeated', 'line_no']] })),
  ),
  several(
    'accounts that the chart does not have',
    {
      'gl_account.csv': lines('account_id,name,kind', '4300,Debtors,asset'),
      'gl_entry.csv': lines(
        'entry_id,line_no,posting_date,account_id,debit,credit',
        'E1,1,2026-01-31,4300,100.00,',
        'E1,2,2026-01-31,7000,,100.00',
      ),
    },
    noted(['unknown_account'], table(1), table(2)),
  ),
  several(
    'a period that ends before it begins',
    {
      'usage.csv': usage(
        'M1,C1,water,2026-02-01,2026-01-01,5,m3',
        'M1,C1,water,2026-03-01,2026-04-01,5,m3',
      ),
    },
    noted(['negative_period'], table(2)),
  ),
  several(
    'a period of no day',
    { 'usage.csv': usage('M1,C1,water,2026-02-01,2026-02-01,5,m3') },
    noted(['negative_period'], table(1)),
  ),
  several(
    'consumption of minus',
    { 'usage.csv': usage('M1,C1,water,2026-02-01,2026-03-01,-5,m3') },
    taken(table(1)),
  ),
  csv(
    'a document whose amount differs over its lines',
    () =>
      lines(
        'Invoice,Date,Item,Quantity,Unit price,Line total,Total',
        'F-1,2026-09-15,Pump,1,60.00,60.00,100.00',
        'F-1,2026-09-15,Pipe,1,40.00,40.00,90.00',
      ),
    noted(['header_differs'], table(2, { totals: ['100'] })),
  ),
  several(
    'lines that do not come to their document, as lines without tax',
    {
      'f.csv': lines(
        'Invoice,Date,Item,Quantity,Unit price,Line total,Total',
        'F-1,2026-09-15,Pump,1,60.00,60.00,121.00',
        'F-1,2026-09-15,Pipe,1,40.00,40.00,121.00',
      ),
    },
    noted(['lines_differ'], table(2, { totals: ['100'] })),
    { arrives: [openItems('F-1 | 121.00')] },
  ),
  several(
    'a statement that adds up',
    { 'bank_statement.csv': statement('130.00'), 'bank_transaction.csv': bankLines },
    taken(table(1), table(2, eur(30))),
  ),
  several(
    'a statement that does not add up',
    { 'bank_statement.csv': statement('131.00'), 'bank_transaction.csv': bankLines },
    noted(['statement_open'], table(1), table(2, eur(30))),
  ),
  several(
    'a statement without its lines',
    { 'bank_statement.csv': statement('130.00') },
    noted(['statement_open'], table(1)),
  ),
  several(
    'an opening whose invoices the history has',
    { 'document.csv': documents(invoice) },
    noted(['opening_duplicate'], table(1, eur(100))),
    {
      before: () => [file('history.csv', lines(header, row('F-1')))],
      adjust: (mapping) => ({ ...mapping, content: { kind: 'opening', to: '2026-01-01' } }),
    },
  ),
  several(
    'a full history that lacks what the ledger has',
    { 'f.csv': lines(header, row('F-2')) },
    noted(['missing_from_full'], table(1, eur(100))),
    {
      before: () => [file('history.csv', lines(header, row('F-1')))],
      adjust: (mapping) => ({ ...mapping, content: { kind: 'history' } }),
    },
  ),
  several(
    'the same file again',
    { 'again.csv': lines(header, row('F-1')) },
    refused('already_imported'),
    {
      before: () => [file('first.csv', lines(header, row('F-1')))],
    },
  ),
  several(
    'a file twice at once',
    { 'a.csv': lines(header, row('F-1')), 'b.csv': lines(header, row('F-1')) },
    noted(['given_twice'], table(1, eur(100))),
  ),
  several(
    'an invoice that comes again with another amount, which counts from now on',
    { 'later.csv': lines(header, row('F-1', { amount: '70.00' })) },
    taken(table(1, eur(70))),
    {
      before: () => [file('first.csv', lines(header, row('F-1')))],
      arrives: [openItems('F-1 | 70.00')],
    },
  ),
  csv(
    'a gap in a series of numbers',
    () =>
      lines(
        header,
        ...Array.from({ length: 30 }, (_, i) => i + 1)
          .filter((n) => n !== 17)
          .map((n) => row(`F-${String(n).padStart(4, '0')}`)),
      ),
    noted(['number_gap'], table(29, eur(2900))),
  ),
  several(
    'an exchange rate of zero and of minus',
    {
      'exchange_rate.csv': lines(
        'currency,base_currency,rate_date,rate',
        'USD,EUR,2026-01-01,0',
        'USD,EUR,2026-01-02,-1.1',
        'USD,EUR,2026-01-03,0.91',
      ),
    },
    taken(
      table(3, {
        rejects: [
          [2, 'unreadable', 'rate'],
          [3, 'unreadable', 'rate'],
        ],
      }),
    ),
  ),
  several(
    'a reversal that has the sign of what it reverses',
    {
      'document.csv': lines(
        'document_id,kind,customer_id,document_date,currency,amount,reverses_document_id',
        'F-1,invoice,C1,2026-01-01,EUR,100.00,',
        'R-1,invoice,C1,2026-02-01,EUR,100.00,F-1',
      ),
    },
    taken(table(2, eur(200))),
    { arrives: [openItems('F-1 | 100.00', 'R-1 | 100.00')] },
  ),
  several(
    'a reversal of itself',
    {
      'document.csv': lines(
        'document_id,kind,customer_id,document_date,currency,amount,reverses_document_id',
        'F-1,invoice,C1,2026-01-01,EUR,100.00,F-1',
      ),
    },
    taken(table(1, eur(100))),
    { arrives: [openItems('F-1 | 100.00')] },
  ),
  several(
    'a budget of a month that does not exist',
    {
      'budget.csv': lines('account_id,period,amount', '7000,2026-13,100.00', '7000,2026-12,100.00'),
    },
    taken(table(2, { rejects: [[2, 'unreadable', 'period']] })),
  ),
];
