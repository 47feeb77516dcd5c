import type { FindingCode } from '../../../domain/import/finding';
import { type Sql, sql } from '../../../engine/sql';
import type { ImportPlan } from '../plan';

/** A question to a file's rows: those that a finding is about, each with `line` and what to show as `value`. */
export interface Question {
  readonly code: FindingCode;
  readonly rows: Sql;
  /** Whether its rows are rows of the file, that may be left out. */
  readonly isOfRows: boolean;
}

/** The rows of a file that are taken. */
export const goodOf = ({ typedTable }: Pick<ImportPlan, 'typedTable'>): Sql =>
  sql`(SELECT * FROM ${sql.id(typedTable)} WHERE problem IS NULL)`;
