import { describe, expect, it } from 'vitest';
import { shareOf } from './cents';
import { centsOf, rowsOf } from './control-totals';
import type { Row } from './csv';
import { miralba } from './miralba';
import { isoDate, lastDay, monthClose, monthCount } from './period';

const ledger = miralba();
const get = (row: Row, column: string) => row[column] ?? '';
const sum = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n);
const monthEnds = Array.from({ length: monthCount }, (_, month) => isoDate(monthClose(month)));

const documents = rowsOf(ledger, 'document').filter((row) => row['status'] === 'posted');
const entries = rowsOf(ledger, 'gl_entry');
const allocations = rowsOf(ledger, 'allocation');
const reversalOf = new Map(
  documents
    .filter((row) => get(row, 'reverses_document_id') !== '')
    .map((row) => [get(row, 'reverses_document_id'), row]),
);

/** What is closed of each document at a date, in its own currency; read from the rows alone. */
function closedAt(date: string): Map<string, bigint> {
  const closed = new Map<string, bigint>();
  const close = (id: string, amount: bigint) => closed.set(id, (closed.get(id) ?? 0n) + amount);
  const reversed = (id: string) => {
    const reversal = reversalOf.get(id);
    return reversal !== undefined && get(reversal, 'posting_date') <= date;
  };
  for (const row of allocations) {
    const credit = get(row, 'credit_document_id');
    if (get(row, 'effective_date') > date || reversed(credit)) continue;
    const taken = ['amount', 'discount_amount', 'charge_amount', 'write_off_amount'];
    close(credit, centsOf(row, 'credit_amount'));
    close(get(row, 'debit_document_id'), sum(taken.map((column) => centsOf(row, column))));
  }
  for (const [original, reversal] of reversalOf) {
    if (!reversed(original)) continue;
    close(original, centsOf(reversal, 'amount'));
    close(get(reversal, 'document_id'), centsOf(reversal, 'amount'));
  }
  return closed;
}

/**
 * The open base amount of each document at a date. Whatever was applied at whatever rate, `exchange`
 * brings the share that is closed to the item's own rate, so what is open needs no history:
 * base amount − base amount × closed ÷ amount.
 */
function openAt(date: string): { row: Row; base: bigint }[] {
  const closed = closedAt(date);
  return documents
    .filter((row) => get(row, 'posting_date') <= date)
    .map((row) => {
      const [amount, base] = [centsOf(row, 'amount'), centsOf(row, 'base_amount')];
      const part = closed.get(get(row, 'document_id')) ?? 0n;
      expect(part >= 0n && part <= (amount < 0n ? -amount : amount)).toBe(true);
      const share = shareOf(base, part, amount < 0n ? -amount : amount);
      return { row, base: base - share };
    });
}

const controls = rowsOf(ledger, 'gl_account')
  .filter((row) => row['control_kind'] === 'trade')
  .map((row) => get(row, 'account_id'));

const balance = (lines: readonly Row[]) =>
  sum(lines.map((row) => centsOf(row, 'debit') - centsOf(row, 'credit')));

const controlLines = (date: string) =>
  entries.filter(
    (row) => controls.includes(get(row, 'account_id')) && get(row, 'posting_date') <= date,
  );

const planted = (date: string) =>
  sum(
    ledger.mistakes
      .filter((m) => isoDate(m.from) <= date && date <= isoDate(m.until ?? lastDay))
      .map((m) => m.controlDifference),
  );

describe('sub-ledger and general ledger of the sample', () => {
  it.each(monthEnds)('tie at %s but for the planted mistakes', (date) => {
    const open = sum(openAt(date).map((item) => item.base));
    const lines = controlLines(date);
    const adjustments = balance(lines.filter((row) => row['document_id'] === ''));
    expect(open + adjustments - balance(lines)).toBe(planted(date));
  });

  it('tie exactly at ten month ends, and differ in three ways after them', () => {
    const differences = monthEnds.map(planted);
    expect(differences.filter((difference) => difference === 0n)).toHaveLength(10);
    expect(new Set(differences).size).toBe(4);
  });

  it('tie customer by customer, except where a mistake names the customer', () => {
    const date = isoDate(lastDay);
    const differences = new Map<string, bigint>();
    const add = (id: string, amount: bigint) =>
      differences.set(id, (differences.get(id) ?? 0n) + amount);
    for (const { row, base } of openAt(date)) add(get(row, 'customer_id'), base);
    for (const row of controlLines(date)) add(get(row, 'customer_id'), -balance([row]));
    const wrong = [...differences].filter(([, difference]) => difference !== 0n);
    const byId = new Map(documents.map((row) => [get(row, 'document_id'), row]));
    const expected = ledger.mistakes
      .filter((m) => m.controlDifference !== 0n && m.until === undefined)
      .map((m) => [get(byId.get(m.ids[0] ?? '') ?? {}, 'customer_id'), m.controlDifference]);
    expect(wrong.sort()).toEqual([['', -125_000n], ...expected].sort());
  });

  it('has one manual journal on the control account that posts no document', () => {
    const lines = controlLines(isoDate(lastDay)).filter((row) => row['document_id'] === '');
    expect(lines.map((row) => [row['entry_id'], row['debit']])).toEqual([['JM-0001', '1250.00']]);
  });

  it('books every journal entry with debits equal to credits', () => {
    const byEntry = new Map<string, bigint>();
    for (const row of entries) {
      const id = get(row, 'entry_id');
      byEntry.set(id, (byEntry.get(id) ?? 0n) + balance([row]));
      expect(get(row, 'debit') === '' || get(row, 'credit') === '').toBe(true);
    }
    expect([...byEntry].filter(([, difference]) => difference !== 0n)).toEqual([]);
  });

  it.each(['first', 'second'])('ties under another seed as well: %s', (seed) => {
    const other = miralba(seed);
    const date = isoDate(lastDay);
    const open = sum(other.movements.map((movement) => movement.base));
    const lines = rowsOf(other, 'gl_entry').filter(
      (row) => controls.includes(get(row, 'account_id')) && get(row, 'posting_date') <= date,
    );
    const difference = sum(
      other.mistakes.filter((m) => m.until === undefined).map((m) => m.controlDifference),
    );
    expect(open + 125_000n - balance(lines)).toBe(difference);
  });
});

describe('bank and books of the sample', () => {
  const statements = rowsOf(ledger, 'bank_statement');
  const transactions = rowsOf(ledger, 'bank_transaction');

  it('carries each statement from opening to closing, and on to the next', () => {
    const closing = new Map<string, string>();
    for (const statement of statements) {
      const account = get(statement, 'bank_account_id');
      const own = transactions.filter(
        (row) => row['bank_statement_id'] === statement['bank_statement_id'],
      );
      const moved = sum(own.map((row) => centsOf(row, 'amount')));
      const opening = centsOf(statement, 'opening_balance');
      expect(opening + moved).toBe(centsOf(statement, 'closing_balance'));
      expect(get(statement, 'opening_balance')).toBe(
        closing.get(account) ?? get(statement, 'opening_balance'),
      );
      if (own.length > 0) {
        expect(get(own.at(-1) ?? {}, 'balance_after')).toBe(get(statement, 'closing_balance'));
      }
      closing.set(account, get(statement, 'closing_balance'));
    }
    expect(statements).toHaveLength(108);
  });

  it.each(monthEnds)('agree at %s in each currency but for the planted mistakes', (date) => {
    for (const statement of statements.filter((row) => row['closing_date'] === date)) {
      const account = get(statement, 'bank_account_id');
      const books = sum(
        entries
          .filter((row) => row['account_id'] === account && get(row, 'posting_date') <= date)
          .map((row) => centsOf(row, 'amount_currency')),
      );
      const mistakes = ledger.mistakes.filter((m) => isoDate(m.from) <= date);
      const expected = account === '572001' ? sum(mistakes.map((m) => m.bankDifference)) : 0n;
      expect(centsOf(statement, 'closing_balance') - books).toBe(expected);
    }
  });
});
