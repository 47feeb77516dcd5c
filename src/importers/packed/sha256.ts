import { createSHA256 } from 'hash-wasm';
import { Cancelled } from '../../engine/errors';
import { sha256OfBytes } from '../../lib/sha256';
import type { ReadOptions } from '../source';

const pieceBytes = 4 * 1024 * 1024;

/** The SHA-256 of a file, read a piece at a time. @throws Cancelled */
export async function sha256Of(blob: Blob, { signal }: ReadOptions): Promise<string> {
  if (blob.size <= pieceBytes) return sha256OfBytes(await blob.arrayBuffer());
  const hash = await createSHA256();
  for (let at = 0; at < blob.size; at += pieceBytes) {
    if (signal?.aborted) throw new Cancelled();
    hash.update(new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer()));
  }
  return hash.digest('hex');
}
