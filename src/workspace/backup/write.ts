import { createSHA256, type IHasher } from 'hash-wasm';
import { type Hashing, hashing, hexOf } from '../hashing';
import { StoreFailure, type WorkspaceStore } from '../store';
import { base64Of } from './base64';
import { type ChunkSeal, encryptedSeal, plainSeal } from './chunkSeal';
import { ChunkWriter } from './chunkWriter';
import {
  type BackupManifest,
  type EntryName,
  encodeEntry,
  entryHeadBytes,
  manifestText,
} from './entries';
import { checkGoing } from './failure';
import { backupVersion, chunkBytesDefault, encodeHeader, type KdfCost } from './header';
import { kdfDefault, newKey } from './passphrase';

export interface Progress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface WriteOptions {
  /** The imported files that the events name, by SHA-256. */
  readonly shas: Iterable<string>;
  /** Events that go into it; all of them where it is left out. */
  readonly position?: number | undefined;
  /** ISO 8601, in UTC. */
  readonly savedAt: string;
  /** Encrypts the file; it must not be empty. */
  readonly passphrase?: string | undefined;
  readonly kdf?: KdfCost | undefined;
  readonly chunkBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Bytes that are read of a segment at a time. */
const pieceBytes = 1024 * 1024;

/**
 * Writes a workspace into one file: its journal, its keys and its imported files, each verified on the way; not its
 * cache. Who writes there is left out: whoever restores it is another author.
 * @throws BackupFailure `cancelled`, `needs_passphrase`; StoreFailure where the workspace itself cannot be read, or a
 *   file of it is missing or damaged
 */
export async function writeBackup(store: WorkspaceStore, options: WriteOptions): Promise<Blob> {
  const { signal, chunkBytes = chunkBytesDefault, onProgress } = options;
  checkGoing(signal);
  const sums = await hashing();
  const payloads = (await store.readEvents(0)).slice(0, options.position);
  const keys = withoutAuthor(await store.readKeys());
  const segments = await segmentsOf(store, options.shas);
  const manifest: BackupManifest = {
    name: store.getState().name,
    savedAt: options.savedAt,
    events: payloads.length,
    head: headOf(payloads, sums),
    segments: segments.size,
  };

  const hasher = await createSHA256();
  const entries: readonly Content[] = [
    textContent('manifest', manifestText(manifest)),
    ...(keys === undefined ? [] : [textContent('keys', keys)]),
    ...[...segments].map(([sha256, blob]) => segmentContent(sha256, blob, hasher)),
    journalContent(payloads),
  ];
  const totalBytes = entries.reduce(
    (sum, { name, bytes }) => sum + entryHeadBytes(name) + bytes,
    0,
  );
  const { head, seal } = await begin(options, chunkBytes, totalBytes, sums);
  const writer = new ChunkWriter(head, seal, chunkBytes, totalBytes);
  let doneBytes = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    checkGoing(signal);
    await writer.write(bytes);
    doneBytes += bytes.length;
    if (bytes.length === pieceBytes || doneBytes === totalBytes)
      onProgress?.({ doneBytes, totalBytes });
  };
  for (const entry of entries) {
    await write(encodeEntry(entry));
    await entry.write(write);
  }
  checkGoing(signal);
  return writer.finish();
}

interface Content {
  readonly name: EntryName;
  readonly bytes: number;
  write(into: (bytes: Uint8Array) => Promise<void>): Promise<void>;
}

function textContent(name: EntryName, text: string): Content {
  const bytes = new TextEncoder().encode(text);
  return { name, bytes: bytes.length, write: (into) => into(bytes) };
}

function segmentContent(sha256: string, blob: Blob, hasher: IHasher): Content {
  return {
    name: `segments/${sha256}`,
    bytes: blob.size,
    write: async (into) => {
      hasher.init();
      for (let at = 0; at < blob.size; at += pieceBytes) {
        const piece = new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer());
        hasher.update(piece);
        await into(piece);
      }
      if (hasher.digest('hex') !== sha256)
        throw new StoreFailure('damaged', `the imported file ${sha256.slice(0, 8)}…`);
    },
  };
}

/** The journal's payloads, each after its length in four bytes; gathered, since most are small. */
function journalContent(payloads: readonly Uint8Array[]): Content {
  return {
    name: 'journal',
    bytes: payloads.reduce((sum, { length }) => sum + 4 + length, 0),
    write: async (into) => {
      const gathered = new Uint8Array(pieceBytes);
      let filled = 0;
      const put = async (bytes: Uint8Array): Promise<void> => {
        for (let done = 0; done < bytes.length; ) {
          const piece = bytes.subarray(done, done + pieceBytes - filled);
          gathered.set(piece, filled);
          filled += piece.length;
          done += piece.length;
          if (filled < pieceBytes) continue;
          await into(gathered);
          filled = 0;
        }
      };
      const length = new Uint8Array(4);
      for (const payload of payloads) {
        new DataView(length.buffer).setUint32(0, payload.length, true);
        await put(length);
        await put(payload);
      }
      if (filled > 0) await into(gathered.subarray(0, filled));
    },
  };
}

async function segmentsOf(
  store: WorkspaceStore,
  shas: Iterable<string>,
): Promise<ReadonlyMap<string, Blob>> {
  const segments = new Map<string, Blob>();
  for (const sha256 of new Set(shas)) segments.set(sha256, await store.segment(sha256));
  return segments;
}

/** The hash that the journal itself has for these events (see `journal/format.ts`). */
function headOf(payloads: readonly Uint8Array[], sums: Hashing): string {
  let hash: Uint8Array = new Uint8Array(32);
  for (const payload of payloads) hash = sums.sha256(hash, payload);
  return hexOf(hash);
}

function withoutAuthor(keys: string | undefined): string | undefined {
  if (keys === undefined) return undefined;
  const known: unknown = JSON.parse(keys);
  return JSON.stringify({ ...(known as object), author: '', person: '' });
}

async function begin(
  { passphrase, kdf = kdfDefault }: WriteOptions,
  chunkBytes: number,
  streamBytes: number,
  sums: Hashing,
): Promise<{ readonly head: Uint8Array<ArrayBuffer>; readonly seal: ChunkSeal }> {
  const shape = { format: backupVersion, chunkBytes, streamBytes } as const;
  if (passphrase === undefined) {
    const { bytes, sum } = encodeHeader({ ...shape, encryption: null }, sums);
    return { head: bytes, seal: plainSeal(sum, sums) };
  }
  const { key, encryption } = await newKey(passphrase, kdf);
  const { salt, check, noncePrefix, ...cost } = encryption;
  const { bytes, sum } = encodeHeader(
    {
      ...shape,
      encryption: {
        kdf: 'argon2id',
        ...cost,
        salt: base64Of(salt),
        check: base64Of(check),
        cipher: 'AES-256-GCM',
        noncePrefix: base64Of(noncePrefix),
      },
    },
    sums,
  );
  return { head: bytes, seal: encryptedSeal(sum, key, noncePrefix) };
}
