import { createCRC32, createSHA256, type IHasher } from 'hash-wasm';

/** The two sums of stored bytes: made once, and then at hand without waiting. */
export interface Hashing {
  crc32(bytes: Uint8Array): number;
  /** SHA-256 of several pieces as if they were one; 32 bytes. */
  sha256(...pieces: readonly Uint8Array[]): Uint8Array;
}

let made: Promise<Hashing> | undefined;

/** Compiles both functions at the first call. */
export function hashing(): Promise<Hashing> {
  made ??= Promise.all([createCRC32(), createSHA256()]).then(([crc, sha]) => ({
    crc32: (bytes) => {
      const sum = digest(crc, [bytes]);
      return new DataView(sum.buffer, sum.byteOffset, 4).getUint32(0);
    },
    sha256: (...pieces) => digest(sha, pieces),
  }));
  return made;
}

function digest(hasher: IHasher, pieces: readonly Uint8Array[]): Uint8Array {
  hasher.init();
  for (const piece of pieces) hasher.update(piece);
  return hasher.digest('binary');
}

export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
