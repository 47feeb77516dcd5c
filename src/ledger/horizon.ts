import { documentDatasets } from '../domain/import/datasets';
import type { Mapping } from '../domain/import/mapping';
import type { Engine, RunOptions } from '../engine/port';
import { sql } from '../engine/sql';

/** What each file of documents says of itself: what its rows are, and the days between which they are all of it. */
export const createFileContents = sql`
  CREATE OR REPLACE TABLE file_content (kind VARCHAR, date_from DATE, date_to DATE, source_id VARCHAR)`;

/** Takes down what a file says of itself; one that says nothing leaves the horizon open on both sides. */
export async function addContent(
  engine: Engine,
  { dataset, content }: Mapping,
  sourceId: string,
  options: RunOptions,
): Promise<void> {
  if (!documentDatasets.has(dataset)) return;
  const day = (date: string | undefined) => sql`CAST(${date ?? null} AS DATE)`;
  await engine.exec(
    sql`INSERT INTO file_content VALUES (${content?.kind ?? null}, ${day(content?.from)}, ${day(content?.to)}, ${sourceId})`,
    options,
  );
}
