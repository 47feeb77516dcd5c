import { datasetByName } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import type { Engine } from '../../engine/port';
import { sql } from '../../engine/sql';
import {
  type Glance,
  type StagedFile,
  type StageOptions,
  stageCsv,
} from '../../importers/csv/stage';
import type { SourceFile } from '../../importers/source';
import { isMapped } from '../../ledger/projection/staged';
import { typeRows } from './plan';
import { suggestByShape } from './suggest';
import { typedTableOf } from './typedTable';

/**
 * Makes a file's rows readable, and where it is large and plain also types them meanwhile, as its first lines
 * suggest. `planImport` uses what was typed if the mapping turns out to be that one.
 * @throws ImportFailure; Cancelled; nothing of the file is left in the engine then
 */
export async function stageFile(
  engine: Engine,
  source: SourceFile,
  table: string,
  options: Omit<StageOptions, 'typeEarly'> = {},
): Promise<StagedFile> {
  try {
    return await stageCsv(engine, source, table, {
      ...options,
      typeEarly: (glance, signal) =>
        typeEarly(engine, { ...glance, origin: options.origin }, signal),
    });
  } catch (error) {
    const typed = sql.id(typedTableOf({ table }));
    await engine.exec(sql`DROP TABLE IF EXISTS ${typed}`, { lane: 'work' }).catch(() => undefined);
    throw error;
  }
}

async function typeEarly(
  engine: Engine,
  glance: Glance & Pick<StagedFile, 'origin'>,
  signal: AbortSignal,
): Promise<Mapping | undefined> {
  const mapping = suggestByShape(glance);
  const dataset = mapping && datasetByName(mapping.dataset);
  if (!dataset) return undefined;
  const isWhole = dataset.fields.every((field) => !field.required || isMapped(mapping, field.name));
  if (!isWhole) return undefined;
  await typeRows(engine, glance, dataset, mapping, { lane: 'work', signal });
  return mapping;
}
