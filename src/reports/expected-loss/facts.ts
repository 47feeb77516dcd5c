import { bucketsOf } from '../../domain/aging/buckets';
import { type MovementKind, movementKindKey } from '../../domain/ledger/movement';
import { addDays, type IsoDate } from '../../domain/time/calendar';
import { type Sql, sql } from '../../engine/sql';
import {
  every,
  itemFilters,
  openAt,
  spanTable,
  underPolicy,
  viewColumns,
  viewCurrencies,
} from '../aging/source';
import { bucketPlace } from '../bucketPlace';
import { dimensionForeignKey, dimensionNames } from '../dimensions';
import { itemsAt } from '../roll-forward/itemsAt';
import { agingOf, type LossParams, windowOf } from './params';

const zero = sql`CAST(0 AS DECIMAL(18,4))`;
const kind = (name: MovementKind): Sql => sql`${movementKindKey(name)}`;
const money = (value: Sql): Sql => sql`CAST(${value} AS DECIMAL(18,4))`;

/** What is lent to debtors; a refund, and a recovery of what was written off, are no sale that could be lost. */
const sales = sql`('invoice', 'debit_note', 'fee', 'interest', 'opening_balance', 'adjustment')`;

const groupKey = (p: LossParams): Sql =>
  p.by === 'none' ? sql`0` : dimensionForeignKey(p.by, agingOf(p));

/** Debits of the window by the due date of the day: `item_key, customer_key, currency_key, due_date, group_key`. */
function cohort(p: LossParams): Sql {
  const at = agingOf(p);
  const { from, to } = windowOf(p);
  return sql`
    SELECT item_key, customer_key, currency_key, due_date, ${groupKey(p)} AS group_key
    FROM ${itemsAt(at)} s
    WHERE side = 1 AND due_date >= ${sql.date(from)} AND due_date <= ${sql.date(to)}
      AND trait_key IN (SELECT trait_key FROM trait WHERE kind IN ${sales})
      AND item_key NOT IN (SELECT reversal_key FROM reversal) AND ${every(itemFilters(at))}`;
}

/**
 * Whether a span has a day on which its item was in a bucket by the due date that counted then: days are known from the
 * bucket's edges, and none is after the date.
 */
function wasIn(p: LossParams, from: number | undefined, to: number | undefined): Sql {
  const conditions: Sql[] = [];
  if (from !== undefined) {
    conditions.push(sql`s.valid_to > s.due_date + ${from}`);
    conditions.push(sql`s.due_date + ${from} <= ${sql.date(p.asOf)}`);
  }
  if (to !== undefined) conditions.push(sql`s.valid_from <= s.due_date + ${to}`);
  return every(conditions);
}

/** The name of the column of a bucket. */
const ever = (place: number): Sql => sql.id(`ever_${place}`);

/** The most that each debit of the window was open by in each bucket, and what is still open beyond the limit. */
function everOpen(p: LossParams): Sql {
  const at = { ...agingOf(p), credits: 'own' as const };
  const most = bucketsOf(p.edges).map(
    ({ from, to }, place) =>
      sql`${money(sql`max(CASE WHEN ${wasIn(p, from, to)} THEN s.amount ELSE ${zero} END)`)} AS ${ever(place)}`,
  );
  return sql`
    SELECT s.item_key AS item_key, ${sql.join(most)},
           ${money(sql`sum(CASE WHEN s.valid_to > ${sql.date(p.asOf)} THEN s.amount ELSE ${zero} END)`)} AS still_open
    FROM (SELECT item_key, due_date, valid_from, valid_to, ${viewColumns(at, sql`open_amount`, sql`open_base`)}
          FROM ${spanTable(at)} v WHERE valid_from <= ${sql.date(p.asOf)}) s
    WHERE s.item_key IN (SELECT item_key FROM cohort)
    GROUP BY s.item_key`;
}

/**
 * What of each of some debits was written off up to a day: in the allocation that settled it, or by a document of its
 * own that was applied to it. What was taken back has the opposite sign.
 * @param period a condition on `m.effective_date`
 */
function writtenOff(p: LossParams, items: Sql, period: Sql): Sql {
  const at = agingOf(p);
  const amount = p.currency === 'base' ? sql`m.base_amount` : sql`m.amount`;
  const isCleared = sql`(m.origin_key = ${kind('exchange')} AND m.amount <> 0)`;
  return sql`
    SELECT m.item_key AS item_key, ${money(sql`-sum(${amount})`)} AS written
    FROM ${underPolicy(at, 'movement')} m
    JOIN item k ON k.item_key = m.counter_key
    JOIN trait t ON t.trait_key = k.trait_key
    WHERE ${period} AND m.item_key IN (SELECT item_key FROM ${items})
      AND (m.origin_key = ${kind('write_off')}
           OR (m.origin_key IN (${kind('applied')}, ${kind('exchange')}) AND NOT ${isCleared} AND t.kind = 'write_off'))
    GROUP BY m.item_key`;
}

/**
 * What came in again of what was written off, by customer and currency: write-offs that add to what is owed. What nobody
 * known paid makes nobody's loss good.
 */
function recovered(p: LossParams): Sql {
  const at = agingOf(p);
  const { from } = windowOf(p);
  return sql`
    SELECT customer_key, view_key, ${money(sql`sum(amount)`)} AS recovered FROM (
      SELECT i.customer_key AS customer_key, ${viewColumns(at, sql`m.amount`, sql`m.base_amount`)}
      FROM movement m JOIN item i ON i.item_key = m.item_key
      WHERE m.kind_key = ${kind('posted')} AND i.side = 1 AND i.customer_key <> 0
        AND m.effective_date >= ${sql.date(from)} AND m.effective_date <= ${sql.date(p.asOf)}
        AND i.trait_key IN (SELECT trait_key FROM trait WHERE kind = 'write_off')
        AND i.item_key NOT IN (SELECT reversal_key FROM reversal)
    ) r GROUP BY customer_key, view_key`;
}

/**
 * One row a group and currency: for each bucket what was ever open in it and how much of that was lost, as
 * `ever_n, lost_n`. Recoveries make good a customer's oldest losses of the window first.
 */
export function lossHistory(p: LossParams): Sql {
  const at = agingOf(p);
  const places = bucketsOf(p.edges).map((_, place) => place);
  const running = sql`sum(w.written) OVER (PARTITION BY c.customer_key, c.view_key ORDER BY c.due_date, i.document_id, i.instalment_no
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
  const sums = places.map(
    (place) => sql`${money(sql`sum(${ever(place)})`)} AS ${ever(place)},
      ${money(sql`sum(least(${ever(place)}, lost))`)} AS ${sql.id(`lost_${place}`)}`,
  );
  const named = p.by === 'none' ? sql`'' AS key` : sql`n.key AS key`;
  const added = places.flatMap((place) =>
    ['ever', 'lost'].map((name) => {
      const column = sql.id(`${name}_${place}`);
      return sql`${money(sql`sum(f.${column})`)} AS ${column}`;
    }),
  );
  return sql`
    WITH cohort AS (
      SELECT item_key, customer_key, due_date, group_key, ${p.currency === 'base' ? sql`0` : sql`currency_key`} AS view_key
      FROM (${cohort(p)}) c
    ), made_good AS (
      SELECT c.item_key AS item_key,
             greatest(${zero}, least(w.written, ${money(sql`${running} - coalesce(r.recovered, ${zero})`)})) AS net_written
      FROM cohort c JOIN item i ON i.item_key = c.item_key JOIN (${writtenOff(p, sql`cohort`, sql`m.effective_date <= ${sql.date(p.asOf)}`)}) w ON w.item_key = c.item_key
      LEFT JOIN (${recovered(p)}) r ON r.customer_key = c.customer_key AND r.view_key = c.view_key
    ), item_loss AS (
      SELECT c.view_key AS view_key, c.group_key AS group_key, ${sql.join(places.map((place) => sql`e.${ever(place)} AS ${ever(place)}`))},
             greatest(${zero}, ${money(sql`coalesce(g.net_written, ${zero}) + e.still_open`)}) AS lost
      FROM cohort c JOIN (${everOpen(p)}) e ON e.item_key = c.item_key
      LEFT JOIN made_good g ON g.item_key = c.item_key
    ), fact AS (
      SELECT view_key, group_key, ${sql.join(sums)} FROM item_loss GROUP BY view_key, group_key
    )
    SELECT ${named}, v.currency AS currency, ${sql.join(added)}
    FROM fact f JOIN ${viewCurrencies(at)} v ON v.view_key = f.view_key
    ${p.by === 'none' ? sql.empty : sql`JOIN ${dimensionNames(p.by, at)} n ON n.dimension_key = f.group_key`}
    GROUP BY ${p.by === 'none' ? sql.empty : sql`n.key,`} v.currency`;
}

/**
 * What became of the exposure of a date by a later one, a row a group, currency and bucket of then:
 * `key, currency, place, lost`. Lost is what was written off since, and what is open beyond the limit at the later date,
 * and no more than was open.
 */
export function lossOutcome(p: LossParams, until: IsoDate): Sql {
  const at = agingOf(p);
  const later = { ...at, credits: 'own' as const };
  const since = sql`m.effective_date > ${sql.date(p.asOf)} AND m.effective_date <= ${sql.date(until)}`;
  return sql`
    WITH exposed AS (
      SELECT item_key, ${viewColumns(at, sql`open_amount`, sql`open_base`)}, ${groupKey(p)} AS group_key, ${bucketPlace(at)} AS place
      FROM ${spanTable(at)} s WHERE ${openAt(at)} AND side = 1 AND ${every(itemFilters(at))}
    ), late AS (
      SELECT item_key, ${viewColumns(later, sql`open_amount`, sql`open_base`)} FROM ${spanTable(later)} v
      WHERE valid_from <= ${sql.date(until)} AND valid_to > ${sql.date(until)} AND due_date < ${sql.date(addDays(until, -p.limit))}
    )
    SELECT ${p.by === 'none' ? sql`'' AS key` : sql`n.key AS key`}, v.currency AS currency, e.place AS place,
           ${money(sql`sum(least(e.amount, greatest(${zero}, ${money(sql`coalesce(w.written, ${zero}) + coalesce(l.amount, ${zero})`)})))`)} AS lost
    FROM exposed e
    LEFT JOIN (${writtenOff(p, sql`exposed`, since)}) w ON w.item_key = e.item_key
    LEFT JOIN late l ON l.item_key = e.item_key
    JOIN ${viewCurrencies(at)} v ON v.view_key = e.view_key
    ${p.by === 'none' ? sql.empty : sql`JOIN ${dimensionNames(p.by, at)} n ON n.dimension_key = e.group_key`}
    GROUP BY ${p.by === 'none' ? sql.empty : sql`n.key,`} v.currency, e.place`;
}

/** What is open at the date net of credits, a row a group, currency and bucket: `key, label, currency, place, amount`. */
export function lossExposures(p: LossParams): Sql {
  const at = agingOf(p);
  const isNamed = p.by !== 'none';
  return sql`
    SELECT ${isNamed ? sql`n.key AS key, n.label AS label` : sql`'' AS key, '' AS label`}, v.currency AS currency,
           s.place AS place, ${money(sql`sum(s.amount)`)} AS amount
    FROM (
      SELECT view_key, group_key, place, ${money(sql`sum(amount)`)} AS amount FROM (
        SELECT ${viewColumns(at, sql`open_amount`, sql`open_base`)}, ${groupKey(p)} AS group_key, ${bucketPlace(at)} AS place
        FROM ${spanTable(at)} s WHERE ${openAt(at)} AND side = 1 AND ${every(itemFilters(at))}
      ) r GROUP BY view_key, group_key, place
    ) s
    JOIN ${viewCurrencies(at)} v ON v.view_key = s.view_key
    ${p.by === 'none' ? sql.empty : sql`JOIN ${dimensionNames(p.by, at)} n ON n.dimension_key = s.group_key`}
    GROUP BY ${isNamed ? sql`n.key, n.label,` : sql.empty} v.currency, s.place`;
}
