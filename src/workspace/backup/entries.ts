import { z } from 'zod';
import { assert } from '../../lib/assert';
import type { ChunkReader } from './chunkReader';
import { BackupFailure, damaged } from './failure';

/** What a backup says of its workspace; encrypted with the rest. */
export interface BackupManifest {
  readonly name: string;
  /** When the backup was written, ISO 8601. */
  readonly savedAt: string;
  /** Events of the journal, and the hash that stands for all of them. */
  readonly events: number;
  readonly head: string;
  readonly segments: number;
}

const manifest = z.strictObject({
  name: z.string(),
  savedAt: z.iso.datetime(),
  events: z.int().nonnegative(),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  segments: z.int().nonnegative(),
});

export type EntryName = 'manifest' | 'keys' | 'journal' | `segments/${string}`;

export interface Entry {
  readonly name: EntryName;
  readonly bytes: number;
}

/** The only names there are: no other, and so none that leads out of a workspace. */
const namePattern = /^(manifest|keys|journal|segments\/[0-9a-f]{64})$/;
const nameBytesMax = 73;

/** Bytes of an entry beside its content. */
export function entryHeadBytes(name: EntryName): number {
  return 1 + name.length + 8;
}

export function encodeEntry({ name, bytes }: Entry): Uint8Array {
  assert(namePattern.test(name), `${name} is no entry of a backup`);
  const head = new Uint8Array(entryHeadBytes(name));
  head[0] = name.length;
  head.set(new TextEncoder().encode(name), 1);
  new DataView(head.buffer).setBigUint64(1 + name.length, BigInt(bytes), true);
  return head;
}

/** Takes the next entry's head. @throws BackupFailure `damaged` */
export async function takeEntry(reader: ChunkReader): Promise<Entry> {
  const [length = 0] = await reader.take(1);
  if (length > nameBytesMax) throw damaged(`a name of ${length} bytes`);
  const name = new TextDecoder().decode(await reader.take(length));
  if (!namePattern.test(name)) throw damaged('a name that no backup has');
  const bytes = new DataView((await reader.take(8)).buffer).getBigUint64(0, true);
  if (bytes > BigInt(reader.left)) throw damaged(`${name} is longer than the file`);
  return { name: name as EntryName, bytes: Number(bytes) };
}

/** Bytes of a manifest or of keys. */
const textBytesMax = { manifest: 64 * 1024, keys: 256 * 1024 * 1024 } as const;

/** @throws BackupFailure `too_large`, `damaged` */
export async function takeText(
  reader: ChunkReader,
  entry: Entry,
  name: 'manifest' | 'keys',
): Promise<string> {
  if (entry.name !== name) throw damaged(`${entry.name} where ${name} belongs`);
  if (entry.bytes > textBytesMax[name])
    throw new BackupFailure('too_large', `${entry.bytes} bytes of ${name}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await reader.take(entry.bytes));
  } catch (error) {
    throw error instanceof BackupFailure ? error : damaged(`${name} is no text`);
  }
}

/** @throws Error where it would not be read again */
export function manifestText(it: BackupManifest): string {
  const text = JSON.stringify(manifest.parse(it));
  assert(text.length <= textBytesMax.manifest / 4, 'the name is too long');
  return text;
}

export function parseManifest(text: string): BackupManifest {
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    throw damaged('the manifest is not readable');
  }
}
