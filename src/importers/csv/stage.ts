import { ImportFailure, type ImportProblem } from '../../domain/import/problem';
import { EngineError } from '../../engine/errors';
import type { Engine, EngineFile, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { limits } from '../limits';
import type { ReadOptions, SourceFile } from '../source';
import { type CsvDialect, sniffDialect } from './dialect';
import { type Encoding, guessEncoding, isBinary } from './encoding';
import { repairCsv, type WideRecord } from './repair';
import { scanCsv } from './scan';

/**
 * A file as rows of text. Whoever needs them no more calls `drop`.
 */
export interface StagedFile {
  /** The name of the staged file in the engine; its tables' names begin with it. */
  readonly table: string;
  /** The rows, as what stands behind FROM: columns `line, c0, c1 …`. A large file is read anew at each use. */
  readonly rows: Sql;
  /** Of each column what its cells are (see `cellShape`); undefined where nobody looked. */
  readonly shapes: readonly number[] | undefined;
  readonly source: SourceFile;
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
  /** Drops the rows and closes the file. */
  readonly drop: () => Promise<void>;
}

export interface StageOptions extends ReadOptions {
  /** What the user chose in the preview, where the guess was wrong. */
  readonly encoding?: Encoding | undefined;
}

const sampleBytes = 256 * 1024;

/**
 * From this size on a regular file is not copied into the engine as text first: most of such a copy would be
 * written only to be read once.
 */
const directBytesMin = 4_000_000;

/**
 * Makes the rows of a delimited text readable in the engine, as text.
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
    throw await readFailure(error, file);
  }
}

/** What to tell of an error that came while a file was read: a file that is no longer there is to blame itself. */
export async function readFailure(error: unknown, file: SourceFile): Promise<unknown> {
  const isToldAlready =
    error instanceof ImportFailure || (error instanceof EngineError && error.kind !== 'BadQuery');
  if (isToldAlready) return error;
  if (error instanceof DOMException || !(await isReadable(file)))
    return new ImportFailure({ code: 'file_unreadable', file: file.name });
  return error;
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
  const scan = await scanCsv(file, dialect.delimiter, width, header, encoding === 'utf-8', options);
  if (scan.nulLine > 0 && !encoding.startsWith('utf-16')) fail(file, 'binary_file', scan.nulLine);
  const known = {
    table,
    source: file,
    file: file.name,
    sha256: scan.sha256,
    bytes: scan.bytes,
    headers: dialect.headers,
    encoding,
    delimiter: dialect.delimiter,
  };
  const inTable = {
    rows: sql.id(table),
    drop: () => engine.exec(sql`DROP TABLE IF EXISTS ${sql.id(table)}`, { lane: 'work' }),
  };

  if (scan.irregularLine === 0 && encoding === 'utf-8') {
    if (scan.longest.bytes > limits.cellBytesMax)
      fail(file, 'cell_too_large', scan.longest.line, { limit: limits.cellBytesMax });
    const rowCount = scan.recordCount - scan.blankCount - header;
    if (rowCount === 0) fail(file, 'no_rows', header);
    const regular = { ...known, shapes: scan.shapes, rowCount, headerLine: header, tooWide: [] };
    const opened = await openText(engine, file, table);
    const rows = regularRows(opened.name, dialect, scan.blankCount);
    if (scan.bytes >= directBytesMin)
      return { ...regular, rows: sql`(${rows})`, drop: () => opened.close() };
    try {
      await engine.exec(sql`CREATE OR REPLACE TABLE ${sql.id(table)} AS ${rows}`, run);
    } finally {
      await opened.close();
    }
    return { ...regular, ...inTable };
  }
  const repaired = await readRepaired(engine, file, table, dialect, encoding, run);
  return { ...known, ...inTable, shapes: undefined, ...repaired };
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

/** The records of a regular file; their lines follow from their order. */
function regularRows(name: string, dialect: CsvDialect, blankCount: number): Sql {
  const columns = columnNames(dialect.headers.length);
  const skip = dialect.preamble + 1;
  const listed = sql.join(columns.map((column) => sql.id(column)));
  const notBlank = sql`QUALIFY coalesce(${listed}) IS NOT NULL`;
  return sql`
    SELECT CAST(row_number() OVER () + ${skip} AS INTEGER) AS line, ${listed}
    FROM ${readCsv(name, dialect.delimiter, columns, skip)} ${blankCount > 0 ? notBlank : sql.empty}`;
}

function openText(engine: Engine, file: SourceFile, table: string): Promise<EngineFile> {
  const { path, blob } = file;
  return engine.openFile(
    `${table}.csv`,
    path === undefined ? { kind: 'blob', blob } : { kind: 'path', path },
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
