import {
  BlobReader,
  configure,
  type Entry,
  ERR_CENTRAL_DIRECTORY_NOT_FOUND,
  ERR_ENCRYPTED,
  ERR_EOCDR_NOT_FOUND,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_OVERLAPPING_ENTRY,
  ERR_UNSAFE_FILENAME,
  ERR_UNSUPPORTED_COMPRESSION,
  ZipReader,
} from '@zip.js/zip.js/index-native.js';
import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import { fail } from '../fail';
import { limits } from '../limits';
import type { ReadOptions, SourceFile } from '../source';

// Whoever reads an archive is in a worker already; more of them would be blobs, which the page's policy forbids.
configure({ useWebWorkers: false });

/** A file within an archive; its bytes come when they are asked for. */
export interface InnerFile {
  readonly name: string;
  /** Unpacks it, bounded by the limits of the whole archive. @throws ImportFailure; Cancelled */
  blob(): Promise<Blob>;
}

/** So small an archive may be of much repetition; a bomb is not made of it. */
const ratioBytesMin = 10_000_000;

/**
 * The files of a zip archive. Its own words about sizes and sums are not believed: what comes out is counted, and
 * checked against its CRC; entries that lie over each other are refused.
 * @throws ImportFailure; Cancelled
 */
export async function openArchive(
  file: SourceFile,
  { signal, onBytes }: ReadOptions,
): Promise<readonly InnerFile[]> {
  const reader = new ZipReader(new BlobReader(file.blob), {
    checkSignature: true,
    checkOverlappingEntry: true,
  });
  let unpacked = 0;
  const entries = await reader.getEntries().catch((error: unknown) => damaged(file, '', error));
  if (!(await endHolds(file.blob, entries)))
    fail(file, 'damaged_file', undefined, {
      place: file.name,
      detail: 'its count of files is not the count of the files in it',
    });
  // A folder holds nothing itself: what says that it is one and has contents is a file whose name or mark was changed.
  const files = entries.filter(({ directory, compressedSize }) => !directory || compressedSize > 0);
  if (files.length > limits.innerFilesMax)
    fail(file, 'limit_exceeded', undefined, { name: 'innerFilesMax', limit: limits.innerFilesMax });
  const bytesMax = Math.min(
    limits.unpackedBytesMax,
    Math.max(ratioBytesMin, file.blob.size * limits.unpackRatioMax),
  );

  const take = async (entry: Entry): Promise<Blob> => {
    if (entry.encrypted) fail(file, 'encrypted_file');
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let excess = false;
    const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
      write(chunk) {
        if (signal?.aborted) throw new Cancelled();
        unpacked += chunk.length;
        if (unpacked > bytesMax) {
          excess = true;
          throw new Error('too large');
        }
        parts.push(chunk);
        onBytes?.(unpacked);
      },
    });
    try {
      if (entry.directory) throw new Error('a folder with contents');
      await entry.getData(sink);
      if (!(await headerHolds(file.blob, entry))) throw new Error(ERR_INVALID_UNCOMPRESSED_SIZE);
    } catch (error) {
      if (signal?.aborted) throw new Cancelled();
      if (!excess) return damaged(file, entry.filename, error);
      const isRatio = bytesMax < limits.unpackedBytesMax;
      fail(file, 'limit_exceeded', undefined, {
        name: isRatio ? 'unpackRatioMax' : 'unpackedBytesMax',
        limit: isRatio ? limits.unpackRatioMax : limits.unpackedBytesMax,
      });
    }
    return new Blob(parts);
  };
  return files.map((entry) => ({ name: entry.filename, blob: () => take(entry) }));
}

/** Where a file's sizes stand in the header before its contents. */
const headerSizesAt = 18;

/**
 * Whether the sizes before a file's contents are those of the directory, or none. Where they come behind the contents,
 * this reader passes over what stands before them; other readers of the same archive believe it.
 * Source: PKWARE, APPNOTE.TXT, 4.3.7 and 4.4.4.
 */
async function headerHolds(blob: Blob, entry: Entry): Promise<boolean> {
  const at = entry.offset + headerSizesAt;
  const header = new DataView(await blob.slice(at, at + 8).arrayBuffer());
  const agree = (stated: number, size: number): boolean =>
    stated === 0 || stated === elsewhere || stated === size;
  return (
    agree(header.getUint32(0, true), entry.compressedSize) &&
    agree(header.getUint32(4, true), entry.uncompressedSize)
  );
}

const endMark = 0x06054b50;
const endBytes = 22;
const commentBytesMax = 0xffff;

/** A file's bytes in the directory beside its name, its further fields and its comment. */
const directoryBytesEach = 46;

/** A number of 32 bits that stands elsewhere, in 64. */
const elsewhere = 0xffffffff;

/**
 * Whether an archive's end agrees with what was found. It says twice how many files there are, and the reader believes
 * one of them: a damaged one would lose files without a word. What it says of the directory's length tells as well.
 * Source: PKWARE, APPNOTE.TXT, 4.3.12 and 4.3.16.
 */
async function endHolds(blob: Blob, entries: readonly Entry[]): Promise<boolean> {
  const found = entries.reduce(
    (sum, { rawFilename, rawExtraField, rawComment }) =>
      sum + directoryBytesEach + rawFilename.length + rawExtraField.length + rawComment.length,
    0,
  );
  const tail = new DataView(await blob.slice(-(endBytes + commentBytesMax)).arrayBuffer());
  for (let at = tail.byteLength - endBytes; at >= 0; at -= 1)
    if (tail.getUint32(at, true) === endMark) {
      const isSameCount = tail.getUint16(at + 8, true) === tail.getUint16(at + 10, true);
      const stated = tail.getUint32(at + 12, true);
      return isSameCount && (stated === elsewhere || stated === found);
    }
  return false;
}

/** What the reader of archives says of a damage, in words of a person who has the file. */
const details: ReadonlyMap<string, string> = new Map([
  [ERR_EOCDR_NOT_FOUND, 'the end of the archive is missing'],
  [ERR_CENTRAL_DIRECTORY_NOT_FOUND, 'the list of its files is missing'],
  [ERR_INVALID_CRC32, 'its check sum is wrong'],
  [ERR_INVALID_UNCOMPRESSED_SIZE, 'its size is not what the archive says'],
  [ERR_OVERLAPPING_ENTRY, 'it lies over another file of the archive'],
  [ERR_UNSUPPORTED_COMPRESSION, 'it is packed in a way that is not read'],
]);

function damaged(file: SourceFile, place: string, error: unknown): never {
  if (error instanceof ImportFailure) throw error;
  const message = error instanceof Error ? error.message : '';
  if (message === ERR_ENCRYPTED) fail(file, 'encrypted_file');
  if (message === ERR_UNSAFE_FILENAME)
    fail(file, 'unsafe_file', undefined, { what: 'a name that leads out of its folder' });
  fail(file, 'damaged_file', undefined, {
    place: place === '' ? file.name : place,
    detail: details.get(message) ?? 'it cannot be unpacked',
  });
}
