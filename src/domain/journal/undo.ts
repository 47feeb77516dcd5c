import type { RecordedEvent } from './event';
import { inverse } from './inverse';

/**
 * What one author can undo and redo, from the journal alone: it holds after a reload as well. Doing something new
 * forgets what could be redone; what cannot be taken back stands in nobody's way.
 */
export class UndoHistory {
  readonly #author: string;
  readonly #undo: RecordedEvent[] = [];
  readonly #redo: RecordedEvent[] = [];

  constructor(author: string) {
    this.#author = author;
  }

  /** What would be taken back next. */
  get undo(): RecordedEvent | undefined {
    return this.#undo.at(-1);
  }

  /** What would be done again next. */
  get redo(): RecordedEvent | undefined {
    return this.#redo.at(-1);
  }

  /** Takes the journal's next event in. */
  take(recorded: RecordedEvent): void {
    if (recorded.author !== this.#author) return;
    if (recorded.undoes !== undefined) move(this.#undo, this.#redo);
    else if (recorded.redoes !== undefined) move(this.#redo, this.#undo);
    else if (inverse(recorded.event) !== undefined) {
      this.#undo.push(recorded);
      this.#redo.length = 0;
    }
  }
}

function move(from: RecordedEvent[], to: RecordedEvent[]): void {
  const last = from.pop();
  if (last) to.push(last);
}
