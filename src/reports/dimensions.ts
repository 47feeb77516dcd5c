import { type Dimension, missingKey } from '../domain/report/dimension';
import type { IsoDate } from '../domain/time/calendar';
import { type Sql, sql } from '../engine/sql';

/** Which state of attributes that change is asked for: that of the date, or the last one. */
export interface AttributesAt {
  readonly asOf: IsoDate;
  readonly attributes: 'then' | 'now';
}

/** Where a dimension's key and name come from, and the small key by which spans carry it. */
interface DimensionSource {
  readonly table: Sql;
  readonly foreignKey: Sql;
  readonly key: Sql;
  readonly label: Sql;
}

function sourceOf(dimension: Dimension, at: AttributesAt): DimensionSource {
  switch (dimension) {
    case 'customer':
      return {
        table: sql`debtor`,
        foreignKey: sql`customer_key`,
        key: sql`customer_id`,
        label: sql`customer_name`,
      };
    case 'parent':
      return {
        table: sql`debtor_group`,
        foreignKey: sql`customer_key`,
        key: sql`parent_id`,
        label: sql`parent_name`,
      };
    case 'segment':
    case 'region':
    case 'collector':
      return plain(debtorAt(dimension, at), sql`customer_key`, sql.id(dimension));
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

/** Debtors with an attribute as it was at the date; what never changed has no history, and is what it is. */
function debtorAt(dimension: 'segment' | 'region' | 'collector', at: AttributesAt): Sql {
  if (at.attributes === 'now') return sql`debtor`;
  const column = sql.id(dimension);
  return sql`(SELECT d.customer_key AS customer_key,
      CASE WHEN h.customer_key IS NULL THEN d.${column} ELSE h.value END AS ${column}
    FROM debtor d LEFT JOIN (
      SELECT customer_key, value FROM debtor_history
      WHERE field = ${dimension} AND valid_from <= ${sql.date(at.asOf)} AND valid_to > ${sql.date(at.asOf)}
    ) h ON h.customer_key = d.customer_key)`;
}

/** The column of a span that leads to a dimension. */
export function dimensionForeignKey(dimension: Dimension, at: AttributesAt): Sql {
  return sourceOf(dimension, at).foreignKey;
}

/** Rows of `dimension_key, key, label`: names are joined late, after the sums. */
export function dimensionNames(dimension: Dimension, at: AttributesAt): Sql {
  const source = sourceOf(dimension, at);
  return sql`(SELECT ${source.foreignKey} AS dimension_key, ${source.key} AS key, ${source.label} AS label FROM ${source.table} o)`;
}

/** A condition on spans that keeps one key of a dimension. */
export function dimensionFilter(dimension: Dimension, key: string, at: AttributesAt): Sql {
  const source = sourceOf(dimension, at);
  return sql`${source.foreignKey} IN (SELECT ${source.foreignKey} FROM ${source.table} o WHERE ${source.key} = ${key})`;
}
