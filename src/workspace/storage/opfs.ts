import { type StorageFile, type StorageFolder, unfinishedSuffix, writeFully } from '../storage';
import { StoreFailure, type StoreFailureReason } from '../store';

/** What only a dedicated worker has, so that the page's types do not know it. */
interface SyncAccessHandle {
  getSize(): number;
  read(into: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

interface WorkerFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncAccessHandle>;
  /** Renames within the private file system, over what is there. */
  move(name: string): Promise<void>;
}

const reasons: Readonly<Record<string, StoreFailureReason>> = {
  QuotaExceededError: 'full',
  NotFoundError: 'missing',
  NoModificationAllowedError: 'locked',
};

function failure(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  const name = error instanceof DOMException ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  return new StoreFailure(reasons[name] ?? 'refused', message);
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw failure(error);
  }
}

async function attemptLater<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failure(error);
  }
}

/** Bytes that are copied at a time. */
const pieceBytes = 4 * 1024 * 1024;

async function copyInto(file: StorageFile, content: Blob): Promise<void> {
  file.truncate(0);
  for (let at = 0; at < content.size; at += pieceBytes)
    writeFully(file, new Uint8Array(await content.slice(at, at + pieceBytes).arrayBuffer()), at);
  file.flush();
}

/** A folder of the private file system, as a dedicated worker sees it. */
export function opfsFolder(directory: FileSystemDirectoryHandle): StorageFolder {
  const handle = async (name: string, create: boolean): Promise<WorkerFileHandle> =>
    (await directory.getFileHandle(name, { create })) as WorkerFileHandle;

  async function openFile(name: string, create: boolean): Promise<StorageFile> {
    const access = await (await handle(name, create)).createSyncAccessHandle();
    return {
      size: () => attempt(() => access.getSize()),
      read: (into, at) => attempt(() => access.read(into, { at })),
      write: (bytes, at) => attempt(() => access.write(bytes, { at })),
      truncate: (size) => attempt(() => access.truncate(size)),
      flush: () => attempt(() => access.flush()),
      close: () => attempt(() => access.close()),
    };
  }

  const remove = async (name: string): Promise<void> => {
    try {
      await directory.removeEntry(name, { recursive: true });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
    }
  };

  return {
    openFile: (name, { create }) => attemptLater(() => openFile(name, create)),
    readFile: (name) => attemptLater(async () => (await handle(name, false)).getFile()),
    writeFile: (name, content) =>
      attemptLater(async () => {
        const unfinished = `${name}${unfinishedSuffix}`;
        try {
          const file = await openFile(unfinished, true);
          try {
            await copyInto(file, content);
          } finally {
            file.close();
          }
          await (await handle(unfinished, false)).move(name);
        } catch (error) {
          await remove(unfinished).catch(() => undefined);
          throw error;
        }
      }),
    folder: (name, { create }) =>
      attemptLater(async () => opfsFolder(await directory.getDirectoryHandle(name, { create }))),
    list: () =>
      attemptLater(async () => {
        const entries: { name: string; isFolder: boolean }[] = [];
        for await (const [name, entry] of directory.entries())
          entries.push({ name, isFolder: entry.kind === 'directory' });
        return entries;
      }),
    remove: (name) => attemptLater(() => remove(name)),
  };
}
