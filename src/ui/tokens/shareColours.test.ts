import { describe, expect, it } from 'vitest';
import { contrast, luminance } from './bucketColours';
import { shareColour } from './shareColours';
import { type Scheme, tokens } from './tokens';

const shares = Array.from({ length: 101 }, (_, i) => i / 100);

describe.each<Scheme>(['light', 'dark'])('the colours of shares, %s', (scheme) => {
  it('can be written on', () => {
    for (const share of shares) {
      const { fill, text } = shareColour(share, scheme);
      expect(contrast(fill, text), `${text} on ${fill}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('move away from the surface with every part of the whole, so that their order shows without hue', () => {
    const surface = luminance(tokens[scheme].surface);
    const away = shares.map((share) =>
      Math.abs(luminance(shareColour(share, scheme).fill) - surface),
    );
    expect(away).toEqual([...away].sort((a, b) => a - b));
    expect(new Set(away).size).toBeGreaterThan(90);
  });

  it('end where the whole ends', () => {
    expect(shareColour(1.5, scheme)).toEqual(shareColour(1, scheme));
    expect(shareColour(-1, scheme)).toEqual(shareColour(0, scheme));
  });
});
