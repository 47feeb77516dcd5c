import { assert } from '../lib/assert';
import {
  appendBytesMax,
  appendRecordsMax,
  payloadBytesMax,
  recordHeaderBytes,
} from './journal/format';
import type { Append } from './journal/journal';
import type { JournalHead } from './store';

interface Waiting {
  readonly append: Append;
  readonly resolve: (head: JournalHead) => void;
  readonly reject: (reason: unknown) => void;
}

/** Flushes one group of appends at a time; those that come meanwhile are the next group. */
export class GroupCommit {
  readonly #flush: (appends: readonly Append[]) => Promise<readonly JournalHead[]>;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  /** @param flush keeps all appends or none, and gives the head after each */
  constructor(flush: (appends: readonly Append[]) => Promise<readonly JournalHead[]>) {
    this.#flush = flush;
  }

  get isIdle(): boolean {
    return this.#running === undefined;
  }

  /** Resolves when the append is flushed. */
  append(append: Append): Promise<JournalHead> {
    check(append);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // Calls of the same turn belong together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = nextGroup(this.#waiting);
      try {
        const heads = await this.#flush(group.map(({ append }) => append));
        group.forEach(({ resolve }, index) => {
          const head = heads[index];
          assert(head, 'an append has no head');
          resolve(head);
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#running = undefined;
  }
}

/** Takes appends from the front, as many as may be flushed together, and one at least. */
function nextGroup(waiting: Waiting[]): Waiting[] {
  let bytes = 0;
  let count = 0;
  for (const { append } of waiting) {
    bytes += bytesOf(append);
    if (count > 0 && bytes > appendBytesMax) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

function bytesOf(append: Append): number {
  return append.reduce((sum, payload) => sum + recordHeaderBytes + payload.length, 0);
}

function check(append: Append): void {
  assert(append.length > 0, 'an append of no event');
  assert(append.length <= appendRecordsMax, 'an append of too many events');
  assert(bytesOf(append) <= appendBytesMax, 'an append of too many bytes');
  for (const { length } of append)
    assert(length > 0 && length <= payloadBytesMax, `an event of ${length} bytes`);
}
