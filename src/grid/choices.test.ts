import { describe, expect, it } from 'vitest';
import { fittingChoices, namedChoice } from './choices';

const choices = [
  { value: 'c0', label: 'Ana Ruiz' },
  { value: 'c1', label: 'Božena Němcová' },
  { value: 'c2', label: 'Carla Vidal' },
  { value: 'c3', label: 'Francisca Cano' },
];
const labels = (text: string) => fittingChoices(choices, text).map(({ label }) => label);

describe('a pick list', () => {
  it('offers what begins with the text before what contains it, and codes last', () => {
    expect(labels('ca')).toEqual(['Carla Vidal', 'Francisca Cano']);
    expect(labels('nem')).toEqual(['Božena Němcová']);
    expect(labels('c0')).toEqual(['Ana Ruiz']);
    expect(labels('')).toHaveLength(4);
    expect(labels('zzz')).toEqual([]);
  });

  it('takes a text that names one value in full, and no other', () => {
    expect(namedChoice(choices, ' carla vidal ')).toBe('c2');
    expect(namedChoice(choices, 'C1')).toBe('c1');
    expect(namedChoice(choices, 'Carla')).toBeUndefined();
  });
});
