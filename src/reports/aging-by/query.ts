import type { Dimension } from '../../domain/report/dimension';
import { type Sql, sql } from '../../engine/sql';
import {
  bucketSums,
  bucketTotals,
  every,
  itemFilters,
  openAt,
  spanTable,
  viewColumns,
  viewCurrencies,
} from '../aging/source';
import { dimensionForeignKey, dimensionNames } from '../dimensions';
import type { AgingParams } from '../params';

/** What is open by bucket: one row a key of a dimension and currency. `having` is of sums over `s`. */
export function agingRows(p: AgingParams, by: Dimension, having: Sql = sql.empty): Sql {
  const sums = sql`
    SELECT view_key, dimension_key, ${bucketSums(p)} FROM (
      SELECT ${viewColumns(p, sql`open_amount`, sql`open_base`)},
             ${dimensionForeignKey(by, p)} AS dimension_key, side, due_date, document_date, 1 AS opens
      FROM ${spanTable(p)} s WHERE ${openAt(p)} AND ${every(itemFilters(p))}
    ) r GROUP BY view_key, dimension_key`;
  return sql`
    SELECT n.key AS key, n.label AS label, c.currency AS currency, ${bucketTotals(p)}
    FROM (${sums}) s
    JOIN ${viewCurrencies(p)} c ON c.view_key = s.view_key
    JOIN ${dimensionNames(by, p)} n ON n.dimension_key = s.dimension_key
    GROUP BY n.key, n.label, c.currency
    ${having}`;
}
