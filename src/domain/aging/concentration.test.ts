import { expect, it } from 'vitest';
import { concentrationOf } from './concentration';

const owes = (key: string, total: string, currency = 'EUR') => ({
  key,
  label: key,
  currency,
  total,
});

it('the largest come first, each with its share and what it makes with those before it', () => {
  const ranked = concentrationOf([
    owes('a', '25'),
    owes('b', '50'),
    owes('c', '25'),
    owes('d', '-40'),
  ]);
  expect(
    ranked.map((one) => [one.rank, one.key, one.share?.toFixed(2), one.cumulative?.toFixed(2)]),
  ).toEqual([
    [1, 'b', '0.50', '0.50'],
    [2, 'a', '0.25', '0.75'],
    [3, 'c', '0.25', '1.00'],
  ]);
});

it('the Herfindahl index is 1 where one owes all, and 1 ÷ n where n owe alike', () => {
  expect(concentrationOf([owes('a', '7')])[0]?.herfindahl?.toFixed(4)).toBe('1.0000');
  const alike = ['a', 'b', 'c', 'd', 'e'].map((key) => owes(key, '12.34'));
  expect(concentrationOf(alike)[0]?.herfindahl?.toFixed(4)).toBe('0.2000');
});

it('currencies stand side by side', () => {
  const ranked = concentrationOf([owes('a', '10'), owes('a', '90', 'USD'), owes('b', '30')]);
  expect(ranked.map((one) => [one.currency, one.key, one.rank, one.whole.toFixed(0)])).toEqual([
    ['EUR', 'b', 1, '40'],
    ['EUR', 'a', 2, '40'],
    ['USD', 'a', 1, '90'],
  ]);
});
