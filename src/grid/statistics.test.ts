import { describe, expect, it } from 'vitest';
import type { Column } from '../domain/report/column';
import { figuresOf } from './statistics';

const money = (id: string): Column => ({
  id,
  label: { key: 'column.amount' },
  kind: 'money',
  currencyColumn: 'currency',
});
const days: Column = { id: 'days', label: { key: 'column.daysPastDue' }, kind: 'integer' };
const items: Column = { id: 'items', label: { key: 'column.itemCount' }, kind: 'integer' };

describe('the figures of a selection', () => {
  it('are exact where doubles are not', () => {
    const rows = [
      { currency: 'EUR', amount: '0.10' },
      { currency: 'EUR', amount: '0.20' },
      { currency: 'EUR', amount: '90071992547409.93' },
    ];
    expect(figuresOf([{ columns: [money('amount')], rows }], 'EUR')).toEqual([
      {
        currency: 'EUR',
        column: null,
        count: 3,
        sum: '90071992547410.23',
        average: '30023997515803.41',
      },
    ]);
  });

  it('never add one currency to another, nor amounts to days, nor days to counts', () => {
    const rows = [
      { currency: 'EUR', amount: '10.00', days: 30, items: 2 },
      { currency: 'JPY', amount: '700', days: 61, items: 3 },
      { currency: 'JPY', amount: '1', days: null, items: 4 },
    ];
    expect(figuresOf([{ columns: [money('amount'), days, items], rows }], 'EUR')).toEqual([
      { currency: 'EUR', column: null, count: 1, sum: '10.00', average: '10.00' },
      { currency: null, column: 'days', count: 2, sum: '91', average: '45.5' },
      { currency: null, column: 'items', count: 3, sum: '9', average: '3.0' },
      { currency: 'JPY', column: null, count: 2, sum: '701', average: '351' },
    ]);
  });

  it('of a column without a currency of its own are in the base currency', () => {
    const base: Column = { id: 'base', label: { key: 'column.openBaseAmount' }, kind: 'money' };
    expect(
      figuresOf([{ columns: [base], rows: [{ currency: 'USD', base: '5.00' }] }], 'CZK'),
    ).toMatchObject([{ currency: 'CZK', sum: '5.00' }]);
  });

  it('of empty cells and text are none', () => {
    const name: Column = { id: 'name', label: { key: 'column.name' }, kind: 'text' };
    expect(
      figuresOf(
        [
          {
            columns: [name, money('amount')],
            rows: [{ currency: 'EUR', name: '12', amount: null }],
          },
        ],
        'EUR',
      ),
    ).toEqual([]);
  });
});
