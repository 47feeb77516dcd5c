import { assert } from '../../lib/assert';
import { type Hashing, hexOf } from '../hashing';
import { followJournal, readHash, recordedIn } from '../journal/follow';
import { firstHead } from '../journal/format';
import type { Journal } from '../journal/journal';
import type { ScanPoint } from '../journal/scan';
import { journalFile } from '../local/files';
import { readManifest } from '../manifest';
import type { StorageFolder } from '../storage';
import { type JournalHead, StoreFailure } from '../store';

const triesMax = 20;
const retry_ms = 10;
const everything = Number.POSITIVE_INFINITY;

/** A workspace that another tab writes, read from the same files as far as that tab has told. */
export class FollowingStore {
  name: string;
  readonly #folder: StorageFolder;
  readonly #sums: Hashing;
  readonly #starts: number[];
  #point: ScanPoint;
  #announced: JournalHead | undefined;
  #running: Promise<void> | undefined;
  #failure: StoreFailure | undefined;

  private constructor(parts: {
    folder: StorageFolder;
    sums: Hashing;
    name: string;
    point: ScanPoint;
    starts: readonly number[];
  }) {
    this.#folder = parts.folder;
    this.#sums = parts.sums;
    this.name = parts.name;
    this.#point = parts.point;
    this.#starts = [...parts.starts];
  }

  /**
   * @param announced how far the writer is; where none answers, everything that is whole is read
   * @throws StoreFailure `damaged`, `newer`
   */
  static async open(
    folder: StorageFolder,
    sums: Hashing,
    announced: JournalHead | undefined,
  ): Promise<FollowingStore> {
    const { name } = await readManifest(folder, sums);
    await recordedIn(folder, journalFile, sums);
    const to = announced?.position ?? everything;
    const read = await followJournal(folder, journalFile, firstHead, to, sums);
    return new FollowingStore({ folder, sums, name, point: read.point, starts: read.starts });
  }

  /** Goes on where this tab has stopped writing. */
  static after(
    folder: StorageFolder,
    sums: Hashing,
    name: string,
    { head, starts }: Journal['extent'],
  ): FollowingStore {
    return new FollowingStore({ folder, sums, name, point: head, starts });
  }

  get head(): JournalHead {
    return { position: this.#point.position, hash: hexOf(this.#point.hash) };
  }

  /** Why it does not follow any more. */
  get failure(): StoreFailure | undefined {
    return this.#failure;
  }

  /** Reads on to a head that the writer has told; the last one told counts. */
  catchUp(head: JournalHead): Promise<void> {
    this.#announced = head;
    this.#running ??= this.#follow().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async readEvents(from: number): Promise<readonly Uint8Array[]> {
    const { position } = this.#point;
    if (from >= position) return [];
    const end = this.#starts[from];
    assert(end !== undefined, `the journal has no event ${from}`);
    const before = this.#starts[from - 1];
    const hash =
      before === undefined ? firstHead.hash : await readHash(this.#folder, journalFile, before);
    const point = { position: from, hash, end };
    const read = await followJournal(this.#folder, journalFile, point, position, this.#sums);
    if (read.point.position !== position)
      throw new StoreFailure('damaged', 'the journal does not read as it did');
    return read.appends.flat();
  }

  async #follow(): Promise<void> {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const wanted = this.#announced;
      if (!wanted || wanted.position <= this.#point.position) return;
      try {
        await this.#readTo(wanted);
      } catch (error) {
        this.#failure =
          error instanceof StoreFailure ? error : new StoreFailure('refused', String(error));
      }
      if (this.#point.position >= wanted.position) tries = 0;
      else await new Promise((resolve) => setTimeout(resolve, retry_ms));
    }
    this.#failure ??= new StoreFailure('damaged', 'what the writer has appended cannot be read');
  }

  async #readTo(wanted: JournalHead): Promise<void> {
    const to = wanted.position;
    const read = await followJournal(this.#folder, journalFile, this.#point, to, this.#sums);
    this.#point = read.point;
    for (const start of read.starts) this.#starts.push(start);
    if (read.point.position !== to) return;
    this.#failure =
      this.head.hash === wanted.hash
        ? undefined
        : new StoreFailure('damaged', 'the writer has appended to another journal');
  }
}
