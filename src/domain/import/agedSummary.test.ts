import { describe, expect, it } from 'vitest';
import { agedColumns } from './agedSummary';
import { nearestDataset } from './recognise';

describe('an aged summary is known by the names of its sums', () => {
  it.each([
    [['1-30', '31 - 60', '61–90', 'Over 90']],
    [['1 to 30 days', '31 to 60 days', '90+ days', '> 90']],
    [['1 a 30 días', '31 a 60 días', 'Más de 90']],
    [['1 až 30 dní po splatnosti', '31–60 dní', 'nad 90']],
  ])('%j', (buckets) => {
    expect(agedColumns(['Customer', 'Current', ...buckets, 'Total'])).toEqual(buckets);
    expect(nearestDataset(['Customer', ...buckets], 'file.csv')?.agedBy).toEqual(buckets);
  });

  it('and a list of items with one such column is none', () => {
    expect(agedColumns(['Invoice', 'Customer', '1-30', 'Amount'])).toEqual([]);
    expect(agedColumns(['2026-10', '10/2026', '90'])).toEqual([]);
  });
});
