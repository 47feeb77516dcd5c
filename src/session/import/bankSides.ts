import { type DatasetDef, normalHeader } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import { isSideColumn } from '../../domain/import/words';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { isMapped } from '../../ledger/projection/staged';
import { typedRows } from '../../ledger/projection/typed';
import { valuesOf } from './columnValues';

/** Headers of a column that may say which way money went, or else how it was paid: its words decide. */
const typeHeaders: ReadonlySet<string> = new Set(
  [
    'type',
    'transaction type',
    'trans type',
    'details',
    'tipo',
    'tipo de movimiento',
    'typ',
    'typ pohybu',
    'art',
  ].map(normalHeader),
);

/** Rows by which it is seen whether a bank writes a minus: more of them take long and tell the same. */
const lookedMax = 20_000;

/**
 * A bank's lines that are all without a minus, beside a column of nothing but *Debit* and *Credit*: that column says
 * which of them left the account.
 */
export async function withBankSides(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  dataset: DatasetDef,
  options: RunOptions,
): Promise<Mapping> {
  const { amount } = mapping.fields;
  const isBank = mapping.dataset === 'bank_transaction' && mapping.profile === undefined;
  if (!isBank || !amount || amount.minus || amount.side || !isMapped(mapping, 'amount'))
    return mapping;
  const columns = staged.headers.flatMap((header, column) =>
    typeHeaders.has(normalHeader(header)) ? [{ column, header }] : [],
  );
  for (const ref of columns) {
    const words = await valuesOf(engine, staged, ref.column, options);
    if (!isSideColumn(words.map(({ value }) => value))) continue;
    const [found] = await engine.rows(
      sql`SELECT count(*) FILTER (WHERE amount < 0) AS minus
          FROM (${typedRows(sql`(SELECT * FROM ${staged.rows} s LIMIT ${lookedMax})`, dataset, mapping)}) t`,
      options,
    );
    if (Number(found?.['minus']) > 0) return mapping;
    return {
      ...mapping,
      fields: { ...mapping.fields, amount: { ...amount, side: { ...ref, minus: [], plus: [] } } },
    };
  }
  return mapping;
}
