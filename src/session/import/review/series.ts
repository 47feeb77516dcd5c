import type { Finding } from '../../../domain/import/finding';
import type { Engine, Row, RunOptions } from '../../../engine/port';
import { type Sql, sql } from '../../../engine/sql';
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
/** Numbers that one row of the engine's answer tells of, a bit each. */
const bits = 32;

const documentLike: ReadonlySet<string> = new Set(['document', 'open_item', 'sales_line']);

/** Ids that begin alike and are as long as each other: what stands before their figures, and those from first to last. */
interface Series {
  readonly prefix: string;
  readonly width: number;
  readonly first: number;
  readonly last: number;
}

/** Numbers that are missing, one after the other. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

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
  const parts = sql`(SELECT prefix, length(id) - length(prefix) AS width, CAST(substr(id, length(prefix) + 1) AS BIGINT) AS n
    FROM (SELECT ${id} AS id, rtrim(${id}, '0123456789') AS prefix FROM ${sql.id(typedTable)} r) t
    WHERE length(id) BETWEEN length(prefix) + 1 AND length(prefix) + ${digitsMax})`;
  let count = 0;
  const shown: string[] = [];
  for (const one of await seriesOf(engine, parts, options)) {
    const { missing, gaps } = await gapsOf(engine, parts, one, options);
    count += missing;
    const named = (n: number): string => `${one.prefix}${String(n).padStart(one.width, '0')}`;
    shown.push(
      ...gaps.map(({ from, to }) => (from === to ? named(from) : `${named(from)} … ${named(to)}`)),
    );
  }
  if (count === 0) return undefined;
  const rows = shown.slice(0, gapsShown).map((value) => ({ line: 0, value }));
  return { code: 'number_gap', count, isOfRows: false, rows };
}

/** The series that may have gaps, as far as the count of their rows tells; an id may stand on several. */
async function seriesOf(
  engine: Engine,
  parts: Sql,
  options: RunOptions,
): Promise<readonly Series[]> {
  const rows = await engine.rows(
    sql`SELECT prefix, width, min(n) AS first, max(n) AS last FROM ${parts} p GROUP BY 1, 2
        HAVING count(*) >= ${numbersMin} AND count(*) * 2 > max(n) - min(n) + 1 ORDER BY 1, 2 LIMIT ${seriesMax}`,
    options,
  );
  return rows.map((row) => ({
    prefix: String(row['prefix']),
    width: Number(row['width']),
    first: Number(row['first']),
    last: Number(row['last']),
  }));
}

/**
 * The gaps of a series: how many numbers are missing, and the first stretches of them. Its numbers become bits of a few
 * rows, which takes a hundredth of the memory that sorting them takes. None where it turns out to be no series.
 */
async function gapsOf(
  engine: Engine,
  parts: Sql,
  { prefix, width, first, last }: Series,
  options: RunOptions,
): Promise<{ readonly missing: number; readonly gaps: readonly Gap[] }> {
  const blocks = sql`(SELECT n // ${bits} AS block, bit_or(1::BIGINT << CAST(n % ${bits} AS INTEGER)) AS seen
    FROM ${parts} p WHERE prefix = ${prefix} AND width = ${width} GROUP BY 1)`;
  const [found] = await engine.rows(
    sql`SELECT sum(bit_count(seen)) AS n FROM ${blocks} b`,
    options,
  );
  const seen = Number(found?.['n'] ?? 0);
  const missing = last - first + 1 - seen;
  if (missing === 0 || seen < numbersMin || seen < missing) return { missing: 0, gaps: [] };
  // Blocks with a hole in them or behind them, which is where gaps begin and end.
  const rows = await engine.rows(
    sql`SELECT block, seen, before, next FROM (
          SELECT block, seen, lead(block) OVER w AS next, lag(block) OVER w AS before FROM ${blocks} b WINDOW w AS (ORDER BY block)
        ) s WHERE bit_count(seen) < ${bits} OR next > block + 1 OR before < block - 1
        ORDER BY block LIMIT ${2 * gapsShown + 2}`,
    options,
  );
  return { missing, gaps: gapsBetween(first, rows).slice(0, gapsShown) };
}

/** The stretches between the numbers that are seen; a row names the block before it, which is full unless it is a row too. */
function gapsBetween(first: number, rows: readonly Row[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let next = first;
  let known: number | undefined;
  /** Up to where a full block begins everything that was not seen is missing. */
  const endBefore = (start: number): void => {
    if (start > next) gaps.push({ from: next, to: start - 1 });
  };
  for (const row of rows) {
    const [block, seen] = [Number(row['block']), Number(row['seen'])];
    const start = block * bits;
    if (row['before'] !== null && Number(row['before']) !== known) {
      if (known !== undefined) endBefore((known + 1) * bits);
      next = start;
    }
    for (let i = 0; i < bits; i += 1) {
      if (Math.floor(seen / 2 ** i) % 2 === 0) continue;
      endBefore(start + i);
      next = start + i + 1;
    }
    known = block;
  }
  if (known !== undefined && Number(rows.at(-1)?.['next'] ?? 0) === known + 1)
    endBefore((known + 1) * bits);
  return gaps;
}
