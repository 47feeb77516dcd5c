import { changeColumns } from '../../domain/aging/rollForward';
import { movementKindKey } from '../../domain/ledger/movement';
import { dimensions } from '../../domain/report/dimension';
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
import type { TieOutDef } from '../define';
import { inPeriod } from './facts';
import { agingAt, type RollForwardParams } from './params';
import { rollForwardRows } from './query';

/** Opening and all that moved, added up over the rows, against what is open at the end. */
const closingTieOut: TieOutDef<RollForwardParams> = {
  name: 'roll-forward-closing',
  query: (p) => {
    const end = agingAt(p, p.to);
    const added = sql.join(
      ['opening', ...changeColumns].map((column) => sql.id(column)),
      ' + ',
    );
    return sql`
      WITH added AS (
        SELECT currency, sum(${added}) AS amount FROM (${rollForwardRows(p)}) r GROUP BY currency
      ), closing AS (
        SELECT view_key, sum(amount) AS amount
        FROM (SELECT ${viewColumns(end, sql`open_amount`, sql`open_base`)}
              FROM ${spanTable(end)} s WHERE ${openAt(end)} AND ${every(itemFilters(end))}) s
        GROUP BY view_key
      )
      SELECT c.currency AS currency,
             CAST(coalesce(added.amount, 0) AS DECIMAL(18,4)) AS left_amount,
             CAST(coalesce(closing.amount, 0) AS DECIMAL(18,4)) AS right_amount
      FROM ${viewCurrencies(end)} c
      LEFT JOIN added ON added.currency = c.currency
      LEFT JOIN closing ON closing.view_key = c.view_key
      WHERE added.currency IS NOT NULL OR closing.view_key IS NOT NULL
      ORDER BY currency`;
  },
};

/** The same roll-forward of the whole ledger: what a filter keeps may well be transferred out of it. */
function unfiltered(p: RollForwardParams): RollForwardParams {
  const without = Object.fromEntries(dimensions.map((dimension) => [dimension, undefined]));
  return { ...p, ...without, disputed: 'include' };
}

/** What links between two currencies moved in document currency, which is not zero for either of them. */
function acrossCurrencies(p: RollForwardParams): Sql {
  return sql`
    SELECT i.currency_key AS view_key, sum(m.amount) AS amount
    FROM ${underPolicy(agingAt(p, p.to), 'movement')} m
    JOIN item i ON i.item_key = m.item_key
    JOIN item k ON k.item_key = m.counter_key
    WHERE ${inPeriod(p)} AND m.origin_key = ${movementKindKey('applied')} AND i.currency_key <> k.currency_key
    GROUP BY i.currency_key`;
}

/**
 * What is transferred from one group to another is zero over the whole ledger, filters apart. In document currency,
 * links between two currencies are left out of it: they give one currency what they take from another.
 */
const transfersTieOut: TieOutDef<RollForwardParams> = {
  name: 'roll-forward-transfers',
  query: (p) => {
    const end = agingAt(p, p.to);
    const across =
      p.currency === 'base'
        ? sql`SELECT view_key, CAST(0 AS DECIMAL(18,4)) AS amount FROM ${viewCurrencies(end)} v`
        : acrossCurrencies(p);
    return sql`
      WITH moved AS (
        SELECT currency, sum(transfers) AS amount FROM (${rollForwardRows(unfiltered(p))}) r GROUP BY currency
      ), across AS (${across})
      SELECT c.currency AS currency,
             CAST(moved.amount - coalesce(across.amount, 0) AS DECIMAL(18,4)) AS left_amount,
             CAST(0 AS DECIMAL(18,4)) AS right_amount
      FROM moved JOIN ${viewCurrencies(end)} c ON c.currency = moved.currency
      LEFT JOIN across ON across.view_key = c.view_key
      ORDER BY currency`;
  },
};

export const rollForwardTieOuts: readonly TieOutDef<RollForwardParams>[] = [
  closingTieOut,
  transfersTieOut,
];
