import { recognise } from '../../domain/import/recognise';
import type { Engine, RunOptions } from '../../engine/port';
import type { StagedFile } from '../../importers/csv/stage';
import { valuesOf } from './columnValues';
import { type BookZone, isZone } from './zone';

/**
 * The zone in which the books are kept, as the file of entities among some files says; none where none says it, or where
 * several entities are in several zones.
 */
export async function zoneOfFiles(
  engine: Engine,
  files: readonly StagedFile[],
  options: RunOptions,
): Promise<BookZone | undefined> {
  const names = new Set<string>();
  for (const file of files) {
    const mapping = recognise(file.headers, file.dataset ?? file.file);
    const zone = mapping?.dataset === 'entity' ? mapping.fields['time_zone'] : undefined;
    if (!zone) continue;
    for (const { value } of await valuesOf(engine, file, zone.column, options))
      names.add(value.trim());
  }
  const [name] = names;
  return names.size === 1 && name !== undefined && isZone(name) ? { name } : undefined;
}
