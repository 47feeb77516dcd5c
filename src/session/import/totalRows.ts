import { documentDatasets } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import { totalWords, wordKey } from '../../domain/import/words';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { stagedColumn } from '../../ledger/projection/staged';
import { withBankRows } from './bankRows';

/** In longer files a report's total is hardly there, and every row would be looked at for it. */
const rowsMax = 500_000;

/** A mapping that leaves out the rows that are totals or balances of the others. */
export async function withoutTotals(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  options: RunOptions,
): Promise<Mapping> {
  if (mapping.dataset === 'bank_transaction') return withBankRows(engine, staged, mapping, options);
  const isListed = documentDatasets.has(mapping.dataset) || mapping.dataset === 'payment';
  if (!isListed || mapping.totals || staged.rowCount > rowsMax) return mapping;
  const id = mapping.fields[mapping.dataset === 'payment' ? 'payment_id' : 'document_id'];
  if (!id || staged.dataset) return mapping;
  // A total has a word where the others have a number, be it in the column of ids or in the first one.
  for (const column of new Set([id.column, 0])) {
    const text = stagedColumn(column);
    const rows = await engine.rows(
      sql`SELECT DISTINCT trim(${text}) AS word FROM ${staged.rows} s
          WHERE length(trim(${text})) < 24 AND NOT regexp_matches(${text}, '[0-9]') ORDER BY 1 LIMIT 1000`,
      options,
    );
    const words = [...new Set(rows.map((row) => wordKey(String(row['word']))))].filter((key) =>
      totalWords.has(key),
    );
    if (words.length > 0) return { ...mapping, totals: { column, words: words.sort() } };
  }
  return mapping;
}
