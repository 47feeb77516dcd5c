import { documentDatasets } from '../../domain/import/datasets';
import type { ColumnFormat, DateOrder } from '../../domain/import/formats';
import type { ColumnRef, FieldSource, Mapping } from '../../domain/import/mapping';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { convertSql } from '../../ledger/projection/convert';
import { stagedColumn } from '../../ledger/projection/staged';

const rivals: readonly (readonly DateOrder[])[] = [
  ['DMY', 'MDY'],
  ['DMY2', 'MDY2'],
];

/**
 * Where a file's dates and due dates can both be read with the day or the month first: the one order by which nothing is
 * due before it was issued, while by the other something is.
 */
export async function orderByDueDates(
  engine: Engine,
  staged: StagedFile,
  { dataset, fields }: Mapping,
  open: readonly ColumnRef[],
  formats: ReadonlyMap<number, ColumnFormat>,
  options: RunOptions,
): Promise<DateOrder | undefined> {
  const { document_date: issued, due_date: due } = fields;
  const isOpen = (source: FieldSource | undefined): source is FieldSource =>
    source !== undefined && open.some(({ column }) => column === source.column);
  if (!documentDatasets.has(dataset) || !isOpen(issued) || !isOpen(due)) return undefined;
  const format = formats.get(issued.column);
  const orders = rivals.find((pair) => format?.kind === 'date' && pair.includes(format.order));
  if (!orders) return undefined;
  const counts = orders.map((order) => {
    const date = ({ column }: ColumnRef) =>
      convertSql(stagedColumn(column), 'date', { kind: 'date', order });
    return sql`count(*) FILTER (WHERE ${date(due)} < ${date(issued)}) AS ${sql.id(order)}`;
  });
  const [found] = await engine.rows(sql`SELECT ${sql.join(counts)} FROM ${staged.rows} s`, options);
  const clean = orders.filter((order) => Number(found?.[order]) === 0);
  return clean.length === 1 ? clean[0] : undefined;
}
