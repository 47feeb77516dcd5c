import { tableDef } from '../../../domain/ledger/tables';
import type { Engine, RunOptions } from '../../../engine/port';
import { type Sql, sql } from '../../../engine/sql';
import { givenView, storedTable } from '../../../ledger/longTables';
import { isSameItem } from '../../../ledger/openings';
import { sameThing } from '../../../ledger/projection/fill';
import { project } from '../../../ledger/projection/project';
import { isMissing, voidsMissing } from '../missing';
import type { ImportPlan } from '../plan';

/** What a correction of a document changes in what was open at the end of a month, in one currency. */
interface MonthEffect {
  readonly monthEnd: string;
  readonly currency: string;
  readonly amount: string;
}

/** A file's records beside those that the ledger has. */
export interface Comparison {
  readonly table: string;
  readonly newCount: number;
  readonly changedCount: number;
  /** Records that the ledger has already, cell for cell. */
  readonly identicalCount: number;
  /** What changed documents, and those that become void, do to the sums posted up to each month's end; those that are not zero. */
  readonly effects: readonly MonthEffect[];
}

/** Month ends shown of the effect of corrections. */
const monthsShown = 36;

/** Compares what a plan would bring, in the table that its rows are first of all, with what is there. */
export async function compare(
  engine: Engine,
  plan: ImportPlan,
  options: RunOptions,
): Promise<Comparison> {
  const good = sql`(SELECT * FROM ${sql.id(plan.typedTable)} WHERE problem IS NULL) good`;
  const [fill] = project(plan.mapping, good, plan.sourceId, plan.isSplit);
  const table = fill?.table ?? plan.mapping.dataset;
  const def = tableDef(table);
  const [held] = await engine.rows(sql`SELECT 1 AS found FROM ${sql.id(table)} LIMIT 1`, options);
  const isDocument = table === 'document';
  if (!fill || !def || !held) {
    const [count] = fill
      ? await engine.rows(sql`SELECT count(*) AS n FROM (${fill.rows(0)}) r`, options)
      : [];
    const newCount = Number(count?.['n'] ?? 0);
    return { table, newCount, changedCount: 0, identicalCount: 0, effects: [] };
  }
  // What people changed on top does not make a row another one.
  const there = table === 'customer' ? storedTable(table) : givenView(table);
  const same = sql.join(
    def.columns.map(({ name }) => sql`n.${sql.id(name)} IS NOT DISTINCT FROM o.${sql.id(name)}`),
    ' AND ',
  );
  const incoming = sql`((SELECT * FROM ${there} LIMIT 0) UNION ALL ${fill.rows(0)})`;
  const amounts = isDocument
    ? sql`, n.amount AS new_amount, CASE WHEN coalesce(n.status, 'posted') = 'posted' THEN n.posting_date END AS new_date, coalesce(n.currency, '') AS new_currency,
            o.amount AS old_amount, CASE WHEN coalesce(o.status, 'posted') = 'posted' THEN o.posting_date END AS old_date, coalesce(o.currency, '') AS old_currency`
    : sql.empty;
  // An opening item that is there already is not brought again, whatever it says.
  const isOpening = plan.mapping.content?.kind === 'opening';
  const isSame = isOpening ? sql`o.source_row IS NOT NULL` : same;
  const compared = sql`(SELECT o.source_id IS NULL AND o.source_row IS NULL AS is_new, ${isSame} AS is_same ${amounts}
    FROM ${incoming} n LEFT JOIN ${there} o ON ${sameThing(fill, sql`n`, sql`o`)}) c`;
  const opened = isDocument && !isOpening ? await openedUntil(engine, options) : undefined;
  const [counts] = await engine.rows(
    sql`SELECT count(*) FILTER (WHERE is_new) AS new_count,
               count(*) FILTER (WHERE NOT is_new AND is_same) AS identical_count,
               count(*) FILTER (WHERE NOT is_new AND NOT is_same) AS changed_count FROM ${compared}`,
    options,
  );
  const voids = voidsMissing(plan.mapping);
  const changedCount = Number(counts?.['changed_count'] ?? 0);
  return {
    table,
    newCount: Number(counts?.['new_count'] ?? 0),
    identicalCount: Number(counts?.['identical_count'] ?? 0),
    changedCount,
    // A list of open items says what is open on its day; what was open before stands as it was.
    effects:
      isDocument &&
      plan.mapping.content?.kind !== 'open_items' &&
      (changedCount > 0 || voids || opened !== undefined)
        ? await effectsOf(
            engine,
            {
              compared,
              voided: voids ? isMissing(plan, plan.typedTable) : undefined,
              replaced: opened === undefined ? undefined : replacedOpenings(incoming, opened),
            },
            options,
          )
        : [],
  };
}

/** The last day up to which an opening says what was open; none where there is no opening. */
async function openedUntil(engine: Engine, options: RunOptions): Promise<string | undefined> {
  const [row] = await engine.rows(
    sql`SELECT CAST(max(d.posting_date) AS VARCHAR) AS day FROM document d
        JOIN file_content f ON f.source_id = d.source_id WHERE f.kind = 'opening' AND d.kind = 'opening_balance'`,
    options,
  );
  return typeof row?.['day'] === 'string' ? row['day'] : undefined;
}

/**
 * What a history that comes after an opening changes: its documents take the place of opening items, and what it has up
 * to the opening's day was in no opening.
 */
const replacedOpenings = (incoming: Sql, day: string): Sql => sql`
  SELECT n.posting_date AS day, coalesce(n.currency, '') AS currency, n.amount AS amount
  FROM ${incoming} n LEFT JOIN (SELECT document_id, entity_id, kind FROM document_given) k
    ON k.document_id = n.document_id AND k.entity_id IS NOT DISTINCT FROM n.entity_id AND k.kind = n.kind
  WHERE k.document_id IS NULL AND n.posting_date <= CAST(${day} AS DATE) AND coalesce(n.status, 'posted') = 'posted'
    AND n.kind <> 'opening_balance'
  UNION ALL
  SELECT o.posting_date, coalesce(o.currency, ''), -o.amount
  FROM document o JOIN file_content f ON f.source_id = o.source_id
  WHERE f.kind = 'opening' AND o.kind = 'opening_balance'
    AND EXISTS (SELECT 1 FROM ${incoming} n WHERE n.kind <> 'opening_balance' AND ${isSameItem(sql`n`, sql`o`)})`;

/** What changes the sums of months: rows beside those they change, documents that become void, openings that give way. */
interface Changing {
  readonly compared: Sql;
  readonly voided: Sql | undefined;
  readonly replaced: Sql | undefined;
}

async function effectsOf(
  engine: Engine,
  { compared, voided, replaced }: Changing,
  options: RunOptions,
): Promise<readonly MonthEffect[]> {
  const rows = await engine.rows(
    sql`WITH part AS (
          SELECT last_day(new_date) AS month_end, new_currency AS currency, new_amount AS amount FROM ${compared} WHERE NOT is_new AND NOT is_same AND new_date IS NOT NULL
          UNION ALL
          SELECT last_day(old_date), old_currency, -old_amount FROM ${compared} WHERE NOT is_new AND NOT is_same AND old_date IS NOT NULL
          ${voided ? sql`UNION ALL SELECT last_day(posting_date), coalesce(currency, ''), -amount FROM document WHERE posting_date IS NOT NULL AND coalesce(status, 'posted') = 'posted' AND ${voided}` : sql.empty}
          ${replaced ? sql`UNION ALL SELECT last_day(day), currency, amount FROM (${replaced}) r` : sql.empty}
        ), month AS (
          SELECT m.month_end, c.currency, coalesce(sum(p.amount), 0) AS amount
          FROM (SELECT DISTINCT month_end FROM part) m CROSS JOIN (SELECT DISTINCT currency FROM part) c
          LEFT JOIN part p ON p.month_end = m.month_end AND p.currency = c.currency GROUP BY 1, 2
        ),
        effect AS (SELECT month_end, currency, sum(amount) OVER (PARTITION BY currency ORDER BY month_end ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS amount FROM month)
        SELECT CAST(month_end AS VARCHAR) AS month_end, currency, CAST(amount AS DECIMAL(28,4)) AS amount
        FROM effect WHERE amount <> 0 ORDER BY month_end, currency LIMIT ${monthsShown}`,
    options,
  );
  return rows.map((row) => ({
    monthEnd: String(row['month_end']),
    currency: String(row['currency']),
    amount: String(row['amount']),
  }));
}
