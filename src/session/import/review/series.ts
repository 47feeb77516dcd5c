import { documentDatasets } from '../../../domain/import/datasets';
import type { Finding } from '../../../domain/import/finding';
import type { Engine, Row, RunOptions } from '../../../engine/port';
import { type Sql, sql } from '../../../engine/sql';
import { isMapped } from '../../../ledger/projection/staged';
import type { ImportPlan } from '../plan';

/** A series of fewer numbers, or with more holes than numbers, is none that anybody counts by. */
const numbersMin = 6;
/** Longer figures are no count. */
const digitsMax = 15;
/** Series looked at; a file has hardly more. */
const seriesMax = 50;
/** Gaps that are named. */
const gapsShown = 20;
/** Numbers that one row of the engine's answer tells of, a bit each. */
const bits = 32;

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

/** What is missing in a series. */
interface Missing {
  readonly count: number;
  readonly gaps: readonly Gap[];
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
  if (!documentDatasets.has(mapping.dataset)) return undefined;
  const id = isMapped(mapping, 'number') ? sql`coalesce(number, document_id)` : sql`document_id`;
  const ids = sql`(SELECT ${id} AS id FROM ${sql.id(typedTable)} r)`;
  let count = 0;
  const shown: string[] = [];
  const look = async (one: Series): Promise<boolean> => {
    const missing = await missingIn(engine, ids, one, options);
    if (!missing) return false;
    count += missing.count;
    const named = (n: number): string => `${one.prefix}${String(n).padStart(one.width, '0')}`;
    for (const { from, to } of missing.gaps)
      shown.push(from === to ? named(from) : `${named(from)} … ${named(to)}`);
    return true;
  };
  for (const group of await alike(engine, ids, options)) {
    const one = seriesBetween(group.first, group.last);
    if (one && !isSeries(one, group.count)) continue;
    if (one && (await look(one))) continue;
    for (const part of await partsOf(engine, ids, group, options)) await look(part);
  }
  if (count === 0) return undefined;
  const rows = shown.slice(0, gapsShown).map((value) => ({ line: 0, value }));
  return { code: 'number_gap', count, isOfRows: false, rows };
}

/** Whether so many rows may be a series, which has more numbers than gaps; an id may stand on several rows. */
const isSeries = ({ first, last }: Series, count: number): boolean =>
  count >= numbersMin && count * 2 > last - first + 1;

/** Ids of one length that begin with one letter, from the first to the last in the order of texts. */
interface Alike {
  readonly letter: string;
  readonly length: number;
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

async function alike(engine: Engine, ids: Sql, options: RunOptions): Promise<readonly Alike[]> {
  const rows = await engine.rows(
    sql`SELECT substr(id, 1, 1) AS letter, length(id) AS length, count(*) AS n, min(id) AS first, max(id) AS last
        FROM ${ids} t WHERE id IS NOT NULL GROUP BY 1, 2 HAVING count(*) >= ${numbersMin} ORDER BY 1, 2 LIMIT ${seriesMax}`,
    options,
  );
  return rows.map((row) => ({
    letter: String(row['letter']),
    length: Number(row['length']),
    count: Number(row['n']),
    first: String(row['first']),
    last: String(row['last']),
  }));
}

/** The series that two ids are the ends of: what begins both, without figures at its end, begins all ids between them. */
function seriesBetween(first: string, last: string): Series | undefined {
  let same = 0;
  while (same < first.length && first[same] === last[same]) same += 1;
  const prefix = first.slice(0, same).replace(/[0-9]+$/, '');
  const [a, b] = [first.slice(prefix.length), last.slice(prefix.length)];
  if (!isCount(a) || !isCount(b)) return undefined;
  return { prefix, width: a.length, first: Number(a), last: Number(b) };
}

const isCount = (figures: string): boolean =>
  /^[0-9]+$/.test(figures) && figures.length <= digitsMax;

/** Of ids that do not all begin alike the series among them, by what stands before the figures at each id's end. */
async function partsOf(
  engine: Engine,
  ids: Sql,
  { letter, length }: Alike,
  options: RunOptions,
): Promise<readonly Series[]> {
  const rows = await engine.rows(
    sql`SELECT regexp_replace(id, '[0-9]+$', '') AS prefix, count(*) AS n, min(id) AS first, max(id) AS last
        FROM ${ids} t WHERE substr(id, 1, 1) = ${letter} AND length(id) = ${length} GROUP BY 1
        HAVING count(*) >= ${numbersMin} ORDER BY 1 LIMIT ${seriesMax}`,
    options,
  );
  return rows.flatMap((row) => {
    const prefix = String(row['prefix']);
    const [a, b] = [row['first'], row['last']].map((id) => String(id).slice(prefix.length));
    if (a === undefined || b === undefined || !isCount(a) || !isCount(b)) return [];
    const one = { prefix, width: a.length, first: Number(a), last: Number(b) };
    return isSeries(one, Number(row['n'])) ? [one] : [];
  });
}

/**
 * The gaps of a series: how many numbers are missing, and the first stretches of them. Its numbers become bits of a few
 * rows, which takes a hundredth of the memory that sorting them takes.
 * @returns none missing where it has more gaps than numbers; undefined where ids have more than figures behind the prefix
 */
async function missingIn(
  engine: Engine,
  ids: Sql,
  { prefix, width, first, last }: Series,
  options: RunOptions,
): Promise<Missing | undefined> {
  const figures = sql`substr(id, ${prefix.length + 1})`;
  const isOfSeries = sql`starts_with(id, ${prefix}) AND length(id) = ${prefix.length + width}`;
  // Blocks with a hole in them or behind them, which is where gaps begin and end; no block where there are no figures.
  const rows = await engine.rows(
    sql`WITH number AS (
          SELECT CASE WHEN regexp_full_match(${figures}, '[0-9]+') THEN CAST(${figures} AS BIGINT) END AS n FROM ${ids} t WHERE ${isOfSeries}
        ), block AS (
          SELECT n // ${bits} AS block, bit_or(1::BIGINT << CAST(n % ${bits} AS INTEGER)) AS seen FROM number GROUP BY 1
        ), beside AS (
          SELECT block, seen, lag(block) OVER w AS before, lead(block) OVER w AS next, sum(bit_count(seen)) OVER () AS total
          FROM block WINDOW w AS (ORDER BY block NULLS FIRST)
        )
        SELECT block, seen, before, next, total FROM beside
        WHERE block IS NULL OR bit_count(seen) < ${bits} OR next > block + 1 OR before < block - 1
        ORDER BY block NULLS FIRST LIMIT ${2 * gapsShown + 2}`,
    options,
  );
  if (rows.some((row) => row['block'] === null)) return undefined;
  const seen = Number(rows[0]?.['total'] ?? last - first + 1);
  const count = last - first + 1 - seen;
  if (count === 0 || seen < numbersMin || seen < count) return { count: 0, gaps: [] };
  return { count, gaps: gapsBetween(first, rows).slice(0, gapsShown) };
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
