import { expect, it } from 'vitest';
import { emptyManifest } from './manifest';
import { memoryStore } from './memory';

it('a workspace in memory keeps its manifest and its files until they are removed', async () => {
  const store = memoryStore();
  expect(await store.readManifest()).toBeUndefined();
  await store.writeManifest(emptyManifest);
  expect(await store.readManifest()).toEqual(emptyManifest);
  await store.putSegment('a', new Blob(['text']));
  expect(await (await store.segment('a')).text()).toBe('text');
  await store.removeSegment('a');
  await expect(store.segment('a')).rejects.toMatchObject({
    name: 'StoreFailure',
    reason: 'missing',
  });
});

it('says that nothing survives a reload', () => {
  expect(memoryStore().isDurable).toBe(false);
});
