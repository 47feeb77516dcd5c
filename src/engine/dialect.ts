import { type Sql, sql } from './sql';

/**
 * What a report's SQL may ask of the engine it runs on.
 * Reports keep to the common subset; a difference that cannot be avoided becomes a member here, once.
 */
export interface Dialect {
  readonly name: 'duckdb' | 'clickhouse';
  /** A text without its accents: `Núñez` as `Nunez`. */
  withoutAccents(text: Sql): Sql;
}

export const duckdbDialect: Dialect = {
  name: 'duckdb',
  withoutAccents: (text) => sql`strip_accents(${text})`,
};
