/** The storage refused, or does not hold what it held. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly reason: StoreFailureReason;
  constructor(reason: StoreFailureReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export type StoreFailureReason =
  /** No room is left. */
  | 'full'
  | 'missing'
  /** It can be read, and is not what was written. */
  | 'damaged'
  /** Written by a later version of Saldo. */
  | 'newer'
  /** Another tab holds it. */
  | 'locked'
  /** This tab only reads. */
  | 'reader'
  /** An error of the disk or of the browser. */
  | 'refused';

/** The end of a journal: how many events it has, and the hash that stands for all of them. */
export interface JournalHead {
  readonly position: number;
  /** SHA-256 of the last record and, through it, of every record before; 64 hexadecimal digits. */
  readonly hash: string;
}

/** What of a journal cannot be read any more; everything before it can. */
export interface JournalLoss {
  /** Events that are there and whole. */
  readonly position: number;
  /** Events that the journal's own head says it had, where that is still readable. */
  readonly recorded: number | undefined;
  /** Bytes at the end that are no event. */
  readonly bytes: number;
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** What was asked last is not on disk; nothing of it was acknowledged. */
  | { readonly kind: 'failed'; readonly reason: StoreFailureReason; readonly detail: string };

export interface StoreState {
  /** One tab writes; the others read and follow. */
  readonly role: 'writer' | 'reader';
  readonly save: SaveState;
  readonly name: string;
  readonly head: JournalHead;
}

/**
 * One open workspace: its journal, its files, its keys, and the cache beside them. Everything that a promise of this
 * interface acknowledged survives a kill; where storage is memory only, `isDurable` says so.
 */
export interface WorkspaceStore {
  readonly id: string;
  /** Whether what is written is still there after a reload. */
  readonly isDurable: boolean;
  /** What was lost before this opening; shown once to the user. */
  readonly loss: JournalLoss | undefined;
  getState(): StoreState;
  /** Told after each change of the state; for a reader also when the writer has appended. */
  subscribe(listener: () => void): () => void;

  /** The payloads of all events from a position on (0: all), in order. */
  readEvents(from: number): Promise<readonly Uint8Array[]>;
  /**
   * Appends events, all or none, and resolves when they are flushed. Calls that come meanwhile are flushed together.
   * @throws StoreFailure; then none of them is in the journal
   */
  append(payloads: readonly Uint8Array[]): Promise<JournalHead>;

  /** Keeps an imported file under its SHA-256. */
  putSegment(sha256: string, blob: Blob): Promise<void>;
  /** @throws StoreFailure `missing` */
  segment(sha256: string): Promise<Blob>;
  removeSegment(sha256: string): Promise<void>;

  /** The keys of personal fields, by customer, as one text; replaced in one step. */
  readKeys(): Promise<string | undefined>;
  writeKeys(text: string): Promise<void>;

  /** A rebuildable copy of the engine's tables; never the only one. */
  readCache(): Promise<Blob | undefined>;
  writeCache(blob: Blob): Promise<void>;
  dropCache(): Promise<void>;

  rename(name: string): Promise<void>;
  /** Becomes the writer: asks the tab that is it to let go, and waits until it has. */
  takeOver(): Promise<void>;
  /** Flushes and lets go of everything. */
  close(): Promise<void>;
}

export interface WorkspaceEntry {
  readonly id: string;
  readonly name: string;
  /** When it was made, ISO 8601, from whoever made it. */
  readonly createdAt: string;
  /** Bytes of all of its files. */
  readonly bytes: number;
  /** Why it cannot be opened, where it cannot. */
  readonly problem: StoreFailureReason | undefined;
}

/** All workspaces of this browser. */
export interface Workspaces {
  readonly isDurable: boolean;
  list(): Promise<readonly WorkspaceEntry[]>;
  /** @param createdAt ISO 8601 */
  create(name: string, createdAt: string): Promise<string>;
  open(id: string): Promise<WorkspaceStore>;
  /** A copy under an id of its own. */
  duplicate(id: string, name: string, createdAt: string): Promise<string>;
  /** Removes everything. @returns how many bytes of it are left, which is none */
  remove(id: string): Promise<{ readonly bytesLeft: number }>;
}
