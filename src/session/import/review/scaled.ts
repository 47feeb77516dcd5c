import { columnsOf, type FieldSource } from '../../../domain/import/mapping';
import { sql } from '../../../engine/sql';
import type { ImportPlan } from '../plan';
import type { Question } from './question';

/** Columns whose amounts are multiplied, since the file says that they are in thousands. One row a column, its header. */
export function scaledQuestion({ mapping }: ImportPlan): Question | undefined {
  const sources: readonly FieldSource[] = Object.values(mapping.fields);
  const headers = new Set(
    sources
      .flatMap(columnsOf)
      .filter(({ format }) => format?.kind === 'number' && format.scale !== undefined)
      .map(({ header }) => header),
  );
  if (headers.size === 0) return undefined;
  const rows = [...headers].map((header) => sql`SELECT 0 AS line, ${header} AS value`);
  return { code: 'amounts_scaled', rows: sql.join(rows, ' UNION ALL '), isOfRows: false };
}
