import type { Mapping } from '../../domain/import/mapping';
import { type Sql, sql } from '../../engine/sql';
import { fill, type TableFill, value } from './fill';
import { isMapped } from './staged';

/**
 * What cleared what, of items that name their clearing: the debits and the credits of one clearing settle each other
 * in the order of their dates, as far as the smaller side reaches. Both sides are laid end to end as intervals of
 * amounts, and where two overlap, that much of the one paid that much of the other. A set cleared together takes the
 * latest of its posting dates, and its clearing date where that is later.
 */
export function openItems(mapping: Mapping, good: Sql, sourceId: Sql): readonly TableFill[] {
  if (!isMapped(mapping, 'clearing_id')) return [];
  const posted = isMapped(mapping, 'posting_date') ? sql`posting_date` : sql`document_date`;
  const cleared = value(mapping, 'clearing_date');
  const currency = sql`coalesce(${value(mapping, 'currency')}, '')`;
  const entity = sql`coalesce(${value(mapping, 'entity_id')}, '')`;
  const order = sql`ORDER BY document_date, document_id`;
  const sides = sql`
    SELECT document_id, entity, clearing, currency, set_date, is_debit, line, size,
           sum(size) OVER (PARTITION BY entity, clearing, currency, is_debit ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS reach
    FROM (
      SELECT document_id, document_date, line, ${entity} AS entity, clearing_id AS clearing, ${currency} AS currency,
             amount > 0 AS is_debit, abs(amount) AS size,
             max(greatest(${posted}, coalesce(${cleared}, ${posted}))) OVER (PARTITION BY ${entity}, clearing_id) AS set_date
      FROM ${good} WHERE clearing_id IS NOT NULL AND amount <> 0 AND ${posted} IS NOT NULL
    ) item`;
  const pairs = sql`(
    WITH side AS (${sides})
    SELECT d.document_id AS debit_id, c.document_id AS credit_id, d.line AS item_line, d.set_date,
           CAST(row_number() OVER (ORDER BY d.line, c.line) AS INTEGER) AS line,
           CAST(least(d.reach, c.reach) - greatest(d.reach - d.size, c.reach - c.size) AS DECIMAL(18,4)) AS paid
    FROM side d JOIN side c
      ON c.entity = d.entity AND c.clearing = d.clearing AND c.currency = d.currency AND d.is_debit AND NOT c.is_debit
     AND least(d.reach, c.reach) > greatest(d.reach - d.size, c.reach - c.size)
  ) pair`;
  return [
    fill(
      'allocation',
      {
        allocation_id: sql`credit_id || ':' || debit_id`,
        credit_document_id: sql`credit_id`,
        debit_document_id: sql`debit_id`,
        amount: sql`paid`,
        effective_date: sql`set_date`,
        source_row: sql`item_line`,
      },
      pairs,
      sourceId,
    ),
  ];
}
