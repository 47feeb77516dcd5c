import { ImportFailure } from '../../domain/import/problem';
import type { Engine } from '../../engine/port';
import type { StagedFile } from '../../importers/csv/stage';
import { gridDelimiter } from '../../importers/gridText';
import type { Unpack } from '../../importers/packed/unpacked';
import type { ReadOptions, SourceFile } from '../../importers/source';
import { inLanes } from '../../lib/inLanes';
import { gather, type IncomingText } from './gather';
import { incomingTexts } from './incoming';
import { joinPairs, type StagedText } from './pairedTables';
import { stageFile } from './stageFile';

/** What files hold: their tables, and what could not be read of them or is to be told although it is taken. */
export interface StagedTexts {
  readonly texts: readonly StagedText[];
  readonly problems: readonly ImportFailure[];
}

export interface StageFilesOptions extends ReadOptions {
  /** Whether a file of this hash is imported already: it is left out, with a word. */
  readonly isImported?: ((sha256: string) => boolean) | undefined;
  /** The file that is being read, and how many of its bytes. */
  readonly onFile?: ((file: string, done: number, all: number, rows?: number) => void) | undefined;
}

/**
 * Makes the rows of all tables of some files readable. Files of one shape become one table, and so do lines and headers
 * that say too little without each other. A file of which nothing can be read is told of, and the others go on.
 * @throws Cancelled
 */
export async function stageTexts(
  engine: Engine,
  sources: readonly SourceFile[],
  table: string,
  unpack: Unpack,
  options: StageFilesOptions = {},
): Promise<StagedTexts> {
  const { signal, onFile } = options;
  const problems: ImportFailure[] = [];
  /** What of a file is wrong is told; anything else ends it all. */
  const told = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ImportFailure)) throw error;
      problems.push(error);
      return undefined;
    }
  };
  const reading = (source: SourceFile): ReadOptions => ({
    signal,
    onBytes: (done, rows) => onFile?.(source.name, done, source.blob.size, rows),
  });

  const taken = await inLanes(sources, lanesFor(sources), async (source) => {
    onFile?.(source.name, 0, source.blob.size);
    return incomingTexts(source, unpack, reading(source)).catch((error: unknown) => {
      if (error instanceof ImportFailure) return { texts: [], notes: [error] };
      throw error;
    });
  });
  const incoming = taken.flatMap(({ texts }) => texts);
  problems.push(...taken.flatMap(({ notes }) => notes));
  const texts: StagedText[] = [];
  const stage = (text: IncomingText, name: string): Promise<StagedFile | undefined> =>
    told(() =>
      stageFile(engine, text.source, name, {
        ...reading(text.source),
        ...(text.isOurs ? { encoding: 'utf-8', delimiter: gridDelimiter } : {}),
        origin: text.origin,
        dataset: text.dataset,
        exactNumbers: text.exactNumbers,
      }),
    );
  try {
    const gathered = await gather(incoming, options.isImported ?? (() => false), { signal });
    problems.push(...gathered.problems);
    for (const [i, text] of gathered.texts.entries()) {
      const staged = await stage(text, `${table}_${i}`);
      if (!staged) continue;
      if (texts.some((one) => one.staged.sha256 === staged.sha256)) {
        problems.push(new ImportFailure({ code: 'given_twice', file: staged.file }));
        await staged.drop();
      } else texts.push({ staged, original: text.original });
    }
    let joinedCount = 0;
    const joined = await joinPairs(
      engine,
      texts,
      (text) => {
        joinedCount += 1;
        return stage(text, `${table}_joined_${joinedCount}`);
      },
      { lane: 'work', signal },
    );
    return { texts: joined, problems };
  } catch (error) {
    for (const { staged } of texts) await staged.drop().catch(() => undefined);
    throw error;
  }
}

/** Files that are taken apart at a time: two cores, half the wait. */
const lanesMax = 2;
/** Beside a larger file none is read: what both need at once may be more than there is. */
const besideBytesMax = 16_000_000;

const lanesFor = (sources: readonly SourceFile[]): number =>
  sources.every(({ blob }) => blob.size <= besideBytesMax) ? lanesMax : 1;
