import { assert } from '../../src/lib/assert';
import { localWorkspaces } from '../../src/workspace/local/localWorkspaces';
import { StoreFailure, type WorkspaceStore, type Workspaces } from '../../src/workspace/store';
import { Crash, type Faults, FaultyDisk, noFaults } from './faultyStorage';
import { Random } from './random';

const made = '2026-01-31T00:00:00Z';
const text = new TextEncoder();
const plain = new TextDecoder();

/** One life of a workspace on a disk that fails; the same for the same seed. Throws where a promise was broken. */
export async function simulate(seed: number): Promise<void> {
  await new Simulation(seed).run();
}

class Simulation {
  readonly #random: Random;
  readonly #disk: FaultyDisk;
  #id = '';
  #events = 0;
  /** Events that were acknowledged, in order. */
  #kept: string[] = [];
  /** Appends that were asked for and never answered, or failed in a journal that could not be put right. */
  #unknown: string[][] = [];
  /** What a text was set to, and what it may be as well since a change of it was not acknowledged. */
  #names: string[] = ['first'];
  #keys: (string | undefined)[] = [undefined];
  #segments = new Map<string, { readonly text: string; readonly isKept: boolean }>();

  constructor(seed: number) {
    this.#random = new Random(seed);
    this.#disk = new FaultyDisk(this.#random);
  }

  async run(): Promise<void> {
    await this.#create();
    const lives = 1 + this.#random.below(3);
    for (let life = 0; life < lives; life += 1) {
      await this.#live();
      this.#disk.restart();
      await this.#verify();
    }
    if (this.#random.chance(0.3)) await this.#rot();
  }

  async #boot(): Promise<Workspaces> {
    let ids = 0;
    const prefix = this.#random
      .below(2 ** 31)
      .toString(16)
      .padStart(15, '0');
    return localWorkspaces(this.#disk.root, {
      isDurable: true,
      newId: () => `${prefix}${(ids++).toString(16)}`,
    });
  }

  #faults(): Faults {
    const random = this.#random;
    const used = [...this.#disk.image().values()].reduce((sum, { length }) => sum + length, 0);
    return {
      shortWrite: random.chance(0.3) ? 0.3 : 0,
      ioError: random.chance(0.3) ? random.next() * 0.15 : 0,
      quota: random.chance(0.3) ? used + random.below(4000) : noFaults.quota,
      crashAfter: random.chance(0.6) ? random.below(120) : noFaults.crashAfter,
    };
  }

  async #create(): Promise<void> {
    this.#disk.faults = this.#faults();
    const tried = await attempt(async () => (await this.#boot()).create('first', made));
    if (!('error' in tried)) {
      this.#id = tried.value;
      this.#disk.faults = { ...noFaults };
      return;
    }
    this.#disk.restart();
    const workspaces = await this.#boot();
    const left = await workspaces.list();
    assert(left.length === 0, `an unfinished workspace is listed: ${JSON.stringify(left)}`);
    this.#id = await workspaces.create('first', made);
  }

  /** From opening to a crash or to closing. */
  async #live(): Promise<void> {
    this.#disk.faults = this.#faults();
    const opened = await attempt(async () => (await this.#boot()).open(this.#id));
    if ('error' in opened) return;
    const store = opened.value;
    const steps = this.#random.below(14);
    for (let step = 0; step < steps && !this.#disk.isDown; step += 1) {
      if (!(await this.#step(store))) break;
    }
    if (this.#random.chance(0.5)) await attempt(() => store.close());
  }

  /** @returns whether the store may be asked for more */
  async #step(store: WorkspaceStore): Promise<boolean> {
    const kind = this.#random.below(10);
    if (kind < 6) return this.#append(store);
    if (kind === 6) await this.#rename(store);
    else if (kind === 7) await this.#writeKeys(store);
    else if (kind === 8) await this.#putSegment(store);
    else await this.#read(store);
    return true;
  }

  #payload(): string {
    this.#events += 1;
    const length = this.#random.chance(0.1) ? 1500 : this.#random.below(200);
    return `${this.#events} ${'x'.repeat(length)}`;
  }

  async #append(store: WorkspaceStore): Promise<boolean> {
    const appends = Array.from({ length: 1 + this.#random.below(3) }, () =>
      Array.from({ length: 1 + this.#random.below(4) }, () => this.#payload()),
    );
    const answers = await Promise.all(
      appends.map((append) =>
        attempt(() => store.append(append.map((payload) => text.encode(payload)))),
      ),
    );
    const failed = appends.filter((append, index) => {
      const answer = answers[index];
      if (!answer || 'error' in answer) return true;
      this.#kept.push(...append);
      assert(answer.value.position === this.#kept.length, 'a head is not where its append ends');
      return false;
    });
    if (failed.length === 0) return true;
    assert(failed.length === appends.length, 'a group was kept in part');
    this.#unknown = failed;
    if (this.#disk.isDown) return false;
    return this.#tryAfterFailure(store);
  }

  /** A failed append has left nothing behind, or else the journal refuses until it is opened again. */
  async #tryAfterFailure(store: WorkspaceStore): Promise<boolean> {
    const faults = this.#disk.faults;
    this.#disk.faults = { ...noFaults };
    const payload = this.#payload();
    const answer = await attempt(() => store.append([text.encode(payload)]));
    this.#disk.faults = faults;
    if ('error' in answer) {
      assert(/opened again/.test(answer.error.message), `appends end: ${answer.error.message}`);
      return false;
    }
    this.#unknown = [];
    this.#kept.push(payload);
    return true;
  }

  async #rename(store: WorkspaceStore): Promise<void> {
    const name = `name ${this.#random.below(1000)}`;
    const answer = await attempt(() => store.rename(name));
    this.#names = 'error' in answer ? [...this.#names, name] : [name];
  }

  async #writeKeys(store: WorkspaceStore): Promise<void> {
    const keys = 'k'.repeat(this.#random.below(900)) + this.#random.below(1000);
    const answer = await attempt(() => store.writeKeys(keys));
    this.#keys = 'error' in answer ? [...this.#keys, keys] : [keys];
  }

  async #putSegment(store: WorkspaceStore): Promise<void> {
    const content = 's'.repeat(this.#random.below(900));
    const sha256 = this.#random
      .below(2 ** 31)
      .toString(16)
      .padStart(64, '0');
    const answer = await attempt(() => store.putSegment(sha256, new Blob([content])));
    this.#segments.set(sha256, { text: content, isKept: !('error' in answer) });
  }

  async #read(store: WorkspaceStore): Promise<void> {
    const from = this.#random.below(this.#kept.length + 1);
    const answer = await attempt(() => store.readEvents(from));
    if ('error' in answer) return;
    const events = answer.value.map((event) => plain.decode(event));
    assert(same(events, this.#kept.slice(from)), 'the open store reads something else');
  }

  /** Everything acknowledged is there, once, in order; of the rest whole appends at the end, or nothing. */
  async #verify(): Promise<void> {
    const workspaces = await this.#boot();
    if (this.#random.chance(0.2)) await this.#verifyList(workspaces);
    const store = await workspaces.open(this.#id);
    const events = await eventsOf(store);
    const allowed = this.#allowed().find((one) => same(one, events));
    assert(allowed, `${events.length} events of ${this.#kept.length} kept are not those`);
    assert(!store.loss || this.#unknown.length > 0, 'a loss is told where there is none');
    this.#kept = events;
    this.#unknown = [];

    const { name } = store.getState();
    assert(this.#names.includes(name), `the name is ${name}`);
    this.#names = [name];
    const keys = await store.readKeys();
    assert(this.#keys.includes(keys), 'the keys are neither the old nor the new ones');
    this.#keys = [keys];
    for (const [sha256, segment] of this.#segments) {
      const answer = await attempt(async () => (await store.segment(sha256)).text());
      if (segment.isKept || !('error' in answer))
        assert('value' in answer && answer.value === segment.text, 'a file is not what it was');
      else this.#segments.delete(sha256);
    }
    await this.#appendOne(store);
    await store.close();
  }

  async #verifyList(workspaces: Workspaces): Promise<void> {
    const listed = await workspaces.list();
    assert(
      listed.length === 1 && listed[0]?.id === this.#id && listed[0].problem === undefined,
      `the list is ${JSON.stringify(listed)}`,
    );
  }

  #allowed(): string[][] {
    const states = [this.#kept];
    for (const append of this.#unknown) states.push([...(states.at(-1) ?? []), ...append]);
    return states;
  }

  async #appendOne(store: WorkspaceStore): Promise<void> {
    const payload = this.#payload();
    await store.append([text.encode(payload)]);
    this.#kept.push(payload);
  }

  /** Bits turn over at rest: a prefix with its loss named, or a typed refusal. */
  async #rot(): Promise<void> {
    const paths = [...this.#disk.files.keys()].filter((path) => !path.includes('/segments/'));
    for (let flips = 1 + this.#random.below(3); flips > 0; flips -= 1) {
      const path = paths[this.#random.below(paths.length)] ?? '';
      const bits = (this.#disk.files.get(path)?.content.length ?? 0) * 8;
      this.#disk.flip(path, this.#random.below(bits));
    }
    const opened = await attempt(async () => (await this.#boot()).open(this.#id));
    if ('error' in opened) {
      const { error } = opened;
      assert(error instanceof StoreFailure && error.reason === 'damaged', `refused: ${error}`);
      return;
    }
    const store = opened.value;
    const events = await eventsOf(store);
    assert(same(events, this.#kept.slice(0, events.length)), 'damage has changed an event');
    assert(
      events.length === this.#kept.length || store.loss?.position === events.length,
      'events are missing, and nothing is said',
    );
    assert(this.#names.includes(store.getState().name), 'damage has changed the name');
    const keys = await attempt(() => store.readKeys());
    if ('error' in keys) assert(keys.error instanceof StoreFailure, 'the keys fail untyped');
    else assert(this.#keys.includes(keys.value), 'damage has changed the keys');
    this.#kept = events;
    await this.#appendOne(store);
    await store.close();
    const again = await (await this.#boot()).open(this.#id);
    assert(!again.loss && same(await eventsOf(again), this.#kept), 'after damage, appending fails');
  }
}

/** An error of the storage as a value; anything else is a defect and passes. */
async function attempt<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly error: Error }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof StoreFailure || error instanceof Crash) return { error };
    throw error;
  }
}

async function eventsOf(store: WorkspaceStore): Promise<string[]> {
  return (await store.readEvents(0)).map((event) => plain.decode(event));
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((event, index) => event === right[index]);
}
