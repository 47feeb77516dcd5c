import { assert } from '../../lib/assert';
import { type Hashing, sameBytes } from '../hashing';
import { damaged } from './failure';

/** Makes chunks so that one that is changed, missing, moved or from another backup is noticed when it is opened. */
export interface ChunkSeal {
  /** A chunk as it is stored: in two pieces, one after the other. */
  seal(chunk: Uint8Array<ArrayBuffer>, isLast: boolean): Promise<readonly BlobPart[]>;
  /** @throws BackupFailure `damaged` */
  open(stored: Uint8Array<ArrayBuffer>, isLast: boolean): Promise<Uint8Array>;
}

export const tagBytes = (isEncrypted: boolean): number => (isEncrypted ? 16 : 32);

const chunksMax = 0xffff_ffff;

/** Where a chunk stands: its number, and whether it is the last. */
function placeOf(index: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  assert(index <= chunksMax, 'too many chunks');
  const bytes = new Uint8Array(5);
  new DataView(bytes.buffer).setUint32(0, index, true);
  bytes[4] = isLast ? 1 : 0;
  return bytes;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/**
 * Chunks in the clear, each with a link of a chain: SHA-256 of the link before, the chunk's place and the chunk's own
 * SHA-256; the first link before is the header's sum. It finds damage; who forges a file can forge the chain as well.
 */
export function plainSeal(headerSum: Uint8Array, sums: Hashing): ChunkSeal {
  let link = headerSum;
  let index = 0;
  const next = async (chunk: Uint8Array<ArrayBuffer>, isLast: boolean): Promise<Uint8Array> => {
    const own = new Uint8Array(await crypto.subtle.digest('SHA-256', chunk));
    return sums.sha256(link, placeOf(index, isLast), own);
  };
  return {
    seal: async (chunk, isLast) => {
      link = Uint8Array.from(await next(chunk, isLast));
      index += 1;
      return [chunk, joined(link)];
    },
    open: async (stored, isLast) => {
      const chunk = stored.subarray(0, stored.length - tagBytes(false));
      const found = await next(chunk, isLast);
      if (!sameBytes(found, stored.subarray(chunk.length)))
        throw damaged(`chunk ${index} is not what was written`);
      link = Uint8Array.from(found);
      index += 1;
      return chunk;
    },
  };
}

/**
 * Chunks under AES-256-GCM, as STREAM does it: the nonce holds the chunk's number and the associated data the
 * number, whether it is the last, and the header's sum, so that a stream that is cut, reordered or mixed with another
 * does not open. A key is used for one backup only.
 * Source: Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance",
 * CRYPTO 2015.
 */
export function encryptedSeal(
  headerSum: Uint8Array,
  key: CryptoKey,
  noncePrefix: Uint8Array,
): ChunkSeal {
  let index = 0;
  const algorithm = (isLast: boolean): AesGcmParams => {
    const place = placeOf(index, isLast);
    return {
      name: 'AES-GCM',
      iv: joined(noncePrefix, place.subarray(0, 4)),
      additionalData: joined(headerSum, place),
    };
  };
  return {
    seal: async (chunk, isLast) => {
      const stored = await crypto.subtle.encrypt(algorithm(isLast), key, chunk);
      index += 1;
      return [stored];
    },
    open: async (stored, isLast) => {
      try {
        const chunk = await crypto.subtle.decrypt(algorithm(isLast), key, stored);
        index += 1;
        return new Uint8Array(chunk);
      } catch {
        throw damaged(`chunk ${index} is not what was written`);
      }
    },
  };
}
