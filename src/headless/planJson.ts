import { hasNoDueDates } from '../domain/import/noDueDates';
import { placeOf } from '../domain/import/place';
import type { ImportOutcome } from '../session/import/commit';
import type { ImportPlan } from '../session/import/plan';
import type { PlanReview } from '../session/import/review/review';
import { unusedColumns } from '../session/import/unusedColumns';

/** What is told of one import, as JSON: how it was read, what became of its rows, and what is worth a look. */
export function planJson(
  plan: ImportPlan,
  review: PlanReview | undefined,
  outcome: ImportOutcome | undefined,
): object {
  const { staged } = plan;
  return {
    file: staged.file,
    ...(staged.origin === undefined ? {} : { origin: staged.origin }),
    sourceId: plan.sourceId,
    sha256: staged.sha256,
    bytes: staged.bytes,
    encoding: staged.encoding,
    delimiter: staged.delimiter,
    headerLine: staged.headerLine,
    mapping: plan.mapping,
    unusedColumns: unusedColumns(plan),
    hasNoDueDates: hasNoDueDates(plan.mapping),
    rows: plan.rowCount,
    taken: plan.goodCount,
    rejected: plan.rejectCount,
    rejects: plan.rejects.map(({ line, ...reject }) => ({
      ...reject,
      ...placeOf(staged.file, staged.origin, line),
    })),
    leftOut: plan.leftOut,
    new: review?.comparison.newCount,
    changed: review?.comparison.changedCount,
    identical: review?.comparison.identicalCount,
    effects: review?.comparison.effects,
    findings: review?.findings.map(({ code, count, rows }) => ({ code, count, rows })),
    spellings: review?.spellings,
    settled: plan.settledCount,
    negativeAsCreditNote: plan.creditNoteCount,
    idsWithLeadingZero: plan.leadingZeroCount,
    dateFrom: plan.dateFrom,
    dateTo: plan.dateTo,
    controlTotals: { file: plan.fileTotals, taken: plan.goodTotals },
    controlCredits: { file: plan.fileCredits, taken: plan.goodCredits },
    tables: outcome?.tables ?? [],
  };
}
