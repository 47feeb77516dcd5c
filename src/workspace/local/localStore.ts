import { GroupCommit } from '../groupCommit';
import type { Hashing } from '../hashing';
import { type Append, Journal } from '../journal/journal';
import { Listeners } from '../listeners';
import { type Manifest, mendManifest, writeManifest } from '../manifest';
import { mendText } from '../slots';
import { type StorageFolder, unfinishedSuffix } from '../storage';
import {
  type JournalHead,
  type JournalLoss,
  type SaveState,
  StoreFailure,
  type StoreState,
  type WorkspaceStore,
} from '../store';
import { journalFile, keysFile, segmentsFolder, workspaceFiles } from './files';

/** A workspace whose keeper is this thread: the one writer of its journal. */
export class LocalStore implements WorkspaceStore {
  readonly id: string;
  readonly isDurable: boolean;
  readonly loss: JournalLoss | undefined;
  readonly putSegment: WorkspaceStore['putSegment'];
  readonly segment: WorkspaceStore['segment'];
  readonly removeSegment: WorkspaceStore['removeSegment'];
  readonly readKeys: WorkspaceStore['readKeys'];
  readonly writeKeys: WorkspaceStore['writeKeys'];
  readonly readCache: WorkspaceStore['readCache'];
  readonly writeCache: WorkspaceStore['writeCache'];
  readonly dropCache: WorkspaceStore['dropCache'];
  readonly #folder: StorageFolder;
  readonly #sums: Hashing;
  readonly #journal: Journal;
  readonly #listeners = new Listeners();
  readonly #commits = new GroupCommit((appends) => this.#flush(appends));
  #manifest: Manifest;
  #state: StoreState;
  #isClosed = false;

  private constructor(parts: {
    folder: StorageFolder;
    sums: Hashing;
    manifest: Manifest;
    journal: Journal;
    loss: JournalLoss | undefined;
    isDurable: boolean;
  }) {
    this.#folder = parts.folder;
    this.#sums = parts.sums;
    this.#manifest = parts.manifest;
    this.#journal = parts.journal;
    this.id = parts.manifest.id;
    this.isDurable = parts.isDurable;
    this.loss = parts.loss;
    this.#state = {
      role: 'writer',
      save: { kind: 'saved' },
      name: parts.manifest.name,
      head: parts.journal.head,
    };
    const files = workspaceFiles(parts.folder, parts.sums);
    this.putSegment = files.putSegment;
    this.segment = files.segment;
    this.removeSegment = files.removeSegment;
    this.readKeys = files.readKeys;
    this.writeKeys = files.writeKeys;
    this.readCache = files.readCache;
    this.writeCache = files.writeCache;
    this.dropCache = files.dropCache;
  }

  /** @throws StoreFailure `locked` while another holds the journal, `damaged`, `newer` */
  static async open(
    folder: StorageFolder,
    sums: Hashing,
    options: { readonly isDurable: boolean },
  ): Promise<LocalStore> {
    const file = await folder.openFile(journalFile, { create: false });
    try {
      const manifest = await mendManifest(folder, sums);
      const { journal, loss } = Journal.open(file, sums);
      // Keys that cannot be read are no reason not to open: the amounts are there without them.
      await mendText(folder, keysFile, sums).catch(() => undefined);
      await sweep(folder);
      return new LocalStore({ folder, sums, manifest, journal, loss, ...options });
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** What a tab that stops writing goes on reading from. */
  get extent(): Journal['extent'] {
    return this.#journal.extent;
  }

  getState(): StoreState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  async readEvents(from: number): Promise<readonly Uint8Array[]> {
    this.#checkOpen();
    return this.#journal.read(from);
  }

  async append(payloads: readonly Uint8Array[]): Promise<JournalHead> {
    this.#checkOpen();
    const appended = this.#commits.append(payloads);
    if (this.#state.save.kind !== 'saving') this.#change({ save: { kind: 'saving' } });
    return appended;
  }

  /** Several appends as one flush, for a keeper whose callers wait elsewhere. @returns the head after each */
  async appendTogether(appends: readonly Append[]): Promise<readonly JournalHead[]> {
    return Promise.all(appends.map((append) => this.append(append)));
  }

  async rename(name: string): Promise<void> {
    this.#checkOpen();
    const renamed = { ...this.#manifest, name };
    await writeManifest(this.#folder, renamed, this.#sums);
    this.#manifest = renamed;
    this.#change({ name });
  }

  async takeOver(): Promise<void> {}

  async close(): Promise<void> {
    if (this.#isClosed) return;
    await this.#commits.idle();
    this.#isClosed = true;
    this.#journal.close();
  }

  async #flush(appends: readonly Append[]): Promise<readonly JournalHead[]> {
    try {
      const heads = this.#journal.append(appends);
      this.#change({ head: this.#journal.head, save: { kind: 'saved' } });
      return heads;
    } catch (error) {
      this.#change({ save: failed(error) });
      throw error;
    }
  }

  #change(part: Partial<StoreState>): void {
    this.#state = { ...this.#state, ...part };
    this.#listeners.tell();
  }

  #checkOpen(): void {
    if (this.#isClosed) throw new StoreFailure('refused', 'the workspace is closed');
  }
}

function failed(error: unknown): SaveState {
  const detail = error instanceof Error ? error.message : String(error);
  const reason = error instanceof StoreFailure ? error.reason : 'refused';
  return { kind: 'failed', reason, detail };
}

/** Removes imports that were being written when their keeper died. */
async function sweep(folder: StorageFolder): Promise<void> {
  const segments = await folder.folder(segmentsFolder, { create: true });
  for (const { name } of await segments.list())
    if (name.endsWith(unfinishedSuffix)) await segments.remove(name);
}
