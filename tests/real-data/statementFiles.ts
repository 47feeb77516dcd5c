import { openAsBlob, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ImportFailure } from '../../src/domain/import/problem';
import { bai2Format } from '../../src/importers/bank/bai2/format';
import { camtFormat } from '../../src/importers/bank/camt/format';
import { mt940Format } from '../../src/importers/bank/mt940/format';
import { ofxFormat } from '../../src/importers/bank/ofx/format';
import { qifFormat } from '../../src/importers/bank/qif/format';
import type { SourceFile } from '../../src/importers/source';

const formats = [camtFormat, mt940Format, bai2Format, ofxFormat, qifFormat];

/** Files of a folder and its folders whose names end so, by their path from it. */
export function filesOf(folder: string, ends: RegExp): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ends.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

export async function fileAt(path: string): Promise<SourceFile> {
  return { name: path.slice(path.lastIndexOf('/') + 1), blob: await openAsBlob(path) };
}

/** The ids of the bank formats that take a file for theirs. */
export async function recognisedAs({ name, blob }: SourceFile): Promise<readonly string[]> {
  const head = new Uint8Array(await blob.slice(0, 65_536).arrayBuffer());
  return formats.filter((format) => format.matches(head, name)).map(({ id }) => id);
}

/** The problem with which a reading ends; whatever else it does is a failure of the test. */
export async function problemOf(reading: Promise<unknown>): Promise<ImportFailure['problem']> {
  const end = await reading.then(
    () => 'it was read',
    (error: unknown) => error,
  );
  if (end instanceof ImportFailure) return end.problem;
  throw end;
}

/** What became of the files of each family, to be printed behind the tests. */
export class Outcomes {
  readonly #families = new Map<string, { tried: number; right: number; refused: number }>();

  tried(family: string): void {
    this.#of(family).tried += 1;
  }

  right(family: string): void {
    this.#of(family).right += 1;
  }

  refused(family: string): void {
    this.#of(family).refused += 1;
  }

  get table(): string {
    const rows = [...this.#families].map(([family, { tried, right, refused }]) =>
      [family, tried, right, refused, tried - right - refused].join(' | '),
    );
    return ['family | tried | right | refused with a clear reason | wrong', ...rows].join('\n');
  }

  #of(family: string): { tried: number; right: number; refused: number } {
    const counts = this.#families.get(family) ?? { tried: 0, right: 0, refused: 0 };
    this.#families.set(family, counts);
    return counts;
  }
}
