import { bucketsOf } from '../../domain/aging/buckets';
import { rollColumns } from '../../domain/aging/rollForward';
import type { IsoDate } from '../../domain/time/calendar';
import { type Sql, sql } from '../../engine/sql';
import { viewCurrencies } from '../aging/source';
import { dimensionNames } from '../dimensions';
import { endSums, startSums } from './facts';
import { agingAt, openingDay, type RollForwardParams } from './params';

const columns = sql.join(rollColumns.map((column) => sql.id(column)));

/** Sums of groups with the names that the groups had on a day: names are joined late. */
function named(p: RollForwardParams, sums: Sql, day: IsoDate): Sql {
  if (p.by === 'none' || p.by === 'bucket')
    return sql`SELECT view_key, group_key, ${columns} FROM (${sums}) f`;
  return sql`
    SELECT f.view_key AS view_key, n.key AS key, n.label AS label, ${columns}
    FROM (${sums}) f JOIN ${dimensionNames(p.by, agingAt(p, day))} n ON n.dimension_key = f.group_key`;
}

/** Ids of buckets by their place; the last one is that of credits which stand apart. */
function bucketId(p: RollForwardParams): Sql {
  const ids = [...bucketsOf(p.edges).map((bucket) => bucket.id), 'unapplied'];
  return sql`CASE r.group_key ${sql.join(
    ids.map((id, place) => sql`WHEN ${place} THEN ${id}`),
    ' ',
  )} END`;
}

/** How rows are told apart: what stands before the currency, and what they are grouped by. */
function grouping(p: RollForwardParams): { readonly shown: Sql; readonly by: Sql } {
  if (p.by === 'none') return { shown: sql.empty, by: sql.empty };
  if (p.by === 'bucket')
    return {
      shown: sql`${bucketId(p)} AS key, r.group_key AS place,`,
      by: sql`r.group_key,`,
    };
  return { shown: sql`r.key AS key, r.label AS label,`, by: sql`r.key, r.label,` };
}

/** The rows of a roll-forward: one a key and currency in which there is anything at all. */
export function rollForwardRows(p: RollForwardParams): Sql {
  const { shown, by } = grouping(p);
  const amounts = rollColumns.map(
    (column) => sql`CAST(sum(r.${sql.id(column)}) AS DECIMAL(18,4)) AS ${sql.id(column)}`,
  );
  const isAny = sql.join(
    rollColumns.map((column) => sql`sum(r.${sql.id(column)}) <> 0`),
    ' OR ',
  );
  return sql`
    SELECT ${shown} c.currency AS currency, ${sql.join(amounts)}
    FROM (
      ${named(p, startSums(p), openingDay(p))}
      UNION ALL
      ${named(p, endSums(p), p.to)}
    ) r
    JOIN ${viewCurrencies(agingAt(p, p.to))} c ON c.view_key = r.view_key
    GROUP BY ${by} c.currency
    HAVING ${isAny}`;
}
