import { sql } from '../../engine/sql';
import { openAt, spanTable, underPolicy, viewColumns, viewCurrencies } from '../aging/source';
import { ledgerTieOut } from '../aging/tieOuts';
import type { TieOutDef } from '../define';
import type { DueDatesParams } from './params';
import { isShown, itemRows } from './query';

/**
 * The rows, and what they leave out (filters, what falls due on other days, credits), against all movements up to the
 * date.
 */
const dueTieOut: TieOutDef<DueDatesParams> = {
  name: 'due-dates',
  query: (p) => sql`
    WITH shown AS (
      SELECT currency, sum(open_amount) AS amount FROM (${itemRows(p)}) r GROUP BY currency
    ), left_out AS (
      SELECT view_key, sum(amount) AS amount FROM (
        SELECT ${viewColumns(p, sql`open_amount`, sql`open_base`)}
        FROM ${spanTable(p)} s WHERE ${openAt(p)} AND NOT (${isShown(p)})
      ) s GROUP BY view_key
    ), moved AS (
      SELECT view_key, sum(amount) AS amount FROM (
        SELECT ${viewColumns(p, sql`m.amount`, sql`m.base_amount`)}
        FROM ${underPolicy(p, 'movement')} m JOIN item i ON i.item_key = m.item_key
        WHERE m.effective_date <= ${sql.date(p.asOf)}
      ) m GROUP BY view_key
    )
    SELECT c.currency AS currency,
           CAST(coalesce(shown.amount, 0) + coalesce(left_out.amount, 0) AS DECIMAL(18,4)) AS left_amount,
           CAST(coalesce(shown.amount, 0) AS DECIMAL(18,4)) AS shown_amount,
           CAST(coalesce(moved.amount, 0) AS DECIMAL(18,4)) AS right_amount
    FROM ${viewCurrencies(p)} c
    LEFT JOIN shown ON shown.currency = c.currency
    LEFT JOIN left_out ON left_out.view_key = c.view_key
    LEFT JOIN moved ON moved.view_key = c.view_key
    WHERE shown.currency IS NOT NULL OR left_out.view_key IS NOT NULL OR moved.view_key IS NOT NULL
    ORDER BY currency`,
};

/** The credits that are open, of which none is due to us, against the movements of credits. */
const creditsTieOut: TieOutDef<DueDatesParams> = {
  name: 'credits',
  query: (p) => sql`
    WITH open_credit AS (
      SELECT view_key, sum(amount) AS amount FROM (
        SELECT ${viewColumns(p, sql`open_amount`, sql`open_base`)}
        FROM ${spanTable(p)} s WHERE ${openAt(p)} AND side = -1
      ) s GROUP BY view_key
    ), moved AS (
      SELECT view_key, sum(amount) AS amount FROM (
        SELECT ${viewColumns(p, sql`m.amount`, sql`m.base_amount`)}
        FROM ${underPolicy(p, 'movement')} m JOIN item i ON i.item_key = m.item_key
        WHERE m.effective_date <= ${sql.date(p.asOf)} AND i.side = -1
      ) m GROUP BY view_key
    )
    SELECT c.currency AS currency, CAST(coalesce(o.amount, 0) AS DECIMAL(18,4)) AS left_amount,
           CAST(coalesce(m.amount, 0) AS DECIMAL(18,4)) AS right_amount
    FROM ${viewCurrencies(p)} c
    LEFT JOIN open_credit o ON o.view_key = c.view_key
    LEFT JOIN moved m ON m.view_key = c.view_key
    WHERE o.view_key IS NOT NULL OR m.view_key IS NOT NULL
    ORDER BY currency`,
};

export const dueDatesTieOuts: readonly TieOutDef<DueDatesParams>[] = [
  dueTieOut,
  creditsTieOut,
  ledgerTieOut,
];
