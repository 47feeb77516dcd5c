import { ImportFailure } from '../../src/domain/import/problem';
import type { ResultRow } from '../../src/domain/report/result';
import { sql } from '../../src/engine/sql';
import { problemText } from '../../src/headless/problemText';
import type { StageOptions } from '../../src/importers/csv/stage';
import type { SourceFile } from '../../src/importers/source';
import type { ImportOutcome } from '../../src/session/import/commit';
import type { ImportPlan } from '../../src/session/import/plan';
import type { Session } from '../../src/session/session';
import { ask } from '../support/openFolder';

/** What one file brought in. */
export interface Brought {
  readonly plan: ImportPlan;
  readonly outcome: ImportOutcome | undefined;
}

/** Drops a file into a session as a person does: the suggested mapping is taken as it is. */
export async function bring(
  session: Session,
  name: string,
  content: BlobPart | Blob,
  options: StageOptions = {},
): Promise<Brought> {
  const blob = content instanceof Blob ? content : new Blob([content]);
  const { staged, suggestion, source } = await session.desk.stage({ name, blob }, options);
  try {
    if (!suggestion)
      throw new ImportFailure({
        code: 'not_recognised',
        file: name,
        line: staged.headerLine || undefined,
      });
    const plan = await session.desk.plan(staged, suggestion.mapping);
    const [outcome] = await session.commit([{ plan, source }], { signal: options.signal });
    return { plan, outcome };
  } finally {
    await session.desk.drop(staged);
  }
}

/** The one line that a bad file is answered with; throws where it was taken. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  const outcome = await work.then(
    () => new Error('it was taken'),
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof ImportFailure) return problemText(outcome.problem);
  throw outcome;
}

/** Every open item there is, at the end of time. */
export async function openItems(session: Session): Promise<readonly ResultRow[]> {
  return (await ask(session.engine, 'open-items', { asOf: '2199-12-31' })).rows;
}

/** Documents as the canonical table has them, with chosen columns joined by bars. */
export async function documents(
  session: Session,
  columns: readonly string[],
): Promise<readonly string[]> {
  const names = sql.join(columns.map((column) => sql.id(column)));
  const rows = await session.engine.rows(
    sql`SELECT ${names} FROM document ORDER BY source_row, document_id`,
  );
  return rows.map((row) => columns.map((column) => String(row[column] ?? '')).join(' | '));
}

/** Everything that a bad file must leave alone: tables of any kind, answers, and the list of imports. */
export async function stateOf(session: Session): Promise<string> {
  const tables = await session.engine.rows(
    sql`SELECT table_name, estimated_size FROM duckdb_tables() WHERE schema_name = 'main' ORDER BY 1`,
  );
  const reports = [
    await ask(session.engine, 'open-items', { asOf: '2199-12-31' }),
    await ask(session.engine, 'aging-totals', { asOf: '2026-10-31' }),
    await ask(session.engine, 'customers', { asOf: '2026-10-31' }),
    await ask(session.engine, 'contradictions', {}),
  ];
  return JSON.stringify({ tables, reports, imports: session.getState().imports });
}

/** Drops files into a session as a person does who takes everything as suggested, all of it one import. */
export async function bringAll(
  session: Session,
  files: readonly SourceFile[],
): Promise<readonly Brought[]> {
  const { imports, problems } = await session.desk.stageFiles(files);
  const [problem] = problems;
  if (problem) throw problem;
  const plans = [];
  for (const { staged, suggestion, source, original } of imports) {
    if (!suggestion)
      throw new ImportFailure({
        code: 'not_recognised',
        file: staged.file,
        line: staged.headerLine || undefined,
      });
    plans.push({ plan: await session.desk.plan(staged, suggestion.mapping), source, original });
  }
  const outcomes = await session.commit(plans);
  return plans.map(({ plan }, i) => ({ plan, outcome: outcomes[i] }));
}
