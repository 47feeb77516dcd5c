import type { DatasetDef, FieldDef } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import { type Sql, sql } from '../../engine/sql';
import { blankSql, convertSql } from './convert';

/** The staged text of a column. Staged columns have names of ours, so that no header can be a hostile one. */
export function stagedColumn(column: number): Sql {
  return sql.id(`c${column}`);
}

function textOf(mapping: Mapping, field: FieldDef): Sql | undefined {
  const source = mapping.fields[field.name];
  return source === undefined ? undefined : stagedColumn(source.column);
}

/** Whether a field has values at all: a column of the file, or a constant. */
export function isMapped(mapping: Mapping, field: string): boolean {
  return mapping.fields[field] !== undefined || mapping.constants[field] !== undefined;
}

const signed: ReadonlySet<string> = new Set(['amount', 'base_amount', 'tax_amount']);

function fieldValue(mapping: Mapping, field: FieldDef): Sql {
  const source = mapping.fields[field.name];
  const constant = mapping.constants[field.name];
  if (source === undefined) return convertSql(sql`${constant ?? ''}`, field.type, undefined);
  const value = convertSql(stagedColumn(source.column), field.type, source.format);
  return mapping.flipSign && signed.has(field.name) ? sql`-(${value})` : value;
}

/** What is wrong with a row: the first field that is required but blank, or not blank but unreadable. */
function problemOf(dataset: DatasetDef, mapping: Mapping): Sql {
  const branches = dataset.fields.flatMap((field) => {
    const text = textOf(mapping, field);
    if (text === undefined) return [];
    const name = field.name;
    const checks: Sql[] = [];
    if (field.required)
      checks.push(
        sql`WHEN ${sql.id(name)} IS NULL AND ${blankSql(text)} THEN ${`missing:${name}`}`,
      );
    if (field.type !== 'id' && field.type !== 'text')
      checks.push(
        sql`WHEN ${sql.id(name)} IS NULL AND NOT ${blankSql(text)} THEN ${`unreadable:${name}`}`,
      );
    return checks;
  });
  return branches.length === 0
    ? sql`CAST(NULL AS VARCHAR)`
    : sql`CASE ${sql.join(branches, ' ')} ELSE NULL END`;
}

/**
 * The staged rows as typed fields: `line`, the mapped fields, and `problem` (`missing:field`,
 * `unreadable:field`, or NULL where the row is good).
 */
export function typedRows(staged: Sql, dataset: DatasetDef, mapping: Mapping): Sql {
  const mapped = dataset.fields.filter((field) => isMapped(mapping, field.name));
  const values = mapped.map((field) => sql`${fieldValue(mapping, field)} AS ${sql.id(field.name)}`);
  const names = mapped.map((field) => sql.id(field.name));
  return sql`
    SELECT line, ${sql.join(names)}, ${problemOf(dataset, mapping)} AS problem
    FROM (SELECT s.*, ${sql.join(values)} FROM ${staged} s) t`;
}
