import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { parseIsoDate } from '../domain/time/calendar';
import type { Engine } from '../engine/port';
import { sql } from '../engine/sql';
import { insertRows } from '../ledger/insertRows';
import { BadRequest } from './badRequest';

z.config({ jitless: true });

const work = { lane: 'work' } as const;
const fileName = 'file_content.csv';
const columns = ['kind', 'date_from', 'date_to', 'source_id'] as const;

const day = z.literal('').or(z.string().refine((text) => parseIsoDate(text).ok));
const content = z.strictObject({
  kind: z.enum(['', 'history', 'changes', 'open_items', 'opening']),
  date_from: day,
  date_to: day,
  source_id: z.string(),
});

/**
 * Writes what the imported files say of themselves beside their tables: a report over the folder tells by it which days
 * the data do not reach. Where none says anything, what an earlier import left there is taken away.
 */
export async function writeContents(engine: Engine, folder: string): Promise<void> {
  const rows = await engine.rows(
    sql`SELECT coalesce(kind, '') AS kind, coalesce(CAST(date_from AS VARCHAR), '') AS date_from,
               coalesce(CAST(date_to AS VARCHAR), '') AS date_to, source_id
        FROM file_content ORDER BY source_id, kind`,
    work,
  );
  if (rows.every((row) => row['kind'] === '')) return rm(join(folder, fileName), { force: true });
  await writeFile(
    join(folder, fileName),
    `${Papa.unparse([...rows], { columns: [...columns], newline: '\n' })}\n`,
  );
}

/** Takes what an import wrote of its files' contents, in the place of what the tables' own files say. @throws BadRequest */
export async function readContents(engine: Engine, folder: string): Promise<void> {
  if (!(await readdir(folder)).includes(fileName)) return;
  const text = await readFile(join(folder, fileName), 'utf8');
  const { data } = Papa.parse<unknown>(text, { header: true, skipEmptyLines: true });
  const read = z.array(content).safeParse(data);
  if (!read.success)
    throw new BadRequest(
      `${fileName} is not as an import writes it: ${read.error.issues[0]?.path.join(' ') ?? ''}`,
    );
  await engine.exec(sql`DELETE FROM file_content`, work);
  await insertRows(
    engine,
    sql`file_content`,
    read.data.map((row) => columns.map((name) => (row[name] === '' ? null : row[name]))),
    work,
  );
}
