import { z } from 'zod';
import { type Hashing, sameBytes } from '../hashing';
import { bytesOfBase64 } from './base64';
import { BackupFailure, damaged } from './failure';

/**
 * A `.saldo` file is
 *
 *     magic "SALDOBAK", length of the header u32, header (JSON, UTF-8), SHA-256 of all of this
 *     chunks of `chunkBytes` of one stream, the last one shorter, each followed by its tag
 *
 * and the stream is a row of entries: length of the name u8, name, length of the content u64, content. All numbers
 * are little-endian. The entries are `manifest`, `keys`, `segments/<SHA-256>` each, and `journal` at the end: nothing
 * else is a name. A chunk's tag is that of AES-256-GCM where there is a passphrase, and else a link of a chain of
 * SHA-256 (see `chunkSeal.ts`); both know the header, the chunk's number and whether it is the last.
 */
export const backupVersion = 1;
/** Bytes of one chunk before it is sealed, as it is written here. */
export const chunkBytesDefault = 1024 * 1024;

const magic = new TextEncoder().encode('SALDOBAK');
const startBytes = magic.length + 4;
const sumBytes = 32;
const headerBytesMax = 64 * 1024;
const chunkBytesMin = 64;
const chunkBytesMax = 16 * 1024 * 1024;
/** Bytes of a whole backup. */
const fileBytesMax = 256 * 1024 * 1024 * 1024;

/** What deriving a key may cost where a file says so: more than any backup of ours needs, less than hurts. */
const kdfMax = { memoryKiB: 512 * 1024, iterations: 10, parallelism: 4 } as const;
const saltBytesMin = 16;
const saltBytesMax = 64;

/** The cost of Argon2id. */
export interface KdfCost {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** How a backup is encrypted. */
export interface Encryption extends KdfCost {
  readonly salt: Uint8Array<ArrayBuffer>;
  /** Half of what the passphrase gives, to tell a wrong one from a damaged file; the key is the other half. */
  readonly check: Uint8Array<ArrayBuffer>;
  readonly noncePrefix: Uint8Array<ArrayBuffer>;
}

interface BackupHeader {
  readonly chunkBytes: number;
  /** Bytes of the stream. */
  readonly streamBytes: number;
  readonly encryption: Encryption | null;
}

/** A header as it stands in its file. */
export interface ReadHeader extends BackupHeader {
  /** Where the chunks begin. */
  readonly end: number;
  /** SHA-256 of all before the chunks: every chunk's tag knows it. */
  readonly sum: Uint8Array<ArrayBuffer>;
}

const base64 = z.string().transform((text, context) => {
  const bytes = bytesOfBase64(text);
  if (bytes) return bytes;
  context.addIssue({ code: 'custom', message: 'no base64' });
  return z.NEVER;
});
const base64Bytes = (count: number) => base64.refine((bytes) => bytes.length === count);
const natural = z.int().positive();
const versioned = z.object({ format: natural });
const stored = z.strictObject({
  format: z.literal(backupVersion),
  chunkBytes: natural,
  streamBytes: natural,
  encryption: z
    .strictObject({
      kdf: z.literal('argon2id'),
      memoryKiB: natural,
      iterations: natural,
      parallelism: natural,
      salt: base64.refine(({ length }) => length >= saltBytesMin && length <= saltBytesMax),
      check: base64Bytes(32),
      noncePrefix: base64Bytes(8),
      cipher: z.literal('AES-256-GCM'),
    })
    .nullable(),
});

/** The header's JSON with its frame around it, and the sum that the chunks know. */
export function encodeHeader(
  json: z.input<typeof stored>,
  sums: Hashing,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly sum: Uint8Array<ArrayBuffer> } {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const framed = new Uint8Array(startBytes + text.length);
  framed.set(magic);
  new DataView(framed.buffer).setUint32(magic.length, text.length, true);
  framed.set(text, startBytes);
  const sum = Uint8Array.from(sums.sha256(framed));
  const bytes = new Uint8Array(framed.length + sumBytes);
  bytes.set(framed);
  bytes.set(sum, framed.length);
  return { bytes, sum };
}

/**
 * Reads a header, and holds it against the file's size before anything is allocated or derived.
 * @param tagBytes bytes of each chunk's tag, by whether it is encrypted
 * @throws BackupFailure
 */
export async function readHeader(
  file: Blob,
  sums: Hashing,
  tagBytes: (isEncrypted: boolean) => number,
): Promise<ReadHeader> {
  const start = await bytesOf(file, 0, startBytes);
  if (start.length < startBytes || !sameBytes(start.subarray(0, magic.length), magic))
    throw new BackupFailure('not_a_backup', 'the file does not begin as a backup does');
  if (file.size > fileBytesMax) throw new BackupFailure('too_large', `${file.size} bytes`);
  const length = new DataView(start.buffer).getUint32(magic.length, true);
  if (length > headerBytesMax) throw damaged(`a header of ${length} bytes`);
  const end = startBytes + length + sumBytes;
  const bytes = await bytesOf(file, 0, end);
  if (bytes.length < end) throw damaged('the header is cut off');
  const sum = bytes.slice(end - sumBytes);
  if (!sameBytes(sum, sums.sha256(bytes.subarray(0, end - sumBytes))))
    throw damaged('the header is not what was written');
  const header = parse(bytes.subarray(startBytes, end - sumBytes));
  const chunkCount = Math.ceil(header.streamBytes / header.chunkBytes);
  const size = end + header.streamBytes + chunkCount * tagBytes(header.encryption !== null);
  if (file.size !== size) throw damaged(`${file.size} bytes in place of ${size}`);
  return { ...header, end, sum };
}

function parse(bytes: Uint8Array): BackupHeader {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw damaged('the header is no JSON');
  }
  const version = versioned.safeParse(json);
  if (version.success && version.data.format > backupVersion)
    throw new BackupFailure('newer', `format ${version.data.format}`);
  const parsed = stored.safeParse(json);
  if (!parsed.success) throw damaged(`the header: ${parsed.error.issues[0]?.message}`);
  const { chunkBytes, streamBytes, encryption } = parsed.data;
  if (chunkBytes > chunkBytesMax) throw new BackupFailure('too_large', `chunks of ${chunkBytes}`);
  if (chunkBytes < chunkBytesMin) throw damaged(`chunks of ${chunkBytes} bytes`);
  if (!encryption) return { chunkBytes, streamBytes, encryption };
  for (const name of ['memoryKiB', 'iterations', 'parallelism'] as const)
    if (encryption[name] > kdfMax[name])
      throw new BackupFailure('too_costly', `${name} ${encryption[name]}`);
  // Argon2 asks for eight blocks of 1 KiB a lane (RFC 9106, 3.1).
  if (encryption.memoryKiB < 8 * encryption.parallelism) throw damaged('too little memory');
  const { kdf: _kdf, cipher: _cipher, ...rest } = encryption;
  return { chunkBytes, streamBytes, encryption: rest };
}

/** Bytes of a file from one place to another; fewer where it ends before. */
export async function bytesOf(
  file: Blob,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}
