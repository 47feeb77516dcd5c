import { type Adjustment, adjustmentSource } from '../../domain/journal/event';
import { movementKindKey } from '../../domain/ledger/movement';
import { tableDef } from '../../domain/ledger/tables';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import { assert } from '../../lib/assert';
import { readBase } from '../base';
import { buildDerivedBase, buildPostedView, createTakenDue } from '../documents';
import { insertRows } from '../insertRows';
import { instalmentPartsOfNone, itemRows, traitHashOf } from '../items';
import { storedTable } from '../longTables';
import { scaleCase } from '../scale';
import { addDebtors } from './debtorEdits';
import { addToCube } from './versions';

/** An adjustment as it stands in the journal, with its event's position. */
export interface PlacedAdjustment {
  readonly adjustment: Adjustment;
  readonly position: number;
}

/** Puts adjustments among the documents. @returns the first of their row numbers */
export async function storeAdjustments(
  engine: Engine,
  placed: readonly PlacedAdjustment[],
  options: RunOptions,
): Promise<number> {
  const [row] = await engine.rows(
    sql`SELECT coalesce(max(document_key), -1) + 1 AS start FROM document_given`,
    options,
  );
  const start = Number(row?.['start']);
  const def = tableDef('document');
  assert(def, 'document is a canonical table');
  const lines = placed.map(({ adjustment, position }, i) => {
    const cells: Readonly<Record<string, string>> = {
      document_id: adjustment.id,
      kind: 'adjustment',
      status: adjustment.status,
      customer_id: adjustment.customerId,
      number: adjustment.id,
      document_date: adjustment.documentDate,
      posting_date: adjustment.postingDate,
      due_date: adjustment.dueDate,
      currency: adjustment.currency,
      amount: adjustment.amount,
      reference: adjustment.reference,
      description: adjustment.reason,
    };
    return [
      ...def.columns.map((column) => cells[column.name] || null),
      adjustmentSource,
      String(position),
      String(start + i),
    ];
  });
  await insertRows(engine, storedTable('document'), lines, options);
  return start;
}

/** Which documents are these adjustments. */
export async function adjustmentKeys(
  engine: Engine,
  ids: readonly string[],
  options: RunOptions,
): Promise<readonly number[]> {
  const rows = await engine.rows(
    sql`SELECT document_key FROM ${storedTable('document')}
        WHERE source_id = ${adjustmentSource} AND document_id IN (${sql.list(ids)})`,
    options,
  );
  return rows.map((row) => Number(row['document_key']));
}

/** Brings documents from a row number on into a ledger that is built: items, movements, spans, and the cube. */
export async function addItemsFrom(
  engine: Engine,
  start: number,
  options: RunOptions,
): Promise<void> {
  const base = await readBase(engine, options);
  const run = async (...statements: Parameters<Engine['exec']>[0][]): Promise<void> => {
    for (const statement of statements) await engine.exec(statement, options);
  };
  const added = sql`(SELECT * FROM document_given WHERE document_key >= ${start})`;
  await addDebtors(engine, sql`SELECT customer_id FROM ${added} a`, options);
  await run(
    sql`INSERT INTO ledger_currency
        SELECT CAST(row_number() OVER (ORDER BY n.currency) + (SELECT max(currency_key) FROM ledger_currency) AS SMALLINT),
               n.currency, ${scaleCase(sql`n.currency`)}
        FROM (SELECT DISTINCT currency FROM ${added} a
              WHERE currency NOT IN (SELECT currency FROM ledger_currency)) n`,
    createTakenDue,
    buildDerivedBase(base, added),
    buildPostedView(base, added, false),
    instalmentPartsOfNone,
    sql`INSERT INTO trait
        SELECT CAST(row_number() OVER () + (SELECT coalesce(max(trait_key), 0) FROM trait) AS INTEGER), p.*, ${traitHashOf(sql`p`)}
        FROM (SELECT DISTINCT kind, salesperson, department, project, service, control_account_id, disputed
              FROM posted_document) p
        WHERE ${traitHashOf(sql`p`)} NOT IN (SELECT trait_hash FROM trait)`,
    sql`CREATE OR REPLACE TABLE touched_item AS
        SELECT CAST(item_key + (SELECT coalesce(max(item_key), 0) FROM item) AS INTEGER) AS item_key,
               r.* EXCLUDE (item_key)
        FROM (${itemRows}) r`,
    sql`INSERT INTO item SELECT * FROM touched_item`,
    sql`INSERT INTO movement
        SELECT item_key, posting_date, CAST(${movementKindKey('posted')} AS TINYINT), amount, base_amount, NULL,
               CAST(${movementKindKey('posted')} AS TINYINT)
        FROM touched_item`,
    sql`INSERT INTO span
        SELECT item_key, customer_key, trait_key, currency_key, side, due_date, document_date, posting_date,
               DATE '9999-12-31', amount, base_amount
        FROM touched_item WHERE amount <> 0 OR base_amount <> 0`,
    addToCube(sql`SELECT item_key FROM touched_item`),
    sql`DROP TABLE touched_item`,
    sql`DROP VIEW posted_document`,
    sql`DROP TABLE taken_due`,
    sql`DROP TABLE instalment_part`,
  );
}
