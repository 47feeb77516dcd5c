import type { StorageFile, StorageFolder } from '../storage';
import { StoreFailure } from '../store';

class MemoryFile {
  bytes = new Uint8Array(0);
  size = 0;
  isHeld = false;

  resize(size: number): void {
    if (size > this.bytes.length) {
      const larger = new Uint8Array(Math.max(size, this.bytes.length * 2, 1024));
      larger.set(this.bytes.subarray(0, this.size));
      this.bytes = larger;
    }
    if (size < this.size) this.bytes.fill(0, size, this.size);
    this.size = size;
  }
}

function hold(file: MemoryFile): StorageFile {
  file.isHeld = true;
  return {
    size: () => file.size,
    read: (into, at) => {
      const part = file.bytes.subarray(at, Math.min(file.size, at + into.length));
      into.set(part);
      return part.length;
    },
    write: (bytes, at) => {
      if (at + bytes.length > file.size) file.resize(at + bytes.length);
      file.bytes.set(bytes, at);
      return bytes.length;
    },
    truncate: (size) => file.resize(size),
    flush: () => {},
    close: () => {
      file.isHeld = false;
    },
  };
}

/** A folder that lives as long as the page. */
export function memoryFolder(): StorageFolder {
  /** A file written as a whole stays the blob that it was given as: a large import is not copied. */
  const entries = new Map<string, MemoryFile | Blob | StorageFolder>();
  const missing = (name: string) => new StoreFailure('missing', `there is no ${name}`);

  return {
    openFile: async (name, { create }) => {
      let entry = entries.get(name);
      if (entry instanceof Blob) {
        const file = new MemoryFile();
        file.bytes = new Uint8Array(await entry.arrayBuffer());
        file.size = file.bytes.length;
        entry = file;
      } else if (entry === undefined && create) entry = new MemoryFile();
      if (!(entry instanceof MemoryFile)) throw missing(name);
      if (entry.isHeld) throw new StoreFailure('locked', `${name} is held`);
      entries.set(name, entry);
      return hold(entry);
    },
    readFile: async (name) => {
      const entry = entries.get(name);
      if (entry instanceof Blob) return entry;
      if (entry instanceof MemoryFile) return new Blob([entry.bytes.slice(0, entry.size)]);
      throw missing(name);
    },
    writeFile: async (name, content) => void entries.set(name, content),
    folder: async (name, { create }) => {
      const entry = entries.get(name);
      if (entry !== undefined && !(entry instanceof MemoryFile) && !(entry instanceof Blob))
        return entry;
      if (entry !== undefined || !create) throw missing(name);
      const made = memoryFolder();
      entries.set(name, made);
      return made;
    },
    list: async () =>
      [...entries].map(([name, entry]) => ({
        name,
        isFolder: !(entry instanceof MemoryFile) && !(entry instanceof Blob),
      })),
    remove: async (name) => void entries.delete(name),
  };
}
