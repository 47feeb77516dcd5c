import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSchedule } from './schedule';
import { openTabs, type Tabs } from './tabs';

let tabs: Tabs;

beforeAll(async () => {
  tabs = await openTabs();
}, 120_000);

afterAll(async () => {
  await tabs?.close();
});

describe('in a browser', () => {
  it('a workspace keeps its name, files, keys, cache and events when its tab is closed', async () => {
    const first = await tabs.open();
    expect(await first.call.isDurable()).toBe(true);
    const id = await first.call.create('North');
    expect(await first.call.open(id)).toBe('writer');
    const sha256 = 'ab'.repeat(32);
    await first.call.keep(sha256, 'a file');
    await first.call.keep(sha256, 'the same file again');
    await first.call.writeKeys('{"C1":"k"}');
    expect(await first.call.cache('tables')).toBe('tables');
    await first.call.rename('South');
    const head = await first.call.append('one');
    await first.page.close();

    const second = await tabs.open();
    expect(await second.call.open(id)).toBe('writer');
    expect(await second.call.state()).toEqual({
      role: 'writer',
      save: { kind: 'saved' },
      name: 'South',
      head,
    });
    expect(await second.call.events(0)).toEqual(['one']);
    expect(await second.call.kept(sha256)).toBe('the same file again');
    expect(await second.call.readKeys()).toBe('{"C1":"k"}');

    const copy = await second.call.duplicate(id, 'Copy');
    await expect(second.call.remove(id)).rejects.toThrow(/open/);
    await second.call.close();
    expect(await second.call.remove(id)).toEqual({ bytesLeft: 0 });
    expect(await second.call.list()).toMatchObject([{ id: copy, name: 'Copy' }]);
    expect(await second.call.open(copy)).toBe('writer');
    expect(await second.call.events(0)).toEqual(['one']);
    expect(await second.call.kept(sha256)).toBe('the same file again');
    await second.page.close();
  });

  it('a second tab reads, follows, may not write, and can become the writer', async () => {
    const writer = await tabs.open();
    const id = await writer.call.create('Shared');
    await writer.call.open(id);
    await writer.call.append('one');
    const reader = await tabs.open();
    expect(await reader.call.open(id)).toBe('reader');
    expect(await reader.call.events(0)).toEqual(['one']);
    await expect(reader.call.append('not mine')).rejects.toThrow(/another tab/);
    await writer.call.append('two');
    await writer.call.rename('Told');
    await expect.poll(() => reader.call.events(1)).toEqual(['two']);
    await expect.poll(async () => (await reader.call.state()).name).toBe('Told');

    await reader.call.takeOver();
    expect((await reader.call.state()).role).toBe('writer');
    await expect.poll(async () => (await writer.call.state()).role).toBe('reader');
    await reader.call.append('three');
    await expect.poll(() => writer.call.events(0)).toEqual(['one', 'two', 'three']);
    await writer.page.close();
    await reader.page.close();
  });

  it('a tab that does not answer is not waited for', async () => {
    const silent = await tabs.open();
    const id = await silent.call.create('Silent');
    const lock = JSON.stringify(`saldo:${id}`);
    silent.page
      .evaluate(`navigator.locks.request(${lock}, () => new Promise(() => {}))`)
      .catch(() => undefined);
    const reader = await tabs.open();
    await expect
      .poll(() => reader.page.evaluate('navigator.locks.query().then((all) => all.held.length)'))
      .toBe(1);
    expect(await reader.call.open(id)).toBe('reader');
    await reader.call.takeOver();
    expect((await reader.call.append('mine now')).position).toBe(1);
    await silent.page.close();
    await reader.page.close();
  });

  it('says nothing on the console, and the policy of the page forbids nothing that is needed', () => {
    expect(tabs.complaints).toEqual([]);
  });
});

describe('tabs opened, closed, killed and made writers in any order: one writer, nothing lost, twice or in another order', () => {
  for (let seed = 1; seed <= 20; seed += 1)
    it(`schedule ${seed}`, async () => {
      expect(await runSchedule(tabs, seed)).toBeGreaterThan(0);
    }, 60_000);
});
