import { describe, expect, it } from 'vitest';
import { scaleBehind, scaleOfHeader, scaleOfText } from './scale';

describe('what amounts are counted in', () => {
  it('is said by a header', () => {
    for (const header of [
      'Amount (thousands)',
      'Amount (USD thousands)',
      "Amount USD'000",
      'Amount (000s)',
      'Importe (miles €)',
      'Částka (tis. Kč)',
    ])
      expect([header, scaleOfHeader(header)]).toEqual([header, 1_000]);
    for (const header of [
      'Amount (millions)',
      'Importe (millones)',
      'Částka (mil. Kč)',
      'Mio. EUR',
    ])
      expect([header, scaleOfHeader(header)]).toEqual([header, 1_000_000]);
    for (const header of [
      'Amount',
      'Amount (USD)',
      'Statistics',
      'Mileage',
      'Amount 1000',
      'Family',
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
    expect('Amount (USD thousands)'.replace(scaleBehind, '')).toBe('Amount');
    expect('Importe (miles de euros)'.replace(scaleBehind, '')).toBe('Importe');
    expect("Amount ['000]".replace(scaleBehind, '')).toBe('Amount');
    expect('Amount (net)'.replace(scaleBehind, '')).toBe('Amount (net)');
  });
});
