import { ImportFailure, type ImportProblem } from '../../domain/import/problem';
import { EngineError } from '../../engine/errors';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { assert } from '../../lib/assert';
import { limits } from '../limits';
import type { ReadOptions, SourceFile } from '../source';
import { type CsvDialect, sniffDialect } from './dialect';
import { EarlyRead } from './earlyRead';
import { type Encoding, guessEncoding, isBinary } from './encoding';
import { repairCsv, type WideRecord } from './repair';
import { scanCsv } from './scan';

/** A file as rows of text in the engine: columns `line, c0, c1 …` of a table of its own. */
export interface StagedFile {
  readonly table: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly headers: readonly string[];
  readonly rowCount: number;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly headerLine: number;
  /** Records with more cells than the header: rejected, with their line. */
  readonly tooWide: readonly WideRecord[];
}

export interface StageOptions extends ReadOptions {
  /** What the user chose in the preview, where the guess was wrong. */
  readonly encoding?: Encoding | undefined;
}

const sampleBytes = 256 * 1024;

/** From this size on a file is worth reading before it is known to be regular. */
const earlyBytesMin = 4_000_000;

/**
 * Reads a delimited text into a table of text.
 * @param table the name of the table to make; one of that name is replaced
 * @throws ImportFailure with one problem; Cancelled; the engine then holds no such table
 */
export async function stageCsv(
  engine: Engine,
  file: SourceFile,
  table: string,
  options: StageOptions = {},
): Promise<StagedFile> {
  try {
    return await stage(engine, file, table, options);
  } catch (error) {
    await engine.exec(sql`DROP TABLE IF EXISTS ${sql.id(table)}`, { lane: 'work' });
    if (
      error instanceof ImportFailure ||
      (error instanceof EngineError && error.kind !== 'BadQuery')
    )
      throw error;
    // The engine cannot read what is no longer there; ask the file itself before blaming its content.
    if (error instanceof DOMException || !(await isReadable(file)))
      throw new ImportFailure({ code: 'file_unreadable', file: file.name });
    throw error;
  }
}

async function isReadable(file: SourceFile): Promise<boolean> {
  try {
    await file.blob.slice(Math.max(0, file.blob.size - 1)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function fail(
  file: SourceFile,
  code: ImportProblem['code'],
  line?: number,
  values?: ImportProblem['values'],
): never {
  throw new ImportFailure({ code, file: file.name, line, values });
}

async function stage(
  engine: Engine,
  file: SourceFile,
  table: string,
  options: StageOptions,
): Promise<StagedFile> {
  if (file.blob.size === 0) fail(file, 'empty_file');
  const sample = new Uint8Array(await file.blob.slice(0, sampleBytes).arrayBuffer());
  const isWhole = file.blob.size <= sampleBytes;
  const encoding = options.encoding ?? guessEncoding(sample, isWhole);
  if (isBinary(sample, encoding)) fail(file, 'binary_file');
  const dialect = dialectOf(file, sample, encoding, isWhole);
  const width = dialect.headers.length;
  const header = dialect.preamble + 1;

  const run: RunOptions = { lane: 'work', signal: options.signal };
  // A large file is read by the engine while it is scanned: two cores, half the wait. The scan decides whether
  // what the engine read can stay.
  const early =
    encoding === 'utf-8' && file.blob.size >= earlyBytesMin
      ? new EarlyRead(
          (signal) => readRegular(engine, file, table, dialect, 0, { ...run, signal }),
          options.signal,
        )
      : undefined;
  const scan = await scanCsv(
    file,
    dialect.delimiter,
    width,
    header,
    encoding === 'utf-8',
    options,
  ).catch(async (error: unknown) => {
    await early?.giveUp();
    throw error;
  });
  const isAsRead = scan.irregularLine === 0 && scan.blankCount === 0 && scan.nulLine === 0;
  if (!isAsRead || scan.longest.bytes > limits.cellBytesMax) await early?.giveUp();
  if (scan.nulLine > 0 && !encoding.startsWith('utf-16')) fail(file, 'binary_file', scan.nulLine);
  const known = {
    file: file.name,
    sha256: scan.sha256,
    bytes: scan.bytes,
    headers: dialect.headers,
    encoding,
    delimiter: dialect.delimiter,
  };

  if (scan.irregularLine === 0 && encoding === 'utf-8') {
    if (scan.longest.bytes > limits.cellBytesMax)
      fail(file, 'cell_too_large', scan.longest.line, { limit: limits.cellBytesMax });
    const rowCount = scan.recordCount - scan.blankCount - header;
    if (rowCount === 0) fail(file, 'no_rows', header);
    if (early?.isGoing) await early.done();
    else await readRegular(engine, file, table, dialect, scan.blankCount, run);
    await assertCount(engine, table, rowCount, run);
    return { table, ...known, rowCount, headerLine: header, tooWide: [] };
  }
  return { table, ...known, ...(await readRepaired(engine, file, table, dialect, encoding, run)) };
}

function dialectOf(
  file: SourceFile,
  sample: Uint8Array,
  encoding: Encoding,
  isWhole: boolean,
): CsvDialect {
  const decoded = new TextDecoder(encoding).decode(sample, { stream: !isWhole });
  const text = isWhole ? decoded : decoded.slice(0, decoded.lastIndexOf('\n') + 1) || decoded;
  if (text.trim() === '') fail(file, 'empty_file');
  const dialect = sniffDialect(text);
  if (!dialect) fail(file, 'no_header');
  if (dialect.headers.length > limits.columnsMax)
    fail(file, 'columns_too_many', dialect.preamble + 1, {
      limit: limits.columnsMax,
      found: dialect.headers.length,
    });
  return dialect;
}

const columnNames = (width: number): readonly string[] =>
  Array.from({ length: width }, (_, i) => `c${i}`);

function readCsv(name: string, delimiter: string, columns: readonly string[], skip: number): Sql {
  const types = columns.map((column) => sql`${column}: 'VARCHAR'`);
  return sql`read_csv(${name}, auto_detect = false, header = false, skip = ${skip}, delim = ${delimiter},
    quote = '"', escape = '"', columns = {${sql.join(types)}}, max_line_size = ${limits.cellBytesMax * 4})`;
}

/** A regular file goes straight into the engine; its lines follow from the order of its records. */
async function readRegular(
  engine: Engine,
  file: SourceFile,
  table: string,
  dialect: CsvDialect,
  blankCount: number,
  run: RunOptions,
): Promise<void> {
  const columns = columnNames(dialect.headers.length);
  const skip = dialect.preamble + 1;
  const notBlank = sql`QUALIFY coalesce(${sql.join(columns.map((name) => sql.id(name)))}) IS NOT NULL`;
  const opened = await engine.openFile(
    `${table}.csv`,
    file.path === undefined ? { kind: 'blob', blob: file.blob } : { kind: 'path', path: file.path },
  );
  try {
    await engine.exec(
      sql`CREATE OR REPLACE TABLE ${sql.id(table)} AS
          SELECT CAST(row_number() OVER () + ${skip} AS INTEGER) AS line, ${sql.join(columns.map((name) => sql.id(name)))}
          FROM ${readCsv(opened.name, dialect.delimiter, columns, skip)}
          ${blankCount > 0 ? notBlank : sql.empty}`,
      run,
    );
  } finally {
    await opened.close();
  }
}

/** The scan and the engine must have counted the same records. */
async function assertCount(
  engine: Engine,
  table: string,
  expected: number,
  run: RunOptions,
): Promise<void> {
  const [count] = await engine.rows(sql`SELECT count(*) AS n FROM ${sql.id(table)}`, run);
  assert(
    count?.['n'] === expected,
    `the engine read ${String(count?.['n'])} of ${expected} records`,
  );
}

/** Anything else is decoded and written anew, with each record's own line, before the engine reads it. */
async function readRepaired(
  engine: Engine,
  file: SourceFile,
  table: string,
  dialect: CsvDialect,
  encoding: Encoding,
  run: RunOptions,
): Promise<Pick<StagedFile, 'rowCount' | 'headerLine' | 'tooWide'>> {
  if (file.blob.size > limits.repairBytesMax)
    fail(file, 'too_large_to_mend', undefined, { limit: limits.repairBytesMax });
  const text = new TextDecoder(encoding).decode(await file.blob.arrayBuffer());
  const width = dialect.headers.length;
  const repaired = repairCsv(text, dialect.delimiter, dialect.preamble + 1, width);
  if (repaired.longest.characters > limits.cellBytesMax)
    fail(file, 'cell_too_large', repaired.longest.line, { limit: limits.cellBytesMax });
  if (repaired.openQuoteLine > 0) fail(file, 'quote_open', repaired.openQuoteLine);
  if (repaired.rowCount === 0) fail(file, 'no_rows', repaired.headerLine);
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
