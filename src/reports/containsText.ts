import type { Dialect } from '../engine/dialect';
import { type Sql, sql } from '../engine/sql';

/** Whether a text holds another, whatever the case and the accents; `%` and `_` of the reader stand for themselves. */
export function containsText(text: Sql, part: string, dialect: Dialect): Sql {
  const escaped = part.replaceAll('\\', '\\\\').replaceAll('%', '\\%').replaceAll('_', '\\_');
  const plain = escaped.normalize('NFD').replace(/\p{M}/gu, '');
  return sql`${dialect.withoutAccents(text)} ILIKE ${`%${plain}%`} ESCAPE '\\'`;
}
