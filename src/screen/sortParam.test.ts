import { describe, expect, it } from 'vitest';
import { orderOfParam, paramOfOrder } from './sortParam';

describe('the order in the address', () => {
  it('has a minus before a column that goes down, and commas between columns', () => {
    expect(orderOfParam('customer_name,-open_amount')).toEqual([
      { column: 'customer_name', direction: 'asc' },
      { column: 'open_amount', direction: 'desc' },
    ]);
  });

  it('is written as it is read', () => {
    for (const text of ['customer_name', '-open_amount', 'kind,-due_date'])
      expect(paramOfOrder(orderOfParam(text))).toBe(text);
  });

  it('is the report’s own where nothing is asked for', () => {
    expect(orderOfParam(undefined)).toEqual([]);
    expect(orderOfParam(',-,')).toEqual([]);
    expect(paramOfOrder([])).toBeUndefined();
  });

  it('takes a column once, by the first mention', () => {
    expect(orderOfParam('kind,-kind')).toEqual([{ column: 'kind', direction: 'asc' }]);
  });
});
