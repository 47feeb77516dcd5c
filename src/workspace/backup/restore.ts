import { createSHA256, type IHasher } from 'hash-wasm';
import { freeName } from '../freeName';
import { hashing } from '../hashing';
import { payloadBytesMax } from '../journal/format';
import type { WorkspaceStore, Workspaces } from '../store';
import { ChunkReader } from './chunkReader';
import { type ChunkSeal, encryptedSeal, plainSeal, tagBytes } from './chunkSeal';
import { type BackupManifest, type Entry, parseManifest, takeEntry, takeText } from './entries';
import { asBackupFailure, BackupFailure, checkGoing, damaged } from './failure';
import { type ReadHeader, readHeader } from './header';
import { keyAgain } from './passphrase';
import type { Progress } from './write';

/** Reads events, and gathers which imported files they need. A new one for every restoring. */
export interface JournalReader {
  /** @throws StoreFailure where it is no event that this version reads */
  takeRecord(payload: Uint8Array, position: number): void;
  /** By SHA-256. */
  readonly shas: ReadonlySet<string>;
}

export interface RestoreOptions {
  readonly passphrase?: string | undefined;
  readonly workspaces: Workspaces;
  /** When the new workspace is made, ISO 8601. */
  readonly createdAt: string;
  /** Reads the journal as it comes. */
  readonly journal: JournalReader;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Restored {
  /** Of the new workspace. */
  readonly id: string;
  readonly name: string;
  /** When the backup was written. */
  readonly savedAt: string;
  /** Events of its journal. */
  readonly position: number;
}

/** What is appended together at most. */
const batchBytesMax = 8 * 1024 * 1024;
const batchEventsMax = 20_000;

/** Stands after the name of a workspace that is not whole yet, for whoever finds one after a kill. */
const unfinishedMark = ' …';

/**
 * Makes a new workspace of a backup. It stays only where all of the file was there and was what was written.
 * @throws BackupFailure; then nothing is left behind. StoreFailure where this machine's storage refuses
 */
export async function restoreBackup(file: Blob, options: RestoreOptions): Promise<Restored> {
  try {
    checkGoing(options.signal);
    const header = await readHeader(file, await hashing(), tagBytes);
    const seal = await sealOf(header, options.passphrase);
    const reader = new ChunkReader(file, header, seal, options.signal);
    const manifest = parseManifest(await takeText(reader, await takeEntry(reader), 'manifest'));
    return await make(reader, manifest, options, header.streamBytes);
  } catch (error) {
    throw asBackupFailure(error);
  }
}

async function sealOf(header: ReadHeader, passphrase: string | undefined): Promise<ChunkSeal> {
  const { encryption, sum } = header;
  if (!encryption) return plainSeal(sum, await hashing());
  if (passphrase === undefined)
    throw new BackupFailure('needs_passphrase', 'the backup is encrypted');
  return encryptedSeal(sum, await keyAgain(passphrase, encryption), encryption.noncePrefix);
}

async function make(
  reader: ChunkReader,
  manifest: BackupManifest,
  options: RestoreOptions,
  totalBytes: number,
): Promise<Restored> {
  const { workspaces, createdAt, signal } = options;
  const { savedAt, events: position } = manifest;
  const others = await workspaces.list();
  const name = freeName(
    manifest.name,
    others.map((one) => one.name),
  ).trim();
  const id = await workspaces.create(`${name}${unfinishedMark}`, createdAt);
  try {
    const store = await workspaces.open(id);
    try {
      await fill(store, reader, manifest, options, totalBytes);
      checkGoing(signal);
      await store.rename(name);
    } finally {
      await store.close();
    }
    return { id, name, savedAt, position };
  } catch (error) {
    await workspaces.remove(id).catch(() => undefined);
    throw error;
  }
}

async function fill(
  store: WorkspaceStore,
  reader: ChunkReader,
  manifest: BackupManifest,
  { journal, onProgress }: RestoreOptions,
  totalBytes: number,
): Promise<void> {
  const told = (): void => onProgress?.({ doneBytes: totalBytes - reader.left, totalBytes });
  let entry = await takeEntry(reader);
  if (entry.name === 'keys') {
    const keys = await takeText(reader, entry, 'keys');
    if (!isRecord(keys)) throw damaged('the keys are not readable');
    await store.writeKeys(keys);
    entry = await takeEntry(reader);
  }
  const hasher = await createSHA256();
  const segments = new Set<string>();
  while (entry.name !== 'journal') {
    const sha256 = entry.name.startsWith('segments/') ? entry.name.slice(9) : undefined;
    if (sha256 === undefined || segments.has(sha256)) throw damaged(`${entry.name} comes again`);
    await takeSegment(store, reader, hasher, { sha256, bytes: entry.bytes, told });
    segments.add(sha256);
    entry = await takeEntry(reader);
  }
  if (segments.size !== manifest.segments)
    throw damaged(`${segments.size} imported files in place of ${manifest.segments}`);
  await takeJournal(store, reader, entry, manifest, {
    told,
    check: (payload, position) => journal.takeRecord(payload, position),
  });
  for (const sha256 of journal.shas)
    if (!segments.has(sha256)) throw damaged(`the imported file ${sha256} is not in it`);
  if (reader.left > 0) throw damaged('something stands after the journal');
}

function isRecord(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

async function takeSegment(
  store: WorkspaceStore,
  reader: ChunkReader,
  hasher: IHasher,
  {
    sha256,
    bytes,
    told,
  }: { readonly sha256: string; readonly bytes: number; readonly told: () => void },
): Promise<void> {
  hasher.init();
  const parts: Blob[] = [];
  for await (const piece of reader.pieces(bytes)) {
    hasher.update(piece);
    parts.push(new Blob([new Uint8Array(piece)]));
    told();
  }
  if (hasher.digest('hex') !== sha256) throw damaged('an imported file is not what its name says');
  await store.putSegment(sha256, new Blob(parts));
}

async function takeJournal(
  store: WorkspaceStore,
  reader: ChunkReader,
  { bytes }: Entry,
  manifest: BackupManifest,
  {
    check,
    told,
  }: { check(payload: Uint8Array, position: number): void; readonly told: () => void },
): Promise<void> {
  const end = reader.left - bytes;
  let position = 0;
  let hash = '0'.repeat(64);
  while (reader.left > end) {
    const batch: Uint8Array[] = [];
    for (let taken = 0; reader.left > end && taken < batchBytesMax; ) {
      const length = new DataView((await reader.take(4)).buffer).getUint32(0, true);
      if (length === 0 || length > reader.left - end) throw damaged(`an event of ${length} bytes`);
      if (length > payloadBytesMax) throw new BackupFailure('too_large', `an event of ${length}`);
      const payload = await reader.take(length);
      position += 1;
      check(payload, position);
      batch.push(payload);
      taken += length;
      if (batch.length === batchEventsMax) break;
    }
    ({ hash } = await store.append(batch));
    told();
  }
  if (position !== manifest.events || hash !== manifest.head)
    throw damaged(`${position} events in place of ${manifest.events}`);
}
