import type { Manifest } from './manifest';
import { StoreFailure, type WorkspaceStore } from './store';

/** A workspace that lives as long as the page: for browsers without a private file system. */
export function memoryStore(): WorkspaceStore {
  const segments = new Map<string, Blob>();
  let manifest: Manifest | undefined;
  return {
    isDurable: false,
    readManifest: async () => manifest,
    writeManifest: async (next) => {
      manifest = next;
    },
    putSegment: async (sha256, blob) => {
      segments.set(sha256, blob);
    },
    segment: async (sha256) => {
      const blob = segments.get(sha256);
      if (!blob) throw new StoreFailure('missing', `there is no file ${sha256}`);
      return blob;
    },
    removeSegment: async (sha256) => {
      segments.delete(sha256);
    },
  };
}
