import type { Engine, RunOptions } from '../engine/port';
import { sql } from '../engine/sql';
import { storedTable } from './longTables';
import { storeParts } from './parts';

/**
 * An opening item that the history has as well is one thing told twice: the history's counts, whichever file came first.
 * Of openings only, that is of imports which say that they are one. Rule: the import of opening balances.
 */
export async function dropDoubledOpenings(engine: Engine, options: RunOptions): Promise<void> {
  const doubled = sql`
    SELECT o.document_id FROM (
      SELECT document_id, entity_id FROM document WHERE kind = 'opening_balance'
        AND source_id IN (SELECT source_id FROM file_content WHERE kind = 'opening')) o
    JOIN document d ON d.document_id = o.document_id AND d.entity_id IS NOT DISTINCT FROM o.entity_id
    WHERE d.kind <> 'opening_balance'`;
  const [opening] = await engine.rows(
    sql`SELECT 1 AS found FROM file_content WHERE kind = 'opening' LIMIT 1`,
    options,
  );
  if (!opening || (await engine.rows(sql`${doubled} LIMIT 1`, options)).length === 0) return;
  await storeParts(engine, 'document', options);
  await engine.exec(
    sql`DELETE FROM ${storedTable('document')} WHERE kind = 'opening_balance'
        AND source_id IN (SELECT source_id FROM file_content WHERE kind = 'opening')
        AND document_id IN (${doubled})`,
    options,
  );
}
