import { expect, it } from 'vitest';
import { memoryStore, memoryWorkspaces } from './memory';

const text = new TextEncoder();
const createdAt = '2026-01-31T00:00:00Z';

it('says that nothing survives a reload', async () => {
  expect((await memoryWorkspaces()).isDurable).toBe(false);
  expect((await memoryStore()).isDurable).toBe(false);
});

it('a workspace keeps what it was given when it is closed and opened again', async () => {
  const workspaces = await memoryWorkspaces();
  const id = await workspaces.create('North', createdAt);
  const store = await workspaces.open(id);
  await store.append([text.encode('one'), text.encode('two')]);
  await store.putSegment('a'.repeat(64), new Blob(['a file']));
  await store.writeKeys('{}');
  await store.writeCache(new Blob(['tables']));
  await store.rename('South');
  await store.close();

  const again = await workspaces.open(id);
  expect(again.getState()).toMatchObject({ role: 'writer', name: 'South', head: { position: 2 } });
  expect(await again.readEvents(1)).toEqual([text.encode('two')]);
  expect(await (await again.segment('a'.repeat(64))).text()).toBe('a file');
  expect(await again.readKeys()).toBe('{}');
  expect(await (await again.readCache())?.text()).toBe('tables');
  await again.dropCache();
  expect(await again.readCache()).toBeUndefined();
  await again.removeSegment('a'.repeat(64));
  await expect(again.segment('a'.repeat(64))).rejects.toMatchObject({ reason: 'missing' });
});

it('calls that come together are flushed together, each with its own head', async () => {
  const store = await memoryStore();
  const states: string[] = [];
  store.subscribe(() => states.push(store.getState().save.kind));
  const heads = await Promise.all(['a', 'b', 'c'].map((one) => store.append([text.encode(one)])));
  expect(heads.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(states).toEqual(['saving', 'saved']);
  expect(store.getState().head).toEqual(heads[2]);
});

it('a copy has the same chain, and a life of its own', async () => {
  const workspaces = await memoryWorkspaces();
  const id = await workspaces.create('North', createdAt);
  const store = await workspaces.open(id);
  const head = await store.append([text.encode('one')]);
  const copy = await workspaces.open(await workspaces.duplicate(id, 'Copy', createdAt));
  expect(copy.getState()).toMatchObject({ name: 'Copy', head });
  await copy.append([text.encode('two')]);
  expect(store.getState().head).toEqual(head);
});

it('one that is open is not removed; one that is removed leaves no byte', async () => {
  const workspaces = await memoryWorkspaces();
  const id = await workspaces.create('North', createdAt);
  const store = await workspaces.open(id);
  await expect(workspaces.remove(id)).rejects.toMatchObject({ reason: 'locked' });
  await expect(workspaces.open(id)).rejects.toMatchObject({ reason: 'locked' });
  await store.close();
  expect(await workspaces.remove(id)).toEqual({ bytesLeft: 0 });
  expect(await workspaces.list()).toEqual([]);
  await expect(workspaces.open(id)).rejects.toMatchObject({ reason: 'missing' });
});
