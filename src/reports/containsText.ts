import { type Sql, sql } from '../engine/sql';

/** Whether a text holds another, whatever the case; `%` and `_` of the reader stand for themselves. */
export function containsText(text: Sql, part: string): Sql {
  const escaped = part.replaceAll('\\', '\\\\').replaceAll('%', '\\%').replaceAll('_', '\\_');
  return sql`${text} ILIKE ${`%${escaped}%`} ESCAPE '\\'`;
}
