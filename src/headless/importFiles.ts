import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeOf } from '../domain/import/place';
import { canonicalTables } from '../domain/ledger/tables';
import type { Engine } from '../engine/port';
import { sql } from '../engine/sql';
import { canonicalColumns, createCanonicalTables } from '../ledger/schema';
import { commitImports } from '../session/import/commit';
import { reviewPlans } from '../session/import/review/review';
import { writeContents } from './fileContents';
import { readMapping } from './mappingFile';
import { planFiles } from './planFiles';
import { planJson } from './planJson';
import { rejectText } from './problemText';

const work = { lane: 'work' } as const;

/**
 * Imports files into canonical tables, written as CSV to `out`, and returns what became of every row.
 * Rejected rows are also told, a line each.
 * @throws ImportFailure; nothing is written then
 */
export async function importFiles(
  engine: Engine,
  paths: readonly string[],
  out: string,
  mappingPath: string | undefined,
  tell: (line: string) => void,
): Promise<object> {
  const stated = mappingPath === undefined ? undefined : await readMapping(mappingPath);
  await createCanonicalTables(engine, work);
  const { plans, warnings } = await planFiles(engine, paths, stated, tell);
  const reviews = await reviewPlans(engine, plans, work);
  const outcomes = await commitImports(engine, plans);
  for (const plan of plans)
    for (const reject of plan.rejects) {
      const { file, line } = placeOf(plan.staged.file, plan.staged.origin, reject.line);
      tell(rejectText(file, { ...reject, line }));
    }

  await mkdir(out, { recursive: true });
  const tables: { table: string; rows: number }[] = [];
  for (const table of canonicalTables) {
    const [count] = await engine.rows(sql`SELECT count(*) AS n FROM ${sql.id(table.name)}`, work);
    const rows = Number(count?.['n'] ?? 0);
    if (rows === 0) continue;
    await writeFile(
      join(out, `${table.name}.csv`),
      await engine.toCsv(sql`SELECT ${canonicalColumns(table)} FROM ${sql.id(table.name)}`, work),
    );
    tables.push({ table: table.name, rows });
  }
  await writeContents(engine, out);
  const others = await otherTables(out, new Set(tables.map(({ table }) => `${table}.csv`)));
  if (others.length > 0)
    tell(`${out} holds ${others.join(', ')} of an earlier import; a report reads them as well`);
  const contradictions = await engine.rows(
    sql`SELECT kind, count(*) AS n FROM contradiction GROUP BY kind ORDER BY kind`,
    work,
  );
  return {
    files: plans.map((plan, i) => planJson(plan, reviews[i], outcomes[i])),
    warnings,
    tables,
    contradictions: contradictions.map((row) => ({ kind: row['kind'], count: row['n'] })),
  };
}

/** Canonical tables in a folder that this import did not write. */
async function otherTables(
  folder: string,
  written: ReadonlySet<string>,
): Promise<readonly string[]> {
  const files = await readdir(folder);
  return canonicalTables
    .map((table) => `${table.name}.csv`)
    .filter((name) => files.includes(name) && !written.has(name));
}
