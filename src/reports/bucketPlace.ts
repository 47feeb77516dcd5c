import { addDays } from '../domain/time/calendar';
import { type Sql, sql } from '../engine/sql';
import { bucketDate } from './aging/source';
import type { AgingParams } from './params';

/** The place of an item's bucket, 0 being the first: the number of edges that its days are beyond. */
export function bucketPlace(at: AgingParams): Sql {
  const date = bucketDate(at);
  const beyond = at.edges.map(
    (edge) => sql`CASE WHEN ${date} < ${sql.date(addDays(at.asOf, -edge))} THEN 1 ELSE 0 END`,
  );
  return sql`(${sql.join(beyond, ' + ')})`;
}
