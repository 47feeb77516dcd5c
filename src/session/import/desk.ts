import { datasetByName } from '../../domain/import/datasets';
import type { FindingCode } from '../../domain/import/finding';
import type { Mapping } from '../../domain/import/mapping';
import { ImportFailure } from '../../domain/import/problem';
import type { Engine } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile, StageOptions } from '../../importers/csv/stage';
import type { Unpack } from '../../importers/packed/unpacked';
import type { SourceFile } from '../../importers/source';
import type { EventLog } from '../journal/eventLog';
import { dropStaged } from '../replay';
import { type ImportPlan, planImport } from './plan';
import { givenHeaders, isRejectsFile, rejectsFile } from './rejectsFile';
import { linesOfFinding, type PlanReview, reviewPlans } from './review/review';
import {
  forAnotherFile,
  mappingImportedBefore,
  mappingSavedFor,
  mappingsPage,
  someRowsOf,
} from './savedMappings';
import { stageFile } from './stageFile';
import { type StageFilesOptions, stageTexts } from './stageTexts';
import { type Books, completeFormats, type Suggestion, suggestMapping } from './suggest';
import { type BookZone, isZone } from './zone';
import { zoneOfFiles } from './zoneOfFiles';

/** A file on its way in: its rows are in the engine, and a mapping is suggested where one fits. */
export interface StagedImport {
  /** The text that is read. */
  readonly source: SourceFile;
  /** The file that a person gave, where the text was taken out of it. */
  readonly original: SourceFile | undefined;
  readonly staged: StagedFile;
  readonly suggestion: Suggestion | undefined;
  /** The name of the saved mapping that it is read by. */
  readonly savedAs: string | undefined;
}

/** What came of some files, and why the rest of them did not. */
export interface StagedImports {
  readonly imports: readonly StagedImport[];
  readonly problems: readonly ImportFailure[];
}

const work = { lane: 'work' } as const;

/** Where files are looked at before they are imported: read, recognised, planned; nothing of the ledger changes here. */
export class ImportDesk {
  readonly #engine: Engine;
  readonly #log: EventLog;
  readonly #unpack: Unpack;
  /** The zone that the files say which came together last; what the ledger says goes before it. */
  #zone: BookZone | undefined;
  #stageCount = 0;

  constructor(engine: Engine, log: EventLog, unpack: Unpack) {
    this.#engine = engine;
    this.#log = log;
    this.#unpack = unpack;
  }

  /** Reads the rows of a delimited text into the engine and suggests what they are. Drop what is not committed. */
  async stage(source: SourceFile, options: StageOptions = {}): Promise<StagedImport> {
    const staged = await stageFile(this.#engine, source, this.#nextTable(), options);
    const again = this.#againOf(staged);
    if (again) {
      await this.drop(staged);
      throw again;
    }
    return this.#suggested(staged, undefined, options.signal);
  }

  /**
   * Reads all tables of files of any format; files of one shape are one import. Drop what is not committed.
   * @throws Cancelled
   */
  async stageFiles(
    sources: readonly SourceFile[],
    options: Omit<StageFilesOptions, 'isImported'> = {},
  ): Promise<StagedImports> {
    const found = await stageTexts(this.#engine, sources, this.#nextTable(), this.#unpack, {
      ...options,
      isImported: (sha256) => this.isImported(sha256),
    });
    const imports: StagedImport[] = [];
    const problems = [...found.problems];
    try {
      this.#zone = await zoneOfFiles(
        this.#engine,
        found.texts.map(({ staged }) => staged),
        work,
      );
      for (const { staged, original } of found.texts) {
        const again = this.#againOf(staged);
        if (again) {
          problems.push(again);
          await this.drop(staged);
          continue;
        }
        const one = await this.#suggested(staged, original, options.signal).catch(
          (error: unknown) => {
            if (!(error instanceof ImportFailure)) throw error;
            problems.push(error);
          },
        );
        if (one) imports.push(one);
      }
    } catch (error) {
      for (const { staged } of found.texts) await this.drop(staged).catch(() => undefined);
      throw error;
    }
    return { imports, problems };
  }

  /** The mapping for columns that the user chose, with formats decided from the rows. */
  async mapColumns(
    staged: StagedFile,
    dataset: string,
    columns: ReadonlyMap<string, number>,
    rest: Omit<Mapping, 'dataset' | 'fields'>,
    before?: Mapping,
  ): Promise<Suggestion> {
    const def = datasetByName(dataset);
    if (!def) throw new ImportFailure({ code: 'not_recognised', file: staged.file });
    const sources = [...columns].map(([field, column]) => ({ field, column }));
    return completeFormats(
      this.#engine,
      staged,
      def,
      sources,
      rest,
      work,
      await this.#books(),
      before,
    );
  }

  plan(staged: StagedFile, mapping: Mapping, signal?: AbortSignal): Promise<ImportPlan> {
    return planImport(this.#engine, staged, mapping, { ...work, signal });
  }

  /** Looks at plans that are to be committed together, against the ledger and against each other. */
  review(plans: readonly ImportPlan[], signal?: AbortSignal): Promise<readonly PlanReview[]> {
    return reviewPlans(this.#engine, plans, { ...work, signal });
  }

  /** The lines of the rows that a finding is about. */
  linesOf(
    plan: ImportPlan,
    plans: readonly ImportPlan[],
    code: FindingCode,
  ): Promise<readonly number[]> {
    return linesOfFinding(this.#engine, plan, plans, code, work);
  }

  /** The rejected rows of a file as a file of their own, with the reason of each. */
  rejects(plan: ImportPlan): Promise<Blob> {
    return rejectsFile(this.#engine, plan, work);
  }

  async drop(staged: StagedFile): Promise<void> {
    await dropStaged(this.#engine, staged);
  }

  /** Whether a text, or the file that it came from, has been imported. */
  isImported(sha256: string): boolean {
    return this.#log.state.imports.some(
      (file) =>
        file.sha256 === sha256 || file.origin?.pieces?.some((piece) => piece.sha256 === sha256),
    );
  }

  #nextTable(): string {
    this.#stageCount += 1;
    return `stage_${this.#stageCount}`;
  }

  #againOf(staged: StagedFile): ImportFailure | undefined {
    // Lines that came before may find other headers this time.
    const pieces = staged.origin?.headers ? [] : (staged.origin?.pieces ?? []);
    const isAgain =
      this.isImported(staged.sha256) ||
      (pieces.length > 0 && pieces.every(({ sha256 }) => this.isImported(sha256)));
    return isAgain ? new ImportFailure({ code: 'already_imported', file: staged.file }) : undefined;
  }

  async #suggested(
    staged: StagedFile,
    original: SourceFile | undefined,
    signal: AbortSignal | undefined,
  ): Promise<StagedImport> {
    const saved = mappingSavedFor(
      this.#log.state.views(mappingsPage),
      givenHeaders(staged.headers),
    );
    const earlier = mappingImportedBefore(this.#log.state.imports, staged.headers);
    const isOfRejects = isRejectsFile(staged.headers);
    const ofRejects = earlier && isOfRejects ? forAnotherFile(earlier) : undefined;
    const known = saved?.mapping ?? ofRejects;
    const suggestion = await suggestMapping(
      this.#engine,
      staged,
      { ...work, signal },
      {
        ...(await this.#books()),
        saved: known && isOfRejects ? someRowsOf(known) : known,
        earlier: earlier && isOfRejects ? someRowsOf(earlier) : earlier,
      },
    );
    return { source: staged.source, original, staged, suggestion, savedAs: saved?.name };
  }

  /** What the ledger knows that helps to read a file. */
  async #books(): Promise<Books> {
    const [row] = await this.#engine.rows(
      sql`SELECT (SELECT min(document_date) FROM document) AS first, (SELECT max(document_date) FROM document) AS last,
                 (SELECT CASE WHEN count(DISTINCT time_zone) = 1 THEN max(time_zone) END FROM entity) AS zone`,
      work,
    );
    const text = (name: string): string | undefined =>
      typeof row?.[name] === 'string' ? row[name] : undefined;
    const [first, last, zone] = [text('first'), text('last'), text('zone')];
    return {
      ...(first !== undefined && last !== undefined && { period: { from: first, to: last } }),
      ...(zone !== undefined && isZone(zone) ? { zone: { name: zone } } : { zone: this.#zone }),
    };
  }
}
