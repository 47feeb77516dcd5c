import { describe, expect, it } from 'vitest';
import type { Locale } from '../i18n/locale';
import { decimalMarkOf, type NumberHabit, typedAmount } from './typedAmount';

function read(text: string, habit: NumberHabit): string {
  const result = typedAmount(text, habit);
  if (!result.ok) return result.error;
  const { value, currency } = result.value;
  return currency === undefined ? value : `${value} ${currency}`;
}

describe('a typed amount', () => {
  it.each<[Locale, string, string]>([
    ['en', '1234.5', '1234.5'],
    ['en', '1,234.50', '1234.50'],
    ['en', '1,234', '1234'],
    ['en', '$1,000,000.00', '1000000.00'],
    ['en', '(400.00)', '-400.00'],
    ['en', ' $ (1,234.50)', '-1234.50'],
    ['en', '-£5', '-5 GBP'],
    ['en', '400.00-', '-400.00'],
    ['en', '\u22127', '-7'],
    ['en', 'USD 12.00', '12.00 USD'],
    ['en', '.5', '0.5'],
    ['en', '007', '7'],
    ['en', '-0.00', '0.00'],
    ['en', "1'234'567.80", '1234567.80'],
    ['en', '1234567', '1234567'],
    ['es', '1.234,56', '1234.56'],
    ['es', '1.234', '1234'],
    ['es', '1.234.567', '1234567'],
    ['es', '12,5', '12.5'],
    ['es', '1.234,56 €', '1234.56 EUR'],
    ['cs', '1 234 567,80', '1234567.80'],
    ['cs', '1\u00a0234,50 Kč', '1234.50 CZK'],
    ['cs', '1\u202f234', '1234'],
    ['cs', '12,5', '12.5'],
  ])('in %s, %s is %s', (locale, text, expected) => {
    expect(read(text, { locale })).toBe(expected);
  });

  it('whose marks leave no doubt is read in any language', () => {
    for (const locale of ['en', 'es', 'cs'] as const) {
      expect(read('1.234,56', { locale })).toBe('1234.56');
      expect(read('1,234.56', { locale })).toBe('1234.56');
      expect(read('12.50', { locale })).toBe('12.50');
      expect(read('12,50', { locale })).toBe('12.50');
      expect(read('1234.567', { locale })).toBe('1234.567');
      expect(read('0.125', { locale })).toBe('0.125');
    }
  });

  it('that may be a thousand or three decimals is not guessed', () => {
    expect(read('1.234', { locale: 'en' })).toBe('ambiguous');
    expect(read('1,234', { locale: 'es' })).toBe('ambiguous');
    expect(read('1.234', { locale: 'cs' })).toBe('ambiguous');
    expect(read('1,234', { locale: 'cs' })).toBe('ambiguous');
    expect(read('1.234', { locale: 'en', threeDecimals: true })).toBe('1.234');
  });

  it.each([
    '',
    '-',
    'abc',
    '12abc',
    '1e5',
    '--5',
    '(-5)',
    '1,23,456',
    '1.234.56',
    '1 23',
    '12%',
    '.',
  ])('is not %o', (text) => {
    expect(read(text, { locale: 'en' })).toBe('notANumber');
  });

  it('keeps every digit', () => {
    expect(read('90,071,992,547,409,931.27', { locale: 'en' })).toBe('90071992547409931.27');
  });
});

describe('the decimal mark of a pasted column', () => {
  it('is what its values show together, whatever the language of the reader', () => {
    expect(decimalMarkOf(['1.234,56', '2.000', '7'])).toBe(',');
    expect(read('2.000', { locale: 'en', decimal: ',' })).toBe('2000');
    expect(decimalMarkOf(['12.50', '1,234'])).toBe('.');
    expect(read('1,234', { locale: 'es', decimal: '.' })).toBe('1234');
    expect(decimalMarkOf(['1.234.567', '1.000'])).toBe(',');
  });

  it('is unknown where nothing shows it, and in doubt where they contradict each other', () => {
    expect(decimalMarkOf(['1.234', '2.000', '5', 'text'])).toBeUndefined();
    expect(decimalMarkOf(['12.50', '12,50'])).toBe('mixed');
    expect(read('1,234', { locale: 'en', decimal: 'mixed' })).toBe('ambiguous');
  });
});
