import { documentDatasets } from '../../../domain/import/datasets';
import { hasNoDueDates } from '../../../domain/import/noDueDates';
import { partsText } from '../../../domain/terms/parts';
import { meaningsOf } from '../../../domain/terms/readTerms';
import type { Engine, RunOptions } from '../../../engine/port';
import { type Sql, sql } from '../../../engine/sql';
import { storedTable } from '../../../ledger/longTables';
import { isMapped } from '../../../ledger/projection/staged';
import { isBilled, paymentTerms, termsMax } from '../../../ledger/terms';
import type { ImportPlan } from '../plan';
import { goodOf, type Question } from './question';

/** What payment terms mean in the ledger with the files that come, and which customers have any. */
export interface KnownTerms {
  /** Parts and their steps, as the table of payment terms writes them; terms that are not understood are not here. */
  readonly meanings: ReadonlyMap<string, string>;
  /** A relation of `customer_id` and `terms`. */
  readonly ofCustomers: Sql;
}

const hasDocuments = ({ mapping }: ImportPlan): boolean =>
  documentDatasets.has(mapping.dataset) &&
  isMapped(mapping, mapping.dataset === 'sales_line' ? 'line_amount' : 'amount');

/** Debits of a file that say no due date, with `terms` where they say any, and whether a customer's terms are for them. */
function undated(plan: ImportPlan): Sql {
  const has = (name: string): boolean => isMapped(plan.mapping, name);
  const column = (name: string): Sql => (has(name) ? sql.id(name) : sql`CAST(NULL AS VARCHAR)`);
  const isUndated = has('due_date') ? sql`due_date IS NULL` : sql`TRUE`;
  const isLine = plan.mapping.dataset === 'sales_line';
  // A document's lines say its terms over and over: it counts once.
  const once = isLine
    ? sql`QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY line) = 1`
    : sql.empty;
  return sql`(SELECT line, document_id, ${column('customer_id')} AS customer_id,
      nullif(trim(${column('terms')}), '') AS terms, coalesce(${column('kind')}, 'invoice') AS kind
    FROM ${goodOf(plan)} t
    WHERE ${isUndated} AND ${isLine ? sql`line_amount` : sql`amount`} > 0 AND coalesce(${column('kind')}, '') <> 'payment' ${once})`;
}

/** A file's rows of payment terms, with what it does not have as empty. */
function termsOf(plan: ImportPlan): Sql {
  const optional = ['share_kind', 'share'].map((name) =>
    isMapped(plan.mapping, name) ? sql.id(name) : sql`NULL AS ${sql.id(name)}`,
  );
  return sql`(SELECT terms, line_no, steps, ${sql.join(optional)} FROM ${goodOf(plan)} g)`;
}

/** Reads what terms mean that the files' documents name, or their customers. */
export async function knownTerms(
  engine: Engine,
  plans: readonly ImportPlan[],
  options: RunOptions,
): Promise<KnownTerms> {
  const ofDataset = (dataset: string): readonly ImportPlan[] =>
    plans.filter(({ mapping }) => mapping.dataset === dataset);
  const lists = ofDataset('customer').filter(({ mapping }) => isMapped(mapping, 'terms'));
  const listed = [
    ...lists.map((plan, i) => sql`SELECT customer_id, terms, ${i} AS rank FROM ${goodOf(plan)} c`),
    sql`SELECT customer_id, terms, ${lists.length} AS rank FROM ${storedTable('customer')}`,
  ];
  const ofCustomers = sql`(SELECT customer_id, arg_min(terms, rank) AS terms
    FROM (${sql.join(listed, ' UNION ALL ')}) l WHERE terms IS NOT NULL GROUP BY customer_id)`;
  const documents = plans.filter(hasDocuments);
  if (documents.length === 0) return { meanings: new Map(), ofCustomers };
  const named = [
    sql`SELECT terms FROM ${ofCustomers} c`,
    ...documents
      .filter(({ mapping }) => isMapped(mapping, 'terms'))
      .map((plan) => sql`SELECT terms FROM ${undated(plan)} u WHERE terms IS NOT NULL`),
  ];
  const names = await engine.rows(
    sql`SELECT terms FROM (${sql.join(named, ' UNION ALL ')}) n GROUP BY terms ORDER BY count(*) DESC, terms LIMIT ${termsMax}`,
    options,
  );
  const tabled = [...(await paymentTerms(engine, options))];
  for (const plan of ofDataset('payment_term').filter(({ mapping }) => isMapped(mapping, 'steps')))
    tabled.push(...(await paymentTerms(engine, options, termsOf(plan))));
  const meanings = meaningsOf(
    names.map((row) => String(row['terms'])),
    tabled,
  );
  return {
    meanings: new Map([...meanings].map(([terms, parts]) => [terms, partsText(parts)])),
    ofCustomers,
  };
}

/** Where the due dates of a file's documents come from that it does not give: their terms, their customer's, or no term. */
export function dueQuestions(plan: ImportPlan, known: KnownTerms): readonly Question[] {
  if (!hasDocuments(plan)) return [];
  const pairs = [...known.meanings].map(([terms, steps]) => sql`(${terms}, ${steps})`);
  const meaning = sql`(SELECT * FROM (VALUES ${sql.join(
    pairs.length > 0 ? pairs : [sql`(NULL, NULL)`],
  )}) m(terms, steps) WHERE terms IS NOT NULL)`;
  const resolved = sql`(SELECT u.*, o.steps AS own_steps, c.terms AS customer_terms, k.steps AS customer_steps
    FROM ${undated(plan)} u
    LEFT JOIN ${meaning} o ON o.terms = u.terms
    LEFT JOIN ${known.ofCustomers} c ON c.customer_id = u.customer_id AND u.terms IS NULL AND ${isBilled}
    LEFT JOIN ${meaning} k ON k.terms = c.terms)`;
  const grouped = (terms: Sql, steps: Sql): Sql =>
    sql`SELECT min(line) AS line, ${terms} || ' → ' || ${steps} || ' (' || count(*) || ')' AS value
        FROM ${resolved} r WHERE ${steps} IS NOT NULL GROUP BY ${terms}, ${steps}`;
  const rowsWhere = (condition: Sql, value: Sql): Sql =>
    sql`SELECT line, ${value} AS value FROM ${resolved} r WHERE own_steps IS NULL AND customer_steps IS NULL AND ${condition}`;
  const questions: readonly Question[] = [
    {
      code: 'due_from_terms',
      rows: grouped(sql`terms`, sql`own_steps`),
      isOfRows: false,
    },
    {
      code: 'due_from_customer',
      rows: grouped(sql`customer_terms`, sql`customer_steps`),
      isOfRows: false,
    },
    {
      code: 'due_unknown',
      rows: rowsWhere(sql`terms IS NOT NULL`, sql`document_id || ' → ' || terms`),
      isOfRows: true,
    },
    {
      code: 'due_on_issue',
      rows: rowsWhere(sql`terms IS NULL AND ${isBilled}`, sql`document_id`),
      isOfRows: true,
    },
  ];
  // A file without a word about it says so as a whole, and not of each row.
  return hasNoDueDates(plan.mapping) && pairs.length === 0 ? [] : questions;
}
