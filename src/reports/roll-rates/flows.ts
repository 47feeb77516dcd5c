import { closedStates } from '../../domain/aging/rollRates';
import { type Sql, sql } from '../../engine/sql';
import { viewCurrencies } from '../aging/source';
import { changedAfter, changedBefore, closings, unchanged, ways } from './debits';
import { agingAt, type Period, periodsOf, type RollRatesParams } from './params';

const zero = sql`CAST(0 AS DECIMAL(18,4))`;
const nowhere = sql`CAST(NULL AS INTEGER)`;
const wayNames = sql.join(ways.map((way) => sql.id(way)));
const noWays = sql.join(ways.map((way) => sql`${zero} AS ${sql.id(way)}`));

const sumAs = (value: Sql, name: string): Sql =>
  sql`CAST(sum(${value}) AS DECIMAL(18,4)) AS ${sql.id(name)}`;

/** What was closed in the first few ways. */
const reached = (count: number): Sql =>
  count === 0
    ? zero
    : sql`least(left_over, ${sql.join(
        ways.slice(0, count).map((way) => sql`greatest(${sql.id(way)}, ${zero})`),
        ' + ',
      )})`;

/** The amounts of each flow of an item, of what is known of it in `item_rest`. */
const flowAmounts: Readonly<Record<string, Sql>> = {
  stayed: sql`stayed`,
  opened: sql`open_after - stayed`,
  ...Object.fromEntries(
    ways.map((way, i) => [way, sql`${reached(i + 1)} - ${reached(i)}`] as const),
  ),
  other: sql`left_over - ${reached(ways.length)}`,
};

/**
 * The tables up to `item_flow`: what of each debit that changed in a period went where, by the bucket before and the
 * bucket after, as `<flow>_part`. What an item is open by at both ends is `stayed`, what it is open by more at the later
 * one is `opened`, and what it is open by less went the ways in which it was closed. Where more was closed than that,
 * because some of it was opened again, a write-off counts first, then a credit note, then a payment: a loss does not hide
 * behind a receipt that was taken back.
 */
export function itemFlowTables(p: RollRatesParams): Sql {
  const periods = periodsOf(p);
  const amounts = ['open_before', 'open_after', ...ways];
  const closedBy = sql.join(
    ways.map(
      (way) => sql`CASE WHEN closed_as = ${way} THEN closed ELSE ${zero} END AS ${sql.id(way)}`,
    ),
  );
  return sql`changed_before AS (
      ${each(p, (period, no) => sql`SELECT ${no} AS period, item_key, view_key, amount, place FROM (${changedBefore(p, period)}) d`)}
    ), fact AS (
      SELECT period, item_key, view_key, place AS from_place, ${nowhere} AS to_place,
             amount AS open_before, ${zero} AS open_after, ${noWays}
      FROM changed_before
      UNION ALL
      ${each(
        p,
        (period, no) => sql`
          SELECT ${no}, item_key, view_key, ${nowhere}, place, ${zero}, amount, ${noWays}
          FROM (${changedAfter(p, period)}) d`,
      )}
      UNION ALL
      SELECT period, item_key, view_key, ${nowhere}, ${nowhere}, ${zero}, ${zero}, ${closedBy}
      FROM (${closings(p, periods, sql`changed_before`)}) c
    ), item_sum AS (
      SELECT period, item_key, max(view_key) AS view_key, max(from_place) AS from_place, max(to_place) AS to_place,
             ${sql.join(amounts.map((name) => sumAs(sql.id(name), name)))}
      FROM fact GROUP BY period, item_key
    ), item_rest AS (
      SELECT period, item_key, view_key, from_place, to_place, open_after, ${wayNames},
             least(open_before, open_after) AS stayed, open_before - least(open_before, open_after) AS left_over
      FROM item_sum
    ), item_flow AS (
      SELECT period, item_key, view_key, from_place, to_place,
             ${sql.join(Object.entries(flowAmounts).map(([name, value]) => sql`${value} AS ${sql.id(`${name}_part`)}`))}
      FROM item_rest
    )`;
}

/** The same of each period. */
const each = (p: RollRatesParams, rows: (period: Period, no: number) => Sql): Sql =>
  sql.join(periodsOf(p).map(rows), ' UNION ALL ');

/** Where the debits of each period went, by the bucket before and the bucket after: amounts, and items in `…_count`. */
export function rollFlows(p: RollRatesParams): Sql {
  const periods = periodsOf(p);
  const day = (end: (period: Period) => Period['to']): Sql =>
    sql`CASE period ${sql.join(
      periods.map((period, no) => sql`WHEN ${no} THEN ${sql.date(end(period))}`),
      ' ',
    )} END`;
  return sql`
    WITH ${itemFlowTables(p)}, flow AS (
      SELECT period, view_key, from_place, to_place,
             ${sql.join(
               flowNames.map((name) => {
                 const part = sql.id(`${name}_part`);
                 return sql`${sumAs(part, name)}, sum(CASE WHEN ${part} <> 0 THEN 1 ELSE 0 END) AS ${sql.id(`${name}_count`)}`;
               }),
             )}
      FROM item_flow GROUP BY period, view_key, from_place, to_place
      UNION ALL
      ${each(p, (period, no) => unchanged(p, period, no))}
    )
    SELECT ${day(({ from }) => from)} AS period_from, ${day(({ to }) => to)} AS period_to, c.currency AS currency,
           from_place, to_place,
           ${sql.join(
             flowNames.map((name) => {
               const count = sql.id(`${name}_count`);
               return sql`${sumAs(sql.id(name), name)}, CAST(sum(${count}) AS BIGINT) AS ${count}`;
             }),
           )}
    FROM flow f JOIN ${viewCurrencies(agingAt(p, p.to))} c ON c.view_key = f.view_key
    GROUP BY period, c.currency, from_place, to_place`;
}

/** The flows that what was open before came to. */
export const beforeFlows = ['stayed', ...closedStates] as const;

/** Every flow: to what was open before, what is open anew. */
export const flowNames = ['stayed', 'opened', ...closedStates] as const;
