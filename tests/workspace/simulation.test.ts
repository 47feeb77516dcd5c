import { describe, it } from 'vitest';
import { simulate } from './simulation';

const seedsAtATime = 1000;

describe('on a storage that tears, loses, shortens, refuses, fills up and rots, nothing acknowledged is lost or changed', () => {
  for (let first = 1; first <= 10_000; first += seedsAtATime)
    it(`seeds ${first} to ${first + seedsAtATime - 1}`, async () => {
      for (let seed = first; seed < first + seedsAtATime; seed += 1)
        await simulate(seed).catch((error: unknown) => {
          throw new Error(`seed ${seed} breaks a promise`, { cause: error });
        });
    });
});
