import { ImportFailure } from '../../domain/import/problem';
import type { Engine } from '../../engine/port';
import type { StagedFile, StageOptions } from '../../importers/csv/stage';
import { gridDelimiter } from '../../importers/gridText';
import { headBytes, looksPacked } from '../../importers/packed/looksPacked';
import type { Unpack, UnpackedPart } from '../../importers/packed/unpack';
import type { SourceFile } from '../../importers/source';
import { stageFile } from './stageFile';

/** What a file holds: its tables, and what could not be read of it. */
export interface StagedParts {
  readonly parts: readonly StagedFile[];
  /**
   * Of the parts that are no table, why, and what is to be told of those that are; a file of which nothing can be
   * read fails as a whole.
   */
  readonly problems: readonly ImportFailure[];
}

/**
 * Makes the rows of all tables of a file readable: the file itself where it is delimited text, else what its format
 * takes out of it.
 * @throws ImportFailure where nothing of it can be read; Cancelled
 */
export async function stageAll(
  engine: Engine,
  source: SourceFile,
  table: string,
  unpack: Unpack,
  options: Omit<StageOptions, 'typeEarly' | 'delimiter' | 'origin' | 'dataset'> = {},
): Promise<StagedParts> {
  const head = new Uint8Array(await source.blob.slice(0, headBytes).arrayBuffer());
  const unpacked = looksPacked(head) ? await unpack(source, options) : undefined;
  if (!unpacked) return { parts: [await stageFile(engine, source, table, options)], problems: [] };
  const staged: StagedFile[] = [];
  const problems: ImportFailure[] = [];
  try {
    for (const [i, one] of unpacked.parts.entries()) {
      const { part, dataset } = one;
      const origin = {
        file: source.name,
        sha256: unpacked.sha256,
        bytes: source.blob.size,
        format: unpacked.format,
        part,
      };
      try {
        staged.push(
          await stageFile(engine, partFile(source, one), `${table}_${i}`, {
            signal: options.signal,
            ...(one.isOurs ? { encoding: 'utf-8', delimiter: gridDelimiter } : {}),
            origin,
            dataset,
          }),
        );
        for (const note of one.notes)
          problems.push(new ImportFailure({ ...note, file: source.name }));
      } catch (error) {
        if (!(error instanceof ImportFailure)) throw error;
        problems.push(error);
      }
    }
  } catch (error) {
    for (const one of staged) await one.drop().catch(() => undefined);
    throw error;
  }
  if (staged.length === 0)
    throw problems[0] ?? new ImportFailure({ code: 'no_rows', file: source.name });
  return { parts: staged, problems };
}

/** A part as a file of its own: its name tells both. */
function partFile(source: SourceFile, { part, text }: UnpackedPart): SourceFile {
  return { name: part === '' ? source.name : `${source.name} › ${part}`, blob: text };
}
