import { describe, expect, it } from 'vitest';
import { scaleOfHeader, scaleOfText, withoutScale } from './scale';

describe('what amounts are counted in', () => {
  it('is said by a header', () => {
    for (const header of [
      'Amount (thousands)',
      'Amount (USD thousands)',
      "Amount USD'000",
      'Amount (000s)',
      'Importe (miles €)',
      'Částka (tis. Kč)',
      'Amount kEUR',
      'Betrag (T€)',
    ])
      expect([header, scaleOfHeader(header)]).toEqual([header, 1_000]);
    for (const header of [
      'Amount (millions)',
      'Importe (millones)',
      'Částka (mil. Kč)',
      'Mio. EUR',
      'Amount (USD mm)',
      'Saldo €m',
    ])
      expect([header, scaleOfHeader(header)]).toEqual([header, 1_000_000]);
    for (const header of [
      'Amount',
      'Amount (USD)',
      'Statistics',
      'Mileage',
      'Amount 1000',
      'Family',
      'Amount NT$',
      'EUR Menge',
    ])
      expect([header, scaleOfHeader(header)]).toEqual([header, undefined]);
  });

  it('is said above the table, where a name that sounds alike says nothing', () => {
    for (const text of [
      'All amounts in thousands',
      'Aged receivables, in USD thousands, 2026-10-31',
      'Importes en miles de euros',
      'Částky v tis. Kč',
      "EUR '000",
    ])
      expect([text, scaleOfText(text)]).toEqual([text, 1_000]);
    expect(scaleOfText('Amounts in millions of USD')).toBe(1_000_000);
    for (const text of ['Thousand Oaks Supplies', 'Miles & Sons', '10 000 customers', 'Open items'])
      expect([text, scaleOfText(text)]).toEqual([text, undefined]);
  });

  it('leaves of a header what the column is', () => {
    expect(withoutScale('Amount (USD thousands)')).toBe('Amount');
    expect(withoutScale('Importe (miles de euros)')).toBe('Importe');
    expect(withoutScale("Amount ['000]")).toBe('Amount');
    expect(withoutScale('Amount kEUR')).toBe('Amount');
    expect(withoutScale('Amount (USD mm)')).toBe('Amount');
    expect(withoutScale("Balance USD'000")).toBe('Balance');
    expect(withoutScale('Amount (net)')).toBe('Amount (net)');
  });
});
