import { documentDatasets } from '../../../domain/import/datasets';
import type { Finding, FindingCode } from '../../../domain/import/finding';
import { columnsOf } from '../../../domain/import/mapping';
import { tableDef } from '../../../domain/ledger/tables';
import type { Engine, RunOptions } from '../../../engine/port';
import { type Sql, sql } from '../../../engine/sql';
import { isMapped } from '../../../ledger/projection/staged';
import { isMissing } from '../missing';
import type { ImportPlan } from '../plan';
import { type Comparison, compare } from './compare';
import { dayQuestions } from './days';
import { dueQuestions } from './dueDates';
import { type Known, knownIds } from './known';
import { leftOutQuestion } from './leftOut';
import { goodOf, type Question } from './question';
import { rowQuestions } from './rowFindings';
import { scaledQuestion } from './scaled';
import { seriesFinding } from './series';
import {
  clearedAlone,
  inOtherCurrency,
  mayLackOpen,
  maySayPaid,
  ofOtherCustomers,
  paidUnsettled,
  plainAmount,
  settledByList,
} from './settlements';
import { signQuestions } from './signs';
import { type FieldSpellings, spellingsOf } from './spellings';

/** What a file's rows are beside what the ledger has, and what is worth knowing of them. */
export interface PlanReview {
  readonly comparison: Comparison;
  readonly findings: readonly Finding[];
  readonly spellings: readonly FieldSpellings[];
}

/** Rows shown of a finding. */
const rowsShown = 20;

/**
 * Looks at plans that are to be committed together: each file's rows against themselves, against the ledger, and against
 * the other files. Nothing is changed; the same plans and ledger give the same answer.
 */
export async function reviewPlans(
  engine: Engine,
  plans: readonly ImportPlan[],
  options: RunOptions,
): Promise<readonly PlanReview[]> {
  const known = await knownIds(engine, plans, options);
  const reviews: PlanReview[] = [];
  for (const plan of plans)
    reviews.push({
      comparison: await compare(engine, plan, options),
      findings: await findingsOf(engine, plan, plans, known, options),
      spellings: await spellingsOf(engine, plan, options),
    });
  return reviews;
}

async function findingsOf(
  engine: Engine,
  plan: ImportPlan,
  plans: readonly ImportPlan[],
  known: Known,
  options: RunOptions,
): Promise<readonly Finding[]> {
  const found: (Finding | undefined)[] = [];
  for (const question of questionsOf(plan, plans, known))
    found.push(await findingOf(engine, question, options));
  found.push(await seriesFinding(engine, plan, options));
  return found.filter((one) => one !== undefined);
}

/** The lines of all rows that a finding is about, for a person who leaves them out. */
export async function linesOfFinding(
  engine: Engine,
  plan: ImportPlan,
  plans: readonly ImportPlan[],
  code: string,
  options: RunOptions,
): Promise<readonly number[]> {
  const known = await knownIds(engine, plans, options);
  const question = questionsOf(plan, plans, known).find((one) => one.code === code && one.isOfRows);
  if (!question) return [];
  const rows = await engine.rows(
    sql`SELECT DISTINCT line FROM (${question.rows}) f ORDER BY line`,
    options,
  );
  return rows.map((row) => Number(row['line']));
}

/** The columns that something is made of, here or in the other records of a row. */
function usedColumns({ mapping }: ImportPlan): ReadonlySet<number> {
  const used = new Set<number>();
  for (const { fields, totals, leaveOut = [], rowId, headedBy, currencyIn } of [
    mapping,
    ...(mapping.also ?? []),
  ]) {
    const columns = Object.values(fields).flatMap((one) =>
      columnsOf(one).map(({ column }) => column),
    );
    for (const column of [
      ...columns,
      ...(totals ? [totals.column] : []),
      ...leaveOut.map((one) => one.column),
      ...(rowId?.columns ?? []),
      ...(headedBy ? [headedBy.column, ...headedBy.key] : []),
      ...(currencyIn?.columns ?? []),
    ])
      used.add(column);
  }
  return used;
}

const isIn = (known: Sql): Sql => sql`IN (SELECT id FROM ${known} k WHERE id IS NOT NULL)`;

/** Fields by which rows of other tables name their document. */
const namedDocument: Readonly<Record<string, string>> = {
  document_line: 'document_id',
  instalment: 'document_id',
  allocation: 'debit_document_id',
};

function questionsOf(
  plan: ImportPlan,
  plans: readonly ImportPlan[],
  known: Known,
): readonly Question[] {
  const good = goodOf(plan);
  const { mapping } = plan;
  const used = usedColumns(plan);
  const { dataset } = mapping;
  const has = (name: string): boolean => isMapped(mapping, name);
  const where = (condition: Sql, value: Sql): Sql =>
    sql`SELECT line, ${value} AS value FROM ${good} t WHERE ${condition}`;
  const questions: Question[] = [];
  const isDocument = documentDatasets.has(dataset);
  const ask = (isAsked: boolean, code: FindingCode, rows: () => Sql, isOfRows = true): void => {
    if (isAsked) questions.push({ code, rows: rows(), isOfRows });
  };

  ask(mayRepeat(plan), 'exact_repeat', () => exactRepeats(plan));
  for (const { code, where: condition, value } of rowQuestions(plan, used))
    ask(true, code, () => where(condition, value));
  const ofColumns = [leftOutQuestion(plan, used), scaledQuestion(plan)];
  for (const { code, rows, isOfRows } of [
    ...dueQuestions(plan, known.terms),
    ...signQuestions(plan),
    ...dayQuestions(plan),
    ...ofColumns.filter((one) => one !== undefined),
  ])
    ask(true, code, () => rows, isOfRows);
  ask(has('customer_id') && dataset !== 'customer' && known.hasCustomers, 'unknown_customer', () =>
    where(
      sql`customer_id IS NOT NULL AND NOT customer_id ${isIn(known.customers)}`,
      sql`customer_id`,
    ),
  );
  ask(dataset === 'payment' && has('applied_document_id'), 'orphan_payment', () =>
    where(
      sql`applied_document_id IS NOT NULL AND NOT applied_document_id ${isIn(known.documents)}`,
      sql`payment_id || ' → ' || applied_document_id`,
    ),
  );
  ask(
    dataset === 'payment' && has('applied_document_id') && has('customer_id'),
    'other_customer',
    () => ofOtherCustomers(good, known),
  );
  ask(
    dataset === 'payment' && has('applied_document_id') && has('currency'),
    'other_currency_paid',
    () => inOtherCurrency(good, known),
  );
  ask(maySayPaid(plan), 'paid_unsettled', () => paidUnsettled(plan, known));
  ask(mayLackOpen(plan), 'open_amount_blank', () =>
    where(sql`open_amount IS NULL`, isMapped(mapping, 'document_id') ? sql`document_id` : sql`''`),
  );
  const named = namedDocument[dataset];
  ask(named !== undefined, 'orphan_row', () =>
    where(sql`NOT ${sql.id(named ?? '')} ${isIn(known.documents)}`, sql.id(named ?? '')),
  );
  ask(dataset === 'sales_line' && has('amount'), 'header_differs', () => unlikeHeaders(good));
  ask(dataset === 'sales_line' && has('amount'), 'lines_differ', () =>
    unlikeLines(good, has('line_tax_amount'), has('tax_amount')),
  );
  ask(dataset === 'gl_entry', 'unbalanced_entry', () => unbalanced(good, has('signed_amount')));
  ask(
    dataset === 'gl_entry' && known.hasAccounts,
    'unknown_account',
    () => sql`SELECT min(line) AS line, account_id AS value FROM ${good} t
      WHERE NOT account_id ${isIn(known.accounts)} GROUP BY account_id`,
    false,
  );
  ask(dataset === 'bank_statement', 'statement_open', () => openStatements(plan, plans), false);
  // A receipt may have the number of an invoice: what is one thing is on one side too.
  const side = has('amount') ? sql`sign(t.amount)` : sql`NULL`;
  const isAmong = (others: Sql): Sql =>
    sql`EXISTS (SELECT 1 FROM ${others} k WHERE k.id = t.document_id AND coalesce(k.side = ${side}, TRUE))`;
  const isOpening = mapping.content?.kind === 'opening';
  const openings = sql`(SELECT d.document_id AS id, sign(d.amount) AS side FROM document d
    JOIN file_content f ON f.source_id = d.source_id WHERE f.kind = 'opening' AND d.kind = 'opening_balance')`;
  const isOfHistory = has('kind') ? sql`coalesce(kind, '') <> 'opening_balance' AND` : sql.empty;
  ask(dataset === 'open_item' && has('clearing_id'), 'cleared_unsettled', () => clearedAlone(plan));
  ask(
    isDocument && mapping.content?.kind === 'open_items' && mapping.content.to !== undefined,
    'list_settles',
    () => settledByList(plan),
    false,
  );
  ask(isOpening, 'opening_duplicate', () => where(isAmong(known.history), sql`document_id`));
  ask(isDocument && !isOpening, 'opening_known', () =>
    where(sql`${isOfHistory} ${isAmong(openings)}`, sql`document_id`),
  );
  ask(isDocument && !isOpening && has('kind'), 'opening_twice', () =>
    where(sql`kind = 'opening_balance' AND ${isAmong(known.history)}`, sql`document_id`),
  );
  ask(mapping.content?.kind === 'opening' && has('document_date'), 'after_cut_over', () =>
    where(
      sql`document_date > CAST(${mapping.content?.to ?? null} AS DATE)`,
      sql`document_id || ' → ' || CAST(document_date AS VARCHAR)`,
    ),
  );
  const before = plans.slice(0, plans.indexOf(plan)).filter(comparable);
  ask(comparable(plan) && before.length > 0, 'other_file_differs', () =>
    unlikeEarlier(plan, before),
  );
  ask(mapping.content?.kind === 'history', 'missing_from_full', () => missing(plan), false);
  return questions;
}

/** Documents whose lines repeat different amounts of the whole: the first of them counts. */
const unlikeHeaders = (good: Sql): Sql =>
  sql`SELECT min(line) AS line, document_id || ': ' || min(amount) || ' … ' || max(amount) AS value
      FROM ${good} t GROUP BY document_id HAVING min(amount) <> max(amount)`;

/** Documents whose amount is neither the sum of their lines nor that with their tax. */
function unlikeLines(good: Sql, hasLineTax: boolean, hasTax: boolean): Sql {
  const sums = [
    sql`sum(line_amount)`,
    ...(hasLineTax ? [sql`sum(line_amount) + coalesce(sum(line_tax_amount), 0)`] : []),
    ...(hasTax ? [sql`sum(line_amount) + coalesce(max(tax_amount), 0)`] : []),
  ];
  return sql`SELECT min(line) AS line, document_id || ': ' || max(amount) || ' ≠ ' || ${sums.at(-1) ?? sql``} AS value
    FROM ${good} t GROUP BY document_id HAVING max(amount) NOT IN (${sql.join(sums)})`;
}

/** Entries whose debits are not their credits. */
function unbalanced(good: Sql, isSigned: boolean): Sql {
  const debit = isSigned ? sql`signed_amount` : sql`coalesce(debit, 0) - coalesce(credit, 0)`;
  return sql`SELECT min(line) AS line, entry_id || ': ' || sum(${debit}) AS value
    FROM ${good} t GROUP BY entry_id HAVING sum(${debit}) <> 0`;
}

/** How many rows a query has, and the first of them; nothing where it has none. */
async function findingOf(
  engine: Engine,
  { code, rows, isOfRows }: Question,
  options: RunOptions,
): Promise<Finding | undefined> {
  // Counted first: a count over the sorted rows would hold all of them.
  const [all] = await engine.rows(sql`SELECT count(*) AS n FROM (${rows}) f`, options);
  const count = Number(all?.['n'] ?? 0);
  if (count === 0) return undefined;
  const shown = await engine.rows(
    sql`SELECT line, value FROM (${rows}) f ORDER BY line, value LIMIT ${rowsShown}`,
    options,
  );
  return {
    code,
    count,
    isOfRows,
    rows: shown.map((row) => ({
      line: Number(row['line'] ?? 0),
      value: String(row['value'] ?? '').slice(0, 200),
    })),
  };
}

/** Rows can repeat each other exactly where no id tells them apart, or where ids were refused for standing twice. */
function mayRepeat({ mapping, rejects }: ImportPlan): boolean {
  const def = tableDef(mapping.dataset);
  const hasKey = def?.key.every((name) => mapping.fields[name] !== undefined);
  return (
    !hasKey || mapping.rowId !== undefined || rejects.some(({ reason }) => reason === 'repeated')
  );
}

/** Rows of which every cell stood so before. */
function exactRepeats({ staged, mapping, typedTable }: ImportPlan): Sql {
  const cells = sql.join(staged.headers.map((_, column) => sql.id(`c${column}`)));
  const told = ['document_id', 'payment_id', 'remittance', 'counterparty', 'customer_id'];
  const [first] = [
    ...told.map((name) => mapping.fields[name]),
    ...Object.values(mapping.fields),
  ].filter((source) => source !== undefined);
  return sql`SELECT line, coalesce(${sql.id(`c${first?.column ?? 0}`)}, '') AS value
    FROM (SELECT *, row_number() OVER (PARTITION BY ${cells} ORDER BY line) AS nth FROM ${staged.rows} s
      WHERE line IN (SELECT line FROM ${sql.id(typedTable)} WHERE problem IS NULL OR starts_with(problem, 'repeated:'))) r WHERE nth > 1`;
}

/** Statements whose opening balance and movements do not come to their closing one. */
function openStatements(plan: ImportPlan, plans: readonly ImportPlan[]): Sql {
  const lines = plans.filter(
    ({ mapping }) =>
      mapping.dataset === 'bank_transaction' && isMapped(mapping, 'bank_statement_id'),
  );
  const all = [
    sql`SELECT bank_transaction_id AS id, bank_statement_id AS statement, amount FROM bank_transaction`,
    ...lines.map(
      (one) => sql`SELECT bank_transaction_id, bank_statement_id, amount FROM ${goodOf(one)} l`,
    ),
  ];
  const union = sql.join(all, ' UNION ALL ');
  return sql`SELECT s.line, s.bank_statement_id || ': ' || s.opening_balance || ' + ' || coalesce(m.moved, 0) || ' ≠ ' || s.closing_balance AS value
    FROM ${goodOf(plan)} s LEFT JOIN (
      SELECT statement, sum(amount) AS moved FROM (SELECT id, statement, any_value(amount) AS amount FROM (${union}) a GROUP BY id, statement) b GROUP BY statement
    ) m ON m.statement = s.bank_statement_id
    WHERE s.opening_balance + coalesce(m.moved, 0) <> s.closing_balance`;
}

/** Files whose documents are told by one row each, with an amount and a date; lists of a day say another amount each. */
const comparable = ({ mapping }: ImportPlan): boolean =>
  mapping.dataset === 'document' &&
  mapping.content?.kind !== 'open_items' &&
  isMapped(mapping, 'amount') &&
  isMapped(mapping, 'document_date');

/** Documents that another file of the same drop has otherwise: the last of them counts. */
function unlikeEarlier(plan: ImportPlan, before: readonly ImportPlan[]): Sql {
  const rowOf = (one: ImportPlan): Sql => {
    const kind = isMapped(one.mapping, 'kind') ? sql`coalesce(kind, '')` : sql`''`;
    const currency = isMapped(one.mapping, 'currency') ? sql`coalesce(currency, '')` : sql`''`;
    return sql`SELECT line, document_id, ${kind} AS kind, document_date, ${currency} AS currency, amount FROM ${goodOf(one)} g`;
  };
  const shown = (of: Sql): Sql =>
    sql`concat_ws(' ', CAST(${of}.document_date AS VARCHAR), CAST(${of}.amount AS VARCHAR), nullif(${of}.currency, ''))`;
  return sql`SELECT t.line, t.document_id || ': ' || ${shown(sql`e`)} || ' → ' || ${shown(sql`t`)} AS value
    FROM (${rowOf(plan)}) t JOIN (${sql.join(before.map(rowOf), ' UNION ALL ')}) e
      ON e.document_id = t.document_id AND (e.kind = t.kind OR e.kind = '' OR t.kind = '')
    WHERE e.amount <> t.amount OR e.document_date <> t.document_date OR e.currency <> t.currency`;
}

/** Documents that the ledger has between the dates of a full history, and the history has not. */
const missing = (plan: ImportPlan): Sql =>
  sql`SELECT 0 AS line, concat_ws(' · ', document_id, customer_id, CAST(document_date AS VARCHAR), concat_ws(' ', ${plainAmount(sql`amount`)}, currency)) AS value
      FROM document WHERE ${isMissing(plan, plan.typedTable)}`;
