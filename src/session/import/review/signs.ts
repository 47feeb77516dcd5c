import { datasetByName, documentDatasets } from '../../../domain/import/datasets';
import { creditKinds } from '../../../domain/import/words';
import { sql } from '../../../engine/sql';
import { isMapped } from '../../../ledger/projection/staged';
import { typedRows } from '../../../ledger/projection/typed';
import { assert } from '../../../lib/assert';
import type { ImportPlan } from '../plan';
import { goodOf, type Question } from './question';

/** What is doubtful about the signs of a file that writes some of its credits with a minus and others without. */
export function signQuestions(plan: ImportPlan): readonly Question[] {
  const { mapping, staged } = plan;
  const questions: Question[] = [];
  const isOwn = mapping.profile === undefined;
  const hasKinds = documentDatasets.has(mapping.dataset) && isMapped(mapping, 'kind');
  const kinds = sql.join(creditKinds.map((kind) => sql`${kind}`));
  const value = sql`document_id || ': ' || amount`;
  if (isOwn && hasKinds && mapping.flipCredits === false)
    questions.push({
      code: 'credits_plus',
      rows: sql`SELECT line, ${value} AS value FROM ${goodOf(plan)} t WHERE kind IN (${kinds}) AND amount > 0`,
      isOfRows: true,
    });
  if (isOwn && hasKinds && mapping.flipCredits === 'each') {
    const dataset = datasetByName(mapping.dataset);
    assert(dataset, `there is no dataset ${mapping.dataset}`);
    const asWritten = typedRows(staged.rows, dataset, { ...mapping, flipCredits: false });
    const credits = sql`(SELECT line, document_id, amount, count(*) FILTER (WHERE amount < 0) OVER () AS minus_count
      FROM (${asWritten}) w WHERE kind IN (${kinds}) AND problem IS NULL)`;
    questions.push({
      code: 'credits_turned',
      rows: sql`SELECT line, ${value} AS value FROM ${credits} c WHERE amount > 0 AND minus_count > 0`,
      isOfRows: true,
    });
  }
  if (mapping.dataset === 'payment' && isMapped(mapping, 'amount'))
    questions.push({
      code: 'receipts_minus',
      rows: sql`SELECT line, concat_ws(': ', ${isMapped(mapping, 'payment_id') ? sql`payment_id` : sql`NULL`}, CAST(amount AS VARCHAR)) AS value
        FROM ${goodOf(plan)} t WHERE amount < 0`,
      isOfRows: true,
    });
  return questions;
}
