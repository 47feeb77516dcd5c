import { datasetByName, documentDatasets } from '../../domain/import/datasets';
import { judgeNumbers } from '../../domain/import/formats';
import { columnsOf, type Mapping } from '../../domain/import/mapping';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { convertSql } from '../../ledger/projection/convert';
import { stagedColumn } from '../../ledger/projection/staged';
import { looksOf } from './columnValues';

/** Fewer rows with tax prove nothing. */
const rowsMin = 2;

const taxWords = /\b(?:vat|tax|iva|igic|dph|gst|mwst|impuestos?)\b/i;
const grossWords =
  /\b(?:total|totals?|gross|brutto|bruto|celkem|celkova|incl|incluido|s dph|con iva|sum)\b/i;

const plain = (header: string): string =>
  header.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ');

/**
 * A mapping whose amount has the tax in it. Where the amount, the tax and a total stand beside each other, and amount +
 * tax is the total on every row, the amount that was found is the one without the tax: what is owed is the total.
 */
export async function withGross(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  options: RunOptions,
): Promise<Mapping> {
  const { amount, tax_amount: knownTax } = mapping.fields;
  const dataset = datasetByName(mapping.dataset);
  const isPlain = amount && !amount.minus && !amount.side && !amount.times;
  if (!isPlain || !dataset || mapping.profile || !documentDatasets.has(dataset.name))
    return mapping;
  const used = new Set(
    Object.values(mapping.fields).flatMap((one) => columnsOf(one).map(({ column }) => column)),
  );
  const free = staged.headers.flatMap((header, column) =>
    used.has(column) ? [] : [{ column, header: plain(header) }],
  );
  const taxes = knownTax
    ? [knownTax.column]
    : free
        .filter(({ header }) => taxWords.test(header) && !grossWords.test(header))
        .map(({ column }) => column);
  const totals = free.filter(({ header }) => grossWords.test(header)).map(({ column }) => column);
  const [tax] = taxes;
  if (tax === undefined || totals.length === 0) return mapping;
  const columns = [amount.column, tax, ...totals];
  const looks = await looksOf(
    engine,
    staged,
    new Map(columns.map((column) => [column, 'number'])),
    options,
  );
  const read = (column: number) =>
    convertSql(stagedColumn(column), 'money', judgeNumbers(looks.get(column) ?? []));
  for (const total of totals) {
    const [found] = await engine.rows(
      sql`SELECT count(*) FILTER (WHERE tax <> 0) AS taxed, count(*) FILTER (WHERE net + coalesce(tax, 0) <> whole) AS other
          FROM (SELECT ${read(amount.column)} AS net, ${read(tax)} AS tax, ${read(total)} AS whole FROM ${staged.rows} s) t
          WHERE net IS NOT NULL AND whole IS NOT NULL`,
      options,
    );
    if (Number(found?.['taxed']) < rowsMin || found?.['other'] !== 0) continue;
    const ref = (column: number) => ({ column, header: staged.headers[column] ?? '' });
    return {
      ...mapping,
      fields: { ...mapping.fields, amount: ref(total), tax_amount: knownTax ?? ref(tax) },
    };
  }
  return mapping;
}
