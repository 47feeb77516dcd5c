import type { FieldSource, Mapping } from '../../domain/import/mapping';
import { type Sql, sql } from '../../engine/sql';
import { fill, type TableFill, value } from './fill';
import { isMapped } from './staged';

/** Columns of a line, not of its document. */
const lineColumns: ReadonlySet<string> = new Set([
  'line_no',
  'line_description',
  'line_quantity',
  'unit_price',
  'line_amount',
  'line_tax_amount',
  'tax_code',
]);

/**
 * Lines that repeat their document's columns: one document each, from its first line, and its lines. The document's
 * amount is the one that the lines repeat, counted once; where they repeat none it is the sum of theirs. A service
 * and a unit are the line's where each line has its own.
 */
export function salesLines(
  mapping: Mapping,
  good: Sql,
  sourceId: Sql,
): { readonly header: Mapping; readonly rows: Sql; readonly lines: readonly TableFill[] } {
  const names = [
    ...Object.keys(mapping.fields),
    ...Object.keys(mapping.constants),
    ...(mapping.rowId ? [mapping.rowId.field] : []),
    ...(mapping.currencyIn ? ['currency'] : []),
  ];
  const ofHeader = [...new Set(names)].filter(
    (name) => !lineColumns.has(name) && name !== 'service' && name !== 'document_id',
  );
  const values = ofHeader.map((name) => {
    const column = sql.id(name);
    return sql`arg_min(${column}, line) FILTER (WHERE ${column} IS NOT NULL) AS ${column}`;
  });
  const total = isMapped(mapping, 'line_tax_amount')
    ? sql`sum(line_amount) + coalesce(sum(line_tax_amount), 0)`
    : sql`sum(line_amount)`;
  const amount = isMapped(mapping, 'amount')
    ? sql.empty
    : sql`, CAST(${total} AS DECIMAL(18,4)) AS amount`;
  const rows = sql`(SELECT document_id, min(line) AS line, ${sql.join(values)} ${amount}
    FROM ${good} GROUP BY document_id) h`;
  const fields: Record<string, FieldSource> = Object.create(null);
  for (const [name, source] of Object.entries(mapping.fields))
    if (!lineColumns.has(name) && name !== 'service') fields[name] = source;
  const counted = fields['amount'] ?? mapping.fields['line_amount'];
  if (counted) fields['amount'] = counted;
  const header: Mapping = { ...mapping, dataset: 'document', fields };
  const lines = fill(
    'document_line',
    {
      document_id: sql`document_id`,
      line_no: sql`line_no`,
      service: sql`coalesce(${value(mapping, 'service')}, ${value(mapping, 'line_description')})`,
      quantity: value(mapping, 'line_quantity'),
      unit: value(mapping, 'unit'),
      unit_price: value(mapping, 'unit_price'),
      amount: sql`line_amount`,
      tax_code: value(mapping, 'tax_code'),
      tax_amount: value(mapping, 'line_tax_amount'),
      department: value(mapping, 'department'),
      project: value(mapping, 'project'),
    },
    good,
    sourceId,
  );
  return { header, rows, lines: [lines] };
}
