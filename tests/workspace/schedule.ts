import { assert } from '../../src/lib/assert';
import { Random } from './random';
import type { OpenTab, Tabs } from './tabs';

const tabsMax = 4;
const catchUp_ms_max = 5000;

/**
 * Tabs of one workspace that are opened, closed, killed and made writers in an order that follows from a seed, while
 * whoever is the writer appends without end. Throws where a promise was broken.
 * @returns how many events were acknowledged
 */
export async function runSchedule(tabs: Tabs, seed: number): Promise<number> {
  const schedule = new Schedule(tabs, seed);
  try {
    return await schedule.run();
  } finally {
    await schedule.end();
  }
}

class Schedule {
  readonly #tabs: Tabs;
  readonly #random: Random;
  readonly #tabsMax: number;
  readonly #acknowledged = new Map<number, string>();
  readonly #seed: number;
  #open: OpenTab[] = [];
  /** Pages that have lost their worker. */
  readonly #dead: OpenTab[] = [];
  #opened = 0;
  #id = '';

  constructor(tabs: Tabs, seed: number) {
    this.#tabs = tabs;
    this.#seed = seed;
    this.#random = new Random(seed);
    this.#tabsMax = 2 + this.#random.below(tabsMax - 1);
  }

  async run(): Promise<number> {
    const first = await this.#tabs.open();
    this.#id = await first.call.create(`Schedule ${this.#seed}`);
    await first.page.close();
    await this.#openTab();
    for (let step = 0; step < 14; step += 1) {
      await this.#step();
      await new Promise((resolve) => setTimeout(resolve, this.#random.below(120)));
      await this.#oneWriterAtMost();
    }
    await this.#settle();
    return this.#acknowledged.size;
  }

  async end(): Promise<void> {
    for (const { page } of [...this.#open, ...this.#dead])
      await page.close().catch(() => undefined);
  }

  async #step(): Promise<void> {
    const tab = this.#open[this.#random.below(this.#open.length)];
    if (!tab) return this.#openTab();
    const kind = this.#random.below(10);
    if (kind < 3 && this.#open.length < this.#tabsMax) return this.#openTab();
    if (kind < 6) return this.#takeOver(tab);
    if (kind === 6) return this.#closePolitely(tab);
    if (kind < 9) return this.#kill(tab);
    // Two at once ask to be the writer: both become it, one after the other.
    const other = this.#open.find((one) => one !== tab);
    await Promise.all([this.#takeOver(tab), other && this.#takeOver(other)]);
  }

  async #openTab(): Promise<void> {
    const tab = await this.#tabs.open((position, event) => {
      const before = this.#acknowledged.get(position);
      assert(before === undefined, `position ${position} was given to ${before} and ${event}`);
      this.#acknowledged.set(position, event);
    });
    await tab.call.open(this.#id);
    this.#opened += 1;
    await tab.call.startAppending(`tab ${this.#opened}`);
    this.#open.push(tab);
  }

  async #takeOver({ call }: OpenTab): Promise<void> {
    await call.takeOver();
  }

  async #closePolitely(tab: OpenTab): Promise<void> {
    this.#forget(tab);
    await tab.call.stopAppending();
    await tab.call.close();
    await tab.page.close();
  }

  /** At once, whatever it is doing: the page, its worker, or its whole process. */
  async #kill(tab: OpenTab): Promise<void> {
    this.#forget(tab);
    const way = this.#random.below(3);
    if (way === 0) return tab.page.close();
    if (way === 1) {
      this.#dead.push(tab);
      await tab.call.killWorker();
      return;
    }
    const devtools = await tab.page.context().newCDPSession(tab.page);
    const crashed = new Promise((resolve) => tab.page.once('crash', resolve));
    devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await tab.page.close();
  }

  #forget(tab: OpenTab): void {
    this.#open = this.#open.filter((one) => one !== tab);
  }

  async #roles(): Promise<readonly string[]> {
    return Promise.all(this.#open.map(async ({ call }) => (await call.state()).role));
  }

  /** A page hears of its new role a moment after its worker has it. */
  async #oneWriterAtMost(): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const writers = (await this.#roles()).filter((role) => role === 'writer').length;
      if (writers <= 1) return;
      assert(tries < 10, `${writers} tabs are writers`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** All are still: readers have what the writer has, and each event acknowledged is where it was said to be. */
  async #settle(): Promise<void> {
    if (this.#open.length === 0) await this.#openTab();
    for (const { call } of this.#open) await call.stopAppending();
    const writer = this.#open[0];
    assert(writer, 'no tab is open');
    await writer.call.takeOver();
    const loss = await writer.call.loss();
    assert(!loss || (loss.recorded ?? 0) <= loss.position, `lost: ${JSON.stringify(loss)}`);
    await writer.call.append('the last one');
    const { head } = await writer.call.state();
    const events = await writer.call.events(0);
    assert(events.length === head.position, 'the writer does not read what it has');
    for (const { call } of this.#open.slice(1)) {
      await caughtUp(() => call.state(), head);
      assert(
        JSON.stringify(await call.events(0)) === JSON.stringify(events),
        'a reader reads something else',
      );
    }
    for (const [position, event] of this.#acknowledged)
      assert(events[position - 1] === event, `${event} is not at ${position}`);
    assert(new Set(events).size === events.length, 'an event is there twice');
    const at = new Map<string, string>();
    for (const event of events) {
      const [, tab = '', number = ''] = /^(tab \d+) (.*)$/.exec(event) ?? [];
      const before = at.get(tab) ?? '-1';
      assert(tab === '' || Number(before) < Number(number), `${event} comes after ${before}`);
      at.set(tab, number);
    }
  }
}

async function caughtUp(
  state: () => Promise<{ readonly role: string; readonly head: { readonly hash: string } }>,
  head: { readonly hash: string },
): Promise<void> {
  const limit = performance.now() + catchUp_ms_max;
  for (;;) {
    const now = await state();
    assert(now.role === 'reader', 'a second tab is a writer');
    if (now.head.hash === head.hash) return;
    assert(performance.now() < limit, `a reader stays behind: ${JSON.stringify(now)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
