import type { Engine, EngineFile, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { fail } from '../fail';
import { limits } from '../limits';
import type { SourceFile } from '../source';

import { decodeExact, type Encoding } from './encoding';
import { type CsvDialect, recordsBeforeRows } from './marks';
import { repairCsv, type WideRecord } from './repair';

const dosEnd = '\u001A';

const columnNames = (width: number): readonly string[] =>
  Array.from({ length: width }, (_, i) => `c${i}`);

function readCsv(name: string, delimiter: string, columns: readonly string[], skip: number): Sql {
  const types = columns.map((column) => sql`${column}: 'VARCHAR'`);
  return sql`read_csv(${name}, auto_detect = false, header = false, skip = ${skip}, delim = ${delimiter},
    quote = '"', escape = '"', columns = {${sql.join(types)}}, max_line_size = ${limits.cellBytesMax * 4})`;
}

/** A query for the records of a regular file; their lines follow from their order. */
export function regularRows(name: string, dialect: CsvDialect, blankCount: number): Sql {
  const columns = columnNames(dialect.headers.length);
  const skip = recordsBeforeRows(dialect);
  const listed = sql.join(columns.map((column) => sql.id(column)));
  const notBlank = sql`QUALIFY coalesce(${listed}) IS NOT NULL`;
  return sql`
    SELECT CAST(row_number() OVER () + ${skip} AS INTEGER) AS line, ${listed}
    FROM ${readCsv(name, dialect.delimiter, columns, skip)} ${blankCount > 0 ? notBlank : sql.empty}`;
}

/** Gives a file to the engine, under the name that its records are read by. */
export function openText(engine: Engine, file: SourceFile, table: string): Promise<EngineFile> {
  const { path, blob } = file;
  return engine.openFile(
    `${table}.csv`,
    path === undefined ? { kind: 'blob', blob } : { kind: 'path', path },
  );
}

/** What became of a mended file's records. */
interface RepairedRows {
  readonly rowCount: number;
  readonly headerLine: number;
  /** Records with more cells than the header: rejected, with their line. */
  readonly tooWide: readonly WideRecord[];
}

/**
 * A text without what is none of it: byte order marks before later lines, where files were put together, and the end
 * mark of DOS and CP/M (1A) behind the last.
 */
function withoutStrayMarks(text: string): string {
  const end = text.endsWith(dosEnd) ? text.length - 1 : text.length;
  return text.slice(0, end).replaceAll('\n\uFEFF', '\n');
}

/** Anything else is decoded and written anew, with each record's own line, before the engine reads it into a table. */
export async function readRepaired(
  engine: Engine,
  file: SourceFile,
  table: string,
  dialect: CsvDialect,
  encoding: Encoding,
  run: RunOptions,
): Promise<RepairedRows> {
  if (file.blob.size > limits.repairBytesMax)
    fail(file, 'too_large_to_mend', undefined, { limit: limits.repairBytesMax });
  const decoded = decodeExact(new Uint8Array(await file.blob.arrayBuffer()), encoding);
  if (!decoded.ok) fail(file, 'wrong_encoding', decoded.error.line);
  const text = withoutStrayMarks(decoded.value);
  const width = dialect.headers.length;
  const repaired = repairCsv(text, dialect);
  if (repaired.longest.characters > limits.cellBytesMax)
    fail(file, 'cell_too_large', repaired.longest.line, { limit: limits.cellBytesMax });
  if (repaired.openQuoteLine > 0) fail(file, 'quote_open', repaired.openQuoteLine);
  if (repaired.rowCount === 0) fail(file, 'no_rows', repaired.headerLine || undefined);
  const columns = ['line', ...columnNames(width)];
  const bytes = new Uint8Array(await new Blob([...repaired.parts]).arrayBuffer());
  const opened = await engine.openFile(`${table}.csv`, { kind: 'bytes', bytes });
  try {
    await engine.exec(
      sql`CREATE OR REPLACE TABLE ${sql.id(table)} AS
          SELECT CAST(line AS INTEGER) AS line, ${sql.join(columns.slice(1).map((name) => sql.id(name)))}
          FROM ${readCsv(opened.name, ',', columns, 0)}`,
      run,
    );
  } finally {
    await opened.close();
  }
  return {
    rowCount: repaired.rowCount,
    headerLine: repaired.headerLine,
    tooWide: repaired.tooWide,
  };
}
