import { ImportFailure, type ImportProblem } from '../domain/import/problem';
import type { SourceFile } from './source';

/** Ends the reading of a file with the one problem that it has. */
export function fail(
  file: SourceFile,
  code: ImportProblem['code'],
  line?: number,
  values?: ImportProblem['values'],
): never {
  throw new ImportFailure({ code, file: file.name, line, values });
}
