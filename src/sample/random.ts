import { assert } from '../lib/assert';

/** A 32-bit hash of a text. Source: FNV-1a, Fowler, Noll and Vo, draft-eastlake-fnv. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Scrambles a 32-bit number; each bit of the input moves about half of the output's bits.
 * Source: C. Wellons, "Prospecting for Hash Functions", lowbias32.
 */
function scramble(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A number that depends on the seed, a position and a purpose alone: rows can be made in any order. */
export function at(seed: number, position: number, purpose: number): number {
  return scramble(scramble(seed + Math.imul(purpose, 0x9e3779b9)) ^ scramble(position));
}

/** The number of a seed given as text. */
export function seedNumber(seed: string): number {
  return scramble(hashText(seed));
}

/**
 * A repeatable stream of pseudo-random numbers: the same seed gives the same stream everywhere.
 * Source: C. Doty-Humphrey, PractRand, sfc32 (small fast counting generator).
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: string) {
    const word = seedNumber(seed);
    this.a = word;
    this.b = scramble(word + 0x9e3779b9);
    this.c = scramble(word + 0x3c6ef372);
    for (let i = 0; i < 12; i += 1) this.next();
  }

  /** The next whole number from 0 to 2³² − 1. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number {
    assert(high >= low, `an empty range: ${low} to ${high}`);
    return low + Math.floor((this.next() / 2 ** 32) * (high - low + 1));
  }

  /** True in about `perMille` of a thousand calls. */
  chance(perMille: number): boolean {
    return this.between(0, 999) < perMille;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.between(0, values.length - 1)];
    assert(value !== undefined, 'nothing to pick from');
    return value;
  }
}
