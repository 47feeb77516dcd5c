import type { FindingCode } from '../../src/domain/import/finding';
import type { Mapping } from '../../src/domain/import/mapping';
import type { ImportProblem } from '../../src/domain/import/problem';
import type { ResultRow } from '../../src/domain/report/result';
import { sql } from '../../src/engine/sql';
import type { SourceFile } from '../../src/importers/source';
import type { ImportOutcome } from '../../src/session/import/commit';
import type { StagedImport } from '../../src/session/import/desk';
import type { ImportPlan } from '../../src/session/import/plan';
import type { PlanReview } from '../../src/session/import/review/review';
import type { Suggestion } from '../../src/session/import/suggest';
import type { Session } from '../../src/session/session';
import type { WorkspaceStore } from '../../src/workspace/store';
import { openSession } from '../support/openSession';

/** A file as it is dropped, line by line. */
export const file = (name: string, ...lines: readonly string[]): SourceFile => ({
  name,
  blob: new Blob([`${lines.join('\n')}\n`]),
});

/** What becomes of a mapping before it is planned: what a person says of it. */
export type Saying = (mapping: Mapping) => Mapping;

/** A file in the preview: how it is read, and what it would bring. */
export interface Draft extends Omit<StagedImport, 'suggestion'> {
  readonly suggestion: Suggestion;
  readonly plan: ImportPlan;
}

/** A workspace with files on their way in, in the steps that a person takes. */
export class Drafting {
  readonly session: Session;
  /** What the last drop could not take. */
  problems: readonly ImportProblem[] = [];
  #drafts: readonly StagedImport[] = [];

  constructor(session: Session) {
    this.session = session;
  }

  static async open(store?: WorkspaceStore): Promise<Drafting> {
    return new Drafting(await openSession(store));
  }

  close(): Promise<void> {
    return this.session.close();
  }

  /** Drops files: those of which nothing is recognised are a mistake of the test. */
  async drop(files: readonly SourceFile[], say: Saying = (as) => as): Promise<readonly Draft[]> {
    const staged = await this.stage(files);
    const drafts: Draft[] = [];
    for (const one of staged) {
      const { suggestion } = one;
      if (!suggestion) throw new Error(`${one.staged.file} is not recognised`);
      drafts.push({ ...one, suggestion, plan: await this.plan(one, say(suggestion.mapping)) });
    }
    return drafts;
  }

  /** Drops one file, of which one table comes. */
  async one(source: SourceFile, say?: Saying): Promise<Draft> {
    const [draft, ...others] = await this.drop([source], say);
    if (!draft || others.length > 0) throw new Error(`${source.name} is not one table`);
    return draft;
  }

  /** Reads files, and plans nothing. */
  async stage(files: readonly SourceFile[]): Promise<readonly StagedImport[]> {
    const { imports, problems } = await this.session.desk.stageFiles(files);
    this.problems = problems.map(({ problem }) => problem);
    this.#drafts = [...this.#drafts, ...imports];
    return imports;
  }

  plan({ staged }: Pick<StagedImport, 'staged'>, mapping: Mapping): Promise<ImportPlan> {
    return this.session.desk.plan(staged, mapping);
  }

  /** A draft with another mapping, as a person has it after a click. */
  async again<D extends Draft>(draft: D, say: Saying): Promise<D> {
    return { ...draft, plan: await this.plan(draft, say(draft.plan.mapping)) };
  }

  review(drafts: readonly Draft[]): Promise<readonly PlanReview[]> {
    return this.session.desk.review(drafts.map(({ plan }) => plan));
  }

  /** What is found of the first of some drafts, looked at together: `line value` of each row that is shown. */
  async found(drafts: readonly Draft[], code: FindingCode): Promise<readonly string[]> {
    const [review] = await this.review(drafts);
    const finding = review?.findings.find((one) => one.code === code);
    return finding?.rows.map(({ line, value }) => `${line} ${value}`.trimEnd()) ?? [];
  }

  take(drafts: readonly Draft[]): Promise<readonly ImportOutcome[]> {
    return this.session.commit(drafts);
  }

  /** Drops files and takes them as suggested. */
  async bring(...files: readonly SourceFile[]): Promise<readonly ImportOutcome[]> {
    return this.take(await this.drop(files));
  }

  /** Throws away what was dropped and not taken. */
  async discard(): Promise<void> {
    for (const { staged } of this.#drafts) await this.session.desk.drop(staged);
    this.#drafts = [];
    this.problems = [];
  }

  /** The good rows of a draft, the fields joined by bars. */
  async typed({ plan }: Draft, ...fields: readonly string[]): Promise<readonly string[]> {
    const rows = await this.session.engine.rows(
      sql`SELECT * FROM ${sql.id(plan.typedTable)} WHERE problem IS NULL ORDER BY line`,
    );
    return rows.map((row) => barred(row, fields));
  }

  /** The rows of a table, columns joined by bars, in their order. */
  async table(name: string, ...columns: readonly string[]): Promise<readonly string[]> {
    const chosen = sql.join(columns.map((column) => sql.id(column)));
    const rows = await this.session.engine.rows(
      sql`SELECT ${chosen} FROM ${sql.id(name)} ORDER BY ${chosen}`,
    );
    return rows.map((row) => barred(row, columns));
  }
}

/** Cells joined by bars; amounts without the zeros behind their cents. */
const barred = (row: ResultRow, columns: readonly string[]): string =>
  columns.map((column) => String(row[column] ?? '').replace(/^(-?\d+\.\d\d)00$/, '$1')).join(' | ');

/** The suggestion of a mapping with one of its fields changed. */
export const withField =
  (field: string, change: Partial<Mapping['fields'][string]>): Saying =>
  (mapping) => {
    const source = mapping.fields[field];
    if (!source) throw new Error(`${field} has no column`);
    return { ...mapping, fields: { ...mapping.fields, [field]: { ...source, ...change } } };
  };

/** The format of a field's dates or numbers. */
export const formatOf = (draft: Pick<Draft, 'suggestion'>, field: string) =>
  draft.suggestion.mapping.fields[field]?.format;
