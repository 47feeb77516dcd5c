import { EngineLost } from '../engine/errors';
import type { Engine } from '../engine/port';
import { sql } from '../engine/sql';
import type { SupervisedEngine } from '../engine/supervised';
import type { BuildStep } from '../ledger/build';
import { applyEvents, recordHistory } from '../ledger/edits/apply';
import type { WorkspaceStore } from '../workspace/store';
import type { EventLog } from './journal/eventLog';
import { fillEngine } from './replay';
import { loadCache, saveCache } from './tableCache';

/** A ledger of fewer items is built in no time. */
const savedItemsDefault = 20_000;

/**
 * Keeps the engine's tables at what the journal says: fills a new engine, and applies what was recorded since, in
 * order and one piece at a time. The engine may lag behind the journal for a moment, and never runs ahead of it.
 */
export class Keeper {
  readonly #log: EventLog;
  readonly #store: WorkspaceStore;
  /** Events whose rows an import brought in by itself. */
  readonly #brought = new Set<number>();
  readonly #savedItemsMin: number;
  #applied = 0;
  #saved = 0;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(log: EventLog, store: WorkspaceStore, savedItemsMin = savedItemsDefault) {
    this.#savedItemsMin = savedItemsMin;
    this.#log = log;
    this.#store = store;
  }

  /** Whether the saved tables are those that are shown. */
  get isSaved(): boolean {
    return this.#saved === this.#applied;
  }

  /** Events that the tables already show. */
  get applied(): number {
    return this.#applied;
  }

  /** Fills an engine that has nothing yet: from the saved tables where they are good, else from the files. */
  async open(engine: Engine, onStep?: (step: BuildStep) => void): Promise<void> {
    const position = await loadCache(engine, this.#store, this.#log).catch((error: unknown) => {
      if (error instanceof EngineLost) throw error;
      return undefined;
    });
    if (position === undefined) return this.fill(engine, onStep);
    this.#applied = position;
    this.#saved = position;
    while (this.#applied < this.#log.position) {
      const events = this.#log.placed(this.#applied);
      if ((await applyEvents(engine, events)) === 'rebuild') return this.fill(engine, onStep);
      this.#applied += events.length;
    }
  }

  /** Fills an engine from files and journal, whatever it has. */
  async fill(engine: Engine, onStep?: (step: BuildStep) => void): Promise<void> {
    const events = this.#log.placed(0);
    await fillEngine(engine, this.#store, events, onStep);
    this.#brought.clear();
    this.#applied = events.length;
  }

  /** Saves the tables beside the journal, for the next opening. */
  async save(engine: Engine, signal: AbortSignal): Promise<void> {
    const [row] = await engine.rows(sql`SELECT count(*) AS items FROM item`);
    if (Number(row?.['items']) < this.#savedItemsMin) return;
    const applied = (): number => this.#applied;
    const saved = await saveCache(engine, this.#store, this.#log, applied, signal);
    if (saved !== undefined) this.#saved = saved;
  }

  /** One change of the ledger's tables at a time. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#tail.then(work, work);
    this.#tail = done.catch(() => undefined);
    return done;
  }

  /** Says that an import's rows are in the tables: its event is not to be done again. */
  markBrought(position: number): void {
    this.#brought.add(position);
  }

  /**
   * Applies what was recorded and is not in the tables yet.
   * @param onRebuild called where that takes a new build of the whole ledger, which takes long
   * @returns whether anything changed
   */
  catchUp(engine: SupervisedEngine, onRebuild: () => void): Promise<boolean> {
    return this.alone(async () => {
      const from = this.#applied;
      while (this.#applied < this.#log.position) await this.#step(engine, onRebuild);
      return this.#applied !== from;
    });
  }

  async #step(engine: SupervisedEngine, onRebuild: () => void): Promise<void> {
    const events = this.#log.placed(this.#applied);
    const isBrought = ({ position }: { readonly position: number }) => this.#brought.has(position);
    try {
      const outcome = await engine.once(async (one) => {
        const done = await applyEvents(
          one,
          events.filter((event) => !isBrought(event)),
        );
        if (done === 'applied') await recordHistory(one, events.filter(isBrought));
        return done;
      });
      if (outcome === 'applied') this.#applied += events.length;
      else {
        onRebuild();
        await engine.once((one) => this.fill(one));
      }
    } catch (error) {
      if (error instanceof EngineLost) {
        // The new engine is filled from the journal, with these events: wait until it answers.
        await engine.rows(sql`SELECT 1 AS answer`);
        return;
      }
      // A difference that cannot be applied is a defect of ours; the journal is right, and all is built from it.
      onRebuild();
      await engine.once((one) => this.fill(one));
    }
  }
}
