import { describe, expect, it } from 'vitest';
import { bucketColours, columnColours, contrast, luminance } from './bucketColours';
import { type Scheme, tokens } from './tokens';

const schemes: readonly Scheme[] = ['light', 'dark'];

describe.each(schemes)('the bucket palette, %s', (scheme) => {
  it.each([1, 2, 5, 7, 25])('for %i buckets is readable and stands out', (count) => {
    const colours = bucketColours(count, scheme);
    expect(colours).toHaveLength(count);
    for (const { fill, text } of colours) {
      expect(contrast(fill, text), `${text} on ${fill}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(fill, tokens[scheme].surface), fill).toBeGreaterThanOrEqual(3);
    }
  });

  it('loses light with every bucket past due, so that its order shows without hue', () => {
    const light = bucketColours(6, scheme)
      .slice(1)
      .map((colour) => luminance(colour.fill));
    expect(light).toEqual([...light].sort((a, b) => b - a));
  });

  it('has AA text on its surfaces', () => {
    const {
      surface,
      surfaceSunken,
      selection,
      found,
      text,
      textMuted,
      accent,
      accentText,
      good,
      bad,
    } = tokens[scheme];
    for (const ground of [surface, surfaceSunken]) {
      for (const ink of [text, textMuted, accent, good, bad])
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(accentText, accent)).toBeGreaterThanOrEqual(4.5);
    for (const ground of [selection, found])
      for (const ink of [text, accent, bad])
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});

it('buckets that end on or before the due date are calm, whatever the edges', () => {
  const columns = [
    { id: 'b0', label: { key: 'bucket.upTo', values: { to: -30 } }, kind: 'money' as const },
    {
      id: 'b1',
      label: { key: 'bucket.range', values: { from: -29, to: 0 } },
      kind: 'money' as const,
    },
    { id: 'b2', label: { key: 'bucket.over', values: { from: 0 } }, kind: 'money' as const },
    { id: 'total', label: { key: 'column.total' }, kind: 'money' as const },
  ];
  const colours = columnColours(columns, 'light');
  expect(colours.get('b1')).toEqual(bucketColours(2, 'light', 2)[1]);
  expect(colours.get('b2')).toEqual(bucketColours(3, 'light', 2)[2]);
  expect(colours.has('total')).toBe(false);
});
