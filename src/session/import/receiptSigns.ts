import type { DatasetDef } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { isMapped } from '../../ledger/projection/staged';
import { typedRows } from '../../ledger/projection/typed';

/** Rows by which it is seen how a file writes its signs: more of them take long and tell the same. */
const lookedMax = 20_000;

/**
 * A mapping of receipts that turns their signs round where most of them are minus, as a system writes them that takes
 * them off what is owed. A receipt that is still minus then is money given back.
 */
export async function withReceiptSigns(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  dataset: DatasetDef,
  options: RunOptions,
): Promise<Mapping> {
  const { amount } = mapping.fields;
  const isOwn = mapping.dataset === 'payment' && !mapping.profile && !mapping.flipSign;
  if (!isOwn || !amount || amount.minus || amount.side || !isMapped(mapping, 'amount'))
    return mapping;
  const [found] = await engine.rows(
    sql`SELECT count(*) FILTER (WHERE amount > 0) AS plus, count(*) FILTER (WHERE amount < 0) AS minus
        FROM (${typedRows(sql`(SELECT * FROM ${staged.rows} s LIMIT ${lookedMax})`, dataset, mapping)}) t`,
    options,
  );
  return Number(found?.['minus']) > Number(found?.['plus'])
    ? { ...mapping, flipSign: true }
    : mapping;
}
