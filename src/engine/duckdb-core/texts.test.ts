import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutTexts } from './texts';

it('texts of any alphabet are cut where they were joined', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), fc.nat(3), (texts, skipped) => {
      const pieces = texts.map((text) => new TextEncoder().encode(text));
      const offsets = [0];
      for (const piece of pieces) offsets.push((offsets.at(-1) ?? 0) + piece.length);
      const bytes = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
      const start = Math.min(skipped, texts.length);
      const cut = cutTexts(bytes, Int32Array.from(offsets.slice(start)), texts.length - start);
      expect(cut).toEqual(texts.slice(start));
    }),
    { numRuns: 500 },
  );
});
