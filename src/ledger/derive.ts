import { type DerivedOrder, deriveLinks, type OpenChange } from '../domain/allocation/derive';
import type { LinkPolicy } from '../domain/allocation/variant';
import type { Cell, Engine, RunOptions } from '../engine/port';
import { type Sql, sql } from '../engine/sql';
import { assert } from '../lib/assert';
import { insertRows, type TextRow } from './insertRows';
import { isLocal } from './links';

/** Groups that are read and settled at once: the page may answer in between. */
const groupsAtOnce = 500;
/** Links that are written at once. */
const linksAtOnce = 50_000;

/** Places of derived links in the order of a day: before what was given stands what is taken back, behind it the rest. */
const seqStart = 1_000_000_000;

/**
 * The order *oldest*, over items as `i`, what they were imported with as `o` and their texts as `x`. A due date that was
 * changed later would change the order of earlier days.
 */
export const oldestFirst = sql`i.posting_date, coalesce(o.due_date, i.due_date), coalesce(x.number, i.document_id),
  i.document_id, i.instalment_no, i.item_key`;
export const itemsWithAge = sql`item i
  LEFT JOIN item_original o ON o.item_key = i.item_key
  LEFT JOIN document_text x ON x.document_key = i.document_key`;

/** The days on which what was given changed what is open of an item, in 1/10,000 of its own side. */
const buildDays = (movement: Sql): Sql => sql`
  CREATE OR REPLACE TABLE derive_day AS
  SELECT item_key, effective_date, CAST(sum(amount) AS DECIMAL(18,4)) AS change
  FROM ${movement} GROUP BY item_key, effective_date HAVING sum(amount) <> 0`;

/**
 * The items that take part, by group and in the order *oldest*: posting date, due date, number, id. Only groups with
 * both sides. Items of nobody known pay nobody: they are of no one customer.
 */
const buildItems = (isPart: Sql): Sql => sql`
  CREATE OR REPLACE TABLE derive_item AS
  SELECT * EXCLUDE (customer_key, control_account_id),
         CAST(dense_rank() OVER (ORDER BY customer_key, currency_key, control_account_id) AS INTEGER) AS group_no
  FROM (
    SELECT i.item_key, i.side, i.customer_key, i.currency_key, t.control_account_id,
           CAST(row_number() OVER (PARTITION BY i.customer_key, i.currency_key, t.control_account_id
             ORDER BY ${oldestFirst}) - 1 AS INTEGER) AS place
    FROM ${itemsWithAge} JOIN trait t ON t.trait_key = i.trait_key
    WHERE i.customer_key <> 0 AND i.item_key IN (${isPart})
    WINDOW g AS (PARTITION BY i.customer_key, i.currency_key, t.control_account_id)
    QUALIFY min(i.side) OVER g = -1 AND max(i.side) OVER g = 1
  ) p`;

/** Credits whose texts name a debit of their group, word for word: by its number or its id. */
const buildNamed = sql`
  CREATE OR REPLACE TABLE derive_named AS
  WITH text AS (
    SELECT i.item_key, i.side, i.document_key, i.document_id, i.customer_key, i.currency_key, t.control_account_id,
           x.number, d.reference, d.description
    FROM item i JOIN trait t ON t.trait_key = i.trait_key
    JOIN document_text x ON x.document_key = i.document_key
    LEFT JOIN document_given d ON d.document_key = i.document_key
    WHERE i.customer_key <> 0
  ), word AS (
    SELECT DISTINCT item_key, customer_key, currency_key, control_account_id,
           rtrim(unnest(regexp_extract_all(concat_ws(' ', reference, description), '[\\p{L}\\p{N}][\\p{L}\\p{N}./_-]*')), './_-') AS word
    FROM text WHERE side = -1 AND (reference IS NOT NULL OR description IS NOT NULL)
  )
  SELECT DISTINCT w.item_key AS credit_key, d.item_key AS debit_key
  FROM word w
  JOIN text d ON d.side = 1 AND d.customer_key = w.customer_key AND d.currency_key = w.currency_key
    AND d.control_account_id IS NOT DISTINCT FROM w.control_account_id
    AND (d.number = w.word OR d.document_id = w.word)`;

/**
 * One row a group, its items and the changes of them packed into texts, in no order: a million rows would take long to
 * read, and texts that the engine sorts take more memory than all tables together.
 */
const buildGroups = sql`
  CREATE OR REPLACE TABLE derive_group AS
  WITH items AS (
    SELECT group_no, any_value(c.scale) AS scale,
           string_agg(i.place || ' ' || i.item_key * i.side, ' ') AS items
    FROM derive_item i JOIN ledger_currency c ON c.currency_key = i.currency_key
    GROUP BY group_no
  ), changes AS (
    SELECT i.group_no,
           string_agg(date_diff('day', DATE '1970-01-01', d.effective_date) || ' ' || i.place || ' '
             || CAST(d.change * i.side * 10000 AS BIGINT), ' ') AS changes
    FROM derive_item i JOIN derive_day d ON d.item_key = i.item_key
    GROUP BY i.group_no
  )
  SELECT items.group_no, items.scale, items.items, changes.changes
  FROM items JOIN changes ON changes.group_no = items.group_no
  ORDER BY items.group_no`;

const createLinks = sql`
  CREATE OR REPLACE TABLE derived_link (debit_key INTEGER, credit_key INTEGER, day INTEGER, seq INTEGER, is_undo BOOLEAN, units BIGINT)`;

const zero = sql`CAST(0 AS DECIMAL(18,4))`;

/**
 * The links as they are written to movements: those between items that are booked 1 : 1, or not in base currency at all,
 * as they stand; `derived` has both. They are narrow: there may be as many as documents.
 */
const buildDerived = sql`
  CREATE OR REPLACE TABLE derived AS
  SELECT l.debit_key, l.credit_key, CAST(DATE '1970-01-01' + l.day AS DATE) AS effective_date, l.seq, l.is_undo,
         CAST(l.units * 0.0001 AS DECIMAL(18,4)) AS amount, w.is_local, w.has_base
  FROM derived_link l
  JOIN (SELECT d.item_key AS debit_key, c.item_key AS credit_key, ${isLocal} AS is_local,
               d.base_amount <> 0 OR c.base_amount <> 0 AS has_base
        FROM (SELECT DISTINCT debit_key, credit_key FROM derived_link) p
        JOIN item d ON d.item_key = p.debit_key JOIN item c ON c.item_key = p.credit_key) w
    ON w.debit_key = l.debit_key AND w.credit_key = l.credit_key`;

/** Of the others the shares in base currency follow from the order of all links: they go the way of those. */
const addToSettled = sql`
  INSERT INTO settled
  SELECT 'derived:' || seq, debit_key, credit_key, effective_date, seq, is_undo, amount, amount,
         ${zero}, ${zero}, ${zero}, ${zero}, ${zero}, ${zero}, ${zero}
  FROM derived WHERE NOT is_local`;

const readScratch = ['derive_day', 'derive_item'];
const scratch = ['derive_group', 'derive_named'];

/** No links, where a policy derives none. */
export const noneDerived = sql`
  CREATE OR REPLACE TABLE derived (debit_key INTEGER, credit_key INTEGER, effective_date DATE, seq INTEGER,
    is_undo BOOLEAN, amount DECIMAL(18,4), is_local BOOLEAN, has_base BOOLEAN)`;

const text = (cell: Cell | undefined): string => {
  assert(typeof cell === 'string', `expected text, found ${String(cell)}`);
  return cell;
};

/**
 * Derives the links of a policy from what the given ones left open, in `derived`.
 * @param given the movements under the given links
 */
export async function deriveInto(
  engine: Engine,
  { allocation }: LinkPolicy,
  given: Sql,
  options: RunOptions,
): Promise<void> {
  if (allocation === 'given') {
    await engine.exec(noneDerived, options);
    return;
  }
  const run = (statement: Sql): Promise<void> => engine.exec(statement, options);
  await run(buildDays(given));
  if (allocation === 'specific') {
    await run(buildNamed);
    await run(
      buildItems(sql`SELECT credit_key FROM derive_named UNION SELECT debit_key FROM derive_named`),
    );
  } else await run(buildItems(sql`SELECT item_key FROM derive_day`));
  await run(buildGroups);
  for (const table of readScratch) await run(sql`DROP TABLE ${sql.id(table)}`);
  await run(createLinks);
  const named = allocation === 'specific' ? await namedPairs(engine, options) : undefined;
  const order: DerivedOrder = allocation === 'specific' ? 'oldest' : allocation;

  let seq = 0;
  let lines: TextRow[] = [];
  const flush = async (): Promise<void> => {
    await insertRows(engine, sql`derived_link`, lines, options);
    lines = [];
  };
  const [last] = await engine.rows(
    sql`SELECT coalesce(max(group_no), 0) AS last FROM derive_group`,
    options,
  );
  for (let from = 1; from <= Number(last?.['last']); from += groupsAtOnce) {
    const groups = await engine.rows(
      sql`SELECT scale, items, changes FROM derive_group
          WHERE group_no >= ${from} AND group_no < ${from + groupsAtOnce} ORDER BY group_no`,
      options,
    );
    for (const group of groups) {
      const keys = itemsIn(text(group['items']));
      const itemKeys = keys.map(Math.abs);
      const links = deriveLinks(
        keys.map((key) => key > 0),
        changesIn(text(group['changes'])),
        order,
        10n ** BigInt(4 - Number(group['scale'])),
        named && restrictionOf(itemKeys, named),
      );
      for (const link of links) {
        seq += 1;
        lines.push([
          String(itemKeys[link.debit]),
          String(itemKeys[link.credit]),
          String(link.day),
          String(link.isTakenBack ? seq - seqStart : seq + seqStart),
          String(link.isTakenBack),
          String(link.isTakenBack ? -link.amount : link.amount),
        ]);
      }
      if (lines.length >= linksAtOnce) await flush();
    }
  }
  await flush();
  for (const table of scratch) await run(sql`DROP TABLE IF EXISTS ${sql.id(table)}`);
  await run(buildDerived);
  await run(sql`DROP TABLE derived_link`);
  await run(addToSettled);
}

/** The items of a group by their places, those of credits below zero. */
function itemsIn(packed: string): readonly number[] {
  const numbers = packed.split(' ');
  const keys: number[] = new Array(numbers.length / 2).fill(0);
  for (let at = 0; at + 1 < numbers.length; at += 2)
    keys[Number(numbers[at])] = Number(numbers[at + 1]);
  return keys;
}

function changesIn(packed: string): readonly OpenChange[] {
  const numbers = packed.split(' ');
  const changes: OpenChange[] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3)
    changes.push({
      day: Number(numbers[at]),
      item: Number(numbers[at + 1]),
      change: BigInt(numbers[at + 2] ?? '0'),
    });
  return changes.sort((a, b) => a.day - b.day || a.item - b.item);
}

/** The debits that each credit names, by item. */
async function namedPairs(
  engine: Engine,
  options: RunOptions,
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const pairs = new Map<number, Set<number>>();
  for (const row of await engine.rows(
    sql`SELECT credit_key, debit_key FROM derive_named`,
    options,
  )) {
    const credit = Number(row['credit_key']);
    const debits = pairs.get(credit) ?? new Set();
    debits.add(Number(row['debit_key']));
    pairs.set(credit, debits);
  }
  return pairs;
}

function restrictionOf(
  itemKeys: readonly number[],
  named: ReadonlyMap<number, ReadonlySet<number>>,
): (credit: number) => readonly number[] {
  return (credit) => {
    const debits = named.get(itemKeys[credit] ?? 0);
    return itemKeys.flatMap((key, place) => (debits?.has(key) ? [place] : []));
  };
}
