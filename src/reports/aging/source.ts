import { type Bucket, bucketsOf } from '../../domain/aging/buckets';
import { tableUnder, type VariantTable } from '../../domain/allocation/variant';
import { dimensions } from '../../domain/report/dimension';
import { addDays, type IsoDate } from '../../domain/time/calendar';
import { type Sql, sql } from '../../engine/sql';
import { dimensionFilter } from '../dimensions';
import type { AgingParams } from '../params';
import { nettedSpans } from './netted';

/** The conditions on items that the parameters set: one a filter, and disputed items left out. */
export function itemFilters(params: AgingParams): readonly Sql[] {
  const conditions = dimensions.flatMap((dimension) => {
    const key = params[dimension];
    return key === undefined ? [] : [dimensionFilter(dimension, key, params)];
  });
  if (params.disputed === 'exclude')
    conditions.push(sql`trait_key NOT IN (SELECT trait_key FROM trait WHERE disputed)`);
  return conditions;
}

/** A table of the ledger under the way in which the parameters apply credits. */
export function underPolicy(params: AgingParams, table: VariantTable): Sql {
  return sql.id(tableUnder(params, table));
}

/**
 * The spans that a report reads: what was open from one day up to another, by the due date that counted then, or,
 * where `dueDate` asks for it, by the one that the item was imported with; credits against debits where they are netted.
 */
export function spanTable(params: AgingParams): Sql {
  return params.credits === 'netted' ? nettedSpans(params, datedSpans(params)) : datedSpans(params);
}

function datedSpans(params: AgingParams): Sql {
  const span = underPolicy(params, 'span');
  if (params.dueDate === 'current') return span;
  return sql`(SELECT s.item_key AS item_key, s.customer_key AS customer_key, s.trait_key AS trait_key,
      s.currency_key AS currency_key, s.side AS side, coalesce(o.due_date, s.due_date) AS due_date,
      s.document_date AS document_date, s.valid_from AS valid_from, s.valid_to AS valid_to,
      s.open_amount AS open_amount, s.open_base AS open_base
    FROM ${span} s LEFT JOIN item_original o ON o.item_key = s.item_key)`;
}

/** The spans in which a date lies: one row an open item. */
export function openAt(params: AgingParams): Sql {
  return sql`valid_from <= ${sql.date(params.asOf)} AND valid_to > ${sql.date(params.asOf)}`;
}

/** All of some conditions; true where there are none. */
export function every(conditions: readonly Sql[]): Sql {
  return sql.join(
    conditions.map((condition) => sql`(${condition})`),
    ' AND ',
    'TRUE',
  );
}

/** The date that the basis counts days from. */
export function bucketDate(params: AgingParams): Sql {
  return params.basis === 'due' ? sql`due_date` : sql`document_date`;
}

/** Whether a date falls in a bucket at `asOf`, as a comparison with dates known beforehand. */
export function inBucket(params: AgingParams, bucket: Bucket): Sql {
  return isInBucket(bucketDate(params), params.asOf, bucket);
}

/** Whether a date, as an expression, falls in a bucket at another one. */
export function isInBucket(date: Sql, asOf: IsoDate, bucket: Bucket): Sql {
  const conditions: Sql[] = [];
  if (bucket.to !== undefined)
    conditions.push(sql`${date} >= ${sql.date(addDays(asOf, -bucket.to))}`);
  if (bucket.from !== undefined)
    conditions.push(sql`${date} <= ${sql.date(addDays(asOf, -bucket.from))}`);
  return every(conditions);
}

const zero = sql`CAST(0 AS DECIMAL(18,4))`;

/**
 * `b0 … bn, n0 … nn, unapplied, total, item_count` over rows of `side, amount, opens` and the basis's date.
 * Counts stay complete whatever becomes of credits: Σ n (+ the unapplied items) = item_count.
 */
export function bucketSums(params: AgingParams): Sql {
  const apart = params.credits === 'unapplied';
  const counted = (bucket: Bucket): Sql =>
    apart ? sql`side = 1 AND ${inBucket(params, bucket)}` : inBucket(params, bucket);
  const buckets = bucketsOf(params.edges);
  return sql.join([
    ...buckets.map(
      (bucket) =>
        sql`CAST(sum(CASE WHEN ${counted(bucket)} THEN amount ELSE ${zero} END) AS DECIMAL(18,4)) AS ${sql.id(bucket.id)}`,
    ),
    ...buckets.map(
      (bucket) =>
        sql`CAST(sum(CASE WHEN ${counted(bucket)} THEN opens ELSE 0 END) AS BIGINT) AS ${sql.id(bucket.id.replace('b', 'n'))}`,
    ),
    ...(apart
      ? [
          sql`CAST(sum(CASE WHEN side = -1 THEN amount ELSE ${zero} END) AS DECIMAL(18,4)) AS unapplied`,
        ]
      : []),
    sql`CAST(sum(amount) AS DECIMAL(18,4)) AS total`,
    sql`CAST(sum(opens) AS BIGINT) AS item_count`,
  ]);
}

/** Sums of the same columns over rows that have them already. */
export function bucketTotals(params: AgingParams): Sql {
  const buckets = bucketsOf(params.edges);
  const add = (name: string, type: Sql): Sql =>
    sql`CAST(sum(${sql.id(name)}) AS ${type}) AS ${sql.id(name)}`;
  const money = sql`DECIMAL(18,4)`;
  return sql.join([
    ...buckets.map((bucket) => add(bucket.id, money)),
    ...buckets.map((bucket) => add(bucket.id.replace('b', 'n'), sql`BIGINT`)),
    ...(params.credits === 'unapplied' ? [add('unapplied', money)] : []),
    add('total', money),
    add('item_count', sql`BIGINT`),
  ]);
}

/** The names that {@link bucketSums} gives, for a SELECT around it. */
export function bucketNames(params: AgingParams): Sql {
  const buckets = bucketsOf(params.edges).map((bucket) => bucket.id);
  const names = [
    ...buckets,
    ...buckets.map((id) => id.replace('b', 'n')),
    ...(params.credits === 'unapplied' ? ['unapplied'] : []),
    'total',
    'item_count',
  ];
  return sql.join(names.map((name) => sql.id(name)));
}

/** The amount and the currency key that the currency view asks for; in base, all items share key 0. */
export function viewColumns(params: AgingParams, amount: Sql, base: Sql): Sql {
  return params.currency === 'base'
    ? sql`0 AS view_key, ${base} AS amount`
    : sql`currency_key AS view_key, ${amount} AS amount`;
}

/** Currency codes by view key. */
export function viewCurrencies(params: AgingParams): Sql {
  return params.currency === 'base'
    ? sql`(SELECT 0 AS view_key, base_currency AS currency FROM ledger_base)`
    : sql`(SELECT currency_key AS view_key, currency FROM ledger_currency)`;
}
