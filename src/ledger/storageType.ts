import type { ColumnType } from '../domain/ledger/tables';
import { type Sql, sql } from '../engine/sql';
import { assertNever } from '../lib/assert';

/** The engine's type of a canonical column. */
export function storageType(type: ColumnType): Sql {
  switch (type) {
    case 'id':
    case 'text':
      return sql`VARCHAR`;
    case 'date':
      return sql`DATE`;
    case 'timestamp':
      return sql`TIMESTAMP`;
    case 'money':
      return sql`DECIMAL(18,4)`;
    case 'rate':
      return sql`DECIMAL(18,10)`;
    case 'integer':
      return sql`INTEGER`;
    case 'boolean':
      return sql`BOOLEAN`;
    default:
      return assertNever(type);
  }
}
