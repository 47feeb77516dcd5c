import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exact } from '../../src/domain/money/decimal';
import type { ResultRow } from '../../src/domain/report/result';
import { openNodeEngine } from '../../src/engine/duckdb-node/open';
import type { Engine } from '../../src/engine/port';
import { ask, loadTables } from '../support/openFolder';

/** What is asked of the tables beside it. `gap` is for ledgers that do not tie: the difference by tie-out. */
const question = z.strictObject({
  title: z.string(),
  report: z.string(),
  params: z.record(z.string(), z.string()),
  gap: z.record(z.string(), z.string()).default({}),
});

const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

const cases = folders.map(({ name }) => {
  const folder = join(import.meta.dirname, name);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const tables = readdirSync(folder).filter(
    (file) => file.endsWith('.csv') && file !== 'expected.csv',
  );
  return {
    ...question.parse(JSON.parse(read('question.json'))),
    tables: Object.fromEntries(tables.map((file) => [file.replace('.csv', ''), read(file)])),
    expected: Papa.parse<string[]>(read('expected.csv'), { skipEmptyLines: true }).data,
  };
});

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** The rows of a result as lines, with the columns that the accountant wrote down. */
function linesOf(rows: readonly ResultRow[], columns: readonly string[]): readonly string[] {
  return rows.map((row) => columns.map((column) => String(row[column] ?? '')).join(','));
}

describe.each([
  { how: 'golden ledgers', asLarge: false },
  { how: 'golden ledgers, read where they stand as large files are', asLarge: true },
])('$how', ({ asLarge }) => {
  it.each(cases)('$title', async ({ report, params, gap, tables, expected }) => {
    await loadTables(engine, tables, { asLarge });
    const result = await ask(engine, report, params);
    const [columns = [], ...rows] = expected;
    expect(result.columns.map((column) => column.id)).toEqual(expect.arrayContaining(columns));
    expect(linesOf(result.rows, columns)).toEqual(rows.map((row) => row.join(',')));
    for (const tieOut of result.tieOuts)
      expect(exact(tieOut.difference), JSON.stringify(tieOut)).toEqual(
        exact(gap[tieOut.name] ?? '0'),
      );
  });
});
