import { ImportFailure } from '../domain/import/problem';
import type { ImportFact, RecordedEvent, SavedView } from '../domain/journal/event';
import { type ChangeCounts, counted, extentOf } from '../domain/journal/extent';
import { inverse } from '../domain/journal/inverse';
import type { LedgerState, MadeFrom } from '../domain/report/stateLine';
import type { IsoDate } from '../domain/time/calendar';
import type { Engine, RunOptions } from '../engine/port';
import type { EngineState, SupervisedEngine } from '../engine/supervised';
import { supervise } from '../engine/supervised';
import type { Unpack } from '../importers/packed/unpacked';
import type { BuildStep } from '../ledger/build';
import { type AskedTables, asksForTables, ensureTables } from '../ledger/ways';
import type { BoundReport, RawParams } from '../reports/define';
import { HeldInputs } from '../reports/heldInputs';
import { reportById } from '../reports/registry';
import { type OpenReport, openReport } from '../reports/run';
import { type WriteOptions, writeBackup } from '../workspace/backup/write';
import type { JournalLoss, StoreState, WorkspaceStore } from '../workspace/store';
import { adoptEvents, type Decisions } from './exchange/adopt';
import { type ExportOptions, exportEvents } from './exchange/exportEvents';
import { type Incoming, readEvents } from './exchange/incoming';
import { NeededSegments } from './exchange/neededSegments';
import { commitImports, type ImportOutcome } from './import/commit';
import { ImportDesk, type StagedImport } from './import/desk';
import { factOf } from './import/fact';
import type { ImportPlan } from './import/plan';
import type { AdjustmentEntry, AdjustmentPatch, EditProblem, FieldEdit } from './journal/edit';
import { Editor } from './journal/editor';
import { EventLog, type NewEvent } from './journal/eventLog';
import { Keeper } from './keeper';
import { makeAgain } from './makeAgain';
import { redactImports } from './redactImports';
import { dropStaged } from './replay';
import { TableSaver } from './saving';

/** What a page shows of the session itself. */
export interface SessionState {
  readonly engine: EngineState;
  readonly imports: readonly ImportFact[];
  readonly isDurable: boolean;
  /** Grow with every change of the ledger that is seen so far. */
  readonly changes: ChangeCounts;
  readonly store: StoreState;
  /** What undo and redo would do next. */
  readonly undo: RecordedEvent | undefined;
  readonly redo: RecordedEvent | undefined;
  /** Who writes here, as that person said; blank until asked. */
  readonly person: string;
  /** The last day of the closed period. */
  readonly closedThrough: IsoDate | null;
  /** Events in the journal, and those that the tables show already. */
  readonly position: number;
  readonly applied: number;
  /** The state that the tables show: what an output is made from. */
  readonly state: LedgerState;
}

export interface CommitProgress {
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: BuildStep) => void) | undefined;
}

export interface SessionOptions {
  /** The time that stands on events, ISO 8601. */
  readonly now: () => string;
  /** Reads what is no delimited text: in a worker, where there is one. */
  readonly unpack: Unpack;
  readonly onStep?: ((step: BuildStep) => void) | undefined;
  /** How long after a change of the ledger its tables are saved for the next opening, where nothing else comes. */
  readonly cacheAfter_ms?: number | undefined;
  /** What opens in no time needs no saved tables: how many items a ledger has before they are. */
  readonly cacheItemsMin?: number | undefined;
}

const cacheAfterDefault_ms = 4_000;

/**
 * An open workspace: its files, its journal, its engine, and what may be done with them. The engine is a cache:
 * when it dies, a new one is filled again from files and journal.
 */
export class Session {
  readonly engine: SupervisedEngine;
  /** Where files are looked at before they are imported. */
  readonly desk: ImportDesk;
  readonly #store: WorkspaceStore;
  readonly #log: EventLog;
  readonly #keeper: Keeper;
  readonly #editor: Editor;
  readonly #openEngine: () => Promise<Engine>;
  readonly #listeners = new Set<() => void>();
  #state: SessionState;
  readonly #saver: TableSaver;
  readonly #heldInputs = new HeldInputs(() => JSON.stringify(this.#state.changes));
  #telling: ReturnType<typeof setTimeout> | undefined;
  #steps: Promise<unknown> = Promise.resolve();

  private constructor(
    engine: SupervisedEngine,
    store: WorkspaceStore,
    log: EventLog,
    keeper: Keeper,
    openEngine: () => Promise<Engine>,
    unpack: Unpack,
    cacheAfter_ms: number,
  ) {
    this.desk = new ImportDesk(engine, log, unpack);
    this.#openEngine = openEngine;
    this.engine = engine;
    this.#store = store;
    this.#log = log;
    this.#keeper = keeper;
    this.#saver = new TableSaver(engine, store, keeper, cacheAfter_ms);
    this.#editor = new Editor(engine, log);
    this.#state = {
      engine: 'ready',
      isDurable: store.isDurable,
      changes: { records: 0, figures: 0, documents: 0 },
      ...this.#ofJournal(),
    };
    engine.onState((state) => this.#change({ engine: state }));
    if (!keeper.isSaved) this.#saver.soon();
    store.subscribe(() => void this.#storeChanged());
  }

  /**
   * Opens a workspace: reads its journal, starts the engine and fills it from the stored files.
   * @throws StoreFailure where a stored file is missing or no longer what it was
   */
  static async open(
    openEngine: () => Promise<Engine>,
    store: WorkspaceStore,
    { now, unpack, onStep, cacheItemsMin, cacheAfter_ms = cacheAfterDefault_ms }: SessionOptions,
  ): Promise<Session> {
    const [log, opened] = await Promise.allSettled([EventLog.open(store, now), openEngine()]);
    if (opened.status === 'rejected') throw opened.reason;
    if (log.status === 'rejected') {
      await opened.value.close();
      throw log.reason;
    }
    const keeper = new Keeper(log.value, store, cacheItemsMin);
    let first: Engine | undefined = opened.value;
    const engine = await supervise({
      open: async () => {
        const ready = first ?? (await openEngine());
        first = undefined;
        return ready;
      },
      rebuild: (fresh) => keeper.open(fresh),
    });
    try {
      await engine.once((one) => keeper.open(one, onStep));
    } catch (error) {
      await engine.close();
      throw error;
    }
    return new Session(engine, store, log.value, keeper, openEngine, unpack, cacheAfter_ms);
  }

  getState = (): SessionState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What of the journal could not be read when the workspace was opened. */
  get loss(): JournalLoss | undefined {
    return this.#store.loss;
  }

  /** The events so far, in order: for the history, and for what a record was before. */
  get events(): readonly RecordedEvent[] {
    return this.#log.events;
  }

  views(page: string): readonly SavedView[] {
    return this.#log.state.views(page);
  }

  /** Commits plans, all or nothing: files kept, rows in, ledger built, journal written, then shown. */
  async commit(
    plans: readonly (Pick<StagedImport, 'source'> &
      Partial<Pick<StagedImport, 'original'>> & { readonly plan: ImportPlan })[],
    progress: CommitProgress = {},
  ): Promise<readonly ImportOutcome[]> {
    const again = plans.find(
      ({ plan: { staged } }, i) =>
        this.desk.isImported(staged.sha256) ||
        plans.findIndex((other) => other.plan.staged.sha256 === staged.sha256) < i,
    );
    if (again) {
      const { file, sha256 } = again.plan.staged;
      const code = this.desk.isImported(sha256) ? 'already_imported' : 'given_twice';
      throw new ImportFailure({ code, file });
    }
    const files = plans.map(({ plan }) => factOf(plan));
    this.#saver.cancel();
    let isRecorded = false;
    // The files are written beside the engine's work, which takes longer; nothing refers to them yet.
    const isKept = new Set(
      this.#log.state.everImported.flatMap(({ sha256, origin }) => [sha256, origin?.sha256]),
    );
    const blobs = new Map<string, Blob>();
    for (const { plan, source, original } of plans) {
      const { sha256, origin } = plan.staged;
      blobs.set(sha256, source.blob);
      if (origin && original) blobs.set(origin.sha256, original.blob);
    }
    const kept = Promise.all(
      [...blobs].map(([sha256, blob]) => this.#store.putSegment(sha256, blob)),
    );
    kept.catch(() => undefined);
    const beforeVisible = async (): Promise<void> => {
      await kept;
      const [placed] = await this.#log.record([{ event: { kind: 'imported', files } }]);
      isRecorded = true;
      if (placed) this.#keeper.markBrought(placed.position);
    };
    try {
      const outcomes = await this.#keeper.alone(() =>
        this.engine.once((engine) =>
          commitImports(
            engine,
            plans.map(({ plan }) => plan),
            { ...progress, beforeVisible },
          ),
        ),
      );
      this.#editor.forgetLedger();
      await this.#show(true);
      return outcomes;
    } catch (error) {
      await kept.catch(() => undefined);
      if (!isRecorded)
        for (const sha256 of blobs.keys())
          if (!isKept.has(sha256)) await this.#store.removeSegment(sha256).catch(() => undefined);
      throw error;
    } finally {
      for (const { plan } of plans)
        await dropStaged(this.engine, plan.staged).catch(() => undefined);
    }
  }

  /** Withdraws every import; the files stay in the workspace, so that it can be undone. */
  async clear(): Promise<void> {
    await this.#withdraw(() => true);
  }

  /** Takes an import out of the ledger as a whole; its file stays, so that it can be undone. */
  async withdraw(sha256: string): Promise<void> {
    await this.#withdraw((file) => file.sha256 === sha256);
  }

  /**
   * Changes fields: one step for undo. Resolves when it is safe; what is shown follows at once.
   * @returns what was not taken, and why; the rest was
   * @throws StoreFailure; then nothing was taken
   */
  async edit(edits: readonly FieldEdit[], reason = ''): Promise<readonly EditProblem[]> {
    return this.#edit(edits, reason, false);
  }

  /** Adds customers that nobody has yet, each by its fields: one step for undo. @returns what was not taken, and why */
  async addCustomers(edits: readonly FieldEdit[], reason = ''): Promise<readonly EditProblem[]> {
    return this.#edit(edits, reason, true);
  }

  #edit(
    edits: readonly FieldEdit[],
    reason: string,
    isNew: boolean,
  ): Promise<readonly EditProblem[]> {
    // In turn: what an edit says was there before is what the one before it left.
    return this.#inTurn(async () => {
      // A customer that was added a moment ago must be seen.
      if (isNew) await this.#show(false);
      const { event, problems } = await this.#editor.fields(edits, reason, isNew);
      if (event) await this.#record([{ event }]);
      return problems;
    });
  }

  /**
   * Enters adjustments, and changes some that were entered here: one step for undo.
   * @returns what was not taken, and why: entries count from 0, changes after them
   */
  async adjust(
    entries: readonly AdjustmentEntry[],
    patches: readonly AdjustmentPatch[] = [],
  ): Promise<readonly EditProblem[]> {
    return this.#inTurn(async () => {
      const { event, problems } = await this.#editor.adjustments(entries, patches);
      if (event) await this.#record([{ event }]);
      return problems;
    });
  }

  /** Closes the period up to a day, or opens it again. */
  async closePeriod(through: IsoDate | null): Promise<void> {
    await this.#inTurn(async () => {
      const before = this.#log.state.closedThrough;
      if (through === before) return;
      // Its balances are those of everything that was recorded so far.
      await this.#show(false);
      const totals = through === null ? [] : await this.#editor.balancesAt(through);
      await this.#record([{ event: { kind: 'period', before, after: through, totals } }]);
    });
  }

  /** Keeps a way of looking at a page under a name; `null` forgets the one of that name. */
  async saveView(page: string, name: string, view: SavedView | null): Promise<void> {
    await this.#inTurn(async () => {
      const before = this.views(page).find((one) => one.name === name) ?? null;
      await this.#record([{ event: { kind: 'view', page, before, after: view } }]);
    });
  }

  /**
   * Erases a person: the key of the personal fields is thrown away, and imported files are kept without what they
   * say of the person. Documents and amounts stay. It cannot be undone.
   */
  async erase(customerId: string): Promise<void> {
    await this.#inTurn(async () => {
      const redacted = await redactImports(this.#store, this.#log.state.everImported, customerId);
      for (const { after, blob } of redacted) await this.#store.putSegment(after.sha256, blob);
      const files = redacted.map(({ before, after }) => ({ before, after }));
      await this.#record([{ event: { kind: 'erased', customerId, files } }]);
      await this.#log.forgetErased();
      // The saved tables know the person still; they are made anew of what is left.
      await this.#saver.drop();
      await this.#show(true);
    });
  }

  async setPerson(person: string): Promise<void> {
    await this.#log.keyring.setPerson(person.trim());
    this.#change(this.#ofJournal());
  }

  /** Takes the last thing back that this author did. @returns what was taken back */
  undo(): Promise<RecordedEvent | undefined> {
    return this.#inTurn(async () => {
      const done = this.#log.history.undo;
      const event = done && inverse(done.event);
      if (!done || !event) return undefined;
      await this.#record([{ event, undoes: done.authorSeq }]);
      return done;
    });
  }

  /** Does again what was taken back last. @returns what was done again */
  redo(): Promise<RecordedEvent | undefined> {
    return this.#inTurn(async () => {
      const done = this.#log.history.redo;
      if (!done) return undefined;
      await this.#record([{ event: done.event, redoes: done.authorSeq }]);
      return done;
    });
  }

  async rename(name: string): Promise<void> {
    await this.#store.rename(name);
  }

  /** Becomes the tab that writes. @throws StoreFailure where the other one does not let go */
  async takeOver(): Promise<void> {
    await this.#store.takeOver();
    await this.#inTurn(async () => {
      await this.#log.follow();
      await this.#show(false);
    });
  }

  /** Resolves when the tables show everything that was recorded. */
  async settled(): Promise<void> {
    await this.#show(false);
  }

  /**
   * Asks a report; close what it gives when it is no longer needed.
   * @throws Error where the report or a parameter does not exist, with one line that says which
   */
  report(id: string, params: RawParams, signal?: AbortSignal): Promise<OpenReport> {
    const bound = reportById(id)?.bind(params);
    if (!bound?.ok) throw new Error(bound ? bound.error : `there is no report ${id}`);
    return this.open(bound.value, { signal });
  }

  /** Asks a report whose parameters are bound; close what it gives when it is no longer needed. */
  open(bound: BoundReport, options: RunOptions): Promise<OpenReport> {
    return this.withTables(bound.needs, () =>
      openReport(this.engine, bound, options, this.#heldInputs),
    );
  }

  /**
   * Asks the engine something that needs tables which are made when they are first asked for. The ledger does not change
   * meanwhile: a change would take them away.
   */
  withTables<T>(needs: AskedTables, work: () => Promise<T>): Promise<T> {
    if (!asksForTables(needs)) return work();
    return this.#keeper.alone(async () => {
      await this.engine.once((engine) => ensureTables(engine, needs));
      return work();
    });
  }

  /** Makes a report again, from the state that it says it was made from. */
  makeAgain(madeFrom: MadeFrom): ReturnType<typeof makeAgain> {
    return makeAgain(this.#openEngine, this.#store, this.#log, madeFrom);
  }

  /** Everything of the workspace in one file. @throws BackupFailure, StoreFailure */
  backup(options: Omit<WriteOptions, 'shas' | 'position'>): Promise<Blob> {
    const { events, position } = this.#log;
    const needed = new NeededSegments();
    for (const { event } of events) needed.take(event);
    return writeBackup(this.#store, { ...options, shas: needed.shas, position });
  }

  /** The events after a position, for colleagues. @throws ExchangeFailure */
  exportEvents(options: ExportOptions): Promise<Blob> {
    return exportEvents(this.#log, this.#store, options);
  }

  /** Reads a colleague's events, and what of them stands against what was done here. @throws ExchangeFailure */
  readEvents(file: Blob): Promise<Incoming> {
    return readEvents(this.#log, file);
  }

  /** Takes a colleague's events over; resolves when they are shown. @throws ExchangeFailure, StoreFailure */
  adopt(incoming: Incoming, decisions: Decisions): Promise<void> {
    return this.#inTurn(async () => {
      await adoptEvents(this.#log, this.#store, incoming, decisions);
      if (incoming.erased.length > 0) await this.#saver.drop();
      await this.#show(true);
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#telling);
    await this.#saver.end();
    await this.engine.close();
    await this.#store.close();
  }

  /** Records events; they are safe when it resolves, and shown soon after. */
  async #record(events: readonly NewEvent[]): Promise<void> {
    // Tables that are about to change are not worth saving, and would keep the change waiting.
    this.#saver.cancel();
    await this.#log.record(events);
    this.#change(this.#ofJournal());
    // What is safe and cannot be shown is said in the top bar: figures must not be old in silence.
    void this.#show(false).catch(() => this.#change({ engine: 'lost' }));
  }

  /** Withdraws the imports of a kind, and resolves when the tables are without them. */
  #withdraw(which: (file: ImportFact) => boolean): Promise<void> {
    return this.#inTurn(async () => {
      const files = this.#log.state.imports.filter(which);
      if (files.length === 0) return;
      await this.#log.record([{ event: { kind: 'withdrawn', files } }]);
      await this.#show(true);
    });
  }

  /** Brings the tables up to the journal and tells everybody. */
  async #show(isSure: boolean): Promise<void> {
    const from = this.#keeper.applied;
    const changed = await this.#keeper.catchUp(this.engine, () => {
      this.#editor.forgetLedger();
      this.#change({ engine: 'rebuilding' });
    });
    if (this.#state.engine === 'rebuilding') this.#change({ engine: 'ready' });
    const { applied } = this.#keeper;
    let { changes } = this.#state;
    if (isSure) changes = counted(changes, 'documents');
    else
      for (const { event } of this.#log.events.slice(from, applied)) {
        const extent = extentOf(event);
        if (extent) changes = counted(changes, extent);
      }
    this.#change({ ...this.#ofJournal(), changes });
    if (changed || isSure) this.#saver.soon();
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const done = this.#steps.then(step, step);
    this.#steps = done.catch(() => undefined);
    return done;
  }

  async #storeChanged(): Promise<void> {
    const store = this.#store.getState();
    this.#change({ store });
    if (store.role !== 'reader' || store.head.position <= this.#log.position) return;
    await this.#inTurn(async () => {
      await this.#log.follow();
      await this.#show(false);
    });
  }

  #ofJournal(): Omit<SessionState, 'engine' | 'isDurable' | 'changes'> {
    const { state, history, keyring, position } = this.#log;
    return {
      imports: state.imports,
      store: this.#store.getState(),
      undo: history.undo,
      redo: history.redo,
      person: keyring.person,
      closedThrough: state.closedThrough,
      position,
      applied: this.#keeper.applied,
      state: this.#log.stateAt(this.#keeper.applied),
    };
  }

  #change(part: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...part };
    // Who waits for an acknowledgement goes on before the page is drawn anew.
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      for (const listener of this.#listeners) listener();
    }, 0);
  }
}
