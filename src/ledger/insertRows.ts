import type { Engine, RunOptions } from '../engine/port';
import { type Sql, sql } from '../engine/sql';

/** Rows of texts, with `null` for a missing value. */
export type TextRow = readonly (string | null)[];

/** Up to here literals in a statement are quicker than a file. */
const literalRowsMax = 100;

let fileCount = 0;

const quoted = (cell: string | null): string =>
  cell === null ? '' : `"${cell.replaceAll('"', '""')}"`;

/**
 * Adds rows given as text to a table, column by column in its own order; the engine casts each to its column's type.
 * Many rows travel as one CSV in memory: a statement with as many literals takes the parser a hundred times longer.
 */
export async function insertRows(
  engine: Engine,
  table: Sql,
  rows: readonly TextRow[],
  options: RunOptions,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  if (rows.length <= literalRowsMax) {
    const values = rows.map((row) => sql`(${sql.join(row.map((cell) => sql`${cell}`))})`);
    await engine.exec(sql`INSERT INTO ${table} VALUES ${sql.join(values)}`, options);
    return;
  }
  fileCount += 1;
  const bytes = new TextEncoder().encode(
    `${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`,
  );
  const file = await engine.openFile(`rows_${fileCount}.csv`, { kind: 'bytes', bytes });
  const columns = first.map((_, i) => sql`${sql.id(`c${i}`)}: 'VARCHAR'`);
  try {
    await engine.exec(
      sql`INSERT INTO ${table} SELECT * FROM read_csv(${file.name}, auto_detect = false, header = false,
          delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false,
          columns = {${sql.join(columns)}}, max_line_size = ${2 ** 24})`,
      options,
    );
  } finally {
    await file.close();
  }
}
