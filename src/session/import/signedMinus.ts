import type { DatasetDef } from '../../domain/import/datasets';
import type { ColumnRef, FieldSource, Mapping } from '../../domain/import/mapping';
import type { Engine, RunOptions } from '../../engine/port';
import { type Sql, sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { convertSql } from '../../ledger/projection/convert';
import { stagedColumn } from '../../ledger/projection/staged';

/**
 * Of two columns of amounts, of which the second is taken from the first: whether it writes its minus itself, as where
 * each of its amounts that is not zero is minus. To take those away would turn their side round.
 */
export async function withSignedMinus(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  dataset: DatasetDef,
  options: RunOptions,
): Promise<Mapping> {
  // Of a known export it is known.
  if (mapping.profile !== undefined) return mapping;
  const fields: Record<string, FieldSource> = Object.create(null);
  for (const [name, source] of Object.entries(mapping.fields)) {
    const type = dataset.fields.find((field) => field.name === name)?.type ?? 'money';
    const { isMinusSigned: _before, ...bare } = source;
    const { minus } = bare;
    if (!minus) {
      fields[name] = bare;
      continue;
    }
    const amountOf = ({ column, format }: ColumnRef): Sql =>
      convertSql(stagedColumn(column), type, format);
    const [found] = await engine.rows(
      sql`SELECT bool_or(less < 0) AS has_minus, bool_or(less > 0) AS has_plus,
                 bool_or(whole < 0) AS is_whole_minus, bool_or(whole > 0) AS is_whole_plus
          FROM (SELECT ${amountOf(minus)} AS less, ${amountOf(bare)} AS whole FROM ${staged.rows} s) a`,
      options,
    );
    const isSigned = found?.['has_minus'] === true && found['has_plus'] !== true;
    // Without headers nobody knows which of the two is money in: the one that is minus throughout is not.
    const isFirstSigned =
      staged.headerLine === 0 &&
      found?.['is_whole_minus'] === true &&
      found['is_whole_plus'] !== true;
    const isEither = isSigned || (isFirstSigned && found['has_minus'] !== true);
    fields[name] = isEither ? { ...bare, isMinusSigned: true } : bare;
  }
  return { ...mapping, fields };
}
