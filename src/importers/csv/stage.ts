import type { Mapping } from '../../domain/import/mapping';
import { ImportFailure } from '../../domain/import/problem';
import type { ImportOrigin } from '../../domain/journal/event';
import { EngineError } from '../../engine/errors';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { fail } from '../fail';
import { limits } from '../limits';
import type { ReadOptions, SourceFile } from '../source';
import { blankLinesAbove, noLines } from './blankLines';
import { sniffDialect, sniffPlain } from './dialect';
import { EarlyWork } from './earlyWork';
import { decode, type Encoding, guessEncoding, isBinary } from './encoding';
import { type CsvDialect, isPlainDialect, type Reading, recordsBeforeRows } from './marks';
import type { WideRecord } from './repair';
import { openText, readRepaired, regularRows } from './rows';
import { type CsvScan, scanCsv } from './scan';

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
  /** The mapping by which the rows have been typed while the file was scanned. */
  readonly typedAs: Mapping | undefined;
  readonly source: SourceFile;
  /** The file that the text was taken out of, where it is none itself. */
  readonly origin: ImportOrigin | undefined;
  /** What the rows are, where the file's format says so. */
  readonly dataset: string | undefined;
  /** Columns whose decimals were numbers in the file that the text was taken out of. */
  readonly exactNumbers: readonly number[];
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly headers: readonly string[];
  readonly rowCount: number;
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** The line on which the header begins, 0 where the file has none. */
  readonly headerLine: number;
  /** What stands above the header: a report's title, what its amounts are counted in. */
  readonly above: string;
  /** The rules by which it is read: what an import keeps, so that later rules leave it as it is. */
  readonly reading: Reading;
  /** Records with more cells than the header: rejected, with their line. */
  readonly tooWide: readonly WideRecord[];
  /** Drops the rows and closes the file. */
  readonly drop: () => Promise<void>;
}

/** What is known of a large file before all of it was looked at. */
export type Glance = Pick<
  StagedFile,
  'table' | 'rows' | 'file' | 'dataset' | 'headers' | 'shapes' | 'above'
>;

export interface StageOptions extends ReadOptions {
  /**
   * Types the rows of a large file while it is scanned (two cores, half the wait), where its first lines tell
   * how. Where the scan finds the file irregular, what was typed is to be forgotten.
   */
  readonly typeEarly?:
    | ((glance: Glance, signal: AbortSignal) => Promise<Mapping | undefined>)
    | undefined;
  /** What the user chose in the preview, where the guess was wrong. */
  readonly encoding?: Encoding | undefined;
  /** Of a text that was taken out of another file: what separates its cells, where from, and what it is. */
  readonly delimiter?: string | undefined;
  readonly origin?: ImportOrigin | undefined;
  readonly dataset?: string | undefined;
  readonly exactNumbers?: readonly number[] | undefined;
  /** The rules by which the file was read when it was imported, where it is read again. */
  readonly reading?: Reading | undefined;
  /** From this size on a file is read where it stands. */
  readonly directBytesMin?: number | undefined;
}

const sampleBytes = 256 * 1024;

/**
 * From this size on a regular file is not copied into the engine as text first: most of such a copy would be
 * written only to be read once.
 */
const directBytesDefault = 4_000_000;

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

/** Names of workbooks: what is one was read as one before. */
const workbookName = /\.(?:xlsx|xlsm|xlsb|xls|ods)$/i;

function failAsNoText(file: SourceFile): never {
  return fail(file, workbookName.test(file.name) ? 'no_workbook' : 'binary_file');
}

async function isReadable(file: SourceFile): Promise<boolean> {
  try {
    await file.blob.slice(Math.max(0, file.blob.size - 1)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function stage(
  engine: Engine,
  file: SourceFile,
  table: string,
  options: StageOptions,
): Promise<StagedFile> {
  if (file.blob.size === 0) fail(file, 'empty_file');
  const above = options.reading === 1 ? noLines : await blankLinesAbove(file.blob);
  const end = above.bytes + sampleBytes;
  const sample = new Uint8Array(await file.blob.slice(above.bytes, end).arrayBuffer());
  const isWhole = file.blob.size <= end;
  const encoding = options.encoding ?? guessEncoding(sample, isWhole);
  if (isBinary(sample, encoding)) failAsNoText(file);
  const sniffed = dialectOf(file, sample, encoding, isWhole, options);
  const dialect = { ...sniffed, preamble: sniffed.preamble + above.lines };
  const aboveHeader = textAbove(sample, encoding, sniffed);
  const look = (blob: Blob): Promise<CsvScan> =>
    scanCsv(
      { ...file, blob },
      dialect.delimiter,
      dialect.headers.length,
      recordsBeforeRows(dialect),
      encoding === 'utf-8',
      blob === file.blob ? options : {},
    );
  const { origin, dataset, exactNumbers = [] } = options;
  const about = { origin, dataset, exactNumbers, above: aboveHeader };
  const text: DelimitedText = { engine, file, table, encoding, dialect, ...about, look };
  const isLarge = file.blob.size >= (options.directBytesMin ?? directBytesDefault);
  if (isLarge && encoding === 'utf-8' && isPlainDialect(dialect))
    return stageDirect(text, sample.subarray(0, sample.lastIndexOf(LF) + 1), options);
  return stageInTable(text, await look(file.blob), options);
}

/** The first lines of a text, as far as its header, where that is not its first. */
function textAbove(sample: Uint8Array, encoding: Encoding, { preamble }: CsvDialect): string {
  if (preamble === 0) return '';
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  return text
    .split(/\r\n?|\n/)
    .slice(0, preamble)
    .join('\n')
    .slice(0, aboveMax);
}

/** Characters above a header that are looked at. */
const aboveMax = 4_000;

const LF = 10;

/** A file of which encoding and dialect are known. */
interface DelimitedText {
  readonly engine: Engine;
  readonly file: SourceFile;
  readonly table: string;
  readonly encoding: Encoding;
  readonly dialect: CsvDialect;
  readonly origin: ImportOrigin | undefined;
  readonly dataset: string | undefined;
  readonly exactNumbers: readonly number[];
  readonly above: string;
  /** Scans it, or a piece of it. */
  readonly look: (blob: Blob) => Promise<CsvScan>;
}

/**
 * A large file: its rows are read where they stand, and typed while it is scanned (two cores, half the wait).
 * The scan decides whether the engine may read it as it is.
 */
async function stageDirect(
  text: DelimitedText,
  sample: Uint8Array<ArrayBuffer>,
  options: StageOptions,
): Promise<StagedFile> {
  const { engine, file, table, dialect } = text;
  const { shapes } = await text.look(new Blob([sample]));
  const opened = await openText(engine, file, table);
  const rowsOf = (blankCount: number): Sql =>
    sql`(${regularRows(opened.name, dialect, blankCount)})`;
  const glance: Glance = {
    table,
    file: file.name,
    dataset: text.dataset,
    headers: dialect.headers,
    above: text.above,
    rows: rowsOf(0),
    shapes,
  };
  const early = new EarlyWork(
    async (signal) => options.typeEarly?.(glance, signal),
    options.signal,
  );
  try {
    const scan = await text.look(file.blob);
    const facts = regularFacts(text, scan);
    if (facts === undefined) {
      await early.giveUp();
      await opened.close();
      return await stageInTable(text, scan, options);
    }
    // What was typed has rows of nothing but separators too, where there are any.
    if (scan.blankCount > 0) await early.giveUp();
    return {
      ...facts,
      rows: rowsOf(scan.blankCount),
      typedAs: scan.blankCount > 0 ? undefined : await early.done(),
      drop: () => opened.close(),
    };
  } catch (error) {
    await early.giveUp();
    await opened.close();
    throw error;
  }
}

type Facts = Omit<StagedFile, 'rows' | 'drop' | 'typedAs'>;

/** What the scan tells of a file that the engine can read as it is; undefined where it cannot. */
function regularFacts(text: DelimitedText, scan: CsvScan): Facts | undefined {
  const { file, encoding, dialect } = text;
  if (scan.nulLine > 0 && !encoding.startsWith('utf-16')) fail(file, 'binary_file', scan.nulLine);
  if (scan.irregularLine > 0 || encoding !== 'utf-8' || !isPlainDialect(dialect)) return undefined;
  if (scan.longest.bytes > limits.cellBytesMax)
    fail(file, 'cell_too_large', scan.longest.line, { limit: limits.cellBytesMax });
  const headerLine = dialect.headerRows === 0 ? 0 : dialect.preamble + 1;
  const rowCount = scan.recordCount - scan.blankCount - recordsBeforeRows(dialect);
  if (rowCount === 0) fail(file, 'no_rows', headerLine);
  const known = knownFacts(text, scan);
  return { ...known, shapes: scan.shapes, rowCount, headerLine, tooWide: [] };
}

function knownFacts(text: DelimitedText, scan: CsvScan) {
  const { file, table, encoding, dialect, origin, dataset, exactNumbers, above } = text;
  return {
    table,
    origin,
    dataset,
    exactNumbers,
    above,
    source: file,
    file: file.name,
    sha256: scan.sha256,
    bytes: scan.bytes,
    headers: dialect.headers,
    encoding,
    delimiter: dialect.delimiter,
    reading: dialect.reading,
  };
}

/** A small file, and one that has to be mended: its rows become a table of text. */
async function stageInTable(
  text: DelimitedText,
  scan: CsvScan,
  options: StageOptions,
): Promise<StagedFile> {
  const { engine, file, table, encoding, dialect } = text;
  const run: RunOptions = { lane: 'work', signal: options.signal };
  const inTable = {
    rows: sql.id(table),
    typedAs: undefined,
    drop: () => engine.exec(sql`DROP TABLE IF EXISTS ${sql.id(table)}`, { lane: 'work' }),
  };
  const facts = regularFacts(text, scan);
  if (facts === undefined) {
    const known = knownFacts(text, scan);
    const repaired = await readRepaired(engine, file, table, dialect, encoding, run);
    return { ...known, ...inTable, shapes: undefined, ...repaired };
  }
  const opened = await openText(engine, file, table);
  try {
    const rows = regularRows(opened.name, dialect, scan.blankCount);
    await engine.exec(sql`CREATE OR REPLACE TABLE ${sql.id(table)} AS ${rows}`, run);
  } finally {
    await opened.close();
  }
  return { ...facts, ...inTable };
}

function dialectOf(
  file: SourceFile,
  sample: Uint8Array,
  encoding: Encoding,
  isWhole: boolean,
  { delimiter, reading }: StageOptions,
): CsvDialect {
  const decoded = isWhole
    ? decode(sample, encoding)
    : new TextDecoder(encoding).decode(sample, { stream: true });
  const text = isWhole ? decoded : decoded.slice(0, decoded.lastIndexOf('\n') + 1) || decoded;
  if (text.trim() === '') fail(file, 'empty_file');
  const dialect =
    reading === 1 ? sniffPlain(text, delimiter) : sniffDialect(text, delimiter, reading);
  if (!dialect) fail(file, 'no_header');
  if (dialect.headers.length > limits.columnsMax)
    fail(file, 'columns_too_many', dialect.preamble + 1, {
      limit: limits.columnsMax,
      found: dialect.headers.length,
    });
  return dialect;
}
