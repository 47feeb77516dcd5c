import type { StorageFile, StorageFolder } from '../../src/workspace/storage';
import { StoreFailure } from '../../src/workspace/store';
import type { Random } from './random';

/** The machine stopped: nothing that follows is carried out until it starts again. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

export interface Faults {
  /** How likely one write takes only a part. */
  shortWrite: number;
  /** How likely a write, a flush or a reading fails. */
  ioError: number;
  /** Bytes that all files may have together. */
  quota: number;
  /** Operations until the machine stops. */
  crashAfter: number;
}

export const noFaults: Faults = {
  shortWrite: 0,
  ioError: 0,
  quota: Number.POSITIVE_INFINITY,
  crashAfter: Number.POSITIVE_INFINITY,
};

type Change =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly size: number };

type Bytes = Uint8Array<ArrayBuffer>;

/** A disk keeps sectors of this many bytes whole. */
const sectorBytes = 512;

function changed(content: Bytes, change: Change): Bytes {
  if (change.kind === 'truncate' && change.size <= content.length)
    return content.slice(0, change.size);
  const size = change.kind === 'write' ? change.at + change.bytes.length : change.size;
  const next = new Uint8Array(Math.max(size, content.length));
  next.set(content);
  if (change.kind === 'write') next.set(change.bytes, change.at);
  return next;
}

interface File {
  /** What a reader sees. */
  content: Bytes;
  /** What the disk holds for certain. */
  durable: Bytes;
  /** What was written since. */
  unflushed: Change[];
  isHeld: boolean;
}

/** A file's content at one moment; a real `Blob` takes most of a simulation's time. */
class Snapshot extends Blob {
  readonly #bytes: Bytes;

  constructor(bytes: Bytes) {
    super();
    this.#bytes = bytes;
  }

  override get size(): number {
    return this.#bytes.length;
  }

  override slice(from = 0, to = this.#bytes.length): Blob {
    return new Snapshot(this.#bytes.slice(from, to));
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes.slice().buffer;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(this.#bytes);
  }
}

/** A disk that fails as disks do, the same way each time for the same seed. */
export class FaultyDisk {
  readonly files = new Map<string, File>();
  faults: Faults = { ...noFaults };
  readonly #folders = new Set<string>();
  readonly #random: Random;
  #isDown = false;

  constructor(random: Random) {
    this.#random = random;
  }

  get root(): StorageFolder {
    return this.#folder('');
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  /** Stops now, whatever is running. */
  crash(): void {
    this.#isDown = true;
  }

  /** Starts again: of what was not flushed, some is there, some is not, and some is torn. */
  restart(): void {
    const mood = this.#random.pick(['kept', 'lost', 'mixed', 'mixed'] as const);
    for (const file of this.files.values()) {
      let content = file.durable;
      for (const change of file.unflushed)
        for (const part of this.#surviving(change, mood)) content = changed(content, part);
      file.content = content;
      file.durable = content;
      file.unflushed = [];
      file.isHeld = false;
    }
    this.#isDown = false;
    this.faults = { ...noFaults };
  }

  /** Turns one bit of a file over. */
  flip(path: string, bit: number): void {
    const file = this.files.get(path);
    const at = Math.floor(bit / 8);
    const byte = file?.content[at];
    if (!file || byte === undefined) return;
    file.content = file.content.slice();
    file.content[at] = byte ^ (1 << (bit % 8));
    file.durable = file.content;
  }

  /** A copy of what the files hold now, for another disk. */
  image(): ReadonlyMap<string, Bytes> {
    return new Map([...this.files].map(([path, { content }]) => [path, content]));
  }

  load(image: ReadonlyMap<string, Bytes>): void {
    this.files.clear();
    for (const [path, content] of image) {
      this.files.set(path, { content, durable: content, unflushed: [], isHeld: false });
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
        this.#folders.add(path.slice(0, at));
    }
  }

  #surviving(change: Change, mood: 'kept' | 'lost' | 'mixed'): Change[] {
    if (mood === 'kept') return [change];
    if (mood === 'lost') return [];
    const fate = this.#random.pick(['kept', 'lost', 'torn'] as const);
    if (fate === 'kept') return [change];
    if (fate === 'lost' || change.kind === 'truncate') return [];
    const { at, bytes } = change;
    if (this.#random.chance(0.5))
      return [{ ...change, bytes: bytes.subarray(0, this.#random.below(bytes.length + 1)) }];
    const sectors: Change[] = [];
    for (let from = 0; from < bytes.length; from += sectorBytes)
      if (this.#random.chance(0.5))
        sectors.push({
          kind: 'write',
          at: at + from,
          bytes: bytes.subarray(from, from + sectorBytes),
        });
    return sectors;
  }

  /** One operation: the machine may stop before it, or it may fail. */
  #step(mayFail: boolean): void {
    if (!this.#isDown) {
      this.faults.crashAfter -= 1;
      if (this.faults.crashAfter < 0) this.#isDown = true;
    }
    if (this.#isDown) throw new Crash();
    if (mayFail && this.faults.ioError > 0 && this.#random.chance(this.faults.ioError))
      throw new StoreFailure('refused', 'input/output error');
  }

  #bytesUsed(): number {
    let bytes = 0;
    for (const { content } of this.files.values()) bytes += content.length;
    return bytes;
  }

  #change(file: File, change: Change): void {
    file.content = changed(file.content, change);
    file.unflushed.push(change);
  }

  #hold(file: File): StorageFile {
    file.isHeld = true;
    return {
      size: () => {
        this.#step(false);
        return file.content.length;
      },
      read: (into, at) => {
        this.#step(true);
        const part = file.content.subarray(at, at + into.length);
        into.set(part);
        return part.length;
      },
      write: (given, at) => {
        this.#step(false);
        const isFailing = this.faults.ioError > 0 && this.#random.chance(this.faults.ioError);
        const isShort = isFailing || this.#random.chance(this.faults.shortWrite);
        // A short write takes one byte at least: none at all means that there is no room.
        const wanted = isShort ? 1 + this.#random.below(given.length) : given.length;
        // A disk takes what is within its files already, and as much beyond as there is room.
        const room = Math.max(0, this.faults.quota - this.#bytesUsed());
        const taken = Math.min(wanted, Math.max(0, file.content.length + room - at));
        if (taken > 0) this.#change(file, { kind: 'write', at, bytes: given.slice(0, taken) });
        if (isFailing) throw new StoreFailure('refused', 'input/output error');
        if (taken === 0) throw new StoreFailure('full', 'no room is left');
        return taken;
      },
      truncate: (size) => {
        this.#step(true);
        this.#change(file, { kind: 'truncate', size });
      },
      flush: () => {
        this.#step(true);
        file.durable = file.content;
        file.unflushed = [];
      },
      close: () => {
        file.isHeld = false;
      },
    };
  }

  #folder(path: string): StorageFolder {
    const full = (name: string): string => (path === '' ? name : `${path}/${name}`);
    const missing = (name: string) => new StoreFailure('missing', `there is no ${full(name)}`);
    return {
      openFile: async (name, { create }) => {
        this.#step(true);
        let file = this.files.get(full(name));
        if (!file) {
          if (!create) throw missing(name);
          const empty = new Uint8Array(0);
          file = { content: empty, durable: empty, unflushed: [], isHeld: false };
          this.files.set(full(name), file);
        }
        if (file.isHeld) throw new StoreFailure('locked', `${full(name)} is held`);
        return this.#hold(file);
      },
      readFile: async (name) => {
        this.#step(true);
        const file = this.files.get(full(name));
        if (!file) throw missing(name);
        return new Snapshot(file.content);
      },
      writeFile: async (name, blob) => {
        this.#step(true);
        const content = new Uint8Array(await blob.arrayBuffer());
        this.#step(true);
        if (this.#bytesUsed() + content.length > this.faults.quota)
          throw new StoreFailure('full', 'no room is left');
        this.files.set(full(name), {
          content,
          durable: content,
          unflushed: [],
          isHeld: false,
        });
      },
      folder: async (name, { create }) => {
        this.#step(true);
        if (!this.#folders.has(full(name)) && !create) throw missing(name);
        this.#folders.add(full(name));
        return this.#folder(full(name));
      },
      list: async () => {
        this.#step(true);
        const within = path === '' ? '' : `${path}/`;
        const entries = new Map<string, boolean>();
        for (const [paths, isFolder] of [
          [this.#folders, true],
          [this.files.keys(), false],
        ] as const)
          for (const one of paths)
            if (one.startsWith(within) && !one.slice(within.length).includes('/'))
              entries.set(one.slice(within.length), isFolder);
        return [...entries].map(([entry, isFolder]) => ({ name: entry, isFolder }));
      },
      remove: async (name) => {
        this.#step(true);
        const isIn = (one: string) => one === full(name) || one.startsWith(`${full(name)}/`);
        for (const one of [...this.files.keys()]) if (isIn(one)) this.files.delete(one);
        for (const one of [...this.#folders]) if (isIn(one)) this.#folders.delete(one);
      },
    };
  }
}
