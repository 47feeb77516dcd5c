import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUtf8, Utf8Check } from './utf8';

/** What the platform's own decoder says of bytes. */
function isWellFormed(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe('the check of UTF-8', () => {
  it('agrees with the platform’s decoder on any bytes', () => {
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0x80, 0xbf, 0xc1, 0xc2, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f, 0xf5),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), (all) => {
        const bytes = Uint8Array.from(all);
        return (countUtf8(bytes, true).broken === 0) === isWellFormed(bytes);
      }),
      { seed: 1, numRuns: 20_000 },
    );
  });

  it('agrees with it on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { broken } = countUtf8(new TextEncoder().encode(text), true);
        return broken === 0;
      }),
      { seed: 1 },
    );
  });

  it('counts characters beyond ASCII and broken bytes', () => {
    expect(countUtf8(new TextEncoder().encode('aé漢😀'), true)).toEqual({
      characters: 3,
      broken: 0,
    });
    expect(countUtf8(Uint8Array.of(0x61, 0xf1, 0x61, 0xff), true).broken).toBe(2);
  });

  it('takes a character that is cut for whole only where more bytes follow', () => {
    const cut = new TextEncoder().encode('é').subarray(0, 1);
    expect(countUtf8(cut, false).broken).toBe(0);
    expect(countUtf8(cut, true).broken).toBe(1);
    const check = new Utf8Check();
    expect([check.accepts(0xc3), check.isInside, check.accepts(0xa9), check.isInside]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
