import type { Mapping } from '../../domain/import/mapping';
import { balanceWords, wordKey } from '../../domain/import/words';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { stagedColumn } from '../../ledger/projection/staged';
import { valuesOf } from './columnValues';

/**
 * What lines of a bank's table need besides: rows that tell a balance or a turnover are no transactions, and a column
 * that numbers its rows with one number for several, or for few of them, is no key: then the whole row is.
 */
export async function withBankRows(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  options: RunOptions,
): Promise<Mapping> {
  const totals = await balanceRows(engine, staged, mapping, options);
  const sided = await creditColumn(engine, staged, mapping, options);
  const withTotals = totals ? { ...sided, totals } : sided;
  const id = mapping.fields['bank_transaction_id'];
  // Canonical files, and formats that make keys themselves, are as they are.
  if (!id || id.header === 'bank_transaction_id' || staged.dataset) return withTotals;
  const text = stagedColumn(id.column);
  const [found] = await engine.rows(
    sql`SELECT count(*) AS n, count(DISTINCT nullif(trim(${text}), '')) AS different FROM ${staged.rows} s`,
    options,
  );
  if (Number(found?.['different']) > 0.8 * Number(found?.['n'])) return withTotals;
  const { bank_transaction_id: _, ...fields } = withTotals.fields;
  const columns = staged.headers.map((_header, column) => column);
  return { ...withTotals, fields, rowId: { field: 'bank_transaction_id', columns } };
}

/** Statements of cards have a column without a name, in which `CR` stands beside what was paid in, and nothing else. */
async function creditColumn(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  options: RunOptions,
): Promise<Mapping> {
  const { amount } = mapping.fields;
  if (!amount || amount.side || amount.minus || staged.dataset) return mapping;
  for (const [column, header] of staged.headers.entries()) {
    if (header !== '') continue;
    const words = await valuesOf(engine, staged, column, options);
    const isCredit = words.length > 0 && words.every(({ value }) => /^\s*CR\.?\s*$/i.test(value));
    if (!isCredit) continue;
    const plus = [...new Set(words.map(({ value }) => value.trim().toUpperCase()))];
    const side = { column, header, minus: [''], plus };
    return { ...mapping, fields: { ...mapping.fields, amount: { ...amount, side } } };
  }
  return mapping;
}

async function balanceRows(
  engine: Engine,
  staged: StagedFile,
  { fields }: Mapping,
  options: RunOptions,
): Promise<Mapping['totals']> {
  const text = fields['remittance'];
  if (!text || staged.dataset) return undefined;
  const values = await valuesOf(engine, staged, text.column, options);
  const words = [...new Set(values.map(({ value }) => wordKey(value)))].filter((key) =>
    balanceWords.has(key),
  );
  return words.length === 0 ? undefined : { column: text.column, words: words.sort() };
}
