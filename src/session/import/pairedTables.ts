import { createSHA256 } from 'hash-wasm';
import { type LoneTable, loneTable } from '../../domain/import/profiles/recognise';
import type { ImportOrigin, JoinedHeaders } from '../../domain/journal/event';
import type { Engine, RunOptions } from '../../engine/port';
import type { StagedFile } from '../../importers/csv/stage';
import type { SourceFile } from '../../importers/source';
import { dropStaged } from '../replay';
import type { IncomingText } from './gather';
import { headedText } from './headedText';

/** A text in the engine, and the file that it was taken out of. */
export interface StagedText {
  readonly staged: StagedFile;
  readonly original: SourceFile | undefined;
}

/**
 * Tables of lines among staged texts, each joined with the tables of headers that came with it, as a text that takes
 * the place of both; whatever is no such pair stays as it is. What is kept of an import is that text: it has every row
 * and column of the lines, and says of which files it was made.
 * @param stage stages a text of ours, or tells why it cannot
 */
export async function joinPairs(
  engine: Engine,
  texts: readonly StagedText[],
  stage: (text: IncomingText) => Promise<StagedFile | undefined>,
  options: RunOptions,
): Promise<readonly StagedText[]> {
  const halves = texts.flatMap((text) => {
    const lone = loneTable(text.staged.headers);
    return lone ? [{ text, lone }] : [];
  });
  const found: StagedText[] = [];
  const used = new Set<StagedText>();
  try {
    for (const { text, lone } of halves) {
      const headers = halves
        .filter((half) => isHeadersOf(half.lone, lone))
        .map((half) => half.text)
        .sort((a, b) => (a.staged.file < b.staged.file ? -1 : 1));
      if (lone.part !== 'lines' || headers.length === 0) continue;
      for (const one of [text, ...headers]) used.add(one);
      const files = headers.map(({ staged }) => staged);
      const { blob, usedCounts } = await headedText(engine, lone.pair, text.staged, files, options);
      const staged = await stage(await joinedText(text, files, usedCounts, lone, blob));
      if (staged) found.push({ staged, original: text.original });
    }
  } catch (error) {
    for (const { staged } of found) await dropStaged(engine, staged).catch(() => undefined);
    throw error;
  }
  for (const { staged } of used) await dropStaged(engine, staged);
  return [...texts.filter((text) => !used.has(text)), ...found];
}

const isHeadersOf = (one: LoneTable, lines: LoneTable): boolean =>
  one.part === 'headers' && one.pair === lines.pair;

/** The joined text with what it was made of; a row's place is its place in the file of the lines. */
async function joinedText(
  { staged, original }: StagedText,
  headers: readonly StagedFile[],
  usedCounts: readonly number[],
  { pair }: LoneTable,
  blob: Blob,
): Promise<IncomingText> {
  const name = [staged.file, ...headers.map(({ file }) => file)].join(' + ');
  const { file, sha256, bytes } = staged;
  const made: ImportOrigin = staged.origin ?? {
    file: name,
    sha256: await hashOf(blob),
    bytes: blob.size,
    format: 'csv',
    part: '',
    pieces: [{ file, sha256, bytes, line: 1 }],
  };
  const joined = headers.map(
    (one, i): JoinedHeaders => ({
      table: pair.headers.table,
      file: one.file,
      sha256: one.sha256,
      bytes: one.bytes,
      rowCount: one.rowCount,
      usedCount: usedCounts[i] ?? 0,
    }),
  );
  return {
    source: { name, blob },
    original,
    origin: { ...made, headers: joined },
    dataset: undefined,
    exactNumbers: staged.exactNumbers,
    isOurs: true,
  };
}

const pieceBytes = 4 * 1024 * 1024;

async function hashOf(blob: Blob): Promise<string> {
  const hash = await createSHA256();
  for (let at = 0; at < blob.size; at += pieceBytes)
    hash.update(new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer()));
  return hash.digest('hex');
}
