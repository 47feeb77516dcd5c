import { datasetByName } from '../domain/import/datasets';
import type { Mapping } from '../domain/import/mapping';
import { ImportFailure } from '../domain/import/problem';
import type { Engine } from '../engine/port';
import type { EngineState, SupervisedEngine } from '../engine/supervised';
import { supervise } from '../engine/supervised';
import type { StagedFile, StageOptions } from '../importers/csv/stage';
import type { SourceFile } from '../importers/source';
import type { BuildStep } from '../ledger/build';
import type { RawParams } from '../reports/define';
import { reportById } from '../reports/registry';
import { type OpenReport, openReport } from '../reports/run';
import { emptyManifest, type ImportRecord, type Manifest } from '../workspace/manifest';
import type { WorkspaceStore } from '../workspace/store';
import { commitImports, type ImportOutcome } from './import/commit';
import { type ImportPlan, planImport } from './import/plan';
import { stageFile } from './import/stageFile';
import { completeFormats, type Suggestion, suggestMapping } from './import/suggest';
import { dropStaged, fillEngine } from './replay';

/** What a page shows of the session itself. `revision` grows with every change of the ledger. */
export interface SessionState {
  readonly engine: EngineState;
  readonly imports: readonly ImportRecord[];
  readonly isDurable: boolean;
  readonly revision: number;
}

/** A file on its way in: its rows are in the engine, and a mapping is suggested where one fits. */
export interface StagedImport {
  readonly source: SourceFile;
  readonly staged: StagedFile;
  readonly suggestion: Suggestion | undefined;
}

export interface CommitProgress {
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: BuildStep) => void) | undefined;
}

const work = { lane: 'work' } as const;

/**
 * An open workspace: its files, its engine, and what may be done with them.
 * The engine is a cache: when it dies, a new one is filled again from the files.
 */
export class Session {
  readonly engine: SupervisedEngine;
  readonly #store: WorkspaceStore;
  readonly #listeners = new Set<() => void>();
  #manifest: Manifest;
  #state: SessionState;
  #stageCount = 0;

  private constructor(engine: SupervisedEngine, store: WorkspaceStore, manifest: Manifest) {
    this.engine = engine;
    this.#store = store;
    this.#manifest = manifest;
    this.#state = {
      engine: 'ready',
      imports: manifest.imports,
      isDurable: store.isDurable,
      revision: 0,
    };
    engine.onState((state) => this.#change({ engine: state }));
  }

  /**
   * Opens a workspace: starts the engine and fills it from the stored files.
   * @throws StoreFailure where a stored file is missing or no longer what it was
   */
  static async open(
    openEngine: () => Promise<Engine>,
    store: WorkspaceStore,
    onStep?: (step: BuildStep) => void,
  ): Promise<Session> {
    const manifest = (await store.readManifest()) ?? emptyManifest;
    let current = (): Manifest => manifest;
    const engine = await supervise({
      open: openEngine,
      rebuild: (fresh) => fillEngine(fresh, store, current()),
    });
    try {
      await engine.once((first) => fillEngine(first, store, manifest, onStep));
    } catch (error) {
      await engine.close();
      throw error;
    }
    const session = new Session(engine, store, manifest);
    current = () => session.#manifest;
    return session;
  }

  getState = (): SessionState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads a file's rows into the engine and suggests what they are. Drop what is not committed. */
  async stage(source: SourceFile, options: StageOptions = {}): Promise<StagedImport> {
    this.#stageCount += 1;
    const staged = await stageFile(this.engine, source, `stage_${this.#stageCount}`, options);
    if (this.#isImported(staged)) {
      await this.drop(staged);
      throw new ImportFailure({ code: 'already_imported', file: staged.file });
    }
    const suggestion = await suggestMapping(this.engine, staged, {
      ...work,
      signal: options.signal,
    });
    return { source, staged, suggestion };
  }

  /** The mapping for columns that the user chose, with formats decided from the rows. */
  async mapColumns(
    staged: StagedFile,
    dataset: string,
    columns: ReadonlyMap<string, number>,
    rest: Pick<Mapping, 'constants' | 'flipSign'>,
  ): Promise<Suggestion> {
    const def = datasetByName(dataset);
    if (!def) throw new ImportFailure({ code: 'not_recognised', file: staged.file });
    const sources = [...columns].map(([field, column]) => ({ field, column }));
    return completeFormats(this.engine, staged, def, sources, rest, work);
  }

  plan(staged: StagedFile, mapping: Mapping, signal?: AbortSignal): Promise<ImportPlan> {
    return planImport(this.engine, staged, mapping, { ...work, signal });
  }

  async drop(staged: StagedFile): Promise<void> {
    await dropStaged(this.engine, staged);
  }

  /** Commits plans, all or nothing: files kept, rows in, ledger built, then shown. */
  async commit(
    plans: readonly { readonly plan: ImportPlan; readonly source: SourceFile }[],
    progress: CommitProgress = {},
  ): Promise<readonly ImportOutcome[]> {
    const again = plans.find(
      ({ plan: { staged } }, i) =>
        this.#isImported(staged) ||
        plans.findIndex((other) => other.plan.staged.sha256 === staged.sha256) < i,
    );
    if (again) throw new ImportFailure({ code: 'already_imported', file: again.plan.staged.file });
    const records = plans.map(({ plan }) => recordOf(plan));
    const next: Manifest = { version: 1, imports: [...this.#manifest.imports, ...records] };
    const before = this.#manifest;
    // The files are written beside the engine's work, which takes longer; nothing refers to them yet.
    const kept = Promise.all(
      plans.map(({ plan, source }) => this.#store.putSegment(plan.staged.sha256, source.blob)),
    );
    kept.catch(() => undefined);
    try {
      const outcomes = await this.engine.once((engine) =>
        commitImports(
          engine,
          plans.map(({ plan }) => plan),
          {
            ...progress,
            beforeVisible: async () => {
              await kept;
              await this.#store.writeManifest(next);
            },
          },
        ),
      );
      this.#manifest = next;
      this.#change({ imports: next.imports, revision: this.#state.revision + 1 });
      return outcomes;
    } catch (error) {
      await this.#store.writeManifest(before).catch(() => undefined);
      await kept.catch(() => undefined);
      for (const { sha256 } of records)
        await this.#store.removeSegment(sha256).catch(() => undefined);
      throw error;
    } finally {
      for (const { plan } of plans)
        await dropStaged(this.engine, plan.staged).catch(() => undefined);
    }
  }

  /** Forgets every import and its file. */
  async clear(): Promise<void> {
    const { imports } = this.#manifest;
    await this.#store.writeManifest(emptyManifest);
    this.#manifest = emptyManifest;
    for (const record of imports)
      await this.#store.removeSegment(record.sha256).catch(() => undefined);
    await this.engine.once((engine) => fillEngine(engine, this.#store, emptyManifest));
    this.#change({ imports: [], revision: this.#state.revision + 1 });
  }

  /**
   * Asks a report; close what it gives when it is no longer needed.
   * @throws Error where the report or a parameter does not exist, with one line that says which
   */
  report(id: string, params: RawParams, signal?: AbortSignal): Promise<OpenReport> {
    const bound = reportById(id)?.bind(params);
    if (!bound?.ok) throw new Error(bound ? bound.error : `there is no report ${id}`);
    return openReport(this.engine, bound.value, { signal });
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  #isImported(staged: StagedFile): boolean {
    return this.#manifest.imports.some((record) => record.sha256 === staged.sha256);
  }

  #change(part: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

function recordOf(plan: ImportPlan): ImportRecord {
  const { staged } = plan;
  return {
    file: staged.file,
    sha256: staged.sha256,
    bytes: staged.bytes,
    encoding: staged.encoding,
    mapping: plan.mapping,
    rowCount: plan.rowCount,
    goodCount: plan.goodCount,
    totals: plan.goodTotals,
  };
}
