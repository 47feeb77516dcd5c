import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ImportFailure } from '../domain/import/problem';
import type { SourceFile } from '../importers/source';

/** A file of this machine as an importer takes it. */
export async function fileOf(path: string): Promise<SourceFile> {
  const full = resolve(path);
  const found = await stat(full).catch(() => undefined);
  if (!found?.isFile()) throw new ImportFailure({ code: 'file_unreadable', file: path });
  return { name: basename(full), blob: await openAsBlob(full), path: full };
}
