import { type Sql, sql } from '../../engine/sql';
import {
  every,
  itemFilters,
  openAt,
  spanTable,
  viewColumns,
  viewCurrencies,
} from '../aging/source';
import type { TieOutDef } from '../define';
import { beforeFlows, rollFlows } from './flows';
import { agingAt, type Period, periodsOf, type RollRatesParams } from './params';

/** Some of the flows, added up over all matrices, against the debits that are open on those days. */
function tieOut(
  name: string,
  flows: readonly string[],
  end: (period: Period) => Period['to'],
): TieOutDef<RollRatesParams> {
  return {
    name,
    query: (p) => {
      const added = sql.join(
        flows.map((flow) => sql.id(flow)),
        ' + ',
      );
      const open = periodsOf(p).map((period): Sql => {
        const at = agingAt(p, end(period));
        return sql`
          SELECT ${viewColumns(at, sql`open_amount`, sql`open_base`)} FROM ${spanTable(at)} s
          WHERE ${openAt(at)} AND side = 1 AND ${every(itemFilters(at))}`;
      });
      return sql`
        WITH flowed AS (
          SELECT currency, sum(${added}) AS amount FROM (${rollFlows(p)}) f GROUP BY currency
        ), debit AS (
          SELECT view_key, sum(amount) AS amount FROM (${sql.join(open, ' UNION ALL ')}) d GROUP BY view_key
        )
        SELECT c.currency AS currency,
               CAST(coalesce(flowed.amount, 0) AS DECIMAL(18,4)) AS left_amount,
               CAST(coalesce(debit.amount, 0) AS DECIMAL(18,4)) AS right_amount
        FROM ${viewCurrencies(agingAt(p, p.to))} c
        LEFT JOIN flowed ON flowed.currency = c.currency
        LEFT JOIN debit ON debit.view_key = c.view_key
        WHERE flowed.currency IS NOT NULL OR debit.view_key IS NOT NULL
        ORDER BY currency`;
    },
  };
}

/** Rows against the debits open before, and columns of buckets against those open after. */
export const rollRatesTieOuts: readonly TieOutDef<RollRatesParams>[] = [
  tieOut('roll-rates-before', beforeFlows, ({ from }) => from),
  tieOut('roll-rates-after', ['stayed', 'opened'], ({ to }) => to),
];
