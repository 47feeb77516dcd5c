import type { IsoDate } from '../../domain/time/calendar';
import { type Sql, sql } from '../../engine/sql';
import { openAt, spanTable } from '../aging/source';
import type { AgingParams } from '../params';

/** The version of each edited item that counted on a day; what nobody edited has none. */
const versionsAt = (day: IsoDate): Sql => sql`(
  SELECT item_key, due_date, trait_key FROM item_version WHERE valid_from <= ${sql.date(day)}
  QUALIFY row_number() OVER (PARTITION BY item_key ORDER BY valid_from DESC) = 1)`;

/**
 * Every item, open or not, with the due date and the dimensions that counted at the end of a day: what a span says of an
 * item that is open then.
 */
export function itemsAt(at: AgingParams): Sql {
  const isOriginal = at.dueDate === 'original';
  const dueDate = isOriginal
    ? sql`coalesce(o.due_date, i.due_date)`
    : sql`coalesce(v.due_date, i.due_date)`;
  return sql`(
    SELECT i.item_key AS item_key, i.document_key AS document_key, i.customer_key AS customer_key,
           coalesce(v.trait_key, i.trait_key) AS trait_key, i.currency_key AS currency_key, i.side AS side,
           ${dueDate} AS due_date, i.document_date AS document_date, i.posting_date AS posting_date
    FROM item i LEFT JOIN ${versionsAt(at.asOf)} v ON v.item_key = i.item_key
    ${isOriginal ? sql`LEFT JOIN item_original o ON o.item_key = i.item_key` : sql.empty})`;
}

/** What is open at the end of a day. */
export function openItemsAt(at: AgingParams): Sql {
  return sql`(
    SELECT item_key, customer_key, trait_key, currency_key, side, due_date, document_date, open_amount, open_base
    FROM ${spanTable(at)} s WHERE ${openAt(at)})`;
}

/** What was open at the end of one day, without netting, with the due date and the dimensions of another. */
export function carriedItems(open: AgingParams, shown: AgingParams): Sql {
  const dueDate =
    shown.dueDate === 'original' ? sql`s.due_date` : sql`coalesce(v.due_date, s.due_date)`;
  return sql`(
    SELECT s.item_key AS item_key, s.customer_key AS customer_key, coalesce(v.trait_key, s.trait_key) AS trait_key,
           s.currency_key AS currency_key, s.side AS side, ${dueDate} AS due_date, s.document_date AS document_date,
           s.open_amount AS open_amount, s.open_base AS open_base
    FROM ${openItemsAt({ ...open, credits: 'own' })} s
    LEFT JOIN ${versionsAt(shown.asOf)} v ON v.item_key = s.item_key)`;
}
