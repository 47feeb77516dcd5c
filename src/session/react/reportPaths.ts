import type { Column } from '../../domain/report/column';
import type { ResultRow } from '../../domain/report/result';
import type { UrlParams } from './useUrlParams';

/** The page on which each report is read. */
const paths: Readonly<Record<string, string>> = {
  'aging-by': '/aging',
  'open-items': '/items',
  'customer-account': '/account',
  customers: '/customers',
  'due-dates': '/analysis',
  'rolled-items': '/analysis',
  'tie-out': '/tie-out',
  'control-accounts': '/tie-out',
  contradictions: '/contradictions',
};

export interface Target {
  readonly path: string;
  readonly params: UrlParams;
}

/** Where a cell leads: the report behind it, with the column's filter and the row's keys. */
export function drillTarget(column: Column, row: ResultRow): Target | undefined {
  const { drill } = column;
  const path = drill && paths[drill.report];
  if (!drill || !path) return undefined;
  // That page shows one of several reports.
  const params: Record<string, string> = {
    ...(path === '/analysis' && { report: drill.report }),
    ...drill.fixed,
  };
  for (const [param, from] of Object.entries(drill.fromRow)) {
    const value = row[from];
    if (typeof value === 'string') params[param] = value;
  }
  return { path, params };
}
