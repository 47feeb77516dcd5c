import type { Hashing } from '../hashing';
import { readText, writeText } from '../slots';
import { fileOrNothing, type StorageFolder } from '../storage';
import { StoreFailure, type WorkspaceStore } from '../store';

export const journalFile = 'journal';
export const keysFile = 'keys';
export const segmentsFolder = 'segments';
const cacheFolder = 'cache';
const cacheFile = 'tables';

type FileCalls = Pick<
  WorkspaceStore,
  | 'putSegment'
  | 'segment'
  | 'removeSegment'
  | 'readKeys'
  | 'writeKeys'
  | 'readCache'
  | 'writeCache'
  | 'dropCache'
>;

/** A SHA-256 is a file's name here: anything else is not let near the folder. */
function segmentName(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new StoreFailure('missing', 'a file is asked for by its SHA-256');
  return sha256;
}

const made = { create: true };

/** Everything of a workspace beside its journal and manifest. */
export function workspaceFiles(folder: StorageFolder, sums: Hashing): FileCalls {
  return {
    putSegment: async (sha256, blob) =>
      (await folder.folder(segmentsFolder, made)).writeFile(segmentName(sha256), blob),
    segment: async (sha256) =>
      (await folder.folder(segmentsFolder, { create: false })).readFile(segmentName(sha256)),
    removeSegment: async (sha256) =>
      (await folder.folder(segmentsFolder, made)).remove(segmentName(sha256)),
    readKeys: () => readText(folder, keysFile, sums),
    writeKeys: (text) => writeText(folder, keysFile, text, sums),
    readCache: async () => fileOrNothing(await folder.folder(cacheFolder, made), cacheFile),
    writeCache: async (blob) => (await folder.folder(cacheFolder, made)).writeFile(cacheFile, blob),
    dropCache: () => folder.remove(cacheFolder),
  };
}
