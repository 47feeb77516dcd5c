import type { Hashing } from '../hashing';
import { readJournal } from '../journal/follow';
import { Journal } from '../journal/journal';
import { format, readManifest, writeManifest } from '../manifest';
import { readText, writeText } from '../slots';
import { fileOrNothing, type StorageFolder } from '../storage';
import { StoreFailure, type WorkspaceEntry, type Workspaces } from '../store';
import { journalFile, keysFile, segmentsFolder } from './files';

/** Stands in a workspace's folder while it is being made or removed: such a folder is none yet, or none any more. */
const partialFile = 'partial';

/** Runs work while nobody has the workspace open. @throws StoreFailure `locked` while somebody has */
export type Exclusively = <T>(id: string, work: () => Promise<T>) => Promise<T>;

/** All workspaces in a folder, apart from how one of them is opened. */
export class Catalogue {
  readonly #root: StorageFolder;
  readonly #sums: Hashing;
  readonly #exclusively: Exclusively;
  readonly #newId: () => string;

  constructor(parts: {
    readonly root: StorageFolder;
    readonly sums: Hashing;
    readonly exclusively: Exclusively;
    readonly newId: () => string;
  }) {
    this.#root = parts.root;
    this.#sums = parts.sums;
    this.#exclusively = parts.exclusively;
    this.#newId = parts.newId;
  }

  /** @throws StoreFailure `missing` */
  async folder(id: string): Promise<StorageFolder> {
    if (!/^[0-9a-f]{16}$/.test(id)) throw new StoreFailure('missing', 'no workspace has this id');
    const folder = await (await this.#all()).folder(id, { create: false });
    if (await isPartial(folder))
      throw new StoreFailure('missing', 'the workspace was never finished');
    return folder;
  }

  async list(): Promise<readonly WorkspaceEntry[]> {
    const all = await this.#all();
    const entries: WorkspaceEntry[] = [];
    for (const { name: id, isFolder } of await all.list()) {
      if (!isFolder) continue;
      const folder = await all.folder(id, { create: false });
      if (await isPartial(folder)) await this.#sweep(id);
      else entries.push(await this.#entry(id, folder));
    }
    return entries;
  }

  create(name: string, createdAt: string): Promise<string> {
    return this.#make(name, createdAt, async () => {});
  }

  async duplicate(id: string, name: string, createdAt: string): Promise<string> {
    const from = await this.folder(id);
    return this.#make(name, createdAt, async (to, journal) => {
      const appends = await readJournal(from, journalFile, this.#sums);
      if (appends.length > 0) journal.append(appends);
      const keys = await readText(from, keysFile, this.#sums);
      if (keys !== undefined) await writeText(to, keysFile, keys, this.#sums);
      const source = await from.folder(segmentsFolder, { create: true });
      const target = await to.folder(segmentsFolder, { create: true });
      for (const { name: segment } of await source.list())
        await target.writeFile(segment, await source.readFile(segment));
    });
  }

  /** @throws StoreFailure `locked` while a tab has it open */
  remove(id: string): Promise<{ readonly bytesLeft: number }> {
    return this.#exclusively(id, async () => ({ bytesLeft: await this.#clear(id) }));
  }

  async #make(
    name: string,
    createdAt: string,
    fill: (folder: StorageFolder, journal: Journal) => Promise<void>,
  ): Promise<string> {
    const id = this.#newId();
    return this.#exclusively(id, async () => {
      const folder = await (await this.#all()).folder(id, { create: true });
      try {
        await folder.writeFile(partialFile, partialMark());
        const file = await folder.openFile(journalFile, { create: true });
        const journal = Journal.create(file, this.#sums);
        try {
          await fill(folder, journal);
        } finally {
          journal.close();
        }
        await writeManifest(folder, { format, id, name, createdAt }, this.#sums);
        await folder.remove(partialFile);
        return id;
      } catch (error) {
        await this.#clear(id).catch(() => undefined);
        throw error;
      }
    });
  }

  async #clear(id: string): Promise<number> {
    const all = await this.#all();
    const folder = await all.folder(id, { create: true });
    // Where there is no room for the mark, removing must go on all the same.
    await folder.writeFile(partialFile, partialMark()).catch(() => undefined);
    for (const { name } of await folder.list()) if (name !== partialFile) await folder.remove(name);
    await all.remove(id);
    const isLeft = (await all.list()).some(({ name }) => name === id);
    return isLeft ? bytesIn(await all.folder(id, { create: false })) : 0;
  }

  async #sweep(id: string): Promise<void> {
    await this.#exclusively(id, () => this.#clear(id)).catch(() => undefined);
  }

  async #entry(id: string, folder: StorageFolder): Promise<WorkspaceEntry> {
    const bytes = await bytesIn(folder);
    try {
      const { name, createdAt } = await readManifest(folder, this.#sums);
      return { id, name, createdAt, bytes, problem: undefined };
    } catch (error) {
      const problem = error instanceof StoreFailure ? error.reason : 'refused';
      return { id, name: '', createdAt: '', bytes, problem };
    }
  }

  #all(): Promise<StorageFolder> {
    return this.#root.folder('workspaces', { create: true });
  }
}

const partialMark = (): Blob => new Blob(['being made or removed\n']);

/** An empty folder is one whose making ended before its mark was written. */
async function isPartial(folder: StorageFolder): Promise<boolean> {
  const entries = await folder.list();
  return entries.length === 0 || entries.some(({ name }) => name === partialFile);
}

async function bytesIn(folder: StorageFolder): Promise<number> {
  let bytes = 0;
  for (const { name, isFolder } of await folder.list())
    bytes += isFolder
      ? await bytesIn(await folder.folder(name, { create: false }))
      : ((await fileOrNothing(folder, name))?.size ?? 0);
  return bytes;
}

/** The calls that both kinds of {@link Workspaces} take from a catalogue. */
export function catalogueCalls(
  catalogue: Catalogue,
): Pick<Workspaces, 'list' | 'create' | 'duplicate' | 'remove'> {
  return {
    list: () => catalogue.list(),
    create: (name, createdAt) => catalogue.create(name, createdAt),
    duplicate: (id, name, createdAt) => catalogue.duplicate(id, name, createdAt),
    remove: (id) => catalogue.remove(id),
  };
}
