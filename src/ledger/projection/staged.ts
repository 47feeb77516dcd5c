import type { Mapping } from '../../domain/import/mapping';
import { isNumbered } from '../../domain/import/recognise';
import { type Sql, sql } from '../../engine/sql';

/** The staged text of a column. Staged columns have names of ours, so that no header can be a hostile one. */
export function stagedColumn(column: number): Sql {
  return sql.id(`c${column}`);
}

/** Whether a field has values at all: a column of the file, a constant, or what is made of the row. */
export function isMapped(mapping: Mapping, field: string): boolean {
  return (
    mapping.fields[field] !== undefined ||
    mapping.constants[field] !== undefined ||
    mapping.rowId?.field === field ||
    (field === 'currency' && mapping.currencyIn !== undefined) ||
    (field === 'line_no' && isNumbered(mapping.dataset))
  );
}
