import { describe, expect, it } from 'vitest';
import { bulkInvoices, bulkPayments } from './bulk';

const options = { documents: 25_000, seed: 'bulk' };
const lines = (chunks: Iterable<string>) => [...chunks].join('').trimEnd().split('\n');
const cents = (text: string | undefined) => BigInt((text ?? '').replace('.', ''));

describe('a large ledger', () => {
  const invoices = lines(bulkInvoices(options))
    .slice(1)
    .map((line) => line.split(','));
  const payments = lines(bulkPayments(options))
    .slice(1)
    .map((line) => line.split(','));
  const byNumber = new Map(invoices.map((invoice) => [invoice[0], invoice]));

  it('has the invoices asked for and 88 payments for each hundred', () => {
    expect(invoices).toHaveLength(25_000);
    expect(payments).toHaveLength(22_000);
    expect(byNumber.size).toBe(25_000);
    expect(new Set(payments.map((payment) => payment[1])).size).toBe(22_000);
  });

  it('pays each invoice by its own customer, in its currency, in time and never too much', () => {
    let partial = 0;
    for (const [, number, customer, date = '', amount, currency] of payments) {
      const invoice = byNumber.get(number) ?? [];
      expect([customer, currency]).toEqual([invoice[1], invoice[11]]);
      expect(date >= (invoice[9] ?? '') && date <= '2026-10-31').toBe(true);
      expect(cents(amount) > 0n && cents(amount) <= cents(invoice[12])).toBe(true);
      if (cents(amount) < cents(invoice[12])) partial += 1;
    }
    expect(partial).toBeGreaterThan(1_000);
  });

  it('covers three years, three currencies and every customer attribute', () => {
    expect(invoices[0]?.[9]).toBe('2023-11-01');
    expect(invoices.at(-1)?.[9]).toBe('2026-10-31');
    const values = (column: number) => new Set(invoices.map((invoice) => invoice[column])).size;
    expect(values(1)).toBeGreaterThan(1_200);
    expect([3, 4, 5, 7, 8, 11].map(values)).toEqual([2, 4, 5, 3, 3, 3]);
  });

  it('is the same text every time, and another for another seed', () => {
    const small = { documents: 500, seed: 'x' };
    expect(lines(bulkInvoices(small))).toEqual(lines(bulkInvoices(small)));
    expect(lines(bulkInvoices(small))).not.toEqual(lines(bulkInvoices({ ...small, seed: 'y' })));
  });

  it('begins at once, however large it will be', () => {
    for (const first of bulkInvoices({ documents: 100_000_000, seed: 'x' })) {
      expect(first.length).toBeGreaterThan(200_000);
      expect(first.length).toBeLessThan(300_000);
      break;
    }
  });
});
