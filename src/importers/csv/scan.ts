import { createSHA256 } from 'hash-wasm';
import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import type { ReadOptions, SourceFile } from '../source';
import { Utf8Check } from './utf8';

/** What one look at every byte of a file tells. Lines and records count from 1. */
export interface CsvScan {
  readonly bytes: number;
  readonly sha256: string;
  readonly recordCount: number;
  /** Records of nothing but separators, as spreadsheets leave them below a table. They are no rows. */
  readonly blankCount: number;
  /**
   * The first line that is not one record of `width` cells with quotes only around whole cells, and 0 where the
   * engine can read the file as it is.
   */
  readonly irregularLine: number;
  /** The longest record, in bytes, and the line on which it starts. */
  readonly longest: { readonly bytes: number; readonly line: number };
  /** The first line that holds a NUL, or 0. */
  readonly nulLine: number;
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
  let blankCount = 0;
  let irregularLine = 0;
  let nulLine = 0;
  let longest = { bytes: 0, line: 1 };
  /** Blank lines at the very end are nothing; before another record they shift every line after them. */
  let sawBlank = false;
  /** The engine wants one kind of line end throughout: LF alone, or CR and LF. */
  let sawCrLf = false;
  let sawBareLf = false;
  const utf8 = isUtf8Expected ? new Utf8Check() : undefined;
  let inCharacter = false;
  const irregular = (): void => {
    if (irregularLine === 0) irregularLine = line;
  };
  const brokenUtf8 = (): never => {
    throw new ImportFailure({ code: 'wrong_encoding', file: file.name, line });
  };

  const endRecord = (): void => {
    if (recordBytes === 0 || (recordBytes === 1 && lastByte === CR)) {
      sawBlank = true;
      recordBytes = 0;
      return;
    }
    if (sawBlank) irregular();
    records += 1;
    const textBytes = recordBytes - (lastByte === CR ? 1 : 0);
    if (records > firstRecord && cells > 1 && textBytes < cells) blankCount += 1;
    if (recordBytes > longest.bytes) longest = { bytes: recordBytes, line: recordLine };
    if (records >= firstRecord && cells !== width) irregular();
    cells = 1;
    recordBytes = 0;
    cellStart = true;
    wasQuote = false;
  };

  for (let offset = 0; offset < file.blob.size; offset += chunkBytes) {
    if (options.signal?.aborted) throw new Cancelled();
    const chunk = new Uint8Array(await file.blob.slice(offset, offset + chunkBytes).arrayBuffer());
    hash.update(chunk);
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i] ?? 0;
      if ((byte > 127 || inCharacter) && utf8) {
        if (!utf8.accepts(byte)) brokenUtf8();
        inCharacter = utf8.isInside;
      }
      if (byte === 0 && nulLine === 0) nulLine = line;
      if (recordBytes === 0 && byte !== LF) recordLine = line;
      if (inQuotes) {
        recordBytes += 1;
        if (byte === QUOTE) {
          inQuotes = false;
          wasQuote = true;
        } else if (byte === LF) {
          irregular();
          line += 1;
        }
      } else if (byte === LF) {
        if (lastByte === CR) sawCrLf = true;
        else sawBareLf = true;
        if (sawCrLf && sawBareLf) irregular();
        endRecord();
        line += 1;
      } else if (byte === CR) {
        wasQuote = false;
        recordBytes += 1;
      } else {
        // A CR is the first half of a line's end; a lone one is for the repair to judge.
        if (lastByte === CR) irregular();
        recordBytes += 1;
        if (byte === mark) {
          cells += 1;
          cellStart = true;
          wasQuote = false;
        } else if (byte === QUOTE) {
          if (wasQuote || cellStart) inQuotes = true;
          else irregular();
          cellStart = false;
          wasQuote = false;
        } else {
          if (wasQuote) irregular();
          cellStart = false;
        }
      }
      lastByte = byte;
    }
    options.onBytes?.(Math.min(offset + chunkBytes, file.blob.size));
  }
  if (inCharacter) brokenUtf8();
  if (inQuotes || lastByte === CR) irregular();
  if (recordBytes > 0 || inQuotes) endRecord();
  return {
    bytes: file.blob.size,
    sha256: hash.digest('hex'),
    recordCount: records,
    blankCount,
    irregularLine,
    longest,
    nulLine,
  };
}
