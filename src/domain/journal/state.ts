import { assert, assertNever } from '../../lib/assert';
import type { IsoDate } from '../time/calendar';
import type {
  Adjustment,
  FieldChange,
  FieldState,
  ImportFact,
  JournalEvent,
  SavedView,
} from './event';
import { isPersonal } from './personal';
import { type RecordKey, recordText } from './record';

/** A value that a person gave a field, from a date on or for all time, and the event it came by. */
export interface FieldEntry {
  readonly record: RecordKey;
  readonly field: string;
  readonly since: IsoDate | null;
  readonly value: string | null;
  /** The event's position in the journal, from 1. */
  readonly position: number;
}

/** What the events of a journal come to: the imports that count, the edits that stand, and the rest. */
export class JournalState {
  #imports = new Map<string, ImportFact>();
  #listed: readonly ImportFact[] | undefined;
  /** Every file that was ever imported, and what stands in its place since a person was erased from it. */
  readonly #files = new Map<string, ImportFact>();
  readonly #fields = new Map<string, FieldEntry>();
  readonly #adjustments = new Map<
    string,
    { readonly adjustment: Adjustment; readonly position: number }
  >();
  readonly #views = new Map<string, SavedView>();
  readonly #erased = new Set<string>();
  #closedThrough: IsoDate | null = null;
  #closedTotals: readonly { readonly currency: string; readonly amount: string }[] = [];

  /** The imports that count, in the order in which they came. */
  get imports(): readonly ImportFact[] {
    this.#listed ??= [...this.#imports.values()];
    return this.#listed;
  }

  /** Files that were ever imported, withdrawn ones too, each as it is kept now. */
  get everImported(): readonly ImportFact[] {
    return [...new Set([...this.#files.values()].map((file) => this.#current(file)))];
  }

  /** A file as it is kept now, without the persons who were erased since. */
  asKept(file: ImportFact): ImportFact {
    const known = this.#files.get(file.sha256);
    return known === undefined || known.sha256 === file.sha256
      ? (known ?? file)
      : this.asKept(known);
  }

  /** A file as it is kept now: an undo or a redo still names the one with the person. */
  #current(file: ImportFact): ImportFact {
    const known = this.#files.get(file.sha256) ?? file;
    this.#files.set(file.sha256, known);
    return known.sha256 === file.sha256 ? known : this.#current(known);
  }

  get fields(): Iterable<FieldEntry> {
    return this.#fields.values();
  }

  get fieldCount(): number {
    return this.#fields.size;
  }

  get adjustments(): readonly { readonly adjustment: Adjustment; readonly position: number }[] {
    return [...this.#adjustments.values()];
  }

  get closedThrough(): IsoDate | null {
    return this.#closedThrough;
  }

  /** What was open at the end of the closed period when it was closed. */
  get closedTotals(): readonly { readonly currency: string; readonly amount: string }[] {
    return this.#closedTotals;
  }

  get erased(): ReadonlySet<string> {
    return this.#erased;
  }

  views(page: string): readonly SavedView[] {
    const prefix = `${page}\u0000`;
    return [...this.#views].flatMap(([key, view]) => (key.startsWith(prefix) ? [view] : []));
  }

  /** What stands at a place of a field's timeline, if a person gave it a value there. */
  at(record: RecordKey, field: string, since: IsoDate | null): FieldState | undefined {
    const entry = this.#fields.get(placeOf({ record, field, since }));
    return entry && { isSet: true, value: entry.value };
  }

  adjustment(id: string): Adjustment | undefined {
    return this.#adjustments.get(id)?.adjustment;
  }

  /** @param position of the event in the journal, from 1 */
  apply(event: JournalEvent, position: number): void {
    if (event.kind !== 'fields') this.#listed = undefined;
    switch (event.kind) {
      case 'imported':
        for (const file of event.files) {
          const current = this.#current(file);
          this.#imports.set(current.sha256, current);
        }
        return;
      case 'withdrawn':
        for (const file of event.files) this.#imports.delete(this.#current(file).sha256);
        return;
      case 'fields':
        for (const change of event.changes) this.#setField(change, position);
        return;
      case 'adjustments':
        for (const { before, after } of event.changes) {
          const id = after?.id ?? before?.id;
          assert(id !== undefined, 'a change of no adjustment');
          if (after) this.#adjustments.set(id, { adjustment: after, position });
          else this.#adjustments.delete(id);
        }
        return;
      case 'period':
        this.#closedThrough = event.after;
        this.#closedTotals = event.after === null ? [] : event.totals;
        return;
      case 'view': {
        const name = event.after?.name ?? event.before?.name ?? '';
        const key = `${event.page}\u0000${name}`;
        if (event.before && event.before.name !== name)
          this.#views.delete(`${event.page}\u0000${event.before.name}`);
        if (event.after) this.#views.set(key, event.after);
        else this.#views.delete(key);
        return;
      }
      case 'erased':
        this.#erased.add(event.customerId);
        // A file without the person stands where the one with it stood: later imports still come later.
        for (const { before, after } of event.files) {
          this.#files.set(before.sha256, after);
          this.#files.set(after.sha256, after);
          this.#imports = new Map(
            [...this.#imports].map(([sha256, file]) =>
              sha256 === before.sha256 ? [after.sha256, after] : [sha256, file],
            ),
          );
        }
        for (const [key, entry] of this.#fields)
          if (entry.record.id === event.customerId && isPersonal(entry))
            this.#fields.set(key, { ...entry, value: null });
        return;
      default:
        assertNever(event);
    }
  }

  #setField(change: FieldChange, position: number): void {
    const { record, field, since, after } = change;
    const key = placeOf(change);
    if (after.isSet) this.#fields.set(key, { record, field, since, value: after.value, position });
    else this.#fields.delete(key);
  }
}

function placeOf(place: Pick<FieldChange, 'record' | 'field' | 'since'>): string {
  return JSON.stringify([recordText(place.record), place.field, place.since]);
}
