import { beforeAll, describe, expect, it } from 'vitest';
import { assert } from '../../src/lib/assert';
import { BackupFailure } from '../../src/workspace/backup/failure';
import { type WriteOptions, writeBackup } from '../../src/workspace/backup/write';
import { localWorkspaces } from '../../src/workspace/local/localWorkspaces';
import { memoryWorkspaces } from '../../src/workspace/memory';
import { StoreFailure, type WorkspaceStore } from '../../src/workspace/store';
import {
  assertEmpty,
  bytesIn,
  crafted,
  headed,
  heldIn,
  holding,
  holdingStore,
  journalOf,
  journalReader,
  manifestOf,
  restored,
  savedAt,
  segmentNames,
} from './backupFiles';
import { FaultyDisk, noFaults } from './faultyStorage';
import { Random } from './random';

/** Cheap enough to be tried thousands of times. */
const kdf = { memoryKiB: 8, iterations: 1, parallelism: 1 };
const passphrase = 'žluťoučký kůň';

let store: WorkspaceStore;
beforeAll(async () => {
  store = await holdingStore();
});

const backup = (options: Partial<WriteOptions> = {}): Promise<Blob> =>
  writeBackup(store, { shas: segmentNames, savedAt, ...options });

describe('a backup', () => {
  it.each([
    ['in the clear', {}],
    ['with a passphrase', { passphrase }],
    ['in many small chunks', { chunkBytes: 64 }],
    ['in many small chunks with a passphrase', { chunkBytes: 64, passphrase, kdf }],
  ])('%s gives the same events, keys and files again, and no author', async (_, options) => {
    const { workspaces, id } = await restored(await backup(options), { passphrase });
    expect(await heldIn(workspaces, id)).toEqual(holding);
    const again = await workspaces.open(id);
    expect(again.getState().head).toEqual(store.getState().head);
  });

  it('of an empty workspace is restored as one', async () => {
    const empty = await memoryWorkspaces();
    const file = await writeBackup(await empty.open(await empty.create('', savedAt)), {
      shas: [],
      savedAt,
    });
    const { workspaces, id } = await restored(file);
    const again = await workspaces.open(id);
    expect(again.getState()).toMatchObject({ name: '', head: { position: 0 } });
    expect(await again.readKeys()).toBeUndefined();
  });

  it('says nothing of its workspace where it is encrypted', async () => {
    const text = new TextDecoder('latin1').decode(await bytesIn(await backup({ passphrase, kdf })));
    for (const secret of ['north', 'F-1', 'a key', 'second file'])
      expect(text).not.toContain(secret);
    const again = await bytesIn(await backup({ passphrase, kdf }));
    expect(new TextDecoder('latin1').decode(again)).not.toBe(text);
  });

  it('of fewer events than there are by now holds those alone', async () => {
    const { workspaces, id } = await restored(await backup({ position: 4 }));
    expect((await heldIn(workspaces, id)).events).toEqual(holding.events.slice(0, 4));
  });

  it('is not written where a file of the workspace is missing or is not what it was', async () => {
    const broken = await holdingStore();
    await broken.putSegment(segmentNames[0] ?? '', new Blob(['something else']));
    const write = writeBackup(broken, { shas: segmentNames, savedAt });
    await expect(write).rejects.toMatchObject({ name: 'StoreFailure', reason: 'damaged' });
    await broken.removeSegment(segmentNames[0] ?? '');
    const again = writeBackup(broken, { shas: segmentNames, savedAt });
    await expect(again).rejects.toMatchObject({ name: 'StoreFailure', reason: 'missing' });
  });

  it('tells how far it is, and ends with all of its bytes', async () => {
    const told: number[] = [];
    const file = await backup({ onProgress: ({ doneBytes }) => told.push(doneBytes) });
    let last = { doneBytes: 0, totalBytes: -1 };
    await restored(file, {
      onProgress: (progress) => {
        expect(progress.doneBytes).toBeGreaterThanOrEqual(last.doneBytes);
        last = progress;
      },
    });
    expect(last.doneBytes).toBe(last.totalBytes);
    expect(told.at(-1)).toBe(last.totalBytes);
  });
});

/** The typed reason for which a file is refused; asserts that it leaves nothing behind. */
async function refusal(file: Blob, options: Parameters<typeof restored>[1] = {}): Promise<string> {
  const workspaces = options.workspaces ?? (await memoryWorkspaces());
  const outcome = await restored(file, { ...options, workspaces }).catch((error: unknown) => error);
  assert(outcome instanceof BackupFailure, `untyped: ${outcome}`);
  await assertEmpty(workspaces);
  return outcome.reason;
}

/** Restores a damaged file: identical, or refused for a typed reason and without a trace. */
async function outcomeOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const workspaces = await memoryWorkspaces();
  try {
    const { id } = await restored(new Blob([bytes]), { workspaces, passphrase });
    expect(await heldIn(workspaces, id)).toEqual(holding);
    return 'identical';
  } catch (error) {
    assert(error instanceof BackupFailure, `untyped: ${error}`);
    await assertEmpty(workspaces);
    return error.reason;
  }
}

const seed = Number(process.env['SALDO_SEED'] ?? 20261122);

describe.each([
  ['in the clear', 20_000, { chunkBytes: 512 }],
  ['with a passphrase', 5_000, { chunkBytes: 512, passphrase, kdf }],
])(`a damaged backup %s (seed ${seed})`, (_, flips, options) => {
  let whole: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    whole = await bytesIn(await backup(options));
  });

  it('is refused at every length to which it can be cut', async () => {
    const outcomes = new Map<string, number>();
    for (let length = 0; length <= whole.length; length += 1) {
      const outcome = await outcomeOf(whole.slice(0, length));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].sort()).toEqual(['damaged', 'identical', 'not_a_backup']);
    expect(outcomes.get('identical')).toBe(1);
    // Shorter than its first twelve bytes.
    expect(outcomes.get('not_a_backup')).toBe(12);
  });

  it(`is refused with any bit of ${flips} turned over`, async () => {
    const random = new Random(seed);
    const outcomes = new Map<string, number>();
    for (let flip = 0; flip < flips; flip += 1) {
      const bytes = whole.slice();
      const bit = random.below(bytes.length * 8);
      const at = Math.floor(bit / 8);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
      const outcome = await outcomeOf(bytes);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].sort()).toEqual(['damaged', 'not_a_backup']);
    expect(outcomes.get('damaged')).toBeGreaterThan(0.9 * flips);
  });

  it('is refused with chunks exchanged, repeated, left out, or from another backup', async () => {
    const tag = 'passphrase' in options ? 16 : 32;
    const bodyAt = 12 + new DataView(whole.buffer).getUint32(8, true) + 32;
    const stride = 512 + tag;
    const head = whole.slice(0, bodyAt);
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for (let at = bodyAt; at < whole.length; at += stride)
      chunks.push(whole.slice(at, at + stride));
    expect(chunks.length).toBeGreaterThan(3);
    const other = (
      await bytesIn(await backup({ ...options, savedAt: '2026-11-01T00:00:00Z' }))
    ).slice(bodyAt);
    const [first, second, ...rest] = chunks;
    assert(first && second, 'there are chunks');
    const put = async (parts: readonly Uint8Array<ArrayBuffer>[]): Promise<string> =>
      outcomeOf(await bytesIn(new Blob([head, ...parts])));
    expect(await put([first, second, ...rest])).toBe('identical');
    expect(await put([second, first, ...rest])).toBe('damaged');
    expect(await put([first, first, ...rest])).toBe('damaged');
    expect(await put([first, ...rest])).toBe('damaged');
    expect(await put([first, second, second, ...rest])).toBe('damaged');
    expect(await put([first, other.slice(stride, 2 * stride), ...rest])).toBe('damaged');
  });
});

describe('a passphrase', () => {
  it('that is missing, empty or wrong is told as that', async () => {
    const file = await backup({ passphrase, kdf });
    expect(await refusal(file)).toBe('needs_passphrase');
    expect(await refusal(file, { passphrase: '' })).toBe('needs_passphrase');
    expect(await refusal(file, { passphrase: `${passphrase} ` })).toBe('wrong_passphrase');
    await expect(backup({ passphrase: '' })).rejects.toMatchObject({ reason: 'needs_passphrase' });
  });

  it('is the same one however its accents are typed', async () => {
    const { workspaces, id } = await restored(await backup({ passphrase, kdf }), {
      passphrase: passphrase.normalize('NFD'),
    });
    expect(await heldIn(workspaces, id)).toEqual(holding);
  });
});

describe('a crafted file is refused', () => {
  const events = [JSON.stringify({ needs: [] })];
  const whole = [manifestOf(events, 0), journalOf(events)];
  const segment = { name: `segments/${segmentNames[0]}`, content: 'number;amount\nF-1;10,00\n' };
  const of = async (...entries: Parameters<typeof crafted>[0]): Promise<string> =>
    refusal(await crafted(entries));

  it('only where something is wrong with it', async () => {
    const { workspaces, id } = await restored(await crafted(whole));
    expect((await workspaces.open(id)).getState()).toMatchObject({
      name: 'Crafted',
      head: { position: 1 },
    });
  });

  it('that is another file altogether', async () => {
    expect(await refusal(new Blob([]))).toBe('not_a_backup');
    expect(await refusal(new Blob(['number;amount\n'.repeat(100)]))).toBe('not_a_backup');
  });

  it('whose key would take too much memory or time, before any is taken', async () => {
    const encryption = {
      kdf: 'argon2id',
      memoryKiB: 65_536,
      iterations: 3,
      parallelism: 1,
      salt: btoa('s'.repeat(16)),
      check: btoa('c'.repeat(32)),
      noncePrefix: btoa('n'.repeat(8)),
      cipher: 'AES-256-GCM',
    };
    const asking = (part: object): Promise<string> =>
      refusal(
        headed(
          { format: 1, chunkBytes: 100, streamBytes: 184, encryption: { ...encryption, ...part } },
          new Uint8Array(216),
        ),
        { passphrase },
      );
    const started = performance.now();
    expect(await asking({ memoryKiB: 4_000_000_000 })).toBe('too_costly');
    expect(await asking({ memoryKiB: 524_289 })).toBe('too_costly');
    expect(await asking({ iterations: 11 })).toBe('too_costly');
    expect(await asking({ iterations: 1e15 })).toBe('too_costly');
    expect(await asking({ parallelism: 5 })).toBe('too_costly');
    expect(await asking({ memoryKiB: 7 })).toBe('damaged');
    expect(await asking({ iterations: -1 })).toBe('damaged');
    expect(await asking({ iterations: 1.5 })).toBe('damaged');
    expect(await asking({ kdf: 'none' })).toBe('damaged');
    expect(await asking({ cipher: 'none' })).toBe('damaged');
    expect(await asking({ salt: btoa('s'.repeat(15)) })).toBe('damaged');
    expect(await asking({ salt: btoa('s'.repeat(65)) })).toBe('damaged');
    // None of these makes anybody wait for a key to be derived.
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(await asking({})).toBe('wrong_passphrase');
  });

  it('that a later version wrote', async () => {
    expect(await refusal(headed({ format: 2, whatever: true }))).toBe('newer');
    expect(await refusal(headed({ format: 0 }))).toBe('damaged');
  });

  it('that says it is longer than it is', async () => {
    const bytes = new Uint8Array(12);
    bytes.set(new TextEncoder().encode('SALDOBAK'));
    new DataView(bytes.buffer).setUint32(8, 2 ** 31, true);
    expect(await refusal(new Blob([bytes, new Uint8Array(1000)]))).toBe('damaged');
    const header = { format: 1, chunkBytes: 1024, encryption: null };
    for (const streamBytes of [1, 169, 10 ** 12, Number.MAX_SAFE_INTEGER])
      expect(await refusal(headed({ ...header, streamBytes }))).toBe('damaged');
    expect(await refusal(headed({ ...header, streamBytes: 2 ** 53 }))).toBe('damaged');
    expect(await refusal(headed({ ...header, chunkBytes: 2 ** 31, streamBytes: 1 }))).toBe(
      'too_large',
    );
    expect(await refusal(headed({ ...header, chunkBytes: 1, streamBytes: 10 }))).toBe('damaged');
    const lying = journalOf(events);
    for (const saysBytes of [0n, 1n, 10_000n, 2n ** 40n, 2n ** 64n - 1n])
      expect(await of(manifestOf(events, 0), { ...lying, saysBytes })).toBe('damaged');
  });

  it('whose events say that they are longer than they are', async () => {
    const record = new Uint8Array(20);
    for (const length of [0, 17, 2 ** 32 - 1]) {
      new DataView(record.buffer).setUint32(0, length, true);
      expect(await of(manifestOf(events, 0), { name: 'journal', content: record })).toBe('damaged');
    }
  });

  it('with an event larger than any event is', async () => {
    const large = 'x'.repeat(16 * 1024 * 1024 + 1);
    const file = await crafted([manifestOf([large], 0), journalOf([large])], 2 ** 20);
    expect(await refusal(file)).toBe('too_large');
  });

  it.each([
    '../journal',
    'segments/../journal',
    `segments/../${segmentNames[0]?.slice(3)}`,
    `/segments/${segmentNames[0]}`,
    `segments/${segmentNames[0]?.toUpperCase()}`,
    `segments/${segmentNames[0]}0`,
    `segments\\${segmentNames[0]}`,
    'C:\\journal',
    '/etc/passwd',
    'cache/tables',
    'manifest-a',
    'journal\0',
    '',
    'n'.repeat(200),
  ])('with an entry named %j', async (name) => {
    const [manifest, journal] = whole;
    assert(manifest && journal, 'there are two');
    expect(await of(manifest, { name, content: 'x' }, journal)).toBe('damaged');
  });

  it('with entries twice, in another order, too many or too few', async () => {
    const [manifest, journal] = whole;
    assert(manifest && journal, 'there are two');
    const keys = { name: 'keys', content: '{}' };
    expect(await of(manifest, manifest, journal)).toBe('damaged');
    expect(await of(manifest, keys, keys, journal)).toBe('damaged');
    expect(await of(manifestOf(events, 2), segment, segment, journal)).toBe('damaged');
    expect(await of(manifestOf(events, 1), segment, keys, journal)).toBe('damaged');
    expect(await of(journal, manifest)).toBe('damaged');
    expect(await of(manifest, journal, journal)).toBe('damaged');
    expect(await of(manifest, journal, segment)).toBe('damaged');
    expect(await of(manifest)).toBe('damaged');
    expect(await of(manifestOf(events, 1_000_000_000), journal)).toBe('damaged');
    expect(await of(manifestOf([...events, ...events], 0), journal)).toBe('damaged');
    expect(await of(manifestOf(['{"needs":[ ]}'], 0), journal)).toBe('damaged');
  });

  it('with an imported file that is not what its name says, or that is not there', async () => {
    const needing = [JSON.stringify({ needs: [segmentNames[0]] })];
    const manifest = manifestOf(needing, 1);
    const { workspaces } = await restored(await crafted([manifest, segment, journalOf(needing)]));
    expect(await workspaces.list()).toHaveLength(1);
    expect(await of(manifest, { ...segment, content: 'x' }, journalOf(needing))).toBe('damaged');
    expect(await of(manifest, journalOf(needing))).toBe('damaged');
    expect(await of(manifestOf(needing, 0), journalOf(needing))).toBe('damaged');
  });

  it('with keys or a manifest that cannot be read', async () => {
    const [manifest, journal] = whole;
    assert(manifest && journal, 'there are two');
    for (const content of ['', 'no JSON', '[]', 'null', Uint8Array.of(0xff, 0xfe)])
      expect(await of(manifest, { name: 'keys', content }, journal)).toBe('damaged');
    expect(await of({ name: 'manifest', content: '{}' }, journal)).toBe('damaged');
    expect(await of({ name: 'manifest', content: ' '.repeat(70_000) }, journal)).toBe('too_large');
  });

  it('whose events a later version wrote', async () => {
    const file = await crafted(whole);
    const journal = journalReader(() => {
      throw new StoreFailure('newer', 'event 1');
    });
    expect(await refusal(file, { journal })).toBe('newer');
  });
});

describe('restoring', () => {
  it('that is cancelled at any step leaves nothing behind', async () => {
    const file = await backup({ chunkBytes: 256 });
    const cancelled = async (
      when: (stop: AbortController) => Parameters<typeof restored>[1],
    ): Promise<void> => {
      const stop = new AbortController();
      expect(await refusal(file, { ...when(stop), signal: stop.signal })).toBe('cancelled');
    };
    await cancelled((stop) => {
      stop.abort();
      return {};
    });
    await cancelled((stop) => ({ onProgress: () => stop.abort() }));
    for (const last of [1, 5, holding.events.length])
      await cancelled((stop) => ({
        journal: journalReader((position) => position === last && stop.abort()),
      }));
  });

  it('to write one that is cancelled writes none', async () => {
    const stop = new AbortController();
    const write = backup({ signal: stop.signal });
    stop.abort();
    await expect(write).rejects.toMatchObject({ name: 'BackupFailure', reason: 'cancelled' });
  });

  it('where there is no room leaves nothing behind', async () => {
    const file = await backup();
    const disk = new FaultyDisk(new Random(1));
    const workspaces = await localWorkspaces(disk.root, { isDurable: true });
    let refused = 0;
    for (let quota = 0; quota < 12_000; quota += 500) {
      disk.faults = { ...noFaults, quota };
      const outcome = await restored(file, { workspaces }).catch((error: unknown) => error);
      disk.faults = { ...noFaults };
      if (outcome instanceof Error) {
        refused += 1;
        expect(outcome).toMatchObject({ reason: 'full' });
        await assertEmpty(workspaces);
      } else
        for (const { id } of await workspaces.list()) {
          expect(await heldIn(workspaces, id)).toEqual(holding);
          await workspaces.remove(id);
        }
    }
    expect(refused).toBeGreaterThan(5);
  });
});
