import { ImportFailure } from '../../domain/import/problem';
import { fail } from '../fail';
import type { ImportFormat } from '../format';
import { limits } from '../limits';
import { headBytes } from '../packed/looksPacked';
import type { SourceFile } from '../source';
import type { TextPart } from '../textGrid';
import { openArchive } from './archive';

/** What a system puts beside the files that a person packed. */
const isIncidental = (name: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** A name as it can be shown: without what no name has that a person gave. */
const shown = (name: string): string => name.replaceAll(/\p{Cc}/gu, '');

/**
 * An archive of files of any format, each as if it had been given alone.
 * @param formats the formats of its files, this one included
 */
export function zipFormat(formats: () => readonly ImportFormat[], depth = 1): ImportFormat {
  return {
    id: 'zip',
    matches: (head) => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5),
    async read(file, options) {
      const all = await openArchive(file, options);
      // Its first bytes did not tell that it is a workbook.
      const sheets = formats().find(({ id }) => id === 'sheet');
      if (sheets && all.some(({ name }) => name === '[Content_Types].xml'))
        return sheets.read(file, options);
      const inner = all.filter(({ name }) => !isIncidental(name));
      if (inner.length === 0) fail(file, 'empty_file');
      const parts: TextPart[] = [];
      for (const one of inner) {
        const blob = await one.blob();
        parts.push(...(await readInner({ name: shown(one.name), blob })));
      }
      return parts;

      async function readInner(source: SourceFile): Promise<readonly TextPart[]> {
        const head = new Uint8Array(await source.blob.slice(0, headBytes).arrayBuffer());
        const found = formats().find((format) => format.matches(head, source.name));
        if (!found) return [{ name: source.name, dataset: undefined, text: source.blob }];
        if (found.id === 'zip' && depth >= limits.archiveDepthMax)
          fail(file, 'limit_exceeded', undefined, {
            name: 'archiveDepthMax',
            limit: limits.archiveDepthMax,
          });
        const format = found.id === 'zip' ? zipFormat(formats, depth + 1) : found;
        const within = (name: string): string =>
          name === '' ? source.name : `${source.name} › ${name}`;
        try {
          return (await format.read(source, options)).map((part) => ({
            ...part,
            name: within(part.name),
          }));
        } catch (error) {
          // The person knows the archive by its name.
          if (!(error instanceof ImportFailure)) throw error;
          const { problem } = error;
          throw new ImportFailure({ ...problem, file: `${file.name} › ${problem.file}` });
        }
      }
    },
  };
}
