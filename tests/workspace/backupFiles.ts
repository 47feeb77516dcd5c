import { createHash } from 'node:crypto';
import { assert } from '../../src/lib/assert';
import { plainSeal } from '../../src/workspace/backup/chunkSeal';
import { ChunkWriter } from '../../src/workspace/backup/chunkWriter';
import { encodeHeader } from '../../src/workspace/backup/header';
import {
  type JournalReader,
  type RestoreOptions,
  restoreBackup,
} from '../../src/workspace/backup/restore';
import { hashing } from '../../src/workspace/hashing';
import { memoryWorkspaces } from '../../src/workspace/memory';
import type { WorkspaceStore, Workspaces } from '../../src/workspace/store';

const sha256Of = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

export const savedAt = '2026-10-31T12:00:00.000Z';

/** What a workspace holds, as text, so that two of them can be compared. */
export interface Holding {
  readonly name: string;
  readonly events: readonly string[];
  readonly keys: string | undefined;
  readonly segments: Readonly<Record<string, string>>;
}

const files = ['number;amount\nF-1;10,00\n', 'a second file\n'.repeat(20)];
export const segmentNames = files.map(sha256Of);

/** What stands in the small workspace of these tests; who writes there is left out of its backups. */
export const holding: Holding = {
  name: 'Receivables of the north',
  events: Array.from({ length: 9 }, (_, at) =>
    JSON.stringify({ n: at, needs: at < 2 ? [segmentNames[at]] : [], text: 'é'.repeat(at * 7) }),
  ),
  keys: JSON.stringify({ author: '', person: '', customers: { C1: 'a key', C2: 'another' } }),
  segments: Object.fromEntries(files.map((file) => [sha256Of(file), file])),
};

const utf8 = new TextEncoder();

export async function holdingStore(): Promise<WorkspaceStore> {
  const workspaces = await memoryWorkspaces();
  const store = await workspaces.open(await workspaces.create(holding.name, savedAt));
  await store.append(holding.events.map((event) => utf8.encode(event)));
  await store.writeKeys(
    JSON.stringify({
      author: 'feedfacefeedface',
      person: 'Ana',
      customers: { C1: 'a key', C2: 'another' },
    }),
  );
  for (const [sha256, file] of Object.entries(holding.segments))
    await store.putSegment(sha256, new Blob([file]));
  return store;
}

/** What a restored workspace holds. */
export async function heldIn(workspaces: Workspaces, id: string): Promise<Holding> {
  const store = await workspaces.open(id);
  const segments: Record<string, string> = {};
  for (const sha256 of segmentNames) segments[sha256] = await (await store.segment(sha256)).text();
  const held = {
    name: store.getState().name,
    events: (await store.readEvents(0)).map((event) => new TextDecoder().decode(event)),
    keys: await store.readKeys(),
    segments,
  };
  await store.close();
  return held;
}

/** Events of these tests name the files that they need. */
export function journalReader(onEvent: (position: number) => void = () => {}): JournalReader {
  const shas = new Set<string>();
  return {
    shas,
    takeRecord: (payload, position) => {
      onEvent(position);
      const event: { needs: readonly string[] } = JSON.parse(new TextDecoder().decode(payload));
      for (const sha256 of event.needs) shas.add(sha256);
    },
  };
}

/** Restores a file into a browser that has no workspace yet. */
export async function restored(
  file: Blob,
  options: Partial<RestoreOptions> = {},
): Promise<{ readonly workspaces: Workspaces; readonly id: string }> {
  const workspaces = options.workspaces ?? (await memoryWorkspaces());
  const { id } = await restoreBackup(file, {
    workspaces,
    createdAt: savedAt,
    journal: journalReader(),
    ...options,
  });
  return { workspaces, id };
}

export async function bytesIn(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

export interface CraftedEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the entry says its length is, where it lies. */
  readonly saysBytes?: bigint;
}

function entryBytes({ name, content, saysBytes }: CraftedEntry): Uint8Array {
  const body = typeof content === 'string' ? utf8.encode(content) : content;
  const label = utf8.encode(name);
  const bytes = new Uint8Array(9 + label.length + body.length);
  bytes[0] = label.length;
  bytes.set(label, 1);
  new DataView(bytes.buffer).setBigUint64(1 + label.length, saysBytes ?? BigInt(body.length), true);
  bytes.set(body, 9 + label.length);
  return bytes;
}

/** A file whose sums are all right, with whatever entries. */
export async function crafted(entries: readonly CraftedEntry[], chunkBytes = 64): Promise<Blob> {
  const sums = await hashing();
  const stream = entries.map(entryBytes);
  const streamBytes = stream.reduce((sum, { length }) => sum + length, 0);
  const { bytes, sum } = encodeHeader(
    { format: 1, chunkBytes, streamBytes, encryption: null },
    sums,
  );
  const writer = new ChunkWriter(bytes, plainSeal(sum, sums), chunkBytes, streamBytes);
  for (const piece of stream) await writer.write(piece);
  return writer.finish();
}

/** A file that begins with a header of this JSON, its sum being right, and goes on with some bytes. */
export function headed(json: unknown, rest = new Uint8Array(200)): Blob {
  const text = utf8.encode(JSON.stringify(json));
  const framed = new Uint8Array(12 + text.length);
  framed.set(utf8.encode('SALDOBAK'));
  new DataView(framed.buffer).setUint32(8, text.length, true);
  framed.set(text, 12);
  return new Blob([framed, createHash('sha256').update(framed).digest(), rest]);
}

/** The journal's entry of some events. */
export function journalOf(events: readonly string[]): CraftedEntry {
  const records = events.map((event) => {
    const payload = utf8.encode(event);
    const record = new Uint8Array(4 + payload.length);
    new DataView(record.buffer).setUint32(0, payload.length, true);
    record.set(payload, 4);
    return record;
  });
  return { name: 'journal', content: Buffer.concat(records) };
}

/** The manifest's entry of some events. */
export function manifestOf(events: readonly string[], segments: number): CraftedEntry {
  let head = Buffer.alloc(32);
  for (const event of events) head = createHash('sha256').update(head).update(event).digest();
  const manifest = { name: 'Crafted', savedAt, events: events.length, head: head.toString('hex') };
  return { name: 'manifest', content: JSON.stringify({ ...manifest, segments }) };
}

/** Asserts that nothing of a refused file is left. */
export async function assertEmpty(workspaces: Workspaces): Promise<void> {
  assert((await workspaces.list()).length === 0, 'a refused backup left a workspace behind');
}
