import { type MovementKind, movementKindKey } from '../domain/ledger/movement';
import { type Sql, sql } from '../engine/sql';
import type { Base } from './base';
import { deductions } from './links';
import type { LedgerTables } from './tablesUnder';

const zero = sql`CAST(0 AS DECIMAL(18,4))`;

const units = (value: Sql): Sql => sql`CAST(CAST(${value} AS DECIMAL(38,4)) * 10000 AS HUGEINT)`;

/**
 * The base amount of the share `closed ÷ whole`, rounded half away from zero at the base currency's scale, in
 * integers. What is closed in the end takes the booked amount itself, so that the last part takes the cent.
 */
function baseShare(base: Sql, closed: Sql, whole: Sql, scale: number): Sql {
  const numerator = sql`(2 * abs(${units(base)}) * ${units(closed)})`;
  const unit = sql`${10 ** (4 - scale)}`;
  const denominator = sql`(${units(whole)} * ${unit})`;
  const rounded = sql`((${numerator} + ${denominator}) // (2 * ${denominator}) * ${unit})`;
  return sql`CASE WHEN ${closed} = 0 OR ${base} = 0 THEN CAST(0 AS DECIMAL(18,4)) WHEN ${closed} = ${whole} THEN ${base}
    ELSE CAST(sign(${base}) * CAST(${rounded} AS DECIMAL(18,0)) * 0.0001 AS DECIMAL(18,4)) END`;
}

/** A running figure just after the n-th deduction of a link (0: after `amount`), before it for −1. */
function takenUpTo(n: number): Sql {
  const steps = [sql`before_taken`];
  if (n >= 0) steps.push(sql`amount`);
  for (const name of deductions.slice(0, Math.max(n, 0))) steps.push(sql.id(name));
  return sql`CAST(${sql.join(steps, ' + ')} AS DECIMAL(18,4))`;
}

const stepBase = (n: number, scale: number): Sql => sql`
  ${baseShare(sql`debit_base_whole`, takenUpTo(n), sql`debit_whole`, scale)}
  - ${baseShare(sql`debit_base_whole`, takenUpTo(n - 1), sql`debit_whole`, scale)}`;

const takenAll = sql.join(
  [sql`a.amount`, ...deductions.map((name) => sql`a.${sql.id(name)}`), sql`a.debit_cleared_amount`],
  ' + ',
);
const givenAll = sql`a.credit_amount + a.credit_write_off_amount + a.credit_cleared_amount`;

/** What a debit has been taken by just after all deductions of a link, and then after what was cleared of it. */
const takenBeforeCleared = takenUpTo(deductions.length);
const takenWithCleared = sql`CAST(${takenBeforeCleared} + debit_cleared_amount AS DECIMAL(18,4))`;
const givenBeforeCleared = sql`CAST(before_given + credit_amount + credit_write_off_amount AS DECIMAL(18,4))`;
const givenWithCleared = sql`CAST(${givenBeforeCleared} + credit_cleared_amount AS DECIMAL(18,4))`;

/** The base amount that each deduction's column is called by. */
const deductionBase = (name: string): Sql => sql.id(name.replace('_amount', '_base'));

/**
 * Each applied link with what it moves in base currency. Where both items are booked 1 : 1 that is the amount
 * itself; otherwise each side's share of its own booking, cumulatively, in order of effective date.
 */
export const buildAppliedValue = ({ scale }: Base): Sql => sql`
  CREATE OR REPLACE TABLE applied_value AS
  WITH running AS (
    SELECT a.*,
           sum(${takenAll}) OVER (PARTITION BY a.debit_key ORDER BY a.effective_date, a.seq, a.allocation_id
             ROWS UNBOUNDED PRECEDING) - (${takenAll}) AS before_taken,
           sum(${givenAll}) OVER (PARTITION BY a.credit_key ORDER BY a.effective_date, a.seq, a.allocation_id
             ROWS UNBOUNDED PRECEDING) - (${givenAll}) AS before_given
    FROM applied a WHERE NOT (is_local AND has_base)
  )
  SELECT allocation_id, debit_key, credit_key, effective_date, is_undo, amount, credit_amount,
         ${sql.join(deductions.map((name) => sql.id(name)))}, credit_write_off_amount,
         amount AS debit_base, credit_amount AS credit_base,
         ${sql.join(deductions.map((name) => sql`${sql.id(name)} AS ${deductionBase(name)}`))},
         credit_write_off_amount AS credit_write_off_base,
         debit_cleared_amount, credit_cleared_amount,
         debit_cleared_amount AS debit_cleared_base, credit_cleared_amount AS credit_cleared_base
  FROM applied WHERE is_local AND has_base
  UNION ALL
  SELECT allocation_id, debit_key, credit_key, effective_date, is_undo, amount, credit_amount,
         ${sql.join(deductions.map((name) => sql.id(name)))}, credit_write_off_amount,
         ${stepBase(0, scale)},
         ${baseShare(sql`credit_base_whole`, sql`CAST(before_given + credit_amount AS DECIMAL(18,4))`, sql`credit_whole`, scale)}
         - ${baseShare(sql`credit_base_whole`, sql`CAST(before_given AS DECIMAL(18,4))`, sql`credit_whole`, scale)},
         ${sql.join(deductions.map((name, i) => sql`CASE WHEN ${sql.id(name)} = 0 THEN ${zero} ELSE ${stepBase(i + 1, scale)} END`))},
         CASE WHEN credit_write_off_amount = 0 THEN ${zero} ELSE
         ${baseShare(
           sql`credit_base_whole`,
           sql`CAST(before_given + credit_amount + credit_write_off_amount AS DECIMAL(18,4))`,
           sql`credit_whole`,
           scale,
         )}
         - ${baseShare(sql`credit_base_whole`, sql`CAST(before_given + credit_amount AS DECIMAL(18,4))`, sql`credit_whole`, scale)} END,
         debit_cleared_amount, credit_cleared_amount,
         CASE WHEN debit_cleared_amount = 0 THEN ${zero} ELSE
         ${baseShare(sql`debit_base_whole`, takenWithCleared, sql`debit_whole`, scale)}
         - ${baseShare(sql`debit_base_whole`, takenBeforeCleared, sql`debit_whole`, scale)} END,
         CASE WHEN credit_cleared_amount = 0 THEN ${zero} ELSE
         ${baseShare(sql`credit_base_whole`, givenWithCleared, sql`credit_whole`, scale)}
         - ${baseShare(sql`credit_base_whole`, givenBeforeCleared, sql`credit_whole`, scale)} END
  FROM running`;

const keyOf = (kind: MovementKind): Sql => sql`CAST(${movementKindKey(kind)} AS TINYINT)`;

const kindOf = (kind: MovementKind): Sql =>
  sql`CAST(CASE WHEN is_undo THEN ${movementKindKey('reversed')} ELSE ${movementKindKey(kind)} END AS TINYINT)`;

const deductionKinds: Readonly<Record<(typeof deductions)[number], MovementKind>> = {
  discount_amount: 'discount',
  withholding_amount: 'withholding',
  charge_amount: 'charge',
  write_off_amount: 'write_off',
};

/** What a link that applies just as given moves in base currency. */
const inBase = (amount: Sql): Sql => sql`CASE WHEN has_base THEN ${amount} ELSE ${zero} END`;

const deductionRows = deductions.flatMap((name) => [
  sql`
  SELECT debit_key, effective_date, ${kindOf(deductionKinds[name])}, -${sql.id(name)}, -${deductionBase(name)}, credit_key, ${keyOf(deductionKinds[name])}
  FROM applied_value WHERE ${sql.id(name)} <> 0`,
  sql`
  SELECT debit_key, effective_date, ${keyOf(deductionKinds[name])}, -${sql.id(name)}, ${inBase(sql`-${sql.id(name)}`)}, credit_key, ${keyOf(deductionKinds[name])}
  FROM given_link WHERE ${sql.id(name)} <> 0`,
]);

/**
 * Every signed change of every open item: postings, the given links that apply just as given, and the others
 * with their shares. An item's base falls by what the other side gives up at its own
 * booking rate, and `exchange` on the debit brings that to the debit's own rate: plus is a gain; what a set declared
 * cleared leaves is `exchange` as well. `origin_key` is the
 * kind, and of what was reversed the kind that it undoes.
 */
export const buildMovements = ({ movement }: LedgerTables): Sql => sql`
  CREATE OR REPLACE TABLE ${movement} AS
  SELECT item_key, posting_date AS effective_date, CAST(${movementKindKey('posted')} AS TINYINT) AS kind_key,
         amount, base_amount, CAST(NULL AS INTEGER) AS counter_key, ${keyOf('posted')} AS origin_key
  FROM item
  UNION ALL
  SELECT debit_key, effective_date, ${keyOf('applied')}, -amount, ${inBase(sql`-amount`)}, credit_key, ${keyOf('applied')} FROM given_link
  UNION ALL
  SELECT credit_key, effective_date, ${keyOf('applied')}, credit_amount, ${inBase(sql`credit_amount`)}, debit_key, ${keyOf('applied')} FROM given_link
  UNION ALL
  SELECT credit_key, effective_date, ${keyOf('write_off')}, credit_write_off_amount, ${inBase(sql`credit_write_off_amount`)}, debit_key, ${keyOf('write_off')}
  FROM given_link WHERE credit_write_off_amount <> 0
  UNION ALL
  SELECT debit_key, effective_date, ${kindOf('applied')}, -amount, -credit_base, credit_key, ${keyOf('applied')} FROM applied_value
  UNION ALL
  SELECT credit_key, effective_date, ${kindOf('applied')}, credit_amount, credit_base, debit_key, ${keyOf('applied')} FROM applied_value
  UNION ALL
  SELECT debit_key, effective_date, CAST(${movementKindKey('exchange')} AS TINYINT), 0, credit_base - debit_base, credit_key, ${keyOf('exchange')}
  FROM applied_value WHERE credit_base <> debit_base
  UNION ALL
  SELECT credit_key, effective_date, ${kindOf('write_off')}, credit_write_off_amount, credit_write_off_base, debit_key, ${keyOf('write_off')}
  FROM applied_value WHERE credit_write_off_amount <> 0
  UNION ALL
  SELECT debit_key, effective_date, ${kindOf('applied')}, -amount, ${inBase(sql`-amount`)}, credit_key, ${keyOf('applied')}
  FROM derived WHERE is_local
  UNION ALL
  SELECT credit_key, effective_date, ${kindOf('applied')}, amount, ${inBase(sql`amount`)}, debit_key, ${keyOf('applied')}
  FROM derived WHERE is_local
  UNION ALL
  SELECT debit_key, effective_date, ${kindOf('exchange')}, -debit_cleared_amount, -debit_cleared_base, credit_key, ${keyOf('exchange')}
  FROM applied_value WHERE debit_cleared_amount <> 0
  UNION ALL
  SELECT credit_key, effective_date, ${kindOf('exchange')}, credit_cleared_amount, credit_cleared_base, debit_key, ${keyOf('exchange')}
  FROM applied_value WHERE credit_cleared_amount <> 0
  UNION ALL ${sql.join(deductionRows, ' UNION ALL ')}`;
