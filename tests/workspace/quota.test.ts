import { describe, expect, it } from 'vitest';
import { localWorkspaces } from '../../src/workspace/local/localWorkspaces';
import type { StoreFailure } from '../../src/workspace/store';
import { FaultyDisk, noFaults } from './faultyStorage';
import { Random } from './random';

const payload = (at: number) => new TextEncoder().encode(`event ${at} ${'x'.repeat(at % 90)}`);

describe('when the room ends, nothing is acknowledged that is not on disk', () => {
  for (let point = 1; point <= 50; point += 1)
    it(`at point ${point} of 50: reading goes on, and so does appending when there is room`, async () => {
      const disk = new FaultyDisk(new Random(point));
      const workspaces = await localWorkspaces(disk.root, { isDurable: true });
      const id = await workspaces.create('Quota', '2026-01-31T00:00:00Z');
      const store = await workspaces.open(id);
      const used = [...disk.image().values()].reduce((sum, { length }) => sum + length, 0);
      disk.faults = { ...noFaults, quota: used + point * 97, shortWrite: point % 2 };

      const kept: Uint8Array[] = [];
      const failures: StoreFailure[] = [];
      for (let at = 0; at < 100; at += 1)
        await store.append([payload(at), payload(at + 1)]).then(
          () => kept.push(payload(at), payload(at + 1)),
          (error: StoreFailure) => failures.push(error),
        );
      expect(new Set(failures.map(({ reason }) => reason))).toEqual(new Set(['full']));
      expect(store.getState().save).toMatchObject({ kind: 'failed', reason: 'full' });
      expect(store.getState().head.position).toBe(kept.length);
      expect(await store.readEvents(0)).toEqual(kept);
      await expect(store.putSegment('0'.repeat(64), new Blob(['y'.repeat(9000)]))).rejects.toThrow(
        /no room/,
      );

      disk.faults = { ...noFaults };
      await store.append([payload(7)]);
      kept.push(payload(7));
      expect(store.getState().save).toEqual({ kind: 'saved' });
      disk.crash();
      disk.restart();
      const again = await (await localWorkspaces(disk.root, { isDurable: true })).open(id);
      expect(again.loss).toBeUndefined();
      expect(await again.readEvents(0)).toEqual(kept);
    });
});
