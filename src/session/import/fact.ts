import type { ImportFact } from '../../domain/journal/event';
import type { ImportPlan } from './plan';

/** What the journal keeps of an import: what was read, how, and what must come out when it is read again. */
export function factOf(plan: ImportPlan): ImportFact {
  const { staged } = plan;
  return {
    file: staged.file,
    sha256: staged.sha256,
    bytes: staged.bytes,
    encoding: staged.encoding,
    ...(staged.reading === 1 ? {} : { reading: staged.reading }),
    ...(staged.origin === undefined ? {} : { delimiter: staged.delimiter, origin: staged.origin }),
    mapping: plan.mapping,
    rowCount: plan.rowCount,
    goodCount: plan.goodCount,
    totals: plan.goodTotals,
  };
}
