import type { Engine, RunOptions } from '../engine/port';
import { type Sql, sql } from '../engine/sql';
import { storedTable } from './longTables';
import { storeParts } from './parts';

/**
 * Whether an opening item and a row of the history are of one thing: of one company, id and side. A receipt may have the
 * number of an invoice: it is another thing.
 */
export const isSameItem = (one: Sql, other: Sql): Sql =>
  sql`${one}.document_id = ${other}.document_id AND ${one}.entity_id IS NOT DISTINCT FROM ${other}.entity_id
    AND sign(${one}.amount) = sign(${other}.amount)`;

/**
 * An opening item that the history has as well is one thing told twice: the history's counts, whichever file came first.
 * Of openings only, that is of imports which say that they are one.
 */
export async function dropDoubledOpenings(engine: Engine, options: RunOptions): Promise<void> {
  const doubled = sql`
    SELECT o.document_id, o.entity_id, o.amount FROM (
      SELECT document_id, entity_id, amount FROM document WHERE kind = 'opening_balance'
        AND source_id IN (SELECT source_id FROM file_content WHERE kind = 'opening')) o
    JOIN document d ON ${isSameItem(sql`o`, sql`d`)}
    WHERE d.kind <> 'opening_balance'`;
  const [opening] = await engine.rows(
    sql`SELECT 1 AS found FROM file_content WHERE kind = 'opening' LIMIT 1`,
    options,
  );
  if (!opening || (await engine.rows(sql`${doubled} LIMIT 1`, options)).length === 0) return;
  await storeParts(engine, 'document', options);
  await engine.exec(
    sql`DELETE FROM ${storedTable('document')} s WHERE s.kind = 'opening_balance'
        AND s.source_id IN (SELECT source_id FROM file_content WHERE kind = 'opening')
        AND EXISTS (SELECT 1 FROM (${doubled}) t WHERE ${isSameItem(sql`t`, sql`s`)})`,
    options,
  );
}
