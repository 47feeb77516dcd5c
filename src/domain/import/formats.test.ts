import { describe, expect, it } from 'vitest';
import { dateHabit, isThousandsOpen, judgeDates, judgeNumbers, possibleOrders } from './formats';

const counted = (values: readonly string[]) => values.map((value) => ({ value, count: 1 }));

describe('the orders in which a text names a date', () => {
  it.each([
    ['2026-02-28', ['YMD']],
    ['2026/2/8', ['YMD']],
    ['28.02.2026', ['DMY']],
    ['02/28/2026', ['MDY']],
    ['05.02.2026', ['DMY']],
    ['5.2.26', ['DMY2']],
    ['02.28.2026', []],
    ['01/02/2026', ['DMY', 'MDY']],
    ['1-2-26', ['DMY2', 'MDY2']],
    ['20260228', ['YMD8']],
    ['28. 2. 2026', ['DMY']],
    ['28/02/2026 13:45', ['DMY']],
    ['31/02/2026', []],
    ['29.02.2026', []],
    ['29.02.2028', ['DMY']],
    ['12/31/1899', []],
    ['1/2/3/4', []],
    ['28.02/2026', []],
    ['20261301', []],
    ['hello', []],
  ])('%s', (text, orders) => {
    expect(possibleOrders(text)).toEqual(orders);
  });
});

describe('the order of a column', () => {
  it('is the one that reads most of its values', () => {
    expect(judgeDates(counted(['01/02/2026', '28/02/2026', 'n/a']))).toEqual(['DMY']);
    expect(judgeDates(counted(['01/02/2026', '02/28/2026']))).toEqual(['MDY']);
  });

  it('is open where two read the same, and there is none where none reads any', () => {
    expect(judgeDates(counted(['01/02/2026', '03/04/2026']))).toEqual(['DMY', 'MDY']);
    expect(judgeDates(counted(['n/a', '']))).toEqual([]);
    expect(judgeDates([])).toEqual([]);
  });

  it('is year first where years of two digits are fewer so', () => {
    expect(judgeDates(counted(['96/12/31', '97/01/02']))).toEqual(['YMD2']);
    expect(judgeDates(counted(['26/02/01', '26/02/15', '26/03/20']))).toEqual(['DMY2', 'YMD2']);
    expect(judgeDates(counted(['15/03/26', '28/03/26']))).toEqual(['DMY2']);
    expect(judgeDates(counted(['26.02.01', '26.02.15']))).toEqual(['DMY2']);
  });

  it('counts each value as often as it stands there', () => {
    expect(
      judgeDates([
        { value: '28/02/2026', count: 1 },
        { value: '02/28/2026', count: 5 },
      ]),
    ).toEqual(['MDY']);
  });

  it('is a habit whatever the digits of the year', () => {
    expect([dateHabit('DMY2'), dateHabit('YMD8')]).toEqual(['DMY', 'YMD']);
  });
});

describe('the decimal mark of a column', () => {
  it.each([
    [['1234.5', '-3', '0.10'], '.', true],
    [[], '.', true],
    [['$1,234.00', '(5.00)'], '.', false],
    [['1.234,56', '7,5'], ',', false],
    [['1,234', '12,000'], '.', false],
    [['1.234.567', '12'], ',', false],
    [['1 234,50 Kč'], ',', false],
    [['1,5', '2,75', '1,000'], ',', false],
    [['1,000', '2.50'], '.', false],
    [['0.125', '€3'], '.', false],
  ] as const)('%j is %s', (values, decimal, plain) => {
    expect(judgeNumbers(counted(values))).toEqual({ kind: 'number', decimal, plain });
  });
});

describe('whether points stand between thousands', () => {
  it.each([
    ['only one to three digits, a point and three digits', ['1.234', '-2.500', '€12.000', '7']],
    ['parentheses for minus', ['(1.234)']],
  ])('is open where a column has %s', (_, values) => {
    expect(isThousandsOpen(counted(values))).toBe(true);
  });

  it.each([
    ['no mark at all', ['1234', 'n/a', 'approx.', '']],
    ['a first digit 0', ['1.234', '0.125']],
    ['other decimals', ['1.234', '12.5']],
    ['four digits before the point', ['1.234', '1234.567']],
    ['a comma', ['1.234', '7,5']],
    ['a second point', ['1.234', '1.234.567']],
  ])('is decided by %s', (_, values) => {
    expect(isThousandsOpen(counted(values))).toBe(false);
  });
});
