import type { Mapping } from '../../domain/import/mapping';
import { tableDef } from '../../domain/ledger/tables';
import { type Sql, sql } from '../../engine/sql';
import { assert } from '../../lib/assert';
import { fill, type TableFill, value } from './fill';
import { isMapped } from './staged';

/**
 * Lines of a journal. One signed amount is a debit where it is plus, a credit where it is minus; what a file does not
 * say of provenance is its import and its line.
 */
export function ledgerLines(mapping: Mapping, good: Sql, sourceId: Sql): TableFill {
  const def = tableDef('gl_entry');
  assert(def, 'gl_entry is a canonical table');
  const values: Record<string, Sql> = Object.fromEntries(
    def.columns.map((column) => [column.name, value(mapping, column.name)]),
  );
  if (isMapped(mapping, 'signed_amount')) {
    values['debit'] = sql`CASE WHEN signed_amount > 0 THEN signed_amount ELSE 0 END`;
    values['credit'] = sql`CASE WHEN signed_amount < 0 THEN -signed_amount ELSE 0 END`;
  }
  if (isMapped(mapping, 'source_id')) {
    values['source_id'] = sql`coalesce(source_id, ${sourceId})`;
    values['source_row'] = isMapped(mapping, 'source_row')
      ? sql`coalesce(source_row, line)`
      : sql`line`;
  }
  return fill('gl_entry', values, good, sourceId);
}
