import { placeOf } from '../../domain/import/place';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import { decode } from '../../importers/csv/encoding';
import { plainMarks } from '../../importers/csv/marks';
import { recordsOf } from '../../importers/csv/records';
import type { StagedFile } from '../../importers/csv/stage';
import { gridText } from '../../importers/gridText';
import { readRows } from '../../ledger/projection/typed';
import { type ImportPlan, leftOutReasons } from './plan';

/** The headers of what is added to a rejected row; a file of rejects that was mended is imported as any other. */
const added = ['saldo_file', 'saldo_line', 'saldo_reason'] as const;

/** Whether a column is one that was added to rejected rows. */
export const isAdded = (header: string): boolean => (added as readonly string[]).includes(header);

/** Whether a file is one of rejected rows, by its last headers: it is read as the file was that they come from. */
export function isRejectsFile(headers: readonly string[]): boolean {
  return headers.length > added.length && headers.slice(-added.length).join() === added.join();
}

/** The headers of the file that rejected rows come from; of any other file its own. */
export const givenHeaders = (headers: readonly string[]): readonly string[] =>
  isRejectsFile(headers) ? headers.slice(0, -added.length) : headers;

/**
 * All rows of a file that are not taken, each as it stands, with the file and line that it came from and why: to be
 * mended and imported alone. UTF-8 with a mark, which is how spreadsheets know it.
 */
export async function rejectsFile(
  engine: Engine,
  plan: ImportPlan,
  options: RunOptions,
): Promise<Blob> {
  const { staged, typedTable } = plan;
  const reasons = sql.join(leftOutReasons.map((one) => sql`${one}`));
  const rows = await engine.rows(
    sql`SELECT s.*, t.problem FROM (SELECT line, problem FROM ${sql.id(typedTable)}
          WHERE problem IS NOT NULL AND split_part(problem, ':', 1) NOT IN (${reasons})) t
        JOIN ${readRows(staged.rows, plan.mapping)} s ON s.line = t.line ORDER BY s.line`,
    options,
  );
  const about = (line: number, reason: string): readonly string[] => {
    const place = placeOf(staged.file, staged.origin, line);
    return [place.file, String(place.line), reason];
  };
  const narrow = rows.map((row) => [
    ...staged.headers.map((_, column) => String(row[`c${column}`] ?? '')),
    ...about(Number(row['line']), String(row['problem'])),
  ]);
  const wide = (await wideRecords(staged)).map(({ line, cells }) => [
    ...cells.slice(0, staged.headers.length),
    ...about(line, `too_wide: ${cells.slice(staged.headers.length).join(' | ')}`),
  ]);
  const header = [...staged.headers, ...added];
  const grid = { name: '', dataset: undefined, rows: [header, ...narrow, ...wide] };
  return new Blob(['\uFEFF', gridText(grid, header.length)], { type: 'text/csv' });
}

/** Records with more cells than the header are in no table: they are looked for in the text. */
export async function wideRecords(staged: StagedFile) {
  if (staged.tooWide.length === 0) return [];
  const lines = new Set(staged.tooWide.map(({ line }) => line));
  const text = decode(new Uint8Array(await staged.source.blob.arrayBuffer()), staged.encoding);
  return [...recordsOf(text, staged.delimiter, plainMarks)].filter(({ line }) => lines.has(line));
}
