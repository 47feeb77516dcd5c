import { columnsOf } from '../../domain/import/mapping';
import type { ImportPlan } from './plan';
import { isAdded } from './rejectsFile';

/** Headers of columns that nothing is read from: what they say is in no table. */
export function unusedColumns({
  staged,
  mapping,
}: Pick<ImportPlan, 'staged' | 'mapping'>): readonly string[] {
  const used = new Set(
    [mapping, ...(mapping.also ?? [])].flatMap(
      ({ fields, rowId, totals, leaveOut = [], currencyIn }) => [
        ...Object.values(fields).flatMap((source) => columnsOf(source).map(({ column }) => column)),
        ...(totals ? [totals.column] : []),
        ...leaveOut.map(({ column }) => column),
        ...(currencyIn?.columns ?? []),
        // A key made of all columns tells nothing of any.
        ...(rowId && rowId.columns.length < staged.headers.length ? rowId.columns : []),
      ],
    ),
  );
  return staged.headers.filter(
    (header, column) => !used.has(column) && header.trim() !== '' && !isAdded(header),
  );
}
