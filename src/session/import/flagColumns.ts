import type { FieldSource, Mapping } from '../../domain/import/mapping';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import type { StagedFile } from '../../importers/csv/stage';
import { stagedColumn } from '../../ledger/projection/staged';

/** What some files have as an amount, and others as a yes or no under the same name: `Paid`, `Cobrado`, `Open`. */
const mayBeFlags = ['settled_amount', 'open_amount'] as const;

/** A mapping without the amounts whose columns have words and not one figure: they say yes or no. */
export async function withoutFlags(
  engine: Engine,
  staged: StagedFile,
  mapping: Mapping,
  options: RunOptions,
): Promise<Mapping> {
  if (mapping.profile !== undefined) return mapping;
  const fields: Record<string, FieldSource> = Object.create(null);
  for (const [name, source] of Object.entries(mapping.fields)) {
    const isSuspect = mayBeFlags.some((one) => one === name);
    if (isSuspect && (await isFlag(engine, staged, source.column, options))) continue;
    fields[name] = source;
  }
  return { ...mapping, fields };
}

async function isFlag(
  engine: Engine,
  staged: StagedFile,
  column: number,
  options: RunOptions,
): Promise<boolean> {
  const text = stagedColumn(column);
  const has = async (pattern: string): Promise<boolean> => {
    const found = await engine.rows(
      sql`SELECT 1 AS found FROM ${staged.rows} s WHERE regexp_matches(${text}, ${pattern}) LIMIT 1`,
      options,
    );
    return found.length > 0;
  };
  return !(await has('[0-9]')) && (await has('\\p{L}'));
}
