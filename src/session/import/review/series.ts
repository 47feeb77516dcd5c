import type { Finding } from '../../../domain/import/finding';
import type { Engine, RunOptions } from '../../../engine/port';
import { sql } from '../../../engine/sql';
import { isMapped } from '../../../ledger/projection/typed';
import type { ImportPlan } from '../plan';

/** A series of fewer numbers, or with more holes than numbers, is none that anybody counts by. */
const numbersMin = 20;
/** Longer figures are no count. */
const digitsMax = 15;
/** Series looked at; a file has hardly more. */
const seriesMax = 50;
/** Gaps that are named. */
const gapsShown = 20;

const documentLike: ReadonlySet<string> = new Set(['document', 'open_item', 'sales_line']);

/**
 * Numbers that are missing in series of document numbers: those that begin and are as long as each other, and of which
 * most stand there, also on rows that are rejected. A gap may be a paper that never reached the ledger.
 */
export async function seriesFinding(
  engine: Engine,
  { mapping, typedTable }: ImportPlan,
  options: RunOptions,
): Promise<Finding | undefined> {
  if (!documentLike.has(mapping.dataset)) return undefined;
  const id = isMapped(mapping, 'number') ? sql`coalesce(number, document_id)` : sql`document_id`;
  // What stands before the figures at an id's end, and those: cutting them off is far quicker than an expression.
  const parts = sql`(SELECT prefix, substr(id, length(prefix) + 1) AS digits
    FROM (SELECT ${id} AS id, rtrim(${id}, '0123456789') AS prefix FROM ${sql.id(typedTable)} r) t
    WHERE length(id) BETWEEN length(prefix) + 1 AND length(prefix) + ${digitsMax})`;
  const series = await engine.rows(
    sql`SELECT prefix, length(digits) AS width FROM ${parts} p GROUP BY 1, 2
        HAVING count(*) >= ${numbersMin} AND count(DISTINCT digits) * 2 > CAST(max(digits) AS BIGINT) - CAST(min(digits) AS BIGINT) + 1
           AND count(DISTINCT digits) < CAST(max(digits) AS BIGINT) - CAST(min(digits) AS BIGINT) + 1
        ORDER BY 1, 2 LIMIT ${seriesMax}`,
    options,
  );
  if (series.length === 0) return undefined;
  const isOfSeries = sql.join(
    series.map(
      (one) =>
        sql`(prefix = ${String(one['prefix'])} AND length(digits) = ${Number(one['width'])})`,
    ),
    ' OR ',
  );
  const rows = await engine.rows(
    sql`WITH step AS (
          SELECT prefix, length(digits) AS width, digits, CAST(digits AS BIGINT) AS n,
                 lead(CAST(digits AS BIGINT)) OVER (PARTITION BY prefix, length(digits) ORDER BY digits) AS next
          FROM ${parts} p WHERE ${isOfSeries}
        ), gap AS (SELECT prefix, width, n + 1 AS first, next - 1 AS last FROM step WHERE next > n + 1)
        SELECT prefix || lpad(CAST(first AS VARCHAR), CAST(width AS INTEGER), '0') AS first,
               prefix || lpad(CAST(last AS VARCHAR), CAST(width AS INTEGER), '0') AS last,
               sum(last - first + 1) OVER () AS missing
        FROM gap ORDER BY prefix, width, gap.first LIMIT ${gapsShown}`,
    options,
  );
  const count = Number(rows[0]?.['missing'] ?? 0);
  if (count === 0) return undefined;
  return {
    code: 'number_gap',
    count,
    isOfRows: false,
    rows: rows.map((row) => {
      const [first, last] = [String(row['first']), String(row['last'])];
      return { line: 0, value: first === last ? first : `${first} … ${last}` };
    }),
  };
}
