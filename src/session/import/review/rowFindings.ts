import { documentDatasets } from '../../../domain/import/datasets';
import type { FindingCode } from '../../../domain/import/finding';
import type { Mapping } from '../../../domain/import/mapping';
import { type Sql, sql } from '../../../engine/sql';
import { isMapped } from '../../../ledger/projection/typed';

/** A question to the typed rows of one file: which of them a finding is about, and what to show of each. */
export interface RowQuestion {
  readonly code: FindingCode;
  /** A condition over the good rows, `t`. */
  readonly where: Sql;
  readonly value: Sql;
}

const text = (one: Sql): Sql => sql`CAST(${one} AS VARCHAR)`;

const pair = (a: Sql, b: Sql): Sql => sql`concat_ws(' → ', ${text(a)}, ${text(b)})`;

/** What each row says against itself. */
export function rowQuestions(mapping: Mapping): readonly RowQuestion[] {
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
