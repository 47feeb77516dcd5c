import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimalText, wideInteger } from './decimals';

function words(value: bigint): Uint32Array {
  const unsigned = BigInt.asUintN(128, value);
  return Uint32Array.from([0n, 32n, 64n, 96n], (shift) =>
    Number((unsigned >> shift) & 0xffff_ffffn),
  );
}

/** The same figure written the slow way. */
function reference(value: bigint, scale: number): string {
  const unit = 10n ** BigInt(scale);
  const size = value < 0n ? -value : value;
  const fraction = scale === 0 ? '' : `.${String(size % unit).padStart(scale, '0')}`;
  return `${value < 0n ? '-' : ''}${size / unit}${fraction}`;
}

const widest = 10n ** 38n - 1n;
const nearWordLimits = fc
  .tuple(fc.constantFrom(31n, 32n, 53n, 63n, 64n, 96n), fc.bigInt(-3n, 3n), fc.boolean())
  .map(([bits, step, negative]) => ((1n << bits) + step) * (negative ? -1n : 1n));

it('a decimal of any size and scale is written to its last digit', () => {
  const figures = fc.oneof(
    fc.bigInt(-widest, widest),
    fc.bigInt(-100_000n, 100_000n),
    nearWordLimits,
  );
  fc.assert(
    fc.property(figures, fc.integer({ min: 0, max: 38 }), (value, scale) => {
      expect(decimalText(words(value), 0, scale)).toBe(reference(value, scale));
    }),
    { numRuns: 5_000 },
  );
});

it('a 128-bit integer is read back from its words', () => {
  fc.assert(
    fc.property(fc.oneof(fc.bigInt(-widest, widest), nearWordLimits), (value) => {
      expect(wideInteger(words(value), 0)).toBe(value);
    }),
  );
});
