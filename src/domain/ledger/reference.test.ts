import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, sum } from '../money/decimal';
import { largestRemainder, openItemsAt, type ReferenceDocument } from './reference';

const texts = (values: readonly { toFixed(digits: number): string }[]) =>
  values.map((value) => value.toFixed(2));

describe('the largest remainder', () => {
  it('shares an amount so that its parts add up to it', () => {
    const thirds = [exact('1'), exact('1'), exact('1')];
    expect(texts(largestRemainder(exact('100.00'), thirds))).toEqual(['33.34', '33.33', '33.33']);
    expect(texts(largestRemainder(exact('-0.02'), thirds))).toEqual(['-0.01', '-0.01', '0.00']);
  });

  it('never strays a cent or more from the exact share', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), weights, (cents, given) => {
        const amount = exact(String(cents)).div(100);
        const parts = given.map((weight) => exact(String(weight)));
        const shares = largestRemainder(amount, parts);
        const all = sum(parts);
        const isNear = shares.every((share, i) =>
          share
            .minus(amount.times(parts[i] ?? 0).div(all))
            .abs()
            .lt('0.01'),
        );
        return isNear && sum(shares).eq(amount);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

const document = (id: string, amount: string, date: string): ReferenceDocument => ({
  id,
  customer: 'C1',
  currency: 'EUR',
  amount: exact(amount),
  base: exact(amount),
  documentDate: date,
  postingDate: date,
  dueDate: date,
  instalments: [],
  reverses: undefined,
});

it('the reference knows nothing that is posted or effective after its date', () => {
  const documents = [document('I1', '100', '2026-01-01'), document('P1', '-60', '2026-02-01')];
  const link = {
    id: 'A1',
    credit: 'P1',
    debit: 'I1',
    instalmentNo: undefined,
    amount: exact('60'),
    creditAmount: exact('60'),
    discount: exact('0'),
    withholding: exact('0'),
    charge: exact('0'),
    creditWriteOff: exact('0'),
    fullyCleared: false,
    writeOff: exact('0'),
    effectiveDate: '2026-01-15',
  };
  const at = (date: string) =>
    openItemsAt(documents, [link], date).map((item) => `${item.document.id} ${item.open}`);
  expect(at('2025-12-31')).toEqual([]);
  expect(at('2026-01-31')).toEqual(['I1 100']);
  expect(at('2026-02-01')).toEqual(['I1 40']);
});
