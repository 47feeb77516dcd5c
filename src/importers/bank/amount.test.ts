import { describe, expect, it } from 'vitest';
import { decimalMark, markedDecimal, ofMinorUnits, opposite, plainDecimal, sumOf } from './amount';

describe('amounts of statements', () => {
  it('have neither leading zeros nor a plus, and every digit that counts', () => {
    expect(
      ['+00115.8331', '18.150', '27.', '.5', '-0.00', '000', '0.00005'].map(plainDecimal),
    ).toEqual(['115.8331', '18.15', '27', '0.5', '0.00', '0', '0.00005']);
    for (const text of ['', '-', '1,5', '1e3', '0x1', '1.2.3', ' 1', '9'.repeat(26)])
      expect(plainDecimal(text)).toBeUndefined();
  });

  it('change their sign, and zero has none', () => {
    expect(['1', '-1', '0.00'].map(opposite)).toEqual(['-1', '1', '0.00']);
  });

  it('come from minor units', () => {
    expect(ofMinorUnits('001', 2)).toBe('0.01');
    expect(ofMinorUnits('-250', 0)).toBe('-250');
    expect(ofMinorUnits('12345', 3)).toBe('12.345');
    expect(ofMinorUnits('1.5', 2)).toBeUndefined();
  });

  it('add up exactly', () => {
    expect(sumOf(['0.1', '0.2', '-0.3', '9007199254740993'])).toBe('9007199254740993');
  });

  it('prove their decimal mark together, or do not', () => {
    expect(decimalMark(['1,234.5', '1,234'])).toBe('.');
    expect(decimalMark(['1.234,50'])).toBe(',');
    expect(decimalMark(['1.234', '5'])).toBeUndefined();
    expect(decimalMark(['1.5', '1,5'])).toBeUndefined();
    expect(markedDecimal("1'234.50", '.')).toBe('1234.50');
    expect(markedDecimal('12,34.50', '.')).toBeUndefined();
  });
});
