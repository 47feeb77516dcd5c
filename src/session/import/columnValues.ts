import { isMaybeThousands, type ValueCount } from '../../domain/import/formats';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import { allIsoDates } from '../../importers/csv/cellShape';
import type { StagedFile } from '../../importers/csv/stage';
import { stagedColumn } from '../../ledger/projection/typed';

/** Different values looked at in a column: dates of a ledger hardly have more. */
const distinctMax = 20_000;

/** What a regular expression calls a plain number of which no mark can stand between thousands. */
const plainlyDecimal =
  '\\s*-?([0-9]+|(0[0-9]*|[0-9]{4,})\\.[0-9]+|[0-9]+\\.([0-9]{1,2}|[0-9]{4,}))\\s*';

/** A column's values with their counts, the most frequent first. */
export async function valuesOf(
  engine: Engine,
  staged: StagedFile,
  column: number,
  options: RunOptions,
  onlyDecorated = false,
): Promise<readonly ValueCount[]> {
  const text = stagedColumn(column);
  const decorated = sql`AND NOT regexp_full_match(${text}, ${plainlyDecimal})`;
  const rows = await engine.rows(
    sql`SELECT ${text} AS value, count(*) AS n FROM ${staged.rows} s
        WHERE ${text} IS NOT NULL AND trim(${text}) <> '' ${onlyDecorated ? decorated : sql.empty}
        GROUP BY 1 ORDER BY n DESC, value LIMIT ${distinctMax}`,
    options,
  );
  return rows.map((row) => ({ value: String(row['value']), count: Number(row['n']) }));
}

/** The values that tell how a column writes its numbers: those that are not plain, and what the plain ones decide. */
export async function numbersOf(
  engine: Engine,
  staged: StagedFile,
  column: number,
  options: RunOptions,
): Promise<readonly ValueCount[]> {
  const values = await valuesOf(engine, staged, column, options, true);
  if (!values.some(({ value }) => isMaybeThousands(value))) return values;
  const text = stagedColumn(column);
  const [plain] = await engine.rows(
    sql`SELECT min(${text}) AS value, count(*) AS n FROM ${staged.rows} s
        WHERE contains(${text}, '.') AND regexp_full_match(${text}, ${plainlyDecimal})`,
    options,
  );
  const count = Number(plain?.['n'] ?? 0);
  return count === 0 ? values : [...values, { value: String(plain?.['value']), count }];
}

/** Whether a column has nothing but ISO dates and blanks: most exports do, and no value needs a look then. */
export async function isAllIso(
  engine: Engine,
  staged: StagedFile,
  column: number,
  options: RunOptions,
): Promise<boolean> {
  if (staged.shapes !== undefined) return ((staged.shapes[column] ?? 0) & allIsoDates) > 0;
  const text = stagedColumn(column);
  const others = await engine.rows(
    sql`SELECT 1 AS found FROM ${staged.rows} s
        WHERE ${text} <> '' AND NOT regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') LIMIT 1`,
    options,
  );
  return others.length === 0;
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
