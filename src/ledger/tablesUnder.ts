import { givenLinks, type LinkPolicy, tableUnder } from '../domain/allocation/variant';
import { type Sql, sql } from '../engine/sql';

/** The tables that depend on how credits are applied, under one way to apply them. */
export interface LedgerTables {
  readonly movement: Sql;
  readonly span: Sql;
  readonly cube: Sql;
}

export function tablesUnder(policy: LinkPolicy): LedgerTables {
  return {
    movement: sql.id(tableUnder(policy, 'movement')),
    span: sql.id(tableUnder(policy, 'span')),
    cube: sql.id(tableUnder(policy, 'cube')),
  };
}

/** Those that a ledger always has. */
export const givenTables: LedgerTables = tablesUnder(givenLinks);
