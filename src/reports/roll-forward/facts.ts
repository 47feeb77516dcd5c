import { bucketsOf } from '../../domain/aging/buckets';
import {
  columnOfPosting,
  linkedColumns,
  postedColumns,
  type RollColumn,
  rollColumns,
} from '../../domain/aging/rollForward';
import { movementKindKey } from '../../domain/ledger/movement';
import { type Sql, sql } from '../../engine/sql';
import { every, itemFilters, underPolicy, viewColumns } from '../aging/source';
import { bucketPlace } from '../bucketPlace';
import { dimensionForeignKey } from '../dimensions';
import type { AgingParams } from '../params';
import { carriedItems, itemsAt, openItemsAt } from './itemsAt';
import { agingAt, openingDay, type RollForwardParams } from './params';

/** The small key of a column, by which facts carry it. */
const partKey = (column: RollColumn): number => rollColumns.indexOf(column);
const part = (column: RollColumn): Sql => sql`${partKey(column)}`;

/** The place of a bucket, and behind all of them that of credits which stand apart. */
function bucketGroup(at: AgingParams): Sql {
  const place = bucketPlace(at);
  if (at.credits !== 'unapplied') return place;
  return sql`CASE WHEN side = -1 THEN ${bucketsOf(at.edges).length} ELSE ${place} END`;
}

/** What an item is grouped by on a day: its bucket's place, or the small key of a dimension. */
function groupKey(by: RollForwardParams['by'], at: AgingParams): Sql {
  if (by === 'none') return sql`0`;
  return by === 'bucket' ? bucketGroup(at) : dimensionForeignKey(by, at);
}

/** Sums of one part over items of a day that the filters of that day keep. */
function sums(
  p: RollForwardParams,
  at: AgingParams,
  items: Sql,
  column: RollColumn,
  sign: 1 | -1 = 1,
): Sql {
  const signed = sign === 1 ? sql`sum(amount)` : sql`-sum(amount)`;
  return sql`
    SELECT view_key, group_key, ${part(column)} AS part, CAST(${signed} AS DECIMAL(18,4)) AS amount
    FROM (SELECT ${viewColumns(at, sql`open_amount`, sql`open_base`)}, ${groupKey(p.by, at)} AS group_key
          FROM ${items} s WHERE ${every(itemFilters(at))}) r
    GROUP BY view_key, group_key`;
}

/** Which column the posting of each combination of dimensions counts in, and where a reversal of it does. */
const postings: Sql = sql`(
  SELECT trait_key, kind = 'write_off' AS is_write_off,
         CASE kind ${sql.join(
           Object.entries(postedColumns)
             .filter(([kind]) => kind !== 'write_off')
             .map(([kind, column]) => sql`WHEN ${kind} THEN ${part(column)}`),
           ' ',
         )} ELSE ${part(columnOfPosting('', true, false))} END AS part
  FROM trait)`;

/** Write-offs and recoveries that take another one back, by their document. */
const reversedWriteOffs: Sql = sql`(
  SELECT i.document_key AS document_key FROM reversal r
  JOIN item i ON i.item_key = r.reversal_key
  JOIN trait t ON t.trait_key = i.trait_key
  WHERE t.kind = 'write_off')`;

const postedWriteOff = (isDebit: boolean, isReversal: boolean): Sql =>
  part(columnOfPosting('write_off', isDebit, isReversal));

/** The column of a movement `m` of an item `i`, whose kind is `t` and which reverses a write-off where `w` is there. */
const partOfMovement: Sql = sql`CASE
  ${sql.join(
    Object.entries(linkedColumns).map(
      ([kind, column]) =>
        sql`WHEN m.origin_key = ${movementKindKey(kind as keyof typeof linkedColumns)} THEN ${part(column)}`,
    ),
    ' ',
  )}
  WHEN NOT t.is_write_off THEN t.part
  WHEN i.side = 1 THEN CASE WHEN w.document_key IS NULL THEN ${postedWriteOff(true, false)} ELSE ${postedWriteOff(true, true)} END
  WHEN w.document_key IS NULL THEN ${postedWriteOff(false, false)} ELSE ${postedWriteOff(false, true)} END`;

/** The period of a roll-forward, as a condition on movements `m`. */
export const inPeriod = (p: RollForwardParams): Sql =>
  sql`m.effective_date >= ${sql.date(p.from)} AND m.effective_date <= ${sql.date(p.to)}`;

/** The movements of the period, each in the group that its item has at the end. */
function movementSums(p: RollForwardParams, end: AgingParams): Sql {
  return sql`
    SELECT view_key, group_key, part, CAST(sum(amount) AS DECIMAL(18,4)) AS amount
    FROM (
      SELECT ${viewColumns(end, sql`m.amount`, sql`m.base_amount`)}, i.group_key AS group_key, ${partOfMovement} AS part
      FROM ${underPolicy(end, 'movement')} m
      JOIN (SELECT item_key, document_key, trait_key, currency_key, side, ${groupKey(p.by, end)} AS group_key
            FROM ${itemsAt(end)} s WHERE ${every(itemFilters(end))}) i ON i.item_key = m.item_key
      JOIN ${postings} t ON t.trait_key = i.trait_key
      LEFT JOIN ${reversedWriteOffs} w ON w.document_key = i.document_key
      WHERE ${inPeriod(p)}
    ) r GROUP BY view_key, group_key, part`;
}

const zero = sql`CAST(0 AS DECIMAL(18,4))`;

/** Amounts of groups by column; what is not given is zero. */
function wide(amounts: Partial<Record<RollColumn, Sql>>): Sql {
  return sql.join(
    rollColumns.map(
      (column) => sql`CAST(${amounts[column] ?? zero} AS DECIMAL(18,4)) AS ${sql.id(column)}`,
    ),
  );
}

/**
 * What was open before the period: its opening, and that it leaves its group of that day. Rows of `view_key, group_key`
 * and every column; groups are those of the day before the period.
 */
export function startSums(p: RollForwardParams): Sql {
  const start = agingAt(p, openingDay(p));
  return sql`
    SELECT view_key, group_key, ${wide({ opening: sql`amount`, transfers: sql`-amount` })}
    FROM (${sums(p, start, openItemsAt(start), 'opening')}) f`;
}

/**
 * What was open before the period in its groups of the last day, what moved, and what is open then. Netting is of one
 * day alone: it is left with the opening and taken up with the closing, as a transfer.
 */
export function endSums(p: RollForwardParams): Sql {
  const end = agingAt(p, p.to);
  const isNetted = p.credits === 'netted';
  const facts = [
    sums(p, end, carriedItems(agingAt(p, openingDay(p)), end), 'transfers'),
    movementSums(p, end),
    sums(p, end, openItemsAt(end), 'closing'),
    ...(isNetted ? [sums(p, end, openItemsAt({ ...end, credits: 'own' }), 'transfers', -1)] : []),
  ];
  const addUp = (...columns: readonly RollColumn[]): Sql =>
    sql`sum(CASE WHEN part IN (${sql.list(columns.map(partKey))}) THEN amount ELSE ${zero} END)`;
  const amounts = Object.fromEntries(rollColumns.map((column) => [column, addUp(column)]));
  const transfers = isNetted ? addUp('transfers', 'closing') : addUp('transfers');
  return sql`
    SELECT view_key, group_key, ${wide({ ...amounts, transfers })}
    FROM (${sql.join(facts, ' UNION ALL ')}) f GROUP BY view_key, group_key`;
}
