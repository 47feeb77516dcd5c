import type { Hashing } from '../hashing';
import type { StorageFolder } from '../storage';
import { StoreFailure } from '../store';
import {
  decodeSlot,
  firstHead,
  journalVersion,
  recordHeaderBytes,
  slotAts,
  slotBytes,
} from './format';
import type { Append } from './journal';
import { RecordScan, type ScanPoint } from './scan';

/** Bytes that are read at a time. */
const pieceBytes = 1024 * 1024;
const triesMax = 200;
const retry_ms = 2;

/**
 * Bytes of a file that another tab may be writing at this moment: a browser refuses to read a file that changed after
 * it was asked for, and is asked again.
 */
async function readSlice(
  folder: StorageFolder,
  name: string,
  from: number,
  to: number,
): Promise<Uint8Array> {
  for (let tries = 1; ; tries += 1) {
    const blob = await folder.readFile(name);
    try {
      return new Uint8Array(await blob.slice(from, to).arrayBuffer());
    } catch (error) {
      if (tries === triesMax)
        throw new StoreFailure('refused', error instanceof Error ? error.message : String(error));
      await new Promise((resolve) => setTimeout(resolve, retry_ms));
    }
  }
}

/** Appends of a journal that may be held by another tab, from a point on. */
export interface Followed {
  readonly point: ScanPoint;
  /** Where each record starts that was read. */
  readonly starts: readonly number[];
  readonly appends: readonly Append[];
}

/**
 * Reads and verifies whole appends from a point on, up to a position or as far as there are any. What is being written
 * at this moment is no append yet.
 */
export async function followJournal(
  folder: StorageFolder,
  name: string,
  from: ScanPoint,
  to: number,
  sums: Hashing,
): Promise<Followed> {
  const scan = new RecordScan(from, sums, to);
  const appends: Append[] = [];
  for (let at = from.end; scan.point.position < to; ) {
    const piece = await readSlice(folder, name, at, at + pieceBytes);
    const isGood = scan.feed(piece, (append) => void appends.push(append));
    if (piece.length === 0 || !isGood) break;
    at += piece.length;
  }
  return { point: scan.point, starts: scan.starts, appends };
}

/** The chain hash of a record that starts at a byte. */
export function readHash(folder: StorageFolder, name: string, start: number): Promise<Uint8Array> {
  return readSlice(folder, name, start + 12, start + recordHeaderBytes);
}

/**
 * @returns how many records the journal's heads speak of
 * @throws StoreFailure `damaged` for a file that is no journal, `newer` for one of a later version
 */
export async function recordedIn(
  folder: StorageFolder,
  name: string,
  sums: Hashing,
): Promise<number> {
  const slots = await Promise.all(
    slotAts.map(async (at) => decodeSlot(await readSlice(folder, name, at, at + slotBytes), sums)),
  );
  const heads = slots.filter((slot) => slot !== undefined);
  if (heads.length === 0) throw new StoreFailure('damaged', 'the journal has no readable head');
  if (heads.some(({ version }) => version > journalVersion))
    throw new StoreFailure('newer', 'the journal was written by a later version');
  return Math.max(...heads.map(({ position }) => position));
}

/**
 * All appends of a journal, whoever holds it.
 * @throws StoreFailure `damaged` also where the end is: only opening it tells its loss
 */
export async function readJournal(
  folder: StorageFolder,
  name: string,
  sums: Hashing,
): Promise<readonly Append[]> {
  const recorded = await recordedIn(folder, name, sums);
  const all = Number.POSITIVE_INFINITY;
  const { point, appends } = await followJournal(folder, name, firstHead, all, sums);
  if (point.position < recorded)
    throw new StoreFailure('damaged', 'the end of the journal cannot be read');
  return appends;
}
