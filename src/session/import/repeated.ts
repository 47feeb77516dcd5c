import { datasetByName } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import { identityOf, tableDef } from '../../domain/ledger/tables';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import { pieceOf } from '../../ledger/projection/pieceOf';
import { isMapped } from '../../ledger/projection/staged';

/**
 * The fields that name a dataset's rows, where a repeated one is refused. Of one day the last exchange rate
 * counts, and a budget may come in several parts.
 */
function keyFields(dataset: string): readonly string[] {
  if (dataset === 'payment') return ['applied_document_id', 'payment_id'];
  const table = tableDef(dataset);
  return table === undefined || dataset === 'exchange_rate' || dataset === 'budget'
    ? []
    : identityOf(table);
}

/**
 * Of rows with one key the first is taken; the others are marked, and those that another file has alike are left out.
 * A plain count finds out whether there are any.
 * @returns whether a receipt's id stands on lines of several invoices
 */
export async function refuseRepeated(
  engine: Engine,
  typed: Sql,
  mapping: Mapping,
  starts: readonly number[],
  options: RunOptions,
): Promise<boolean> {
  // Receipts that are named once each are no pair twice either.
  const isPayment = mapping.dataset === 'payment';
  if (isPayment && !(await hasRepeated(engine, typed, sql`payment_id`, options))) return false;
  await markRepeated(engine, typed, mapping, starts, options);
  return isPayment && hasRepeated(engine, typed, sql`payment_id`, options);
}

/** What tells rows apart that have the same key: all that the file says of them. */
function rowHash(mapping: Mapping): Sql {
  const fields = datasetByName(mapping.dataset)?.fields ?? [];
  const names = fields.map(({ name }) => name).filter((name) => isMapped(mapping, name));
  return sql`md5(concat_ws('|', ${sql.join(names.map((name) => sql`coalesce(CAST(${sql.id(name)} AS VARCHAR), '')`))}))`;
}

async function markRepeated(
  engine: Engine,
  typed: Sql,
  mapping: Mapping,
  starts: readonly number[],
  options: RunOptions,
): Promise<void> {
  const keys = keyFields(mapping.dataset).filter((name) => isMapped(mapping, name));
  const named = keys.at(-1);
  if (named === undefined) return;
  const key = sql.join(keys.map((name) => sql.id(name)));
  if (!(await hasRepeated(engine, typed, key, options))) return;
  const refused = sql`${`repeated:${named}:`} || coalesce(CAST(${sql.id(named)} AS VARCHAR), '')`;
  const ranked = sql`row_number() OVER (PARTITION BY ${key}, problem IS NULL ORDER BY line) AS key_rank`;
  await engine.exec(
    starts.length < 2
      ? sql`CREATE OR REPLACE TABLE ${typed} AS
            SELECT * EXCLUDE (problem, key_rank),
                   CASE WHEN problem IS NULL AND key_rank > 1 THEN ${refused} ELSE problem END AS problem
            FROM (SELECT *, ${ranked} FROM ${typed})`
      : sql`CREATE OR REPLACE TABLE ${typed} AS
            SELECT * EXCLUDE (problem, key_rank, row_hash, piece, first_hash, first_piece),
                   CASE WHEN problem IS NOT NULL OR key_rank = 1 THEN problem
                        WHEN row_hash = first_hash AND piece <> first_piece THEN 'in_other_file:'
                        ELSE ${refused} END AS problem
            FROM (SELECT *, first_value(row_hash) OVER same_key AS first_hash, first_value(piece) OVER same_key AS first_piece
                  FROM (SELECT *, ${ranked}, ${rowHash(mapping)} AS row_hash, ${pieceOf(starts)} AS piece FROM ${typed})
                  WINDOW same_key AS (PARTITION BY ${key}, problem IS NULL ORDER BY line))`,
    options,
  );
}

/** Keys that are told apart at a time: of five million at once the engine's table takes half a gigabyte. */
const keysAtOnce = 1_000_000;

/** Whether good rows share a key; keys are looked at in as many shares as bound the memory. */
async function hasRepeated(
  engine: Engine,
  typed: Sql,
  key: Sql,
  options: RunOptions,
): Promise<boolean> {
  const [all] = await engine.rows(
    sql`SELECT count(*) AS n FROM ${typed} WHERE problem IS NULL`,
    options,
  );
  const count = Number(all?.['n'] ?? 0);
  const shares = Math.max(1, Math.ceil(count / keysAtOnce));
  let distinct = 0;
  for (let share = 0; share < shares; share += 1) {
    const isOfShare = shares === 1 ? sql`TRUE` : sql`hash(${key}) % ${shares} = ${share}`;
    const [found] = await engine.rows(
      sql`SELECT count(*) AS n FROM (SELECT DISTINCT ${key} FROM ${typed} WHERE problem IS NULL AND ${isOfShare})`,
      options,
    );
    distinct += Number(found?.['n'] ?? 0);
  }
  return distinct !== count;
}
