import { describe, expect, it } from 'vitest';
import { currencyScale } from './currency';
import { exact, ratio, sum, toDouble } from './decimal';
import { Money } from './money';

describe('exact decimals', () => {
  it('add up without the error of a double', () => {
    expect(sum([exact('0.1'), exact('0.2')]).toFixed()).toBe('0.3');
    expect(sum(Array.from({ length: 1_000 }, () => exact('0.001'))).toFixed()).toBe('1');
  });

  it('keep more digits than any sum of a ledger has', () => {
    expect(sum([exact('99999999999999999999999999999999.9999'), exact('0.0001')]).toFixed()).toBe(
      '100000000000000000000000000000000',
    );
  });

  it('round half away from zero', () => {
    expect(['2.345', '-2.345', '2.344', '0.005'].map((text) => exact(text).toFixed(2))).toEqual([
      '2.35',
      '-2.35',
      '2.34',
      '0.01',
    ]);
  });

  it('a ratio with nothing below the line is empty, not zero', () => {
    expect(ratio(exact('5'), exact('0'))).toBeUndefined();
    expect(ratio(exact('1'), exact('8'))?.toFixed()).toBe('0.125');
  });

  it('as a double keep fifteen digits', () => {
    expect(toDouble(exact('123456789012345678'))).toBe(123456789012346000);
  });
});

describe('money', () => {
  it('is written with the digits of its currency', () => {
    const texts = ['EUR', 'JPY', 'KWD', 'CLF'].map((code) => Money.of(code, '1234.5678').toText());
    expect(texts).toEqual(['1234.57', '1235', '1234.568', '1234.5678']);
  });

  it('of two currencies is never added', () => {
    expect(Money.of('EUR', '1').plus(Money.of('EUR', '2')).toText()).toBe('3.00');
    expect(() => Money.of('EUR', '1').plus(Money.of('USD', '2'))).toThrow(
      'EUR is never added to USD',
    );
  });

  it('of an unknown currency has two digits', () => {
    expect(currencyScale('XXX')).toBe(2);
  });
});
