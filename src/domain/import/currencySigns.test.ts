import { describe, expect, it } from 'vitest';
import { judgeSigns } from './currencySigns';

const said = (...values: readonly string[]) =>
  judgeSigns(values.map((value) => ({ value, count: 1 })));

describe('the currency that amounts say by themselves', () => {
  it('is one where all that have a sign have the same', () => {
    expect(said('€10.00', '20.00 EUR', '-5 Euros')).toEqual({ currency: 'EUR' });
    expect(said('$10.00 USD', 'US$5')).toEqual({ currency: 'USD' });
    expect(said('100.00 Kč CR', '5 Kč')).toEqual({ currency: 'CZK' });
  });

  it('is each row’s where signs differ, or where most have none', () => {
    expect(said('€10.00', '£5.00')).toEqual({ isEach: true });
    expect(said('$10.00', 'USD 5.00')).toEqual({ isEach: true });
    expect(said('€10.00', '5.00', '6.00')).toEqual({ isEach: false });
  });

  it('is not known of bare amounts, nor of a sign that several currencies have', () => {
    expect(said('10.00', '(5.00)', '7.00 CR', 'C 5', '')).toBeUndefined();
    expect(said('$10.00', '$5.00', '6.00')).toBeUndefined();
  });

  it('is not taken from texts that are no amounts', () => {
    expect(said('10.00', 'USD', '12 TOP items', 'ALL paid 5')).toBeUndefined();
  });
});
