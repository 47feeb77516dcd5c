import { tablesIn } from '../csv/tables';
import type { ReadOptions, SourceFile } from '../source';
import { sha256Of } from './sha256';
import type { Unpacked } from './unpacked';

/** A delimited text in which several tables stand, each as a part of it; nothing where it is one. @throws Cancelled */
export async function unpackTables(
  file: SourceFile,
  options: ReadOptions,
): Promise<Unpacked | undefined> {
  const tables = await tablesIn(file);
  if (tables.length === 0) return undefined;
  return {
    format: 'csv',
    sha256: await sha256Of(file.blob, options),
    parts: tables.map(({ name, text, isOurs }) => ({
      part: name,
      dataset: undefined,
      text: new Blob([text]),
      notes: [],
      isOurs,
    })),
  };
}
