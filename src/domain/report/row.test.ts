import { expect, it } from 'vitest';
import type { Column } from './column';
import { amountText, decodeRow } from './row';

it('an amount has its currency’s digits, and keeps those that were booked finer', () => {
  expect(amountText('1234.5000', 'EUR')).toBe('1234.50');
  expect(amountText('1234.0000', 'JPY')).toBe('1234');
  expect(amountText('1.2345', 'EUR')).toBe('1.2345');
  expect(amountText('-0.0000', 'EUR')).toBe('0.00');
});

it('a row is written column by column: money by its own currency or by that of the books', () => {
  const label = { key: 'x' };
  const columns: Column[] = [
    { id: 'number', label, kind: 'id' },
    { id: 'open', label, kind: 'money', currencyColumn: 'currency' },
    { id: 'base', label, kind: 'money' },
    { id: 'due', label, kind: 'date' },
    { id: 'days', label, kind: 'integer' },
  ];
  const row = {
    number: '007',
    open: '10.0000',
    base: '1.5000',
    due: null,
    days: 3,
    currency: 'JPY',
  };
  expect(decodeRow(columns, row, 'EUR')).toEqual({
    number: '007',
    open: '10',
    base: '1.50',
    due: null,
    days: 3,
  });
});
