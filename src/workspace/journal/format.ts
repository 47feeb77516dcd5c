import { assert } from '../../lib/assert';
import { type Hashing, sameBytes } from '../hashing';

/**
 * A journal is a file of
 *
 *     head slot at 0      magic "SALDOJNL", version u32, 0 u32, position u64, end u64, chain hash, CRC-32
 *     head slot at 512    the same; they are written in turn, so that a torn one leaves the other
 *     records from 1024   CRC-32 of all that follows, length u32, following u32, chain hash, payload
 *
 * all numbers little-endian. `following` counts the records of the same append that are still to come, so that an
 * append is there as a whole or not at all. The chain hash is SHA-256 of the hash before and the payload; before the
 * first it is 32 zero bytes. A head says how many records there are and where they end.
 */
export const journalVersion = 1;
export const slotAts = [0, 512] as const;
export const recordsAt = 1024;
export const recordHeaderBytes = 44;
/** A payload is longer than nothing and not longer than this: a flipped length never makes anybody allocate more. */
export const payloadBytesMax = 16 * 1024 * 1024;
/** Records of one append. */
export const appendRecordsMax = 1_000_000;
/** Bytes of one append with all of its records. */
export const appendBytesMax = 256 * 1024 * 1024;
/** Bytes of a journal; beyond, nothing is appended. */
export const journalBytesMax = 4 * 1024 * 1024 * 1024;

const magic = new TextEncoder().encode('SALDOJNL');
export const slotBytes = 68;

export interface Head {
  readonly version: number;
  readonly position: number;
  /** Where the records end, in bytes from the file's start. */
  readonly end: number;
  readonly hash: Uint8Array;
}

export const firstHead: Head = {
  version: journalVersion,
  position: 0,
  end: recordsAt,
  hash: new Uint8Array(32),
};

export function encodeSlot(head: Head, sums: Hashing): Uint8Array {
  const bytes = new Uint8Array(slotBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint32(8, head.version, true);
  view.setBigUint64(16, BigInt(head.position), true);
  view.setBigUint64(24, BigInt(head.end), true);
  bytes.set(head.hash, 32);
  view.setUint32(64, sums.crc32(bytes.subarray(0, 64)), true);
  return bytes;
}

/** @returns `undefined` where the bytes are no whole slot */
export function decodeSlot(bytes: Uint8Array, sums: Hashing): Head | undefined {
  if (bytes.length < slotBytes || !sameBytes(bytes.subarray(0, 8), magic)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, slotBytes);
  if (view.getUint32(64, true) !== sums.crc32(bytes.subarray(0, 64))) return undefined;
  return {
    version: view.getUint32(8, true),
    position: Number(view.getBigUint64(16, true)),
    end: Number(view.getBigUint64(24, true)),
    hash: bytes.slice(32, 64),
  };
}

/** Writes the records of one append into a buffer. @returns where each starts in the buffer, and the last one's hash */
export function encodeRecords(
  payloads: readonly Uint8Array[],
  previous: Uint8Array,
  into: Uint8Array,
  sums: Hashing,
): { readonly starts: readonly number[]; readonly hash: Uint8Array } {
  const view = new DataView(into.buffer, into.byteOffset, into.length);
  const starts: number[] = [];
  let hash = previous;
  let at = 0;
  payloads.forEach((payload, index) => {
    hash = sums.sha256(hash, payload);
    const end = at + recordHeaderBytes + payload.length;
    view.setUint32(at + 4, payload.length, true);
    view.setUint32(at + 8, payloads.length - 1 - index, true);
    into.set(hash, at + 12);
    into.set(payload, at + recordHeaderBytes);
    view.setUint32(at, sums.crc32(into.subarray(at + 4, end)), true);
    starts.push(at);
    at = end;
  });
  assert(at === into.length, 'the records do not fill their buffer');
  return { starts, hash };
}
