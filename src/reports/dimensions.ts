import { type Dimension, missingKey } from '../domain/report/dimension';
import { type Sql, sql } from '../engine/sql';

/** Where a dimension's key and name come from, and the small key by which spans carry it. */
interface DimensionSource {
  readonly table: Sql;
  readonly foreignKey: Sql;
  readonly key: Sql;
  readonly label: Sql;
}

function sourceOf(dimension: Dimension): DimensionSource {
  switch (dimension) {
    case 'customer':
      return {
        table: sql`debtor`,
        foreignKey: sql`customer_key`,
        key: sql`customer_id`,
        label: sql`customer_name`,
      };
    case 'segment':
    case 'region':
    case 'collector':
      return plain(sql`debtor`, sql`customer_key`, sql.id(dimension));
    case 'salesperson':
    case 'department':
    case 'service':
      return plain(sql`trait`, sql`trait_key`, sql.id(dimension));
    case 'documentCurrency':
      return plain(sql`ledger_currency`, sql`currency_key`, sql`currency`);
  }
}

function plain(table: Sql, foreignKey: Sql, column: Sql): DimensionSource {
  const key = sql`coalesce(${column}, ${missingKey})`;
  return { table, foreignKey, key, label: key };
}

/** The column of a span that leads to a dimension. */
export function dimensionForeignKey(dimension: Dimension): Sql {
  return sourceOf(dimension).foreignKey;
}

/** Rows of `dimension_key, key, label`: names are joined late, after the sums. */
export function dimensionNames(dimension: Dimension): Sql {
  const source = sourceOf(dimension);
  return sql`(SELECT ${source.foreignKey} AS dimension_key, ${source.key} AS key, ${source.label} AS label FROM ${source.table})`;
}

/** A condition on spans that keeps one key of a dimension. */
export function dimensionFilter(dimension: Dimension, key: string): Sql {
  const source = sourceOf(dimension);
  return sql`${source.foreignKey} IN (SELECT ${source.foreignKey} FROM ${source.table} WHERE ${source.key} = ${key})`;
}
