import { createSHA256 } from 'hash-wasm';
import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import type { ReadOptions, SourceFile } from '../source';
import { isUtf8 } from './encoding';

/** What one look at every byte of a file tells. Lines and records count from 1. */
export interface CsvScan {
  readonly bytes: number;
  readonly sha256: string;
  readonly recordCount: number;
  /** Every record is one line of `width` cells, with quotes only around whole cells: the engine reads it as it is. */
  readonly isRegular: boolean;
  /** The longest record, in bytes, and the line on which it starts. */
  readonly longest: { readonly bytes: number; readonly line: number };
  /** The first line that holds a NUL, or 0. */
  readonly nulLine: number;
  /** Whether the bytes are ASCII alone. */
  readonly isAscii: boolean;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Reads a file once: its hash, the shape of its records, and where something is out of the ordinary. A byte at
 * a time, since a chunk of a million takes a few milliseconds and the page stays free between two of them.
 * @param firstRecord records before this one (the preamble) may have any width
 * @throws Cancelled when the signal fires; ImportFailure (`wrong_encoding`) where UTF-8 is expected and broken
 */
export async function scanCsv(
  file: SourceFile,
  delimiter: string,
  width: number,
  firstRecord: number,
  isUtf8Expected: boolean,
  options: ReadOptions = {},
): Promise<CsvScan> {
  const mark = delimiter.charCodeAt(0);
  const hash = await createSHA256();
  const chunkBytes = 1 << 20;

  let line = 1;
  let records = 0;
  let cells = 1;
  let recordBytes = 0;
  let recordLine = 1;
  let inQuotes = false;
  let wasQuote = false;
  let cellStart = true;
  let lastByte = 0;
  let isRegular = true;
  let isAscii = true;
  let nulLine = 0;
  let longest = { bytes: 0, line: 1 };
  /** Blank lines at the very end are nothing; before another record they shift every line after them. */
  let sawBlank = false;
  const utf8 = isUtf8Expected ? new TextDecoder('utf-8', { fatal: true }) : undefined;

  const endRecord = (): void => {
    if (recordBytes === 0 || (recordBytes === 1 && lastByte === CR)) {
      sawBlank = true;
      recordBytes = 0;
      return;
    }
    if (sawBlank) isRegular = false;
    records += 1;
    if (recordBytes > longest.bytes) longest = { bytes: recordBytes, line: recordLine };
    if (records >= firstRecord && cells !== width) isRegular = false;
    cells = 1;
    recordBytes = 0;
    cellStart = true;
    wasQuote = false;
  };

  for (let offset = 0; offset < file.blob.size; offset += chunkBytes) {
    if (options.signal?.aborted) throw new Cancelled();
    const chunk = new Uint8Array(await file.blob.slice(offset, offset + chunkBytes).arrayBuffer());
    hash.update(chunk);
    if (utf8) checkUtf8(utf8, chunk, offset + chunkBytes >= file.blob.size, file.name, line);
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i] ?? 0;
      if (byte > 127) isAscii = false;
      if (byte === 0 && nulLine === 0) nulLine = line;
      if (recordBytes === 0 && byte !== LF) recordLine = line;
      if (inQuotes) {
        recordBytes += 1;
        if (byte === QUOTE) {
          inQuotes = false;
          wasQuote = true;
        } else if (byte === LF) {
          line += 1;
          isRegular = false;
        }
      } else if (byte === LF) {
        endRecord();
        line += 1;
      } else if (byte === CR) {
        // Only as the first half of a line's end; a lone one is for the repair to judge.
        if (i + 1 < chunk.length && chunk[i + 1] !== LF) isRegular = false;
        wasQuote = false;
        recordBytes += 1;
      } else {
        recordBytes += 1;
        if (byte === mark) {
          cells += 1;
          cellStart = true;
          wasQuote = false;
        } else if (byte === QUOTE) {
          if (wasQuote || cellStart) inQuotes = true;
          else isRegular = false;
          cellStart = false;
          wasQuote = false;
        } else {
          if (wasQuote) isRegular = false;
          cellStart = false;
        }
      }
      lastByte = byte;
    }
    options.onBytes?.(Math.min(offset + chunkBytes, file.blob.size));
  }
  if (recordBytes > 0 || inQuotes) endRecord();
  if (inQuotes) isRegular = false;
  return {
    bytes: file.blob.size,
    sha256: hash.digest('hex'),
    recordCount: records,
    isRegular,
    longest,
    nulLine,
    isAscii,
  };
}

/** Fails at the line whose bytes are not UTF-8. `line` is where the chunk begins. */
function checkUtf8(
  decoder: TextDecoder,
  chunk: Uint8Array,
  isLast: boolean,
  file: string,
  line: number,
): void {
  try {
    decoder.decode(chunk, { stream: !isLast });
  } catch {
    let at = line;
    let from = 0;
    for (let i = 0; i <= chunk.length; i += 1) {
      if (i < chunk.length && chunk[i] !== LF) continue;
      if (from > 0 && !isUtf8(chunk.subarray(from, i), true)) break;
      if (from === 0 && !isUtf8(chunk.subarray(0, i), true) && !startsInsideCharacter(chunk)) break;
      from = i + 1;
      at += 1;
    }
    throw new ImportFailure({ code: 'wrong_encoding', file, line: at });
  }
}

/** A chunk may begin with the rest of a character that the chunk before it began. */
function startsInsideCharacter(chunk: Uint8Array): boolean {
  return ((chunk[0] ?? 0) & 0xc0) === 0x80;
}
