import { StoreFailure } from '../store';

/** Why a backup could not be written or restored. */
export type BackupFailureReason =
  | 'not_a_backup'
  /** Written by a later version of Saldo. */
  | 'newer'
  /** It is encrypted and no passphrase was given; or an empty one was given to encrypt with. */
  | 'needs_passphrase'
  | 'wrong_passphrase'
  /** It is not what was written, or not all of it. */
  | 'damaged'
  /** Its key takes more memory or time than any backup of ours asks for. */
  | 'too_costly'
  /** It, or a part of it, is larger than any backup of ours. */
  | 'too_large'
  /** This machine has no room for it. */
  | 'full'
  | 'cancelled';

/** A backup file was refused, or its writing or restoring ended; nothing of it was kept. */
export class BackupFailure extends Error {
  override readonly name = 'BackupFailure';
  readonly reason: BackupFailureReason;
  constructor(reason: BackupFailureReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export const damaged = (message: string): BackupFailure => new BackupFailure('damaged', message);

/** A failure on the way of restoring as one of the backup; what is none of its is left as it is. */
export function asBackupFailure(error: unknown): unknown {
  if (error instanceof StoreFailure)
    switch (error.reason) {
      case 'full':
      case 'newer':
      case 'damaged':
        return new BackupFailure(error.reason, error.message);
      default:
        return error;
    }
  // A file that was changed or taken away while it was read.
  if (error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name))
    return damaged(`the file cannot be read: ${error.message}`);
  return error;
}

/** @throws BackupFailure `cancelled` */
export function checkGoing(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new BackupFailure('cancelled', 'it was cancelled');
}
