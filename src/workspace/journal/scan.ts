import { type Hashing, sameBytes } from '../hashing';
import { appendRecordsMax, payloadBytesMax, recordHeaderBytes } from './format';

/** Where in a journal a scan begins, or has come to. */
export interface ScanPoint {
  readonly position: number;
  readonly hash: Uint8Array;
  /** Bytes from the file's start. */
  readonly end: number;
}

/**
 * Reads records from pieces of a journal, each verified, and hands over whole appends only. It never waits and never
 * asks for bytes, so that a held file and a file that another tab holds are read by the same code.
 */
export class RecordScan {
  /** After the last whole append. */
  point: ScanPoint;
  /** Where each record starts, in bytes from the file's start. */
  readonly starts: number[] = [];
  readonly #sums: Hashing;
  readonly #to: number;
  #unread = new Uint8Array(0);
  #at: number;
  #hash: Uint8Array;
  #append: Uint8Array[] = [];
  #appendStarts: number[] = [];
  #following = 0;
  #isBad = false;

  /** @param to the position after which nothing is read any more */
  constructor(from: ScanPoint, sums: Hashing, to = Number.POSITIVE_INFINITY) {
    this.point = from;
    this.#at = from.end;
    this.#hash = from.hash;
    this.#sums = sums;
    this.#to = to;
  }

  /**
   * Takes the next bytes of the file.
   * @param take gets each whole append, its payloads being views of the bytes given
   * @returns `false` once the bytes are no record; nothing after them can be read
   */
  feed(bytes: Uint8Array, take: (payloads: readonly Uint8Array[]) => void): boolean {
    const all = joined(this.#unread, bytes);
    let at = 0;
    while (!this.#isBad && this.point.position < this.#to) {
      const next = this.#record(all.subarray(at));
      if (next === undefined) break;
      at += next.bytes;
      this.#take(next, take);
    }
    this.#unread = all.slice(at);
    return !this.#isBad;
  }

  #record(bytes: Uint8Array): ScannedRecord | undefined {
    if (bytes.length < recordHeaderBytes) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const length = view.getUint32(4, true);
    const following = view.getUint32(8, true);
    const continues = this.#append.length === 0 || following === this.#following - 1;
    if (length === 0 || length > payloadBytesMax || following >= appendRecordsMax || !continues) {
      this.#isBad = true;
      return undefined;
    }
    const end = recordHeaderBytes + length;
    if (bytes.length < end) return undefined;
    const payload = bytes.subarray(recordHeaderBytes, end);
    const hash = bytes.slice(12, recordHeaderBytes);
    if (
      view.getUint32(0, true) !== this.#sums.crc32(bytes.subarray(4, end)) ||
      !sameBytes(hash, this.#sums.sha256(this.#hash, payload))
    ) {
      this.#isBad = true;
      return undefined;
    }
    return { payload, hash, following, bytes: end };
  }

  #take(record: ScannedRecord, take: (payloads: readonly Uint8Array[]) => void): void {
    this.#append.push(record.payload);
    this.#appendStarts.push(this.#at);
    this.#at += record.bytes;
    this.#hash = record.hash;
    this.#following = record.following;
    if (record.following > 0) return;
    const position = this.point.position + this.#append.length;
    this.point = { position, hash: record.hash, end: this.#at };
    for (const start of this.#appendStarts) this.starts.push(start);
    take(this.#append);
    this.#append = [];
    this.#appendStarts = [];
  }
}

interface ScannedRecord {
  readonly payload: Uint8Array;
  readonly hash: Uint8Array;
  readonly following: number;
  /** Of the whole record. */
  readonly bytes: number;
}

function joined(left: Uint8Array<ArrayBuffer>, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
