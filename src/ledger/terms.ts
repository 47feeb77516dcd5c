import type { PaymentTermRow, TermPart } from '../domain/terms/parts';
import { meaningsOf } from '../domain/terms/readTerms';
import { stepsMax, type TermStep } from '../domain/terms/steps';
import type { Engine, RunOptions } from '../engine/port';
import { type Sql, sql } from '../engine/sql';
import { insertRows } from './insertRows';
import { storedTable } from './longTables';
import { atScale } from './scale';

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
  SELECT d.document_key, d.document_id, d.document_date, d.amount, d.currency,
         coalesce(d.terms, CASE WHEN d.is_billed THEN c.terms END) AS terms
  FROM (SELECT document_key, document_id, document_date, amount, currency, customer_id,
               nullif(trim(terms), '') AS terms, ${isBilled} AS is_billed
        FROM document_given WHERE ${undated}) d
  LEFT JOIN ${customerTerms} c ON c.customer_id = d.customer_id`;

const createMeanings = sql`
  CREATE OR REPLACE TABLE term_meaning (terms VARCHAR, part_no INTEGER, is_last BOOLEAN, share_kind VARCHAR,
    share DECIMAL(18,4), shape VARCHAR,
    ${sql.join(Array.from({ length: stepsMax }, (_, i) => sql`${count(i)} INTEGER`))})`;

/** Instalments that terms of several parts make: of documents that are given in none. */
export const createTermInstalments = sql`
  CREATE OR REPLACE TABLE term_instalment (document_key INTEGER, instalment_no INTEGER, due_date DATE,
    amount DECIMAL(18,4))`;

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
 * What terms give, by the table of payment terms or by the words, to debits that say no due date themselves: the due date
 * of the whole in `taken_due`, and where terms have several parts, what is due when in `term_instalment`. Documents whose
 * terms are not understood are in neither.
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
  const rows = [...meanings].flatMap(([terms, parts]) =>
    parts.map(({ share, steps }, i) => [
      terms,
      String(i + 1),
      String(i === parts.length - 1),
      share.kind,
      share.value || '0',
      shapeOf(steps),
      ...Array.from({ length: stepsMax }, (_, n) => String(steps[n]?.count ?? 0)),
    ]),
  );
  const due = dueDate([...meanings.values()].flat());
  await engine.exec(createMeanings, options);
  await insertRows(engine, sql`term_meaning`, rows, options);
  // A document as a whole is due when its last part is.
  await engine.exec(
    sql`INSERT INTO taken_due
        SELECT document_key, ${due} FROM (${withTerms}) t JOIN term_meaning m ON m.terms = t.terms WHERE m.is_last`,
    options,
  );
  const partsMost = Math.max(...[...meanings.values()].map((parts) => parts.length));
  for (let part = 1; partsMost > 1 && part <= partsMost; part += 1)
    await engine.exec(addPart(part, due), options);
  await engine.exec(sql`DROP TABLE term_meaning`, options);
}

/** The due date that a row's meaning leads to: as many formulas as there are different kinds of steps. */
function dueDate(parts: readonly TermPart[]): Sql {
  const shapes = new Map(parts.map(({ steps }) => [shapeOf(steps), steps]));
  const branches = [...shapes].map(([shape, steps]) => {
    const date = steps.reduce(
      (from, { kind }, i) => after(from, kind, count(i)),
      sql`document_date`,
    );
    return sql`WHEN ${shape} THEN ${date}`;
  });
  return sql`CASE shape ${sql.join(branches, ' ')} END`;
}

/** One part of each document whose terms have several, of what earlier parts left; `partsOf` of the domain says the same of one. */
const addPart = (part: number, due: Sql): Sql => sql`
  INSERT INTO term_instalment
  SELECT document_key, part_no, ${due},
         CASE WHEN is_last OR share_kind = 'rest' THEN rest ELSE least(rest, CAST(${atScale(sql`CASE share_kind
           WHEN 'fixed' THEN CAST(share AS DECIMAL(30,6))
           WHEN 'percent_of_rest' THEN CAST(rest * CAST(share AS DECIMAL(7,4)) * 0.01 AS DECIMAL(30,6))
           ELSE CAST(amount * CAST(share AS DECIMAL(7,4)) * 0.01 AS DECIMAL(30,6)) END`)} AS DECIMAL(18,4))) END
  FROM (
    SELECT t.document_key, t.document_date, m.*, t.amount, CAST(t.amount - coalesce(p.taken, 0) AS DECIMAL(18,4)) AS rest,
           u.scale
    FROM (${withTerms}) t
    JOIN term_meaning m ON m.terms = t.terms
    LEFT JOIN (SELECT document_key, sum(amount) AS taken FROM term_instalment GROUP BY document_key) p
      ON p.document_key = t.document_key
    CROSS JOIN ledger_base b
    LEFT JOIN ledger_currency u ON u.currency = coalesce(t.currency, b.base_currency)
    WHERE m.part_no = ${part} AND NOT (m.is_last AND m.part_no = 1)
      AND t.document_id NOT IN (SELECT document_id FROM instalment)
  ) g`;

/** The rows of the table of payment terms, or of another relation of its columns. */
export async function paymentTerms(
  engine: Engine,
  options: RunOptions,
  relation: Sql = sql`payment_term`,
): Promise<readonly PaymentTermRow[]> {
  const rows = await engine.rows(
    sql`SELECT terms, line_no, coalesce(steps, '') AS steps, coalesce(share_kind, '') AS share_kind,
               coalesce(CAST(share AS VARCHAR), '') AS share
        FROM ${relation} p ORDER BY terms, line_no`,
    options,
  );
  return rows.map((row) => ({
    terms: String(row['terms']),
    line: Number(row['line_no'] ?? 0),
    steps: String(row['steps']),
    shareKind: String(row['share_kind']),
    share: String(row['share']),
  }));
}
