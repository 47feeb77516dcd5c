import { type ChunkSeal, tagBytes } from './chunkSeal';
import { checkGoing, damaged } from './failure';
import { bytesOf, type ReadHeader } from './header';

const nothing = new Uint8Array(0);

/** Reads a backup's stream from its chunks, one at a time; nothing is given out before its chunk is verified. */
export class ChunkReader {
  readonly #file: Blob;
  readonly #header: ReadHeader;
  readonly #seal: ChunkSeal;
  readonly #storedBytes: number;
  readonly #signal: AbortSignal | undefined;
  #at: number;
  #chunk: Uint8Array = nothing;
  #left: number;

  constructor(file: Blob, header: ReadHeader, seal: ChunkSeal, signal: AbortSignal | undefined) {
    this.#file = file;
    this.#header = header;
    this.#seal = seal;
    this.#signal = signal;
    this.#storedBytes = header.chunkBytes + tagBytes(header.encryption !== null);
    this.#at = header.end;
    this.#left = header.streamBytes;
  }

  /** Bytes of the stream that were not taken yet. */
  get left(): number {
    return this.#left;
  }

  /** Takes some bytes, as a copy. @throws BackupFailure `damaged` where the stream ends before */
  async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#check(length);
    const bytes = new Uint8Array(length);
    let at = 0;
    for await (const piece of this.pieces(length)) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  /** Takes bytes as they come, a chunk's at most at a time; each piece is whole until the next one is asked for. */
  async *pieces(length: number): AsyncGenerator<Uint8Array> {
    this.#check(length);
    for (let wanted = length; wanted > 0; ) {
      if (this.#chunk.length === 0) await this.#next();
      const piece = this.#chunk.subarray(0, wanted);
      this.#chunk = this.#chunk.subarray(piece.length);
      this.#left -= piece.length;
      wanted -= piece.length;
      yield piece;
    }
  }

  #check(length: number): void {
    if (length > this.#left) throw damaged(`${length} bytes are named, ${this.#left} are there`);
  }

  async #next(): Promise<void> {
    checkGoing(this.#signal);
    const stored = await bytesOf(this.#file, this.#at, this.#at + this.#storedBytes);
    this.#at += stored.length;
    const isLast = this.#left <= this.#header.chunkBytes;
    this.#chunk = await this.#seal.open(stored, isLast);
  }
}
