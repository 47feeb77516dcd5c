import type { Finding } from '../../../domain/import/finding';
import type { Engine, RunOptions } from '../../../engine/port';
import { type Sql, sql } from '../../../engine/sql';
import { isMapped } from '../../../ledger/projection/typed';
import type { ImportPlan } from '../plan';

/** A series of fewer numbers, or with more holes than numbers, is none that anybody counts by. */
const numbersMin = 20;
/** Gaps that are named. */
const gapsShown = 20;

const documentLike: ReadonlySet<string> = new Set(['document', 'open_item', 'sales_line']);

/**
 * Numbers that are missing in series of document numbers: those that begin and are as long as each other, and of which
 * most stand there. A gap may be a paper that never reached the ledger.
 */
export async function seriesFinding(
  engine: Engine,
  { mapping }: ImportPlan,
  good: Sql,
  options: RunOptions,
): Promise<Finding | undefined> {
  if (!documentLike.has(mapping.dataset)) return undefined;
  const id = isMapped(mapping, 'number') ? sql`coalesce(number, document_id)` : sql`document_id`;
  const digits = sql`regexp_extract(${id}, '([0-9]{1,15})$', 1)`;
  const rows = await engine.rows(
    sql`WITH number AS (
          SELECT DISTINCT left(id, length(id) - length(digits)) AS prefix, length(digits) AS width, CAST(digits AS BIGINT) AS n
          FROM (SELECT ${id} AS id, ${digits} AS digits FROM ${good} g) t WHERE digits <> ''
        ), step AS (
          SELECT prefix, width, n, lead(n) OVER (PARTITION BY prefix, width ORDER BY n) AS next,
                 count(*) OVER (PARTITION BY prefix, width) AS present,
                 max(n) OVER (PARTITION BY prefix, width) - min(n) OVER (PARTITION BY prefix, width) + 1 AS span
          FROM number
        ), gap AS (
          SELECT prefix, width, n + 1 AS first, next - 1 AS last FROM step
          WHERE next > n + 1 AND present >= ${numbersMin} AND present * 2 > span
        )
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
