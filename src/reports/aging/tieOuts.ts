import { type Sql, sql } from '../../engine/sql';
import type { TieOutDef } from '../define';
import type { AgingParams } from '../params';
import {
  every,
  itemFilters,
  openAt,
  spanTable,
  underPolicy,
  viewColumns,
  viewCurrencies,
} from './source';

/**
 * Shown + left out = Σ movements up to the date. The left side reads the spans that reports read, through the
 * report's own filter and through its opposite; the right side adds up the movements themselves.
 * @param agingOf the aging that a report's parameters stand for
 * @param isShown what a report shows beyond the filters of an aging
 */
export const openItemsTieOut = <P>(
  agingOf: (p: P) => AgingParams,
  isShown: readonly Sql[] = [],
): TieOutDef<P> => ({
  name: 'open-items',
  query: (p) => {
    const params = agingOf(p);
    const filter = every([...itemFilters(params), ...isShown]);
    return sql`
      WITH shown AS (
        SELECT view_key, sum(amount) AS amount, sum(CASE WHEN is_shown THEN amount ELSE 0 END) AS shown_amount
        FROM (
          SELECT ${viewColumns(params, sql`open_amount`, sql`open_base`)}, TRUE AS is_shown
          FROM ${spanTable(params)} s WHERE ${openAt(params)} AND (${filter})
          UNION ALL
          SELECT ${viewColumns(params, sql`open_amount`, sql`open_base`)}, FALSE AS is_shown
          FROM ${spanTable(params)} s WHERE ${openAt(params)} AND NOT (${filter})
        ) s GROUP BY view_key
      ), moved AS (
        SELECT view_key, sum(amount) AS amount FROM (
          SELECT ${viewColumns(params, sql`m.amount`, sql`m.base_amount`)}
          FROM ${underPolicy(params, 'movement')} m JOIN item i ON i.item_key = m.item_key
          WHERE m.effective_date <= ${sql.date(params.asOf)}
        ) m GROUP BY view_key
      )
      SELECT c.currency AS currency,
             CAST(coalesce(shown.amount, 0) AS DECIMAL(18,4)) AS left_amount,
             CAST(coalesce(shown.shown_amount, 0) AS DECIMAL(18,4)) AS shown_amount,
             CAST(coalesce(moved.amount, 0) AS DECIMAL(18,4)) AS right_amount
      FROM ${viewCurrencies(params)} c
      LEFT JOIN shown ON shown.view_key = c.view_key
      LEFT JOIN moved ON moved.view_key = c.view_key
      WHERE shown.view_key IS NOT NULL OR moved.view_key IS NOT NULL
      ORDER BY currency`;
  },
});

const itemsTieOut = openItemsTieOut((params: AgingParams) => params);

/** Σ open items in base = the control accounts of the general ledger, both at the date. */
export const ledgerTieOut: TieOutDef<AgingParams> = {
  name: 'general-ledger',
  query: (params) => sql`
    WITH books AS (
      SELECT sum(coalesce(g.debit, 0) - coalesce(g.credit, 0)) AS amount, count(*) AS line_count
      FROM gl_entry g JOIN control_account a ON a.account_id = g.account_id
      WHERE coalesce(g.status, 'posted') = 'posted' AND g.posting_date <= ${sql.date(params.asOf)}
    ), items AS (
      SELECT sum(open_base) AS amount FROM ${underPolicy(params, 'span')} s WHERE ${openAt(params)}
    )
    SELECT b.base_currency AS currency,
           CAST(coalesce(items.amount, 0) AS DECIMAL(18,4)) AS left_amount,
           CAST(coalesce(books.amount, 0) AS DECIMAL(18,4)) AS right_amount
    FROM ledger_base b CROSS JOIN books CROSS JOIN items
    WHERE books.line_count > 0`,
};

export const agingTieOuts: readonly TieOutDef<AgingParams>[] = [itemsTieOut, ledgerTieOut];
