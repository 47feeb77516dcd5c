import type { Mapping } from '../../domain/import/mapping';
import { tableDef } from '../../domain/ledger/tables';
import { type Sql, sql } from '../../engine/sql';
import { rowKeyOf } from '../../ledger/longTables';
import type { TableFill } from '../../ledger/projection/fill';
import { isMapped } from '../../ledger/projection/staged';
import { assert } from '../../lib/assert';
import type { ImportPlan } from './plan';

/** Documents that no export of documents lists: receipts, what Saldo made itself, and what was open at the start. */
const notListed = ['payment', 'settlement_unexplained', 'opening_balance', 'adjustment'] as const;

/** Which documents of the ledger a full history lacks: those between its dates, of the entities that it names. */
export function isMissing({ mapping }: Pick<ImportPlan, 'mapping'>, typedTable: string): Sql {
  const { from, to } = mapping.content ?? {};
  const kinds = sql.join(notListed.map((kind) => sql`${kind}`));
  const conditions = [
    ...(from === undefined ? [] : [sql`document_date >= CAST(${from} AS DATE)`]),
    ...(to === undefined ? [] : [sql`document_date <= CAST(${to} AS DATE)`]),
    sql`coalesce(kind, '') NOT IN (${kinds})`,
    sql`coalesce(status, '') <> 'void'`,
    sql`coalesce(entity_id, '') IN (${entitiesOf(mapping, typedTable)})`,
    sql`document_id NOT IN (SELECT document_id FROM ${sql.id(typedTable)} WHERE document_id IS NOT NULL)`,
  ];
  return sql.join(conditions, ' AND ');
}

const entitiesOf = (mapping: Mapping, typedTable: string): Sql =>
  isMapped(mapping, 'entity_id')
    ? sql`SELECT coalesce(entity_id, '') FROM ${sql.id(typedTable)}`
    : sql`''`;

/** Whether a person decided that what the history lacks is void. */
export const voidsMissing = ({ content }: Mapping): boolean =>
  content?.kind === 'history' && content.missing === 'void';

/** The documents that a history lacks, as void: they take the place of what they were, until the import is undone. */
export function voidedFill(plan: ImportPlan, typedTable: string): TableFill {
  const def = tableDef('document');
  const key = rowKeyOf('document');
  assert(def && key, 'documents are numbered');
  const cells = def.columns.map(({ name }) =>
    name === 'status' ? sql`'void' AS status` : sql.id(name),
  );
  return {
    table: 'document',
    onlyNew: false,
    rows: (start) => sql`SELECT ${sql.join(cells)}, ${plan.sourceId} AS source_id, 0 AS source_row,
      CAST(row_number() OVER (ORDER BY ${key}) - 1 + ${start} AS INTEGER) AS ${key}
      FROM document WHERE ${isMissing(plan, typedTable)}`,
  };
}
