import { z } from 'zod';
import type { FieldChange, FieldState, RecordedEvent } from '../../domain/journal/event';
import { isPersonal } from '../../domain/journal/personal';
import { assert } from '../../lib/assert';
import type { WorkspaceStore } from '../../workspace/store';
import type { Sealed, WrittenEvent } from './codec';

const stored = z.object({
  author: z.string(),
  person: z.string(),
  customers: z.record(z.string(), z.string()),
});

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
const textOf = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const nonceBytes = 12;

/** Makes a copied workspace nobody's: who writes there next is another author, with a chain of events of its own. */
export async function disown(store: WorkspaceStore): Promise<void> {
  const text = await store.readKeys();
  if (text === undefined) return;
  const found = stored.safeParse(JSON.parse(text));
  if (found.success)
    await store.writeKeys(JSON.stringify({ ...found.data, author: '', person: '' }));
}

/**
 * What stands beside the journal and not in it: who writes here, and one key a customer. Personal values are sealed
 * with AES-256-GCM under their customer's key, so that throwing the key away erases them from every record, while
 * the journal's chain stays whole.
 */
export class Keyring {
  #author: string;
  readonly #store: WorkspaceStore;
  #customers: Map<string, string>;
  readonly #opened = new Map<string, readonly CryptoKey[]>();
  #person: string;
  #isWritten: boolean;

  private constructor(store: WorkspaceStore, found: z.output<typeof stored>, isWritten: boolean) {
    this.#isWritten = isWritten;
    this.#author = found.author;
    this.#store = store;
    this.#person = found.person;
    this.#customers = new Map(Object.entries(found.customers));
  }

  /** Reads the keys; a workspace without an author gets one. */
  static async open(store: WorkspaceStore): Promise<Keyring> {
    const text = await store.readKeys();
    const found = text === undefined ? undefined : stored.safeParse(JSON.parse(text)).data;
    if (found !== undefined && found.author !== '') return new Keyring(store, found, true);
    const author = hex(crypto.getRandomValues(new Uint8Array(8)));
    return new Keyring(store, { author, person: '', customers: found?.customers ?? {} }, false);
  }

  /**
   * Reads the keys again: another tab may have written them since. What stands there counts, so that this tab never
   * puts back keys that were thrown away, nor loses those that were made elsewhere.
   */
  async refresh(): Promise<void> {
    const text = await this.#store.readKeys();
    const found = text === undefined ? undefined : stored.safeParse(JSON.parse(text)).data;
    if (!found) return;
    this.#customers = new Map(Object.entries(found.customers));
    this.#opened.clear();
    if (found.author === '') return;
    this.#author = found.author;
    this.#person = found.person;
    this.#isWritten = true;
  }

  /** Who writes here: one author a workspace and machine, whatever tab it is. */
  get author(): string {
    return this.#author;
  }

  /** An author's name must be safe before the author's first event is. */
  async ensureWritten(): Promise<void> {
    if (!this.#isWritten) await this.#write();
  }

  get person(): string {
    return this.#person;
  }

  async setPerson(person: string): Promise<void> {
    const before = this.#person;
    this.#person = person;
    try {
      await this.#write();
    } catch (error) {
      this.#person = before;
      throw error;
    }
  }

  /** All keys by customer, for a backup or a colleague. */
  get customers(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#customers);
  }

  /**
   * Takes over keys that came with a colleague's events. Who both wrote of a customer first have a key each: all are
   * kept, and what is written here goes on under the first.
   */
  async add(keys: Readonly<Record<string, string>>): Promise<void> {
    for (const [customer, key] of Object.entries(keys)) {
      const known = this.#customers.get(customer)?.split(' ') ?? [];
      this.#customers.set(customer, [...new Set([...known, ...key.split(' ')])].join(' '));
      this.#opened.delete(customer);
    }
    await this.#write();
  }

  /** Throws a customer's key away: nothing that was sealed under it can be read again. */
  async forget(customerId: string): Promise<void> {
    this.#opened.delete(customerId);
    if (this.#customers.delete(customerId)) await this.#write();
  }

  /** Whether an event has values to seal; most have none and are written at once. */
  static isPersonal(recorded: RecordedEvent): boolean {
    return recorded.event.kind === 'fields' && recorded.event.changes.some(isPersonal);
  }

  /** Seals an event's personal values; new customers' keys are safe before the event is. */
  async seal(recorded: RecordedEvent): Promise<WrittenEvent> {
    const { event } = recorded;
    if (event.kind !== 'fields') return recorded;
    const fresh = new Set(
      event.changes
        .filter(isPersonal)
        .flatMap(({ record }) => (this.#customers.has(record.id) ? [] : [record.id])),
    );
    for (const id of fresh)
      this.#customers.set(id, textOf(crypto.getRandomValues(new Uint8Array(32))));
    if (fresh.size > 0) await this.#write();
    const changes = [];
    for (const change of event.changes)
      changes.push(
        isPersonal(change)
          ? {
              ...change,
              before: await this.#sealState(change.record.id, change.before),
              after: await this.#sealState(change.record.id, change.after),
            }
          : change,
      );
    return { ...recorded, event: { ...event, changes } };
  }

  /** An event with its personal values, or blanks where their key was thrown away. */
  async open(written: WrittenEvent): Promise<RecordedEvent> {
    const recorded = written as RecordedEvent;
    const { event } = recorded;
    if (event.kind !== 'fields' || !event.changes.some(isPersonal)) return recorded;
    const changes: FieldChange[] = [];
    for (const change of event.changes)
      changes.push(
        isPersonal(change)
          ? {
              ...change,
              before: await this.#openState(change.record.id, change.before),
              after: await this.#openState(change.record.id, change.after),
            }
          : change,
      );
    return { ...recorded, event: { ...event, changes } };
  }

  async #sealState(customerId: string, state: FieldState) {
    if (state.value === null) return state;
    const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
    const cipher = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: nonce },
      await this.#sealingKey(customerId),
      new TextEncoder().encode(state.value),
    );
    const all = new Uint8Array(nonceBytes + cipher.byteLength);
    all.set(nonce);
    all.set(new Uint8Array(cipher), nonceBytes);
    const sealed: Sealed = { sealed: textOf(all) };
    return { isSet: state.isSet, value: sealed };
  }

  async #openState(
    customerId: string,
    state: { readonly isSet: boolean; readonly value: unknown },
  ): Promise<FieldState> {
    const { isSet, value } = state;
    if (typeof value === 'string' || value === null) return { isSet, value };
    if (!this.#customers.has(customerId)) return { isSet, value: null };
    for (const key of await this.#keys(customerId))
      try {
        const all = bytesOf((value as Sealed).sealed);
        const plain = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: all.slice(0, nonceBytes) },
          key,
          all.slice(nonceBytes),
        );
        return { isSet, value: new TextDecoder().decode(plain) };
      } catch {
        // Under another one of this customer's keys, or unreadable.
      }
    return { isSet, value: null };
  }

  async #sealingKey(customerId: string): Promise<CryptoKey> {
    const [key] = await this.#keys(customerId);
    assert(key, 'a customer without a key');
    return key;
  }

  async #keys(customerId: string): Promise<readonly CryptoKey[]> {
    const known = this.#opened.get(customerId);
    if (known) return known;
    const texts = this.#customers.get(customerId)?.split(' ') ?? [];
    const keys = await Promise.all(
      texts.map((text) =>
        crypto.subtle
          .importKey('raw', bytesOf(text), 'AES-GCM', false, ['encrypt', 'decrypt'])
          .catch(() => undefined),
      ),
    );
    const usable = keys.filter((key) => key !== undefined);
    this.#opened.set(customerId, usable);
    return usable;
  }

  async #write(): Promise<void> {
    await this.#store.writeKeys(
      JSON.stringify({ author: this.author, person: this.#person, customers: this.customers }),
    );
    this.#isWritten = true;
  }
}
