import { expect, it } from 'vitest';
import { inLanes } from './inLanes';

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('work in lanes is done so many at a time, and answered in its order', async () => {
  let atOnce = 0;
  let most = 0;
  const answers = await inLanes([30, 1, 20, 1, 10], 2, async (ms) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await after(ms);
    atOnce -= 1;
    return ms * 2;
  });
  expect([answers, most]).toEqual([[60, 2, 40, 2, 20], 2]);
});

it('work in lanes begins no more when one fails', async () => {
  const begun: number[] = [];
  const work = inLanes([1, 2, 3, 4, 5, 6], 2, async (item) => {
    begun.push(item);
    await after(1);
    if (item === 2) throw new Error('two');
    return item;
  });
  await expect(work).rejects.toThrow('two');
  await after(20);
  expect(begun.length).toBeLessThan(5);
});
