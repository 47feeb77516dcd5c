import { z } from 'zod';
import type { Manifest } from './manifest';
import { StoreFailure, type WorkspaceStore } from './store';

const manifestName = 'manifest.json';

function failure(error: unknown): StoreFailure {
  const name = error instanceof DOMException ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (name === 'QuotaExceededError') return new StoreFailure('full', message);
  if (name === 'NotFoundError') return new StoreFailure('missing', message);
  return new StoreFailure('refused', message);
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreFailure ? error : failure(error);
  }
}

/** Writes a whole file: the browser swaps it in when it is closed, so that a kill leaves the old one. */
async function write(
  folder: FileSystemDirectoryHandle,
  name: string,
  data: Blob | string,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  try {
    await stream.write(data);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
}

/** A manifest as it stands on disk; a later version or a damaged one is refused, never half read. */
const stored = z.object({
  version: z.literal(1),
  imports: z.array(
    z.object({
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.number(),
      encoding: z.string(),
      mapping: z.object({
        dataset: z.string(),
        fields: z.record(
          z.string(),
          z.object({ column: z.number(), header: z.string(), format: z.any().optional() }),
        ),
        constants: z.record(z.string(), z.string()),
        flipSign: z.boolean(),
      }),
      rowCount: z.number(),
      goodCount: z.number(),
      totals: z.array(z.object({ currency: z.string(), rows: z.number(), amount: z.string() })),
    }),
  ),
});

/** The page's private file system, or `undefined` where the browser has none or forbids it. */
export async function opfsStore(workspace: string): Promise<WorkspaceStore | undefined> {
  let folder: FileSystemDirectoryHandle;
  let segments: FileSystemDirectoryHandle;
  try {
    const root = await navigator.storage.getDirectory();
    folder = await root.getDirectoryHandle(workspace, { create: true });
    segments = await folder.getDirectoryHandle('segments', { create: true });
    if (!('createWritable' in FileSystemFileHandle.prototype)) return undefined;
  } catch {
    return undefined;
  }
  return {
    isDurable: true,
    readManifest: () =>
      attempt(async () => {
        const handle = await folder.getFileHandle(manifestName).catch((error: unknown) => {
          // Only a manifest that was never written is an empty workspace; one that cannot be read is not.
          if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
          throw error;
        });
        if (!handle) return undefined;
        const text = await (await handle.getFile()).text();
        if (text === '') return undefined;
        const parsed = stored.safeParse(JSON.parse(text));
        if (!parsed.success) throw new StoreFailure('damaged', parsed.error.message);
        return parsed.data as Manifest;
      }),
    writeManifest: (manifest) =>
      attempt(() => write(folder, manifestName, JSON.stringify(manifest))),
    putSegment: (sha256, blob) => attempt(() => write(segments, sha256, blob)),
    segment: (sha256) => attempt(async () => (await segments.getFileHandle(sha256)).getFile()),
    removeSegment: (sha256) => attempt(() => segments.removeEntry(sha256)),
  };
}
