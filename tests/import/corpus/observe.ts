import { ImportFailure, isNote } from '../../../src/domain/import/problem';
import { sql } from '../../../src/engine/sql';
import type { StagedImport } from '../../../src/session/import/desk';
import type { ImportPlan } from '../../../src/session/import/plan';
import type { Session } from '../../../src/session/session';
import { ask } from '../../support/openFolder';
import { type ArrivedRows, type BadCase, type Outcome, type Table, table } from './case';

/** What became of a case: its outcome in the words of the corpus, and every problem that was told on the way. */
export interface Observed {
  readonly outcome: Outcome;
  readonly told: readonly ImportFailure[];
  readonly arrived: readonly ArrivedRows[];
}

interface Read {
  readonly one: StagedImport;
  readonly plan: ImportPlan;
}

/**
 * Gives a case's files to a session as a person does who takes everything as suggested. Only an `ImportFailure` is an
 * answer; whatever else is thrown is a defect, and goes on. Nothing stays in the engine.
 */
export async function observe(session: Session, bad: BadCase): Promise<Observed> {
  if (bad.before) await commitAll(session, bad.before(), bad);
  const { imports, problems } = await session.desk.stageFiles(await bad.files());
  const told = [...problems];
  try {
    const read: Read[] = [];
    for (const one of imports) {
      const plan = await planned(session, one, bad).catch((error: unknown) => {
        if (!(error instanceof ImportFailure)) throw error;
        told.push(error);
      });
      if (plan) read.push({ one, plan });
    }
    const outcome = await outcomeOf(session, read, told, bad);
    const arrived: ArrivedRows[] = [];
    if (bad.arrives) {
      await session.commit(read.map(({ one, plan }) => ({ ...one, plan })));
      for (const { report, params = {} } of bad.arrives)
        arrived.push((await ask(session.engine, report, params)).rows);
    }
    return { outcome, told, arrived };
  } finally {
    for (const { staged } of imports) await session.desk.drop(staged);
    if (bad.before || bad.arrives) await session.clear();
  }
}

async function planned(session: Session, one: StagedImport, bad: BadCase): Promise<ImportPlan> {
  const { staged, suggestion } = one;
  if (!suggestion)
    throw new ImportFailure({ code: 'not_recognised', file: staged.file, line: staged.headerLine });
  const mapping = bad.adjust?.(suggestion.mapping) ?? suggestion.mapping;
  return session.desk.plan(staged, mapping);
}

async function commitAll(
  session: Session,
  files: Parameters<Session['desk']['stageFiles']>[0],
  bad: BadCase,
): Promise<void> {
  const { imports } = await session.desk.stageFiles(files);
  const plans = [];
  for (const one of imports)
    plans.push({ ...one, plan: await planned(session, one, { ...bad, adjust: (same) => same }) });
  await session.commit(plans);
}

async function outcomeOf(
  session: Session,
  read: readonly Read[],
  told: readonly ImportFailure[],
  bad: BadCase,
): Promise<Outcome> {
  const refusal = told.find(({ problem }) => !isNote(problem.code))?.problem;
  if (refusal && read.length === 0)
    return { kind: 'refused', code: refusal.code, line: refusal.line, values: refusal.values };
  const reviews = await session.desk.review(read.map(({ plan }) => plan));
  const findings = reviews.flatMap((review) => review.findings.map(({ code }) => code));
  const notes = [...new Set([...told.map(({ problem }) => problem.code), ...findings])].sort();
  const asks = read.flatMap(({ one: { suggestion } }) => [
    ...(suggestion?.ambiguousDates ?? []),
    ...(suggestion?.ambiguousNumbers ?? []),
  ]);
  const tables: Table[] = [];
  for (const [i, { plan }] of read.entries())
    tables.push(await tableOf(session, plan, wantedColumns(bad, i)));
  const kind = asks.length > 0 ? 'asked' : notes.length > 0 ? 'noted' : 'taken';
  return { kind, tables, notes, asks };
}

function wantedColumns({ outcome }: BadCase, at: number): readonly string[] {
  return outcome.kind === 'refused' ? [] : Object.keys(outcome.tables[at]?.reads ?? {});
}

async function tableOf(
  session: Session,
  plan: ImportPlan,
  columns: readonly string[],
): Promise<Table> {
  const leftOut = Object.values(plan.leftOut).reduce((sum, count) => sum + count, 0);
  const reads: Record<string, readonly string[]> = {};
  for (const column of columns) {
    const rows = await session.engine.rows(
      sql`SELECT CAST(${sql.id(column)} AS VARCHAR) AS value FROM ${sql.id(plan.typedTable)}
          WHERE problem IS NULL ORDER BY line`,
    );
    reads[column] = rows.map(({ value }) => String(value ?? ''));
  }
  return table(plan.goodCount + plan.rejectCount + leftOut, {
    rejects: plan.rejects.map(({ line, reason, field }) => [line, reason, field] as const),
    totals: plan.goodTotals.map(({ currency, amount }) =>
      `${currency} ${amount.replace(/\.?0+$/, '')}`.trim(),
    ),
    leftOut,
    reads,
  });
}

/** The tables of staged files that are in the engine although nothing is staged. */
export async function leftovers(session: Session): Promise<readonly string[]> {
  const rows = await session.engine.rows(
    sql`SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'stage%' ORDER BY 1`,
  );
  return rows.map(({ table_name }) => String(table_name));
}
