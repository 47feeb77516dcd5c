import { documentDatasets } from '../../../domain/import/datasets';
import type { FindingCode } from '../../../domain/import/finding';
import { type Sql, sql } from '../../../engine/sql';
import { fewDecimals } from '../../../importers/csv/cellShape';
import { isMapped, readRows, stagedColumn } from '../../../ledger/projection/typed';
import type { ImportPlan } from '../plan';

/** A question to the typed rows of one file: which of them a finding is about, and what to show of each. */
export interface RowQuestion {
  readonly code: FindingCode;
  /** A condition over the good rows, `t`. */
  readonly where: Sql;
  readonly value: Sql;
}

const text = (one: Sql): Sql => sql`CAST(${one} AS VARCHAR)`;

const pair = (a: Sql, b: Sql): Sql => sql`concat_ws(' → ', ${text(a)}, ${text(b)})`;

/**
 * Whether a number has decimals that amounts do not keep, behind its fourth. Those that only a binary fraction made,
 * far behind it, are none.
 */
const isRounded = (cell: Sql, mark: string): Sql =>
  sql`(strpos(${cell}, ${mark}) > 0 AND length(${cell}) - strpos(${cell}, ${mark}) > 4
    AND regexp_matches(${cell}, ${`[${mark}][0-9]{4}([1-9][^0-9]*$|[0-9][1-9]|[1-9]0)`})
    AND NOT regexp_matches(${cell}, ${`[${mark}][0-9]{4}99`}))`;

/** What each row says against itself. */
export function rowQuestions({
  mapping,
  staged,
  typedTable,
}: Pick<ImportPlan, 'mapping' | 'staged' | 'typedTable'>): readonly RowQuestion[] {
  const good = sql`(SELECT * FROM ${sql.id(typedTable)} WHERE problem IS NULL)`;
  const has = (name: string): boolean => isMapped(mapping, name);
  const questions: RowQuestion[] = [];
  const ask = (isAskable: boolean, question: RowQuestion): void => {
    if (isAskable) questions.push(question);
  };
  const isDocument = documentDatasets.has(mapping.dataset);
  const amount = mapping.dataset === 'sales_line' ? sql`line_amount` : sql`amount`;
  ask(isDocument && has('due_date') && has('document_date'), {
    code: 'due_before_issue',
    where: sql`due_date < document_date AND ${amount} > 0`,
    value: pair(sql`document_date`, sql`due_date`),
  });
  ask(isDocument && has('settled_date') && has('document_date'), {
    code: 'settled_before_issue',
    where: sql`settled_date < document_date`,
    value: pair(sql`document_date`, sql`settled_date`),
  });
  ask(isDocument && has('settled_amount'), {
    code: 'settled_undated',
    where: has('settled_date')
      ? sql`settled_amount <> 0 AND settled_date IS NULL`
      : sql`settled_amount <> 0`,
    value: pair(sql`document_id`, sql`settled_amount`),
  });
  ask(isDocument && has('open_amount') && has('settled_date'), {
    code: 'status_contradiction',
    where: sql`open_amount = ${amount} AND settled_date IS NOT NULL AND ${amount} <> 0`,
    value: pair(sql`settled_date`, sql`open_amount`),
  });
  ask(isDocument && has('status') && has('settled_date'), {
    code: 'status_contradiction',
    where: sql`status IN ('draft', 'void') AND settled_date IS NOT NULL`,
    value: pair(sql`status`, sql`settled_date`),
  });
  // A blank date in a column of posting dates is what some systems' drafts have.
  const mayBeDraft = [
    ...(has('status') ? [sql`status = 'draft'`] : []),
    ...(mapping.fields['posting_date'] ? [sql`posting_date IS NULL`] : []),
  ];
  ask(isDocument && mayBeDraft.length > 0, {
    code: 'drafts',
    where: sql`(${sql.join(mayBeDraft, ' OR ')})`,
    value: text(sql`document_id`),
  });
  ask(isDocument && has('status'), {
    code: 'voids',
    where: sql`status = 'void'`,
    value: text(sql`document_id`),
  });
  ask((isDocument || mapping.dataset === 'payment') && mapping.fields['currency'] !== undefined, {
    code: 'no_currency',
    where: sql`currency IS NULL AND (SELECT count(currency) FROM ${good}) > 0`,
    value: pair(isDocument ? sql`document_id` : sql`payment_id`, amount),
  });
  const counted = mapping.fields[mapping.dataset === 'sales_line' ? 'line_amount' : 'amount'];
  const isFew = ((staged.shapes?.[counted?.column ?? 0] ?? 0) & fewDecimals) !== 0;
  if (counted && counted.format?.kind === 'number')
    ask(!isFew, {
      code: 'rounded',
      where: sql`line IN (SELECT line FROM ${readRows(staged.rows, mapping)} r WHERE ${isRounded(stagedColumn(counted.column), counted.format.decimal)})`,
      value: text(amount),
    });
  ask(mapping.dataset === 'usage', {
    code: 'negative_period',
    where: sql`period_end <= period_start`,
    value: pair(sql`period_start`, sql`period_end`),
  });
  ask((isDocument || mapping.dataset === 'payment') && has('customer_id'), {
    code: 'no_customer',
    where: sql`customer_id IS NULL`,
    value: text(isDocument ? sql`document_id` : sql`payment_id`),
  });
  return questions;
}
