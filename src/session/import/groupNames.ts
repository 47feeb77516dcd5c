import type { FieldSource, Mapping } from '../../domain/import/mapping';
import { totalWords, wordKey } from '../../domain/import/words';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { stagedColumn } from '../../ledger/projection/staged';

/** Longer files are no report that somebody grouped for people to read. */
const rowsMax = 20_000;

/**
 * A mapping in which a customer stands once for the rows of its group, where the totals of the groups prove it: each
 * repeats the name that is the last one above it, and none of the rows in between has another.
 */
export async function withGroupNames(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  options: RunOptions,
): Promise<Mapping> {
  const { totals, fields } = mapping;
  const customer = fields['customer_id'] ?? fields['customer_name'];
  const isGrouped = totals !== undefined && totals.column === customer?.column;
  if (!isGrouped || customer.isFilled || staged.rowCount > rowsMax) return mapping;
  const rows = await engine.rows(
    sql`SELECT coalesce(trim(${stagedColumn(customer.column)}), '') AS name FROM ${staged.rows} s ORDER BY line`,
    options,
  );
  const words = new Set(totals.words);
  let group: string | undefined;
  let proofs = 0;
  let blanks = 0;
  for (const row of rows) {
    const name = wordKey(String(row['name']));
    if (name === '') {
      // Below a total no name is left that could be the group's.
      if (group === undefined) return mapping;
      blanks += 1;
    } else if (words.has(name)) {
      const isOfAll = totalWords.has(name);
      if (!isOfAll && !(group !== undefined && isOf(name, group))) return mapping;
      if (!isOfAll) proofs += 1;
      group = undefined;
    } else group = name;
  }
  if (proofs === 0 || blanks === 0) return mapping;
  const filled: Record<string, FieldSource> = Object.create(null);
  for (const [field, source] of Object.entries(fields))
    filled[field] =
      source.column === customer.column && !source.joined ? { ...source, isFilled: true } : source;
  return { ...mapping, fields: filled };
}

/** Whether a total is that of a group: its words are the group's name and a word for a total, which stands first or last. */
const isOf = (total: string, group: string): boolean =>
  total.length > group.length && (total.endsWith(group) || total.startsWith(group));
