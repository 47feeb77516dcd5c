import type { DatasetDef } from '../../domain/import/datasets';
import type { FieldSource, Mapping } from '../../domain/import/mapping';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { convertSql } from '../../ledger/projection/convert';
import { stagedColumn } from '../../ledger/projection/typed';

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
    const { minus } = source;
    if (!minus) {
      fields[name] = source;
      continue;
    }
    const amount = convertSql(stagedColumn(minus.column), type, minus.format);
    const [found] = await engine.rows(
      sql`SELECT count(*) FILTER (WHERE amount > 0) AS plus, count(*) FILTER (WHERE amount < 0) AS minus
          FROM (SELECT ${amount} AS amount FROM ${staged.rows} s) a`,
      options,
    );
    const isSigned = Number(found?.['plus']) === 0 && Number(found?.['minus']) > 0;
    fields[name] = isSigned ? { ...source, isMinusSigned: true } : source;
  }
  return { ...mapping, fields };
}
