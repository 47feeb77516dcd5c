import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, sum } from '../money/decimal';
import { conversion } from './rates';
import { revalued } from './revaluation';

const rates = [
  { currency: 'USD', baseCurrency: 'EUR', rateDate: '2026-10-30', rate: '0.9' },
  { currency: 'EUR', baseCurrency: 'CZK', rateDate: '2026-10-31', rate: '25' },
];

describe('a rate between two currencies', () => {
  const rateOf = (from: string, to: string) =>
    conversion(rates, from, to, 'EUR')?.rate.toDecimalPlaces(6).toFixed();

  it('is the one quoted, else the inverse, else across the books', () => {
    expect(rateOf('USD', 'EUR')).toBe('0.9');
    expect(rateOf('CZK', 'EUR')).toBe('0.04');
    expect(rateOf('USD', 'CZK')).toBe('22.5');
    expect(rateOf('CZK', 'CZK')).toBe('1');
    expect(rateOf('GBP', 'EUR')).toBeUndefined();
  });

  it('across the books is of the earlier of its two days', () => {
    expect(conversion(rates, 'USD', 'CZK', 'EUR')?.rateDate).toBe('2026-10-30');
  });
});

describe('revalued balances', () => {
  it('add up to the whole of their currency, converted and rounded once, however they are grouped', () => {
    const cents = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 99_999_999 }), (amounts, millionths) => {
        const rate = exact(String(millionths)).div(1_000_000);
        const balances = amounts.map((amount, i) => ({
          ...{ key: String(i), label: '', currency: 'USD', booked: '0' },
          open: exact(String(amount)).div(100).toFixed(2),
        }));
        const quoted = [{ ...rates[0], rate: rate.toFixed() } as (typeof rates)[number]];
        const rows = revalued(balances, quoted, 'EUR');
        const whole = sum(balances.map(({ open }) => exact(open)))
          .mul(rate)
          .toDecimalPlaces(2);
        expect(sum(rows.map((row) => row.revalued)).toFixed(2)).toBe(whole.toFixed(2));
        for (const row of rows)
          expect(
            row.revalued.minus(exact(row.open).mul(rate)).abs().lt(exact('0.01')),
            `${row.open} at ${rate.toFixed()}`,
          ).toBe(true);
      }),
    );
  });

  it('without a rate are refused, rather than given a wrong value', () => {
    const pounds = { key: '', label: '', currency: 'GBP', open: '1', booked: '2' };
    expect(() => revalued([pounds], rates, 'EUR')).toThrow('no rate from GBP to EUR');
  });
});
