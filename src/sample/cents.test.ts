import { describe, expect, it } from 'vitest';
import { centsText, decimalText, divideRounded, shareOf } from './cents';

describe('money of the generator', () => {
  it('rounds half away from zero on both sides', () => {
    const halves = [5n, -5n, 15n, -15n, 14n, -14n].map((value) => divideRounded(value, 10n));
    expect(halves).toEqual([1n, -1n, 2n, -2n, 1n, -1n]);
  });

  it('gives a share the sign of what is shared, whatever the sign of the whole', () => {
    expect(shareOf(1_000n, 1n, 3n)).toBe(333n);
    expect(shareOf(-1_000n, 1n, 3n)).toBe(-333n);
    expect(shareOf(-1_000n, 1n, -3n)).toBe(333n);
    expect(shareOf(1_000n, 1n, 0n)).toBe(0n);
  });

  it('writes plain decimals', () => {
    expect([0n, 5n, -5n, 123_450n].map(centsText)).toEqual(['0.00', '0.05', '-0.05', '1234.50']);
    expect(decimalText(40_870n, 6)).toBe('0.040870');
    expect(decimalText(7n, 0)).toBe('7');
  });
});
