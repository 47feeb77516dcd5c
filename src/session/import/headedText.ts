import { normalHeader } from '../../domain/import/datasets';
import type { PairKey, TablePair } from '../../domain/import/profiles/profile';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { cellText, gridDelimiter } from '../../importers/gridText';
import { stagedColumn } from '../../ledger/projection/staged';
import { wideRecords } from './rejectsFile';

/** Lines with the columns of their headers, as a text of ours, and how many rows of each table of headers have lines. */
interface HeadedText {
  readonly blob: Blob;
  readonly usedCounts: readonly number[];
}

/** Lines that are written at a time: longer strings cost memory, shorter ones time. */
const linesAtOnce = 5_000;

const columnOf = ({ headers }: StagedFile, name: string): number =>
  headers.findIndex((header) => normalHeader(header) === normalHeader(name));

const hasColumn = (file: StagedFile, name: string): boolean => columnOf(file, name) >= 0;

/** A cell as one spelling of what it names. */
function keyPart(file: StagedFile, { column, isPadded }: PairKey): Sql {
  const text = sql`trim(coalesce(${stagedColumn(columnOf(file, column))}, ''))`;
  return isPadded
    ? sql`CASE WHEN translate(${text}, '0123456789', '') = '' THEN coalesce(nullif(ltrim(${text}, '0'), ''), '0') ELSE ${text} END`
    : text;
}

/** What a row names its document by; nothing where a part of it is blank. */
function documentKey(file: StagedFile, key: readonly PairKey[]): Sql {
  const parts = key.map((one) => sql`nullif(${keyPart(file, one)}, '')`);
  return sql`(${sql.join(parts, ' || chr(31) || ')})`;
}

/** The columns that headers add to lines, by the name of each: those that the lines lack. */
function addedColumns(lines: StagedFile, headers: readonly StagedFile[]): readonly string[] {
  const names = new Map<string, string>();
  for (const file of headers)
    for (const header of file.headers) {
      const name = normalHeader(header);
      if (name !== '' && !names.has(name) && !hasColumn(lines, header)) names.set(name, header);
    }
  return [...names.values()];
}

/** A cell as `cellText` writes it. */
const cell = (text: Sql): Sql =>
  sql`CASE WHEN contains(${text}, ',') OR contains(${text}, '"') OR contains(${text}, chr(10)) OR contains(${text}, chr(13))
      OR (${text} <> '' AND trim(${text}) = '')
    THEN '"' || replace(${text}, '"', '""') || '"' ELSE coalesce(${text}, '') END`;

/**
 * Joins lines with the headers of their documents, all at once, in the engine. Each line keeps its place, so that a line
 * of the text is the line of the file; what the lines have themselves stays as it is. The last column, called by the
 * name of the headers' table, counts the different headers that the line's document has: of none or of several nothing
 * is taken.
 */
export async function headedText(
  engine: Engine,
  pair: TablePair,
  lines: StagedFile,
  headers: readonly StagedFile[],
  options: RunOptions,
): Promise<HeadedText> {
  const key = pair.key.filter(
    ({ column, isOptional }) =>
      !isOptional || [lines, ...headers].every((file) => hasColumn(file, column)),
  );
  const added = addedColumns(lines, headers);
  const addedIds = added.map((_, i) => sql.id(`a${i}`));
  const given = headers.map((file, i) => {
    const cells = added.map((name, j) => {
      const at = columnOf(file, name);
      return sql`${at < 0 ? sql`''` : sql`coalesce(${stagedColumn(at)}, '')`} AS ${sql.id(`a${j}`)}`;
    });
    return sql`SELECT ${sql.join([sql`${documentKey(file, key)} AS document_key`, ...cells])}, ${i} AS of_table FROM ${file.rows} s`;
  });
  const heads = sql`
    SELECT document_key, count(*) AS header_count, ${sql.join(addedIds.map((id) => sql`any_value(${id}) AS ${id}`))}
    FROM (SELECT DISTINCT document_key, ${sql.join(addedIds)} FROM given WHERE document_key IS NOT NULL) d
    GROUP BY document_key`;
  const own = lines.headers.map((_, i) => cell(sql`l.${stagedColumn(i)}`));
  const theirs = addedIds.map(
    (id) => sql`CASE WHEN h.header_count = 1 THEN ${cell(sql`h.${id}`)} ELSE '' END`,
  );
  const count = sql`CAST(coalesce(h.header_count, 0) AS VARCHAR)`;
  const wide = await wideRecords(lines);
  const blanks = [...added, ''].map(() => '');
  const wideRows = wide.map(({ line, cells }) => {
    const all = [
      ...cells.slice(0, lines.headers.length),
      ...blanks,
      ...cells.slice(lines.headers.length),
    ];
    return sql`UNION ALL SELECT ${line} AS line, ${all.map(cellText).join(gridDelimiter)} AS record`;
  });
  const records = sql`
    SELECT line, record, line + length(record) - length(replace(record, chr(10), '')) AS last_line
    FROM (
      SELECT l.line, concat_ws(${gridDelimiter}, ${sql.join([...own, ...theirs, count])}) AS record
      FROM (SELECT s.*, ${documentKey(lines, key)} AS document_key FROM ${lines.rows} s) l LEFT JOIN head h ON h.document_key = l.document_key
      ${sql.join(wideRows, ' ')}
    ) r`;
  const above = Math.max(lines.headerLine, 1);
  const rows = await engine.rows(
    sql`WITH given AS (${sql.join(given, ' UNION ALL ')}), head AS (${heads}), record AS (${records}),
          placed AS (
            SELECT line, row_number() OVER (ORDER BY line) AS place,
                   repeat(chr(10), CAST(greatest(0, line - 1 - lag(last_line, 1, ${above}) OVER (ORDER BY line)) AS BIGINT)) || record || chr(10) AS text
            FROM record
          )
        SELECT string_agg(text, '' ORDER BY line) AS text FROM placed GROUP BY (place - 1) // ${linesAtOnce} ORDER BY min(line)`,
    options,
  );
  const names = [...lines.headers, ...added, pair.headers.table].map(cellText).join(gridDelimiter);
  const blob = new Blob([
    `${'\n'.repeat(above - 1)}${names}\n`,
    ...rows.map((row) => String(row['text'])),
  ]);
  return { blob, usedCounts: await usedCounts(engine, lines, headers, key, options) };
}

/** Of each table of headers how many rows name a document that has lines. */
async function usedCounts(
  engine: Engine,
  lines: StagedFile,
  headers: readonly StagedFile[],
  key: readonly PairKey[],
  options: RunOptions,
): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const file of headers) {
    const [row] = await engine.rows(
      sql`SELECT count(*) AS n FROM ${file.rows} s
          WHERE ${documentKey(file, key)} IN (SELECT k FROM (SELECT DISTINCT ${documentKey(lines, key)} AS k FROM ${lines.rows} l) d WHERE k IS NOT NULL)`,
      options,
    );
    counts.push(Number(row?.['n'] ?? 0));
  }
  return counts;
}
