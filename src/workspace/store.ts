import type { Manifest } from './manifest';

/** Where a workspace's files are kept: unchanged, under their SHA-256, beside one manifest. */
export interface WorkspaceStore {
  /** Whether what is written is still there after a reload. */
  readonly isDurable: boolean;
  /** `undefined` where nothing was ever written. @throws StoreFailure where it cannot be read */
  readManifest(): Promise<Manifest | undefined>;
  /** Replaces the manifest in one step: a reader sees the old one or the new one. */
  writeManifest(manifest: Manifest): Promise<void>;
  /** Keeps a file. @throws StoreFailure when there is no room */
  putSegment(sha256: string, blob: Blob): Promise<void>;
  /** @throws StoreFailure where the file is gone */
  segment(sha256: string): Promise<Blob>;
  removeSegment(sha256: string): Promise<void>;
}

/** The browser's storage refused: full, gone or damaged. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly reason: 'full' | 'missing' | 'damaged' | 'refused';
  constructor(reason: StoreFailure['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
