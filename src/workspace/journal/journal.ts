import { assert } from '../../lib/assert';
import { type Hashing, hexOf, sameBytes } from '../hashing';
import { readUpTo, type StorageFile, writeFully } from '../storage';
import { type JournalHead, type JournalLoss, StoreFailure } from '../store';
import {
  decodeSlot,
  encodeRecords,
  encodeSlot,
  firstHead,
  type Head,
  journalBytesMax,
  journalVersion,
  recordHeaderBytes,
  recordsAt,
  slotAts,
  slotBytes,
} from './format';
import { RecordScan } from './scan';

/** Bytes that are read at a time. */
const pieceBytes = 1024 * 1024;

/** The payloads of one append: all of them are kept, or none. */
export type Append = readonly Uint8Array[];

interface Opened {
  readonly journal: Journal;
  readonly loss: JournalLoss | undefined;
}

/** The append-only file of a workspace's events, held by its one writer. Its layout is told in `format.ts`. */
export class Journal {
  readonly #file: StorageFile;
  readonly #sums: Hashing;
  /** Where each record starts. */
  readonly #starts: number[];
  #head: Head;
  /** What each slot says; `undefined` where that is nothing or not known. */
  readonly #slots: [Head | undefined, Head | undefined];
  #isBroken = false;

  private constructor(
    file: StorageFile,
    sums: Hashing,
    head: Head,
    starts: number[],
    slots: readonly (Head | undefined)[],
  ) {
    this.#file = file;
    this.#sums = sums;
    this.#head = head;
    this.#starts = starts;
    this.#slots = [slots[0], slots[1]];
  }

  /** Makes an empty journal of an empty file. */
  static create(file: StorageFile, sums: Hashing): Journal {
    const journal = new Journal(file, sums, firstHead, [], []);
    journal.#settle();
    return journal;
  }

  /**
   * Reads and verifies everything. What cannot be read at the end is cut off and named.
   * @throws StoreFailure `damaged` for a file that is no journal, `newer` for one of a later version
   */
  static open(file: StorageFile, sums: Hashing): Opened {
    const size = file.size();
    const slots = slotAts.map((at) => decodeSlot(readUpTo(file, at, slotBytes), sums));
    const heads = slots.filter((slot) => slot !== undefined);
    if (heads.length === 0) throw new StoreFailure('damaged', 'the journal has no readable head');
    if (heads.some(({ version }) => version > journalVersion))
      throw new StoreFailure('newer', 'the journal was written by a later version');

    const scan = new RecordScan(firstHead, sums);
    scanFile(file, scan, size, () => {});
    const { position, hash, end } = scan.point;
    const head: Head = { version: journalVersion, position, hash, end };
    const journal = new Journal(file, sums, head, scan.starts, slots);
    for (const known of heads)
      if (known.position <= position && !sameBytes(known.hash, journal.#hashAt(known.position)))
        throw new StoreFailure(
          'damaged',
          'the journal is not the one that its head was written for',
        );

    const recorded = Math.max(...heads.map((known) => known.position));
    const bytes = Math.max(0, size - end);
    if (bytes > 0) {
      file.truncate(end);
      file.flush();
    }
    journal.#settle();
    const isWhole = bytes === 0 && recorded <= position;
    return { journal, loss: isWhole ? undefined : { position, recorded, bytes } };
  }

  get head(): JournalHead {
    return { position: this.#head.position, hash: hexOf(this.#head.hash) };
  }

  /** Where the records start, and where they end: what a tab that stops writing goes on reading from. */
  get extent(): { readonly head: Head; readonly starts: readonly number[] } {
    return { head: this.#head, starts: this.#starts };
  }

  /** The payloads from a position on. */
  read(from: number): Uint8Array[] {
    const payloads: Uint8Array[] = [];
    if (from >= this.#head.position) return payloads;
    const end = this.#starts[from];
    assert(end !== undefined, `the journal has no event ${from}`);
    const scan = new RecordScan({ position: from, hash: this.#hashAt(from), end }, this.#sums);
    scanFile(this.#file, scan, this.#head.end, (append) => {
      for (const payload of append) payloads.push(payload);
    });
    if (scan.point.position !== this.#head.position)
      throw new StoreFailure('damaged', 'the journal does not read as it was written');
    return payloads;
  }

  /**
   * Writes all appends, then the head, and flushes once.
   * @returns the head after each append
   * @throws StoreFailure; then the journal ends where it did before, or refuses everything until it is opened again
   */
  append(appends: readonly Append[]): readonly JournalHead[] {
    if (this.#isBroken)
      throw new StoreFailure('refused', 'the journal is to be opened again after an error');
    const bytesOf = (append: Append): number =>
      append.reduce((sum, payload) => sum + recordHeaderBytes + payload.length, 0);
    const buffer = new Uint8Array(appends.reduce((sum, append) => sum + bytesOf(append), 0));
    const before = this.#head;
    if (before.end + buffer.length > journalBytesMax)
      throw new StoreFailure('full', 'the journal has reached its greatest length');

    const heads: JournalHead[] = [];
    const starts: number[] = [];
    let { position, hash } = before;
    let at = 0;
    for (const append of appends) {
      const part = buffer.subarray(at, at + bytesOf(append));
      const encoded = encodeRecords(append, hash, part, this.#sums);
      for (const start of encoded.starts) starts.push(before.end + at + start);
      hash = encoded.hash;
      position += append.length;
      at += part.length;
      heads.push({ position, hash: hexOf(hash) });
    }
    const next: Head = { version: journalVersion, position, hash, end: before.end + at };
    const slot = this.#slots[0] === before ? 1 : 0;
    try {
      writeFully(this.#file, buffer, before.end);
      this.#writeSlot(slot, next);
      this.#file.flush();
    } catch (error) {
      this.#restore(slot);
      throw error;
    }
    this.#head = next;
    for (const start of starts) this.#starts.push(start);
    return heads;
  }

  /** Lets go of the file. Whatever happens, what was acknowledged is on disk already. */
  close(): void {
    try {
      if (!this.#isBroken) this.#settle();
    } catch {
      // The slots differ then, as they do after a kill; opening mends them.
    }
    this.#file.close();
  }

  #restore(slot: 0 | 1): void {
    try {
      this.#file.truncate(this.#head.end);
      this.#writeSlot(slot, this.#head);
      this.#file.flush();
    } catch {
      this.#isBroken = true;
    }
  }

  /** Makes both slots say where the journal ends: one after the other, so that one is always whole. */
  #settle(): void {
    for (const slot of [0, 1] as const) {
      const known = this.#slots[slot];
      if (known?.position === this.#head.position) continue;
      this.#writeSlot(slot, this.#head);
      this.#file.flush();
    }
  }

  #writeSlot(slot: 0 | 1, head: Head): void {
    this.#slots[slot] = undefined;
    writeFully(this.#file, encodeSlot(head, this.#sums), slotAts[slot]);
    this.#slots[slot] = head;
  }

  #hashAt(position: number): Uint8Array {
    if (position === 0) return firstHead.hash;
    const start = this.#starts[position - 1];
    assert(start !== undefined, `the journal has no event ${position - 1}`);
    return readUpTo(this.#file, start + 12, 32);
  }
}

function scanFile(
  file: StorageFile,
  scan: RecordScan,
  to: number,
  take: (append: Append) => void,
): void {
  for (let at = Math.max(recordsAt, scan.point.end); at < to; ) {
    const piece = readUpTo(file, at, Math.min(pieceBytes, to - at));
    // An end before the end is an error of the disk; were it taken for the end, whole records would be cut off.
    if (piece.length === 0) throw new StoreFailure('refused', 'the journal cannot be read');
    if (!scan.feed(piece, take)) return;
    at += piece.length;
  }
}
