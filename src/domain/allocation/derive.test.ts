import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveLinks, type OpenChange } from './derive';
import { proportionalShares } from './proportionalShares';

const units = (whole: number) => BigInt(whole) * 10_000n;
const cents = 100n;

/** Changes of whole amounts, in order of day: `[day, item, change]`. */
const changes = (...lines: readonly (readonly [number, number, number])[]): OpenChange[] =>
  lines.map(([day, item, change]) => ({ day, item, change: units(change) }));

const written = (links: ReturnType<typeof deriveLinks>) =>
  links.map(
    ({ day, debit, credit, amount, isTakenBack }) =>
      `${day}: ${isTakenBack ? 'back ' : ''}${debit} ← ${credit} ${amount / 10_000n}`,
  );

describe('derived links', () => {
  // Places 0 and 1 are invoices, 2 and 3 receipts.
  const sides = [true, true, false, false];

  it('settle the oldest first, and a rest waits for the next debit', () => {
    const links = deriveLinks(
      sides,
      changes([1, 0, 100], [5, 2, 120], [9, 1, 50]),
      'oldest',
      cents,
    );
    expect(written(links)).toEqual(['5: 0 ← 2 100', '9: 1 ← 2 20']);
  });

  it('settle the newest first, on both sides', () => {
    const links = deriveLinks(
      sides,
      changes([1, 0, 100], [2, 1, 50], [5, 2, 30], [5, 3, 40]),
      'newest',
      cents,
    );
    expect(written(links)).toEqual(['5: 1 ← 3 40', '5: 1 ← 2 10', '5: 0 ← 2 20']);
  });

  it('are taken back, the last made first, where what was given needs it', () => {
    const links = deriveLinks(
      sides,
      changes([1, 0, 100], [1, 1, 50], [5, 2, 120], [9, 1, -50], [9, 2, -50]),
      'oldest',
      cents,
    );
    expect(written(links)).toEqual([
      '5: 0 ← 2 100',
      '5: 1 ← 2 20',
      '9: back 1 ← 2 20',
      '9: back 0 ← 2 30',
    ]);
  });

  it('take only what they may where a text names the debit', () => {
    const links = deriveLinks(
      sides,
      changes([1, 0, 100], [1, 1, 50], [5, 2, 120]),
      'oldest',
      cents,
      (credit) => (credit === 2 ? [1] : []),
    );
    expect(written(links)).toEqual(['5: 1 ← 2 50']);
  });

  it('of an earlier day are the same whatever comes later', () => {
    const event = fc.record({
      day: fc.nat({ max: 20 }),
      item: fc.nat({ max: 7 }),
      amount: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 20 }),
        fc.nat({ max: 20 }),
        fc.constantFrom('oldest' as const, 'newest' as const, 'prorata' as const),
        (events, until, order) => {
          const all = events
            .map(({ day, item, amount }) => ({ day, item, change: BigInt(amount) * 100n }))
            .sort((a, b) => a.day - b.day);
          const both = Array.from({ length: 8 }, (_, i) => i % 2 === 0);
          const early = deriveLinks(
            both,
            all.filter(({ day }) => day <= until),
            order,
            cents,
          );
          const whole = deriveLinks(both, all, order, cents);
          expect(whole.filter(({ day }) => day <= until)).toEqual(early);
        },
      ),
    );
  });
});

describe('shares in proportion', () => {
  it('add up to the amount, and none is more than its whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 }),
        fc.bigInt({ min: 1n, max: 10n ** 13n }),
        fc.constantFrom(1n, 100n, 10_000n),
        (wholes, amount, unit) => {
          const shares = proportionalShares(amount, wholes, unit);
          const total = wholes.reduce((sum, whole) => sum + whole, 0n);
          expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(
            amount < total ? amount : total,
          );
          for (const [i, share] of shares.entries()) expect(share <= (wholes[i] ?? 0n)).toBe(true);
        },
      ),
    );
  });
});
