import type { Mapping } from '../../../domain/import/mapping';
import {
  type SpelledValue,
  type SpellingGroup,
  spellingGroups,
} from '../../../domain/import/spellings';
import type { Engine, RunOptions } from '../../../engine/port';
import { type Sql, sql } from '../../../engine/sql';
import type { ImportPlan } from '../plan';

/** Spellings of one field that may be one. */
export interface FieldSpellings {
  readonly field: string;
  readonly groups: readonly SpellingGroup[];
}

/** Fields that people group by: what is spelled in two ways there falls apart in every report. */
const grouped: Readonly<Record<string, Sql | undefined>> = {
  customer_id: sql`SELECT customer_id AS value FROM customer UNION ALL SELECT customer_id FROM document`,
  customer_name: sql`SELECT name AS value FROM customer`,
  segment: sql`SELECT segment AS value FROM customer`,
  region: sql`SELECT region AS value FROM customer`,
  collector: sql`SELECT collector AS value FROM customer`,
  salesperson: sql`SELECT salesperson AS value FROM document`,
  department: sql`SELECT department AS value FROM document`,
  project: sql`SELECT project AS value FROM document`,
  service: sql`SELECT service AS value FROM document`,
  unit: undefined,
};

/** More different values than this are names of single things, and no list that anybody reviews. */
const distinctMax = 20_000;
const groupsMax = 200;

/** Suggests which values of a file mean the same, beside each other and beside what the ledger has. */
export async function spellingsOf(
  engine: Engine,
  { mapping, typedTable }: ImportPlan,
  options: RunOptions,
): Promise<readonly FieldSpellings[]> {
  const found: FieldSpellings[] = [];
  for (const [field, known] of Object.entries(grouped)) {
    if (!isText(mapping, field)) continue;
    const values = await valuesOf(engine, sql.id(typedTable), sql.id(field), known, options);
    // Codes of figures alone have one spelling.
    const isName = field === 'customer_id' || field === 'customer_name';
    const groups = spellingGroups(values, isName).slice(0, groupsMax);
    if (groups.length > 0) found.push({ field, groups });
  }
  return found;
}

const isText = ({ fields }: Mapping, field: string): boolean =>
  fields[field] !== undefined && fields[field].words === undefined && !fields[field].joined;

async function valuesOf(
  engine: Engine,
  typed: Sql,
  column: Sql,
  known: Sql | undefined,
  options: RunOptions,
): Promise<readonly SpelledValue[]> {
  const hasLetters = sql`regexp_matches(value, '\\p{L}')`;
  const all = sql`SELECT ${column} AS value, 1 AS n, FALSE AS is_known FROM ${typed} WHERE problem IS NULL
    ${known ? sql`UNION ALL SELECT value, 0, TRUE FROM (${known}) k` : sql.empty}`;
  const rows = await engine.rows(
    sql`SELECT value, sum(n) AS n, bool_or(is_known) AS is_known FROM (${all}) a
        WHERE value IS NOT NULL AND ${hasLetters} GROUP BY value ORDER BY value LIMIT ${distinctMax + 1}`,
    options,
  );
  if (rows.length > distinctMax) return [];
  return rows.map((row) => ({
    text: String(row['value']),
    count: Number(row['n']),
    isKnown: row['is_known'] === true,
  }));
}
