import { type MovementKind, movementKindKey } from '../../domain/ledger/movement';
import { type Sql, sql } from '../../engine/sql';
import {
  bucketDate,
  every,
  itemFilters,
  spanTable,
  underPolicy,
  viewColumns,
} from '../aging/source';
import { bucketPlace } from '../bucketPlace';
import type { AgingParams } from '../params';
import { agingAt, type Period, type RollRatesParams } from './params';

const zero = sql`CAST(0 AS DECIMAL(18,4))`;
const kind = (name: MovementKind): Sql => sql`${movementKindKey(name)}`;

/** Each way of being closed, in the order in which they count where not all of them can. */
export const ways = ['written_off', 'credited', 'collected'] as const;

/** Debits of some spans, as `item_key, view_key, amount, place`: those that the filters of a day keep, by its buckets. */
function debits(at: AgingParams, spans: Sql): Sql {
  return sql`
    SELECT item_key, ${viewColumns(at, sql`open_amount`, sql`open_base`)}, ${bucketPlace(at)} AS place
    FROM ${spanTable(at)} s WHERE side = 1 AND ${spans} AND ${every(itemFilters(at))}`;
}

/** Open before, and changed by the end of the period. */
export const changedBefore = (p: RollRatesParams, period: Period): Sql =>
  debits(
    agingAt(p, period.from),
    sql`valid_from <= ${sql.date(period.from)} AND valid_to > ${sql.date(period.from)} AND valid_to <= ${sql.date(period.to)}`,
  );

/** Open after, and not as it was before the period. */
export const changedAfter = (p: RollRatesParams, period: Period): Sql =>
  debits(
    agingAt(p, period.to),
    sql`valid_from > ${sql.date(period.from)} AND valid_from <= ${sql.date(period.to)} AND valid_to > ${sql.date(period.to)}`,
  );

/**
 * Flows of what is open at both ends by the same amount: most debits are such, and no item has to be added up. Where a
 * filter keeps it on one day alone, it went elsewhere or came from there.
 */
export function unchanged(p: RollRatesParams, period: Period, no: number): Sql {
  const [before, after] = [agingAt(p, period.from), agingAt(p, period.to)];
  const date = bucketDate(after);
  const flow = (name: string, when: Sql): Sql => sql`
    CASE WHEN ${when} THEN amount ELSE ${zero} END AS ${sql.id(name)},
    CASE WHEN ${when} THEN item_count ELSE 0 END AS ${sql.id(`${name}_count`)}`;
  return sql`
    SELECT ${no} AS period, view_key, CASE WHEN is_before THEN ${bucketPlace(before)} END AS from_place,
           CASE WHEN is_after THEN ${bucketPlace(after)} END AS to_place,
           ${flow('stayed', sql`is_before AND is_after`)}, ${flow('opened', sql`is_after AND NOT is_before`)},
           ${sql.join(ways.map((way) => flow(way, sql`FALSE`)))}, ${flow('other', sql`is_before AND NOT is_after`)}
    FROM (
      SELECT view_key, ${date}, is_before, is_after, CAST(sum(amount) AS DECIMAL(18,4)) AS amount,
             sum(CASE WHEN amount <> 0 THEN 1 ELSE 0 END) AS item_count
      FROM (
        SELECT ${viewColumns(after, sql`open_amount`, sql`open_base`)}, ${date},
               ${every(itemFilters(before))} AS is_before, ${every(itemFilters(after))} AS is_after
        FROM ${spanTable(after)} s
        WHERE side = 1 AND valid_from <= ${sql.date(period.from)} AND valid_to > ${sql.date(period.to)}
      ) s GROUP BY view_key, ${date}, is_before, is_after
    ) s WHERE is_before OR is_after`;
}

/** The same flows item by item, as `item_key, view_key, from_place, to_place, <flow>_part`. */
export function unchangedItems(p: RollRatesParams, period: Period): Sql {
  const [before, after] = [agingAt(p, period.from), agingAt(p, period.to)];
  const part = (name: string, when: Sql): Sql =>
    sql`CASE WHEN ${when} THEN amount ELSE ${zero} END AS ${sql.id(`${name}_part`)}`;
  return sql`
    SELECT item_key, view_key, CASE WHEN is_before THEN ${bucketPlace(before)} END AS from_place,
           CASE WHEN is_after THEN ${bucketPlace(after)} END AS to_place,
           ${part('stayed', sql`is_before AND is_after`)}, ${part('opened', sql`is_after AND NOT is_before`)},
           ${sql.join(ways.map((way) => sql`${zero} AS ${sql.id(`${way}_part`)}`))},
           ${part('other', sql`is_before AND NOT is_after`)}
    FROM (
      SELECT item_key, ${viewColumns(after, sql`open_amount`, sql`open_base`)}, ${bucketDate(after)},
             ${every(itemFilters(before))} AS is_before, ${every(itemFilters(after))} AS is_after
      FROM ${spanTable(after)} s
      WHERE side = 1 AND valid_from <= ${sql.date(period.from)} AND valid_to > ${sql.date(period.to)}
    ) s WHERE is_before OR is_after`;
}

/**
 * What a movement `m` closed its debit as: what settled it, of the kind `t` (with the exchange difference of its rate),
 * or a write-off in doing so. What a set declared cleared leaves was settled by nothing. What is undone counts where it
 * was done, with the opposite sign.
 */
const closedAs: Sql = sql`CASE
  WHEN m.origin_key = ${kind('write_off')} THEN 'written_off'
  WHEN m.origin_key NOT IN (${kind('applied')}, ${kind('exchange')}) OR m.is_cleared THEN 'other'
  WHEN t.kind = 'payment' THEN 'collected'
  WHEN t.kind = 'credit_note' THEN 'credited'
  WHEN t.kind = 'write_off' THEN 'written_off' ELSE 'other' END`;

/** In which of the periods, which follow each other, a date lies. */
const periodOf = (date: Sql, periods: readonly Period[]): Sql =>
  sql`CASE ${sql.join(
    periods.map(({ to }, no) => sql`WHEN ${date} <= ${sql.date(to)} THEN ${no}`),
    ' ',
  )} END`;

/** What closed debits that were open before a period, and what opened them again, from a table of those debits. */
export function closings(p: RollRatesParams, periods: readonly Period[], changed: Sql): Sql {
  const amount = p.currency === 'base' ? sql`-base_amount` : sql`-amount`;
  const first = periods[0]?.from ?? p.to;
  return sql`
    SELECT o.period AS period, o.item_key AS item_key, o.view_key AS view_key, ${closedAs} AS closed_as,
           m.closed AS closed
    FROM (
      SELECT item_key, counter_key, origin_key, ${amount} AS closed,
             origin_key = ${kind('exchange')} AND amount <> 0 AS is_cleared, ${periodOf(sql`effective_date`, periods)} AS period
      FROM ${underPolicy(agingAt(p, p.to), 'movement')} v
      WHERE effective_date > ${sql.date(first)} AND effective_date <= ${sql.date(p.to)} AND counter_key IS NOT NULL
    ) m
    JOIN ${changed} o ON o.item_key = m.item_key AND o.period = m.period
    JOIN item k ON k.item_key = m.counter_key
    JOIN trait t ON t.trait_key = k.trait_key`;
}
