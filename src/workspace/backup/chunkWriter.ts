import { assert } from '../../lib/assert';
import type { ChunkSeal } from './chunkSeal';

/** Cuts a stream of known length into chunks, seals them, and gives them away: a blob each, out of the page's memory. */
export class ChunkWriter {
  readonly #seal: ChunkSeal;
  readonly #parts: BlobPart[];
  readonly #chunk: Uint8Array<ArrayBuffer>;
  #filled = 0;
  /** Bytes of the stream that are still to come. */
  #left: number;

  /** @param head what stands in the file before the chunks */
  constructor(head: Uint8Array<ArrayBuffer>, seal: ChunkSeal, chunkBytes: number, bytes: number) {
    this.#parts = [head];
    this.#seal = seal;
    this.#chunk = new Uint8Array(Math.min(chunkBytes, bytes));
    this.#left = bytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    assert(bytes.length <= this.#left, 'the stream is longer than it was said to be');
    for (let done = 0; done < bytes.length; ) {
      const piece = bytes.subarray(done, done + this.#chunk.length - this.#filled);
      this.#chunk.set(piece, this.#filled);
      this.#filled += piece.length;
      this.#left -= piece.length;
      done += piece.length;
      if (this.#filled === this.#chunk.length || this.#left === 0) await this.#flush();
    }
  }

  /** The whole file. */
  finish(): Blob {
    assert(this.#left === 0, 'the stream is shorter than it was said to be');
    return new Blob(this.#parts, { type: 'application/octet-stream' });
  }

  async #flush(): Promise<void> {
    const chunk = this.#chunk.subarray(0, this.#filled);
    this.#parts.push(new Blob([...(await this.#seal.seal(chunk, this.#left === 0))]));
    this.#filled = 0;
  }
}
