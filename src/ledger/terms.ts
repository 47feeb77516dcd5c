import { meaningsOf } from '../domain/terms/readTerms';
import { stepsMax, type TermStep } from '../domain/terms/steps';
import type { Engine, RunOptions } from '../engine/port';
import { type Sql, sql } from '../engine/sql';
import { insertRows } from './insertRows';
import { storedTable } from './longTables';

/** Different terms that are looked at, the most used first: more of them are no terms but remarks. */
export const termsMax = 2_000;

/** Kinds of debits that a customer's own terms are for; an interest or a refund is due when it is made. */
export const isBilled = sql`coalesce(kind, 'invoice') IN ('invoice', 'debit_note')`;

/** Debits that say no due date. A receipt's date is its own, whatever stands beside it. */
const undated = sql`due_date IS NULL AND amount > 0 AND coalesce(kind, '') <> 'payment' AND document_date IS NOT NULL`;

const lacksDueDate = sql`SELECT 1 FROM document_given WHERE ${undated}`;

/** Each customer's terms as the last list says them: an edit of today would move what was due long ago. */
export const customerTerms = sql`
  (SELECT customer_id, min(terms) AS terms FROM ${storedTable('customer')}
   WHERE terms IS NOT NULL GROUP BY customer_id)`;

/** Undated debits and the terms that count for each: its own, else its customer's. */
const withTerms = sql`
  SELECT d.document_key, d.document_date, coalesce(d.terms, CASE WHEN d.is_billed THEN c.terms END) AS terms
  FROM (SELECT document_key, document_date, customer_id, nullif(trim(terms), '') AS terms, ${isBilled} AS is_billed
        FROM document_given WHERE ${undated}) d
  LEFT JOIN ${customerTerms} c ON c.customer_id = d.customer_id`;

const createMeanings = sql`
  CREATE OR REPLACE TABLE term_meaning (terms VARCHAR, shape VARCHAR,
    ${sql.join(Array.from({ length: stepsMax }, (_, i) => sql`${count(i)} INTEGER`))})`;

function count(step: number): Sql {
  return sql.id(`n${step}`);
}

/** The kinds of some steps, which their counts are put in: as many formulas as there are of these. */
const shapeOf = (steps: readonly TermStep[]): string => steps.map(({ kind }) => kind).join(' ');

const lastOfMonth = (date: Sql): Sql => sql`last_day(${date})`;

const dayOf = (date: Sql, day: Sql): Sql =>
  sql`least(${lastOfMonth(date)}, CAST(date_trunc('month', ${date}) AS DATE) + (${day} - 1))`;

/** One step as the engine takes it; `dueOn` of the domain says the same of one date. */
function after(date: Sql, kind: TermStep['kind'], n: Sql): Sql {
  switch (kind) {
    case 'days':
      return sql`(${date} + ${n})`;
    case 'months':
      return sql`CAST(${date} + to_months(${n}) AS DATE)`;
    case 'month_end':
      return lastOfMonth(date);
    case 'day':
      return dayOf(date, n);
    case 'next_day': {
      const next = sql`CAST(date_trunc('month', ${date}) + INTERVAL 1 MONTH AS DATE)`;
      return sql`CASE WHEN ${dayOf(date, n)} >= ${date} THEN ${dayOf(date, n)} ELSE ${dayOf(next, n)} END`;
    }
  }
}

/**
 * The due dates that terms give, in `taken_due`: of debits that say none themselves, by the table of payment terms or by
 * the words. Those whose terms are not understood are not in it.
 */
export async function addDueOfTerms(engine: Engine, options: RunOptions): Promise<void> {
  const [one] = await engine.rows(sql`${lacksDueDate} LIMIT 1`, options);
  if (!one) return;
  const named = await engine.rows(
    sql`SELECT terms FROM (${withTerms}) t WHERE terms IS NOT NULL
        GROUP BY terms ORDER BY count(*) DESC, terms LIMIT ${termsMax}`,
    options,
  );
  const meanings = meaningsOf(
    named.map((row) => String(row['terms'])),
    await paymentTerms(engine, options),
  );
  if (meanings.size === 0) return;
  const rows = [...meanings].map(([terms, steps]) => [
    terms,
    shapeOf(steps),
    ...Array.from({ length: stepsMax }, (_, i) => String(steps[i]?.count ?? 0)),
  ]);
  const shapes = new Map([...meanings.values()].map((steps) => [shapeOf(steps), steps]));
  const due = [...shapes].map(([shape, steps]) => {
    const date = steps.reduce(
      (from, { kind }, i) => after(from, kind, count(i)),
      sql`document_date`,
    );
    return sql`WHEN ${shape} THEN ${date}`;
  });
  await engine.exec(createMeanings, options);
  await insertRows(engine, sql`term_meaning`, rows, options);
  await engine.exec(
    sql`INSERT INTO taken_due
        SELECT document_key, CASE shape ${sql.join(due, ' ')} END
        FROM (${withTerms}) t JOIN term_meaning m ON m.terms = t.terms`,
    options,
  );
  await engine.exec(sql`DROP TABLE term_meaning`, options);
}

/** The rows of the table of payment terms, or of another relation of its columns. */
export async function paymentTerms(
  engine: Engine,
  options: RunOptions,
  relation: Sql = sql`payment_term`,
): Promise<Parameters<typeof meaningsOf>[1]> {
  const rows = await engine.rows(
    sql`SELECT terms, line_no, coalesce(steps, '') AS steps FROM ${relation} p ORDER BY terms, line_no`,
    options,
  );
  return rows.map((row) => ({
    terms: String(row['terms']),
    line: Number(row['line_no'] ?? 0),
    steps: String(row['steps']),
  }));
}
