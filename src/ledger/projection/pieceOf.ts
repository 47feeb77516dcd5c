import { type Sql, sql } from '../../engine/sql';

/** Which of the files that were put together a line is of, counted from 1. */
export function pieceOf(starts: readonly number[]): Sql {
  const branches = starts.map((start, i) => sql`WHEN line >= ${start} THEN ${i + 1}`).reverse();
  return branches.length < 2 ? sql`1` : sql`CASE ${sql.join(branches, ' ')} ELSE 1 END`;
}
