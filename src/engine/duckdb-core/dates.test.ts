import { expect, it } from 'vitest';
import { dateText, timestampText } from './dates';

const dayOf = (iso: string): number => Date.parse(iso) / 86_400_000;

it.each([
  ['1590-01-01', '2410-01-01', 1],
  ['0001-01-01', '9999-12-31', 31],
])('days from %s to %s are written as the calendar writes them', (first, last, step) => {
  for (let day = dayOf(first); day <= dayOf(last); day += step) {
    const expected = new Date(day * 86_400_000).toISOString().slice(0, 10);
    if (dateText(day) !== expected) expect(dateText(day)).toBe(expected);
  }
  expect(dateText(dayOf(first))).toBe(first);
  expect(dateText(dayOf(last))).toBe(last);
});

it('days beyond the years that ISO writes with four digits keep DuckDB’s text', () => {
  expect(dateText(dayOf('0001-01-01') - 1)).toBe('0001-12-31 (BC)');
  expect(dateText(2_147_483_647)).toBe('infinity');
  expect(dateText(-2_147_483_647)).toBe('-infinity');
});

it('an instant before 1970 counts its day down and its clock up', () => {
  expect(timestampText(-1n, 1_000_000n)).toBe('1969-12-31T23:59:59.999999');
  expect(timestampText(-86_400n, 1n)).toBe('1969-12-31T00:00:00');
});
