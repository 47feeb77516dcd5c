import { StoreFailure } from './store';

/**
 * A file as the workspace's keeper holds it, for itself alone: the shape of `FileSystemSyncAccessHandle`. What was
 * written is safe only after `flush`. Every call may throw a {@link StoreFailure}.
 */
export interface StorageFile {
  /** Bytes. */
  size(): number;
  /** Reads up to `into.length` bytes from a position on. @returns how many were read */
  read(into: Uint8Array, at: number): number;
  /** Writes bytes at a position. @returns how many were written, which may be fewer than were given */
  write(bytes: Uint8Array, at: number): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** A folder of the browser's private storage, or of one that stands in for it. */
export interface StorageFolder {
  /** Opens a file for this keeper alone. @throws StoreFailure `missing` where it is not there and not to be made, `locked` while another holds it */
  openFile(name: string, options: { readonly create: boolean }): Promise<StorageFile>;
  /** What stands in a file now, also while somebody holds it. @throws StoreFailure `missing` */
  readFile(name: string): Promise<Blob>;
  /** Writes a whole file beside the old one, under its name and {@link unfinishedSuffix}, and puts it in its place at the end. */
  writeFile(name: string, content: Blob): Promise<void>;
  /** A folder in this one. @throws StoreFailure `missing` */
  folder(name: string, options: { readonly create: boolean }): Promise<StorageFolder>;
  list(): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
  /** Removes a file or a whole folder; nothing happens where there is none. */
  remove(name: string): Promise<void>;
}

/** Ends the name of a file that was being written when the keeper died: nothing ever reads it. */
export const unfinishedSuffix = '.part';

/** Writes all bytes, however few the storage takes at a time. @throws StoreFailure `full` where it takes none */
export function writeFully(file: StorageFile, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) {
    const written = file.write(done === 0 ? bytes : bytes.subarray(done), at + done);
    if (written <= 0) throw new StoreFailure('full', 'the storage takes no more bytes');
    done += written;
  }
}

/** Reads bytes up to the file's end. @returns fewer than were asked for where the file ends before */
export function readUpTo(file: StorageFile, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const read = file.read(bytes.subarray(done), at + done);
    if (read <= 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

/** The file where it is there. */
export async function fileOrNothing(
  folder: StorageFolder,
  name: string,
): Promise<Blob | undefined> {
  try {
    return await folder.readFile(name);
  } catch (error) {
    if (error instanceof StoreFailure && error.reason === 'missing') return undefined;
    throw error;
  }
}
