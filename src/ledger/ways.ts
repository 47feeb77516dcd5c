import {
  isGiven,
  type LinkPolicy,
  otherWays,
  tableUnder,
  variantTables,
} from '../domain/allocation/variant';
import type { Engine, RunOptions } from '../engine/port';
import { sql } from '../engine/sql';
import { LinkApplier } from './applyLinks';
import { readBase } from './base';
import { deriveInto, itemsWithAge, oldestFirst } from './derive';
import { cutSpans } from './edits/versions';
import { buildCube } from './spans';
import { givenTables, tablesUnder } from './tablesUnder';

/**
 * Makes sure that a built ledger has its movements under a way to apply credits. They are made once, and stay until the
 * ledger changes. The cube comes last: where it is, all of them are.
 */
async function ensureWay(engine: Engine, policy: LinkPolicy, options: RunOptions): Promise<void> {
  if (isGiven(policy)) return;
  const [there] = await engine.rows(
    sql`SELECT 1 AS found FROM duckdb_tables() WHERE table_name = ${tableUnder(policy, 'cube')}`,
    options,
  );
  if (there) return;
  // One beside the given links at a time: each is as large as those.
  await dropTables(engine, [...waysAsked], options);
  const base = await readBase(engine, options);
  const tables = tablesUnder(policy);
  const isRelinked = policy.relink === 'yes';
  const links = new LinkApplier(engine, base, options);
  let given = givenTables.movement;
  if (isRelinked) {
    // What is left of the given links without what they settled.
    await links.give(true);
    await links.settle();
    await links.move(tables);
    given = tables.movement;
  }
  await links.give(isRelinked);
  await links.settle();
  await deriveInto(engine, policy, given, options);
  await links.move(tables);
  await links.span(tables);
  await links.clean();
  await cutSpans(engine, tables, options);
  await engine.exec(buildCube(tables), options);
}

/** What a report asks of the ledger beyond what it always has. */
export interface AskedTables {
  readonly links?: LinkPolicy;
  readonly order?: boolean;
}

/** Makes the tables that a report asks for, where they are not there yet. */
export async function ensureTables(
  engine: Engine,
  { links, order }: AskedTables,
  options: RunOptions = { lane: 'work' },
): Promise<void> {
  if (links) await ensureWay(engine, links, options);
  if (order) await ensureOrder(engine, options);
}

/** Whether anything has to be there that a ledger does not always have. */
export function asksForTables({ links, order }: AskedTables): boolean {
  return order === true || (links !== undefined && !isGiven(links));
}

const orderTable = 'item_order';

/**
 * The place of every item in the order *oldest*: posting date, due date as imported, number, id. Source: `LEDGER.md`
 * 2.7.
 */
async function ensureOrder(engine: Engine, options: RunOptions): Promise<void> {
  const [there] = await engine.rows(
    sql`SELECT 1 AS found FROM duckdb_tables() WHERE table_name = ${orderTable}`,
    options,
  );
  if (there) return;
  await engine.exec(
    sql`CREATE OR REPLACE TABLE item_order AS
        SELECT i.item_key, CAST(row_number() OVER (ORDER BY ${oldestFirst}) AS INTEGER) AS place
        FROM ${itemsWithAge}`,
    options,
  );
}

/** The names of the tables of all ways but the given links. */
const waysAsked: readonly string[] = otherWays.flatMap((policy) =>
  variantTables.map((table) => tableUnder(policy, table)),
);

/** The names of all tables that are made when a report asks for them. */
export const tablesAsked: ReadonlySet<string> = new Set([orderTable, ...waysAsked]);

/** Forgets what was made for reports that asked: the ledger has changed. */
export function dropAsked(engine: Engine, options: RunOptions): Promise<void> {
  return dropTables(engine, [...tablesAsked], options);
}

async function dropTables(
  engine: Engine,
  names: readonly string[],
  options: RunOptions,
): Promise<void> {
  const rows = await engine.rows(
    sql`SELECT table_name FROM duckdb_tables() WHERE table_name IN (${sql.list(names)})`,
    options,
  );
  for (const row of rows)
    await engine.exec(sql`DROP TABLE ${sql.id(String(row['table_name']))}`, options);
}
