import type { ValueCount } from '../../domain/import/formats';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { stagedColumn } from '../../ledger/projection/staged';

/** Different values looked at in a column: dates of a ledger hardly have more. */
const distinctMax = 20_000;

/** A column's values with their counts, the most frequent first. */
export async function valuesOf(
  engine: Engine,
  staged: StagedFile,
  column: number,
  options: RunOptions,
): Promise<readonly ValueCount[]> {
  const text = stagedColumn(column);
  const rows = await engine.rows(
    sql`SELECT ${text} AS value, count(*) AS n FROM ${staged.rows} s
        WHERE ${text} >= '!' OR trim(${text}) <> ''
        GROUP BY 1 ORDER BY n DESC, value LIMIT ${distinctMax}`,
    options,
  );
  return rows.map((row) => ({ value: String(row['value']), count: Number(row['n']) }));
}

/** Figures from 1 to 9 look alike; a 0 at the beginning tells something. */
const shapeOf = (text: Sql): Sql => sql`translate(${text}, '12345678', '99999999')`;

/**
 * What several columns hold, with one reading of the file: values of dates, and of numbers their shapes, in which every
 * figure but 0 is a 9. Of more than can be looked at the most frequent.
 */
export async function looksOf(
  engine: Engine,
  staged: StagedFile,
  columns: ReadonlyMap<number, 'date' | 'number'>,
  options: RunOptions,
): Promise<ReadonlyMap<number, readonly ValueCount[]>> {
  if (columns.size === 0) return new Map();
  const all = [...columns];
  const cells = all.map(([column, kind]) => {
    const text = stagedColumn(column);
    const shown = kind === 'date' ? text : shapeOf(text);
    // What begins behind the blank is not blank: that costs a fraction of cutting blanks off.
    return sql`CASE WHEN ${text} >= '!' OR trim(${text}) <> '' THEN ${shown} END AS ${text}`;
  });
  const names = all.map(([column]) => stagedColumn(column));
  const values = names.map((name, i) => sql`WHEN ${1 << i} THEN ${name}`);
  // The bit of a column is unset in the group that it makes.
  const grouping = names.map((name, i) => sql`(1 - grouping(${name})) * ${1 << i}`);
  const rows = await engine.rows(
    sql`SELECT of_column, value, n FROM (
          SELECT ${sql.join(grouping, ' + ')} AS of_column, CASE ${sql.join(grouping, ' + ')} ${sql.join(values, ' ')} END AS value,
                 count(*) AS n
          FROM (SELECT ${sql.join(cells)} FROM ${staged.rows} s) t
          GROUP BY GROUPING SETS (${sql.join(names.map((name) => sql`(${name})`))})
        ) g WHERE value IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY of_column ORDER BY n DESC, value) <= ${distinctMax}
        ORDER BY of_column, n DESC, value`,
    options,
  );
  const found = new Map<number, ValueCount[]>(all.map(([column]) => [column, []]));
  for (const row of rows) {
    const at = all[Math.log2(Number(row['of_column']))];
    if (at) found.get(at[0])?.push({ value: String(row['value']), count: Number(row['n']) });
  }
  return found;
}

/** Rows that a file without a header is recognised by. */
const firstRowsMax = 500;

/** The first rows of a file as text. */
export async function firstRows(
  engine: Engine,
  staged: StagedFile,
  options: RunOptions,
): Promise<readonly (readonly string[])[]> {
  const rows = await engine.rows(
    sql`SELECT * FROM ${staged.rows} s ORDER BY line LIMIT ${firstRowsMax}`,
    options,
  );
  return rows.map((row) => staged.headers.map((_, column) => String(row[`c${column}`] ?? '')));
}
