import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { traitHashOf } from '../items';
import { endless, spanColumns } from '../spans';
import { givenTables, type LedgerTables } from '../tablesUnder';
import { always } from './tables';

/**
 * Due dates and disputes that people changed, applied to items: from a date on (an extension), or for all time
 * (a correction). An item keeps what it was imported with in `item_original`; `item_version` says what it was from
 * which day on, and its spans end where its version does. So an aging at D shows what counted at D.
 *
 * Rules: a due date of an instalment's document is the instalments' own; a receipt is due on its own date; a credit
 * note that names its invoice keeps the due date that the invoice was imported with.
 */

/** An edited item as it was imported, and what it was from which day on: none yet. */
export const emptyVersions: readonly Sql[] = [
  sql`CREATE OR REPLACE TABLE item_original (item_key INTEGER, due_date DATE, trait_key INTEGER)`,
  sql`CREATE OR REPLACE TABLE item_version (item_key INTEGER, valid_from DATE, due_date DATE, trait_key INTEGER)`,
];

/** A list or a query of the keys of the items whose versions are to be made anew. */
type Touched = Sql;

const isIn = (touched: Touched): Sql => sql`item_key IN (${touched})`;

/** Remembers what items were imported with, before anything of it is replaced. */
const keepOriginals = (touched: Touched): Sql => sql`
  INSERT INTO item_original
  SELECT item_key, due_date, trait_key FROM item
  WHERE ${isIn(touched)} AND item_key NOT IN (SELECT item_key FROM item_original)`;

/** The same dimensions with the opposite dispute, for items whose dispute changed. */
const addTraits = (touched: Touched): Sql => sql`
  INSERT INTO trait
  SELECT CAST(row_number() OVER () + (SELECT max(trait_key) FROM trait) AS INTEGER), t.*, ${traitHashOf(sql`t`)}
  FROM (SELECT DISTINCT o.kind, o.salesperson, o.department, o.project, o.service, o.control_account_id,
               NOT o.disputed AS disputed
        FROM trait o WHERE o.trait_key IN (SELECT trait_key FROM item_original WHERE ${isIn(touched)})) t
  WHERE ${traitHashOf(sql`t`)} NOT IN (SELECT trait_hash FROM trait)`;

const forgetVersions = (touched: Touched): Sql =>
  sql`DELETE FROM item_version WHERE ${isIn(touched)}`;

/** An edit's field at each point of an item's timeline: the last entry on or before it. */
const addVersions = (touched: Touched): Sql => sql`
  INSERT INTO item_version
  WITH entry AS (
    SELECT i.item_key, e.field, coalesce(e.since, ${always}) AS since, e.value
    FROM field_edit e JOIN item i ON i.document_key = e.document_key JOIN trait t ON t.trait_key = i.trait_key
    WHERE e.field IN ('due_date', 'disputed') AND i.item_key IN (${touched})
      AND (e.field = 'disputed' OR NOT (i.is_instalment OR t.kind = 'payment'))
  ), point AS (
    SELECT item_key, ${always} AS valid_from FROM item WHERE ${isIn(touched)}
    UNION SELECT item_key, since FROM entry
  ), stated AS (
    SELECT p.item_key, p.valid_from, o.due_date, o.trait_key, d.value AS due_edit, x.value AS disputed_edit
    FROM point p
    JOIN item_original o ON o.item_key = p.item_key
    ASOF LEFT JOIN (SELECT * FROM entry WHERE field = 'due_date') d
      ON d.item_key = p.item_key AND p.valid_from >= d.since
    ASOF LEFT JOIN (SELECT * FROM entry WHERE field = 'disputed') x
      ON x.item_key = p.item_key AND p.valid_from >= x.since
  )
  SELECT s.item_key, s.valid_from, coalesce(TRY_CAST(s.due_edit AS DATE), s.due_date),
         CASE WHEN s.disputed_edit IS NULL OR s.disputed_edit = CAST(o.disputed AS VARCHAR) THEN s.trait_key
              ELSE n.trait_key END
  FROM stated s
  JOIN trait o ON o.trait_key = s.trait_key
  LEFT JOIN trait n ON n.trait_hash = ${traitHashOf(sql`o`, sql`NOT o.disputed`)}`;

/** What an item is now is what its last version says. */
const showLast = (touched: Touched): Sql => sql`
  UPDATE item SET due_date = v.due_date, trait_key = v.trait_key
  FROM (SELECT item_key, arg_max(due_date, valid_from) AS due_date, arg_max(trait_key, valid_from) AS trait_key
        FROM item_version WHERE ${isIn(touched)} GROUP BY item_key) v
  WHERE v.item_key = item.item_key`;

const forgetSpans = (touched: Touched, { span }: LedgerTables): Sql =>
  sql`DELETE FROM ${span} WHERE ${isIn(touched)}`;

/** The spans of touched items, from their movements, cut where a version ends. */
const addSpans = (touched: Touched, { movement, span }: LedgerTables): Sql => sql`
  INSERT INTO ${span}
  WITH change AS (
    SELECT item_key, effective_date AS day, amount, base_amount FROM ${movement} WHERE ${isIn(touched)}
    UNION ALL
    SELECT item_key, valid_from, CAST(0 AS DECIMAL(18,4)), CAST(0 AS DECIMAL(18,4))
    FROM item_version WHERE ${isIn(touched)} AND valid_from > ${always}
  ), moved AS (
    SELECT item_key, day, CAST(sum(amount) AS DECIMAL(18,4)) AS amount,
           CAST(sum(base_amount) AS DECIMAL(18,4)) AS base_amount
    FROM change GROUP BY item_key, day
  ), running AS (
    SELECT item_key, day AS valid_from, lead(day, 1, ${endless}) OVER w AS valid_to,
           sum(amount) OVER w AS open_amount, sum(base_amount) OVER w AS open_base
    FROM moved
    WINDOW w AS (PARTITION BY item_key ORDER BY day ROWS UNBOUNDED PRECEDING)
  ), cut AS (
    SELECT i.item_key, i.customer_key, v.trait_key, i.currency_key, i.side, v.due_date, i.document_date,
           r.valid_from, r.valid_to, CAST(r.open_amount AS DECIMAL(18,4)) AS open_amount,
           CAST(r.open_base AS DECIMAL(18,4)) AS open_base
    FROM running r
    JOIN item i ON i.item_key = r.item_key
    ASOF JOIN item_version v ON v.item_key = r.item_key AND r.valid_from >= v.valid_from
    WHERE r.open_amount <> 0 OR r.open_base <> 0
  )
  SELECT ${spanColumns}, valid_from, valid_to, open_amount, open_base FROM cut`;

/** Adds what the spans of touched items say to the cube, or takes it off. */
const cubeOf = (touched: Touched, sign: 1 | -1): Sql => {
  const signed = (value: Sql): Sql => (sign === 1 ? value : sql`-${value}`);
  return sql`
  INSERT INTO cube
  SELECT currency_key, side, due_date, day, CAST(sum(amount) AS DECIMAL(18,4)), CAST(sum(base) AS DECIMAL(18,4)),
         CAST(sum(opens) AS INTEGER)
  FROM (
    SELECT currency_key, side, due_date, valid_from AS day, ${signed(sql`open_amount`)} AS amount,
           ${signed(sql`open_base`)} AS base, ${sign} AS opens FROM span WHERE ${isIn(touched)}
    UNION ALL
    SELECT currency_key, side, due_date, valid_to, ${sign === 1 ? sql`-open_amount` : sql`open_amount`},
           ${sign === 1 ? sql`-open_base` : sql`open_base`}, ${-sign}
    FROM span WHERE ${isIn(touched)} AND valid_to < ${endless}
  ) c GROUP BY ALL`;
};

/** Adds what the spans of some items say to the cube. */
export const addToCube = (touched: Touched): Sql => cubeOf(touched, 1);

const work: RunOptions = { lane: 'work' };

/** Makes the versions and the spans of items anew. */
async function remake(
  engine: Engine,
  touched: Touched,
  hasDispute: boolean,
  options: RunOptions,
): Promise<void> {
  for (const statement of [
    keepOriginals,
    ...(hasDispute ? [addTraits] : []),
    forgetVersions,
    addVersions,
    showLast,
  ])
    await engine.exec(statement(touched), options);
  await engine.exec(forgetSpans(touched, givenTables), options);
  await engine.exec(addSpans(touched, givenTables), options);
}

/** Cuts the spans of edited items under another way to apply credits, as those of the given links are cut. */
export async function cutSpans(
  engine: Engine,
  tables: LedgerTables,
  options: RunOptions,
): Promise<void> {
  const edited = sql`SELECT item_key FROM item_version`;
  const [any] = await engine.rows(sql`${edited} LIMIT 1`, options);
  if (!any) return;
  await engine.exec(forgetSpans(edited, tables), options);
  await engine.exec(addSpans(edited, tables), options);
}

/** While a ledger is built, before its cube: the versions of all items that were edited. */
export async function buildVersions(engine: Engine, options: RunOptions): Promise<void> {
  await engine.exec(
    sql`CREATE OR REPLACE TABLE touched_item AS
        SELECT DISTINCT i.item_key FROM item i
        WHERE i.document_key IN (SELECT document_key FROM field_edit
                                 WHERE field IN ('due_date', 'disputed') AND document_key IS NOT NULL)`,
    options,
  );
  const touched = await engine.rows(sql`SELECT 1 FROM touched_item LIMIT 1`, options);
  if (touched.length > 0) await remake(engine, touchedTable, true, options);
  await engine.exec(sql`DROP TABLE touched_item`, options);
}

const touchedTable = sql`SELECT item_key FROM touched_item`;

/** Up to here items are given one by one: tables that are sorted by item are read where they stand, and nowhere else. */
const listedItemsMax = 2_000;

/** Runs something for the items of some documents. */
async function withItems(
  engine: Engine,
  documentKeys: readonly number[],
  options: RunOptions,
  run: (touched: Touched) => Promise<void>,
): Promise<void> {
  if (documentKeys.length === 0) return;
  const items = sql`SELECT item_key FROM item WHERE document_key IN (${sql.list(documentKeys)})`;
  if (documentKeys.length <= listedItemsMax) {
    const rows = await engine.rows(items, options);
    const keys = rows.map((row) => Number(row['item_key']));
    if (keys.length > 0) await run(sql.list(keys));
    return;
  }
  await engine.exec(sql`CREATE OR REPLACE TABLE touched_item AS ${items}`, options);
  await run(touchedTable);
  await engine.exec(sql`DROP TABLE touched_item`, options);
}

/**
 * Brings the ledger up to date with changed edits of some documents: what it says of them is replaced, in the cube
 * too.
 * @param hasDispute whether a dispute is among what changed
 */
export function changeVersions(
  engine: Engine,
  documentKeys: readonly number[],
  hasDispute: boolean,
  options: RunOptions = work,
): Promise<void> {
  return withItems(engine, documentKeys, options, async (touched) => {
    await engine.exec(cubeOf(touched, -1), options);
    await remake(engine, touched, hasDispute, options);
    await engine.exec(cubeOf(touched, 1), options);
  });
}

/** Takes the items of some documents out of the ledger. */
export function removeItems(
  engine: Engine,
  documentKeys: readonly number[],
  options: RunOptions = work,
): Promise<void> {
  return withItems(engine, documentKeys, options, async (touched) => {
    await engine.exec(cubeOf(touched, -1), options);
    for (const table of ['span', 'movement', 'item_version', 'item_original', 'item'])
      await engine.exec(sql`DELETE FROM ${sql.id(table)} WHERE ${isIn(touched)}`, options);
  });
}
