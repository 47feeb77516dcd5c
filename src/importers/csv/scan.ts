import { createSHA256 } from 'hash-wasm';
import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import type { ReadOptions, SourceFile } from '../source';
import { cellOther, cellShapes, cellStart, cellSteps, shapesAtFirst } from './cellShape';
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
  /** Of each column what all of its cells below the header are: bits of `cellShape.ts`, 0 where its values differ in form. */
  readonly shapes: readonly number[];
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
/** The end mark of DOS. */
const SUB = 26;
/** The first byte of a byte order mark in UTF-8. */
const MARK_START = 0xef;

/** The page stays free between two pieces. */
const pieceBytes = 1 << 20;

/** A file's records so far. Its loop is the one place where each byte costs, so it keeps to local variables. */
class RecordScanner {
  readonly #mark: number;
  readonly #width: number;
  readonly #firstRecord: number;
  readonly #utf8: Utf8Check | undefined;
  readonly #shapes: Uint8Array;
  /** Bytes of the pieces before this one, and where in the file the record began. */
  #offset = 0;
  #recordStart = 0;
  #recordLine = 1;
  #line = 1;
  #records = 0;
  #cells = 1;
  #shape = cellStart;
  #inQuotes = false;
  #wasQuote = false;
  #atCellStart = true;
  #lastByte = 0;
  #inCharacter = false;
  /** Blank lines at the very end are nothing; before another record they shift every line after them. */
  #sawBlank = false;
  /** The engine wants one kind of line end throughout: LF alone, or CR and LF. */
  #sawCrLf = false;
  #sawBareLf = false;
  #blankCount = 0;
  #irregularLine = 0;
  #nulLine = 0;
  #longest = { bytes: 0, line: 1 };

  constructor(mark: number, width: number, firstRecord: number, isUtf8Expected: boolean) {
    this.#mark = mark;
    this.#width = width;
    this.#firstRecord = firstRecord;
    this.#utf8 = isUtf8Expected ? new Utf8Check() : undefined;
    this.#shapes = new Uint8Array(width).fill(shapesAtFirst);
  }

  get line(): number {
    return this.#line;
  }

  get records(): number {
    return this.#records;
  }

  /** Takes the next bytes; false where they are not UTF-8 although they should be, on the present line. */
  take(piece: Uint8Array): boolean {
    const mark = this.#mark;
    const utf8 = this.#utf8;
    let inQuotes = this.#inQuotes;
    let wasQuote = this.#wasQuote;
    let atCellStart = this.#atCellStart;
    let lastByte = this.#lastByte;
    let inCharacter = this.#inCharacter;
    let shape = this.#shape;
    let cells = this.#cells;
    const shapes = this.#shapes;
    let isBelowHeader = this.#records >= this.#firstRecord;
    for (let i = 0; i < piece.length; i += 1) {
      const byte = piece[i] ?? 0;
      if ((byte > 127 || inCharacter) && utf8 !== undefined) {
        if (!utf8.accepts(byte)) return false;
        inCharacter = utf8.isInside;
        if (byte === MARK_START && lastByte === LF) this.#irregular();
      }
      if (byte === 0 && this.#nulLine === 0) this.#nulLine = this.#line;
      if (inQuotes) {
        if (byte === QUOTE) {
          inQuotes = false;
          wasQuote = true;
        } else {
          shape = cellSteps[(shape << 8) | byte] ?? cellOther;
          if (byte === LF) {
            this.#irregular();
            this.#line += 1;
          }
        }
      } else if (byte === mark) {
        if (lastByte === CR) this.#irregular();
        // Where the column is one too many, the assignment is lost, and the line is irregular.
        if (isBelowHeader) shapes[cells - 1] = (shapes[cells - 1] ?? 0) & (cellShapes[shape] ?? 0);
        shape = cellStart;
        cells += 1;
        atCellStart = true;
        wasQuote = false;
      } else if (byte === LF) {
        this.#endLine(this.#offset + i, lastByte, shape, cells);
        isBelowHeader = this.#records >= this.#firstRecord;
        cells = 1;
        shape = cellStart;
        atCellStart = true;
        wasQuote = false;
      } else if (byte === CR) {
        wasQuote = false;
      } else {
        // A CR is the first half of a line's end; a lone one is for the repair to judge.
        if (lastByte === CR) this.#irregular();
        if (byte === QUOTE) {
          if (wasQuote || atCellStart) inQuotes = true;
          else this.#irregular();
          if (wasQuote) shape = cellOther;
          wasQuote = false;
        } else {
          if (wasQuote) this.#irregular();
          shape = cellSteps[(shape << 8) | byte] ?? cellOther;
        }
        atCellStart = false;
      }
      lastByte = byte;
    }
    this.#inQuotes = inQuotes;
    this.#wasQuote = wasQuote;
    this.#atCellStart = atCellStart;
    this.#lastByte = lastByte;
    this.#inCharacter = inCharacter;
    this.#shape = shape;
    this.#cells = cells;
    this.#offset += piece.length;
    return true;
  }

  /** The end of the file; false where a character is cut. */
  end(): boolean {
    if (this.#inCharacter) return false;
    if (this.#inQuotes || this.#lastByte === CR || this.#lastByte === SUB) this.#irregular();
    if (this.#offset > this.#recordStart)
      this.#endRecord(this.#offset, this.#lastByte, this.#shape, this.#cells);
    return true;
  }

  result(sha256: string): CsvScan {
    return {
      bytes: this.#offset,
      sha256,
      recordCount: this.#records,
      blankCount: this.#blankCount,
      irregularLine: this.#irregularLine,
      longest: this.#longest,
      nulLine: this.#nulLine,
      shapes: [...this.#shapes],
    };
  }

  #irregular(): void {
    if (this.#irregularLine === 0) this.#irregularLine = this.#line;
  }

  #endLine(at: number, lastByte: number, shape: number, cells: number): void {
    if (lastByte === CR) this.#sawCrLf = true;
    else this.#sawBareLf = true;
    if (this.#sawCrLf && this.#sawBareLf) this.#irregular();
    this.#endRecord(at, lastByte, shape, cells);
    this.#line += 1;
    this.#recordStart = at + 1;
    this.#recordLine = this.#line;
  }

  #endRecord(at: number, lastByte: number, shape: number, cells: number): void {
    const recordBytes = at - this.#recordStart;
    if (recordBytes === 0 || (recordBytes === 1 && lastByte === CR)) {
      this.#sawBlank = true;
      return;
    }
    if (this.#sawBlank) this.#irregular();
    this.#records += 1;
    const textBytes = recordBytes - (lastByte === CR ? 1 : 0);
    if (this.#records > this.#firstRecord) {
      const last = cells - 1;
      this.#shapes[last] = (this.#shapes[last] ?? 0) & (cellShapes[shape] ?? 0);
      if (cells > 1 && textBytes < cells) this.#blankCount += 1;
    }
    if (recordBytes > this.#longest.bytes)
      this.#longest = { bytes: recordBytes, line: this.#recordLine };
    if (this.#records >= this.#firstRecord && cells !== this.#width) this.#irregular();
  }
}

/**
 * Reads a file once: its hash, the shape of its records and cells, and where something is out of the ordinary.
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
  const scanner = new RecordScanner(delimiter.charCodeAt(0), width, firstRecord, isUtf8Expected);
  const hash = await createSHA256();
  const checked = (isGood: boolean): void => {
    if (!isGood)
      throw new ImportFailure({ code: 'wrong_encoding', file: file.name, line: scanner.line });
  };
  for (let offset = 0; offset < file.blob.size; offset += pieceBytes) {
    if (options.signal?.aborted) throw new Cancelled();
    const piece = new Uint8Array(await file.blob.slice(offset, offset + pieceBytes).arrayBuffer());
    hash.update(piece);
    checked(scanner.take(piece));
    options.onBytes?.(Math.min(offset + pieceBytes, file.blob.size), scanner.records);
  }
  checked(scanner.end());
  return scanner.result(hash.digest('hex'));
}
