import type { ColumnFormat } from '../../domain/import/formats';
import type { ColumnRef, Mapping } from '../../domain/import/mapping';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { convertSql } from '../../ledger/projection/convert';
import { stagedColumn } from '../../ledger/projection/staged';

const marks = ['.', ','] as const;

/** Fewer rows than this prove nothing. */
const rowsMin = 3;

/**
 * Marks that the data prove: where a line has a quantity, a price and an amount, of the ways to read the columns that
 * are open one makes price × quantity the amount (to half a cent a piece) on nearly every line, and no other does.
 * @returns the formats of the columns that were open; empty where nothing is proven
 */
export async function provenMarks(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  formats: ReadonlyMap<number, ColumnFormat>,
  open: readonly ColumnRef[],
  openRates: ReadonlySet<number>,
  options: RunOptions,
): Promise<ReadonlyMap<number, ColumnFormat>> {
  const { fields } = mapping;
  const quantity = fields['line_quantity'] ?? fields['quantity'];
  const price = fields['unit_price'];
  const amount = fields['line_amount'] ?? fields['amount'];
  if (!quantity || !price || !amount || amount.times) return new Map();
  const triple = [quantity, price, amount].map(({ column }) => column);
  const openColumns = new Set(open.map(({ column }) => column));
  if (!triple.some((column) => openColumns.has(column))) return new Map();
  // A price may be open as well, although nobody is asked about a rate.
  const asked = [...new Set(triple)].filter(
    (column) => openColumns.has(column) || openRates.has(column),
  );
  const ways = asked.reduce<readonly ReadonlyMap<number, ColumnFormat>[]>(
    (before, column) =>
      before.flatMap((way) =>
        marks.map(
          (decimal) => new Map([...way, [column, { kind: 'number', decimal, plain: false }]]),
        ),
      ),
    [new Map()],
  );
  const holding: ReadonlyMap<number, ColumnFormat>[] = [];
  for (const way of ways) {
    const read = (column: number) =>
      convertSql(stagedColumn(column), 'rate', way.get(column) ?? formats.get(column));
    const [found] = await engine.rows(
      sql`SELECT count(*) AS n, count(*) FILTER (WHERE abs(q * p - a) <= 0.005 * greatest(abs(q), 1)) AS held
          FROM (SELECT CAST(${read(quantity.column)} AS DOUBLE) AS q, CAST(${read(price.column)} AS DOUBLE) AS p,
                       CAST(${read(amount.column)} AS DOUBLE) AS a FROM ${staged.rows} s) t
          WHERE q IS NOT NULL AND p IS NOT NULL AND a IS NOT NULL`,
      options,
    );
    const count = Number(found?.['n'] ?? 0);
    if (count >= rowsMin && Number(found?.['held'] ?? 0) >= 0.95 * count) holding.push(way);
  }
  const [only] = holding;
  return holding.length === 1 && only ? only : new Map();
}
