import { type Cents, total } from './cents';
import type { Row } from './csv';
import type { SampleLedger } from './miralba';
import { manualJournal } from './mistakes';
import { type Day, isoDate, lastDay, monthClose, monthCount } from './period';
import type { Movement } from './settlement';

/** Number, amount and base amount of a set of rows or items, of one currency. */
interface Sum {
  readonly count: number;
  readonly amount: Cents;
  readonly base: Cents;
}

interface MonthEnd {
  readonly date: string;
  /** Σ open base amounts of all documents. */
  readonly documents: Cents;
  /** The adjustment item that the journal by hand has made. */
  readonly adjustments: Cents;
  /** Balance of the control accounts. */
  readonly control: Cents;
  /** What the planted mistakes explain. */
  readonly planted: Cents;
}

const none: Sum = { count: 0, amount: 0n, base: 0n };

function addTo(sums: Map<string, Sum>, key: string, amount: Cents, base: Cents): void {
  const sum = sums.get(key) ?? none;
  sums.set(key, { count: sum.count + 1, amount: sum.amount + amount, base: sum.base + base });
}

export function rowsOf(ledger: SampleLedger, name: string): readonly Row[] {
  return ledger.tables.find((table) => table.name === name)?.rows ?? [];
}

/** A decimal of two digits from a row, in cents; an empty field is 0. */
export function centsOf(row: Row, column: string): Cents {
  return BigInt((row[column] || '0').replace('.', ''));
}

/** Posted documents by `kind` and currency, joined by a space. */
export function documentSums(ledger: SampleLedger): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const row of rowsOf(ledger, 'document')) {
    if (row['status'] !== 'posted') continue;
    const key = `${row['kind']} ${row['currency']}`;
    addTo(sums, key, centsOf(row, 'amount'), centsOf(row, 'base_amount'));
  }
  return sums;
}

/** Open documents at a day, by currency; an item is open while its amount or its base amount is not zero. */
export function openSums(movements: readonly Movement[], at: Day): ReadonlyMap<string, Sum> {
  const items = new Map<string, { currency: string; amount: Cents; base: Cents }>();
  for (const { document, day, amount, base } of movements) {
    if (day > at) continue;
    const item = items.get(document.key) ?? { currency: document.currency, amount: 0n, base: 0n };
    item.amount += amount;
    item.base += base;
    items.set(document.key, item);
  }
  const sums = new Map<string, Sum>();
  for (const { currency, amount, base } of items.values()) {
    if (amount !== 0n || base !== 0n) addTo(sums, currency, amount, base);
  }
  return sums;
}

/** Debits − credits of some accounts up to a date, in base currency. */
export function balanceOf(ledger: SampleLedger, accounts: readonly string[], date: string): Cents {
  return total(
    rowsOf(ledger, 'gl_entry')
      .filter((row) => accounts.includes(row['account_id'] ?? ''))
      .filter((row) => (row['posting_date'] ?? '') <= date)
      .map((row) => centsOf(row, 'debit') - centsOf(row, 'credit')),
  );
}

function tradeAccounts(ledger: SampleLedger): string[] {
  return rowsOf(ledger, 'gl_account')
    .filter((row) => row['control_kind'] === 'trade')
    .map((row) => row['account_id'] ?? '');
}

/** Sub-ledger and general ledger side by side at each of the sample's month ends. */
export function monthEnds(ledger: SampleLedger): MonthEnd[] {
  const accounts = tradeAccounts(ledger);
  return Array.from({ length: monthCount }, (_, month) => {
    const at = monthClose(month);
    return {
      date: isoDate(at),
      documents: total([...openSums(ledger.movements, at).values()].map((sum) => sum.base)),
      adjustments: at >= manualJournal.day ? manualJournal.amount : 0n,
      control: balanceOf(ledger, accounts, isoDate(at)),
      planted: total(
        ledger.mistakes
          .filter((mistake) => mistake.from <= at && at <= (mistake.until ?? lastDay))
          .map((mistake) => mistake.controlDifference),
      ),
    };
  });
}
