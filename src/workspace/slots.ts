import { type Hashing, sameBytes } from './hashing';
import { fileOrNothing, type StorageFolder, writeFully } from './storage';
import { StoreFailure } from './store';

/**
 * A text that is replaced in one step is kept twice, in the files `<name>-a` and `<name>-b`. Each is magic "SALDOTXT",
 * a number that grows with each change (u64), the text's length in bytes (u32), SHA-256 of all of this and the text,
 * and the text; little-endian. They are written one after the other, so that one is always whole, and at rest both
 * hold the same.
 */
const magic = new TextEncoder().encode('SALDOTXT');
const headerBytes = 52;
const sides = ['a', 'b'] as const;
type Side = (typeof sides)[number];

/** Bytes of a text; a longer file is no slot. */
const textBytesMax = 256 * 1024 * 1024;

interface Slot {
  readonly number: number;
  readonly text: string;
}

function encode(slot: Slot, sums: Hashing): Uint8Array {
  const text = new TextEncoder().encode(slot.text);
  if (text.length > textBytesMax) throw new StoreFailure('refused', 'the text is too long');
  const bytes = new Uint8Array(headerBytes + text.length);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setBigUint64(8, BigInt(slot.number), true);
  view.setUint32(16, text.length, true);
  bytes.set(sums.sha256(bytes.subarray(0, 20), text), 20);
  bytes.set(text, headerBytes);
  return bytes;
}

function decode(bytes: Uint8Array, sums: Hashing): Slot | undefined {
  if (bytes.length < headerBytes || !sameBytes(bytes.subarray(0, 8), magic)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = bytes.subarray(headerBytes);
  if (view.getUint32(16, true) !== text.length) return undefined;
  if (!sameBytes(bytes.subarray(20, headerBytes), sums.sha256(bytes.subarray(0, 20), text)))
    return undefined;
  return { number: Number(view.getBigUint64(8, true)), text: new TextDecoder().decode(text) };
}

type SlotState = { readonly slot: Slot | undefined; readonly isWritten: boolean };

async function look(
  folder: StorageFolder,
  name: string,
  side: Side,
  sums: Hashing,
): Promise<SlotState> {
  const blob = await fileOrNothing(folder, `${name}-${side}`);
  if (!blob || blob.size === 0) return { slot: undefined, isWritten: false };
  if (blob.size > headerBytes + textBytesMax) return { slot: undefined, isWritten: true };
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { slot: decode(bytes, sums), isWritten: true };
}

/** What both files say together. */
interface Reading {
  readonly best: Slot | undefined;
  readonly bestSide: Side | undefined;
  readonly isSettled: boolean;
}

async function read(folder: StorageFolder, name: string, sums: Hashing): Promise<Reading> {
  const a = await look(folder, name, 'a', sums);
  const b = await look(folder, name, 'b', sums);
  // One that is no slot beside one that was never written is the first writing, torn: there is no text yet.
  if (!a.slot && !b.slot && a.isWritten && b.isWritten)
    throw new StoreFailure('damaged', `neither ${name}-a nor ${name}-b can be read`);
  const bestSide = (b.slot?.number ?? -1) > (a.slot?.number ?? -1) ? 'b' : a.slot && 'a';
  return {
    best: bestSide === 'b' ? b.slot : a.slot,
    bestSide,
    isSettled: a.slot?.number === b.slot?.number,
  };
}

async function writeSide(
  folder: StorageFolder,
  name: string,
  side: Side,
  bytes: Uint8Array,
): Promise<void> {
  const file = await folder.openFile(`${name}-${side}`, { create: true });
  try {
    writeFully(file, bytes, 0);
    file.truncate(bytes.length);
    file.flush();
  } finally {
    file.close();
  }
}

/**
 * Makes sure that what was read is on disk, before the other file is written over: an earlier writing may have failed
 * at its flush, and would be seen and yet be lost.
 */
async function flushSide(
  folder: StorageFolder,
  name: string,
  side: Side | undefined,
): Promise<void> {
  if (!side) return;
  const file = await folder.openFile(`${name}-${side}`, { create: false });
  try {
    file.flush();
  } finally {
    file.close();
  }
}

const other = (side: Side | undefined): Side => (side === 'a' ? 'b' : 'a');

/** @returns `undefined` where no text was ever written. @throws StoreFailure `damaged` where neither file can be read */
export async function readText(
  folder: StorageFolder,
  name: string,
  sums: Hashing,
): Promise<string | undefined> {
  return (await read(folder, name, sums)).best?.text;
}

/** Reads a text and writes the damaged or older one of its files anew: for the workspace's keeper. */
export async function mendText(
  folder: StorageFolder,
  name: string,
  sums: Hashing,
): Promise<string | undefined> {
  const { best, bestSide, isSettled } = await read(folder, name, sums);
  if (best && !isSettled) {
    await flushSide(folder, name, bestSide);
    await writeSide(folder, name, other(bestSide), encode(best, sums));
  }
  return best?.text;
}

/**
 * Replaces a text.
 * @throws StoreFailure; then the text is the old one or, where only the second file failed, already the new one
 */
export async function writeText(
  folder: StorageFolder,
  name: string,
  text: string,
  sums: Hashing,
): Promise<void> {
  const { best, bestSide } = await read(folder, name, sums);
  const bytes = encode({ number: (best?.number ?? 0) + 1, text }, sums);
  const first = other(bestSide);
  await flushSide(folder, name, bestSide);
  await writeSide(folder, name, first, bytes);
  await writeSide(folder, name, other(first), bytes);
}
