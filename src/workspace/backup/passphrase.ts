import { argon2id } from 'hash-wasm';
import { sameBytes } from '../hashing';
import { BackupFailure } from './failure';
import type { Encryption, KdfCost } from './header';

/** What a passphrase costs to try, here and for whoever guesses: about half a second on an office machine. */
export const kdfDefault: KdfCost = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 1 };

const keyBytes = 32;

/** A new key of a passphrase, and what a header must say so that it is found again. */
export async function newKey(
  passphrase: string,
  cost: KdfCost,
): Promise<{ readonly key: CryptoKey; readonly encryption: Encryption }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const { key, check } = await derive(passphrase, salt, cost);
  const noncePrefix = crypto.getRandomValues(new Uint8Array(8));
  return { key, encryption: { ...cost, salt, check, noncePrefix } };
}

/** @throws BackupFailure `wrong_passphrase` */
export async function keyAgain(passphrase: string, encryption: Encryption): Promise<CryptoKey> {
  const { key, check } = await derive(passphrase, encryption.salt, encryption);
  if (!sameBytes(check, encryption.check))
    throw new BackupFailure('wrong_passphrase', 'the passphrase is another');
  return key;
}

/**
 * Argon2id (RFC 9106) of the passphrase in its composed form, so that an accent typed on another machine is the same
 * accent. Of its 64 bytes the first half is the key; the second tells whether the passphrase is right, and nothing of
 * the first.
 */
async function derive(
  passphrase: string,
  salt: Uint8Array,
  { memoryKiB, iterations, parallelism }: KdfCost,
): Promise<{ readonly key: CryptoKey; readonly check: Uint8Array<ArrayBuffer> }> {
  if (passphrase === '') throw new BackupFailure('needs_passphrase', 'the passphrase is empty');
  const bytes = await argon2id({
    password: passphrase.normalize('NFC'),
    salt,
    memorySize: memoryKiB,
    iterations,
    parallelism,
    hashLength: 2 * keyBytes,
    outputType: 'binary',
  });
  const raw = bytes.slice(0, keyBytes);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { key, check: bytes.slice(keyBytes) };
}
