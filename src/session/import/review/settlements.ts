import { documentDatasets } from '../../../domain/import/datasets';
import { paidStates } from '../../../domain/import/paidStates';
import { type Sql, sql } from '../../../engine/sql';
import { isMapped, stagedColumn } from '../../../ledger/projection/staged';
import { readRows } from '../../../ledger/projection/typed';
import type { ImportPlan } from '../plan';
import type { Known } from './known';

/** Whether a file of documents says what is paid, by a state or by what is still open, where that makes no list of open items. */
export function maySayPaid({ mapping }: ImportPlan): boolean {
  const isSaid = mapping.fields['status']?.words !== undefined || isMapped(mapping, 'open_amount');
  return documentDatasets.has(mapping.dataset) && isSaid && mapping.content?.kind !== 'open_items';
}

/** Whether a list of open items has a column of what is open, in which a cell may be blank. */
export function mayLackOpen({ mapping }: ImportPlan): boolean {
  const { open_amount: open, amount } = mapping.fields;
  const isList = documentDatasets.has(mapping.dataset) && mapping.content?.kind === 'open_items';
  return isList && open !== undefined && open.column !== amount?.column;
}

/** Documents that a file calls paid, and of which no payment is known: not on their row, in another file, nor in the ledger. */
export function paidUnsettled({ mapping, staged, typedTable }: ImportPlan, known: Known): Sql {
  const has = (name: string): boolean => isMapped(mapping, name);
  const words = sql.join(paidStates.map((word) => sql`${word}`));
  const status = stagedColumn(mapping.fields['status']?.column ?? 0);
  const amount = mapping.dataset === 'sales_line' ? sql`line_amount` : sql`amount`;
  const whole = has('amount') ? sql`amount` : amount;
  const saysPaid = [
    ...(mapping.fields['status']?.words
      ? [
          sql`line IN (SELECT line FROM ${readRows(staged.rows, mapping)} r WHERE lower(strip_accents(trim(${status}))) IN (${words}))`,
        ]
      : []),
    ...(has('open_amount') ? [sql`coalesce(open_amount, ${whole}) <> ${whole}`] : []),
  ];
  const conditions = [
    sql`(${sql.join(saysPaid, ' OR ')})`,
    sql`${amount} > 0`,
    sql`document_id NOT IN (SELECT id FROM ${known.settled} k WHERE id IS NOT NULL)`,
    ...(has('settled_date') ? [sql`settled_date IS NULL`] : []),
    ...(has('settled_amount') ? [sql`coalesce(settled_amount, 0) = 0`] : []),
    ...(has('clearing_id') ? [sql`clearing_id IS NULL`] : []),
  ];
  return sql`SELECT min(line) AS line, document_id AS value FROM ${sql.id(typedTable)} t
    WHERE problem IS NULL AND ${sql.join(conditions, ' AND ')} GROUP BY document_id`;
}

/** Items that are cleared by what is not in the file: nothing of the other side names the same clearing. */
export const clearedAlone = ({ typedTable }: ImportPlan): Sql => sql`
  SELECT min(t.line) AS line, t.document_id || ' → ' || t.clearing_id AS value
  FROM (SELECT line, document_id, clearing_id, customer_id, sign(amount) AS side FROM ${sql.id(typedTable)}
        WHERE problem IS NULL AND clearing_id IS NOT NULL) t
  JOIN (SELECT clearing_id FROM ${sql.id(typedTable)} WHERE problem IS NULL AND clearing_id IS NOT NULL
        GROUP BY clearing_id HAVING min(sign(amount)) = max(sign(amount))) a ON a.clearing_id = t.clearing_id
  GROUP BY t.document_id, t.clearing_id`;

/** An amount as text, without decimals of decimals that are none. */
export const plainAmount = (amount: Sql): Sql =>
  sql`regexp_replace(CAST(CAST(${amount} AS DECIMAL(18,4)) AS VARCHAR), '00$', '')`;

/** Items that were on the list before and are on this one no more: they are settled on its day. */
export function settledByList({ mapping, typedTable }: ImportPlan): Sql {
  const day = sql`CAST(${mapping.content?.to ?? null} AS DATE)`;
  const entity = isMapped(mapping, 'entity_id') ? sql`entity_id` : sql`NULL`;
  const listed = sql`SELECT coalesce(${entity}, '') AS entity, document_id FROM ${sql.id(typedTable)}`;
  return sql`
    SELECT 0 AS line, l.document_id || ' ' || ${plainAmount(sql`l.open_amount`)} AS value
    FROM (
      SELECT coalesce(entity_id, '') AS entity, document_id, list_date, sum(open_amount) AS open_amount
      FROM open_list GROUP BY 1, 2, 3
    ) l
    JOIN (
      SELECT coalesce(entity_id, '') AS entity, max(list_date) AS list_date FROM open_list
      WHERE list_date < ${day} GROUP BY 1
    ) y ON y.entity = l.entity AND y.list_date = l.list_date
    WHERE l.open_amount <> 0 AND l.entity IN (SELECT entity FROM (${listed}) e)
      AND NOT EXISTS (SELECT 1 FROM (${listed}) n WHERE n.entity = l.entity AND n.document_id = l.document_id)`;
}

/** Payments in another currency than the invoice that they are applied to: what they pay of it nobody says. */
export const inOtherCurrency = (good: Sql, known: Known): Sql =>
  sql`SELECT t.line, t.payment_id || ' ' || t.currency || ' → ' || d.id || ' ' || d.currency AS value
    FROM ${good} t JOIN ${known.currencies} d ON d.id = t.applied_document_id
    WHERE t.currency <> d.currency`;

/** Payments that are applied to an invoice of a customer who is not the payer. */
export const ofOtherCustomers = (good: Sql, known: Known): Sql =>
  sql`SELECT t.line, t.payment_id || ': ' || t.customer_id || ' → ' || d.id || ': ' || d.customer_id AS value
    FROM ${good} t JOIN ${known.debtors} d ON d.id = t.applied_document_id
    WHERE t.customer_id <> d.customer_id`;
