import { ImportFailure } from '../../domain/import/problem';
import { tablesBytesMax } from '../../importers/csv/tables';
import { headBytes, looksPacked } from '../../importers/packed/looksPacked';
import type { Unpack, UnpackedPart } from '../../importers/packed/unpacked';
import { unpackTables } from '../../importers/packed/unpackTables';
import type { ReadOptions, SourceFile } from '../../importers/source';
import type { IncomingText } from './gather';

/** What a file holds as texts, and what is to be told of it although it is taken. */
export interface Incoming {
  readonly texts: readonly IncomingText[];
  readonly notes: readonly ImportFailure[];
}

/**
 * The delimited texts of a file: itself where it is one, else what its format takes out of it.
 * @throws ImportFailure where nothing of it can be read; Cancelled
 */
export async function incomingTexts(
  given: SourceFile,
  unpack: Unpack,
  options: ReadOptions,
): Promise<Incoming> {
  const source = { ...given, name: shownName(given.name) };
  const head = new Uint8Array(await source.blob.slice(0, headBytes).arrayBuffer());
  const unpacked = looksPacked(head)
    ? await unpack(source, options)
    : await severalTables(source, unpack, options);
  if (!unpacked) {
    const text = { source, original: undefined, origin: undefined, dataset: undefined };
    return { texts: [{ ...text, isOurs: false }], notes: [] };
  }
  if (unpacked.parts.length === 0) throw new ImportFailure({ code: 'no_rows', file: source.name });
  const texts = unpacked.parts.map(
    (part): IncomingText => ({
      source: partFile(source, part),
      original: source,
      origin: {
        file: source.name,
        sha256: unpacked.sha256,
        bytes: source.blob.size,
        format: unpacked.format,
        part: shownName(part.part),
      },
      dataset: part.dataset,
      exactNumbers: part.exactNumbers,
      isOurs: part.isOurs,
    }),
  );
  const notes = unpacked.parts.flatMap((part) =>
    part.notes.map((note) => new ImportFailure({ ...note, file: source.name })),
  );
  return { texts, notes };
}

/** A name in which nothing is hidden: control characters are seen, and break no line of a message. */
const shownName = (name: string): string => name.replace(/\p{Cc}/gu, '�');

/** From this size on a look at all records is too long for the page. */
const inlineBytesMax = 256 * 1024;

/** The tables of a delimited text that has several: small ones are looked at here, others where formats are read. */
function severalTables(
  source: SourceFile,
  unpack: Unpack,
  options: ReadOptions,
): ReturnType<Unpack> {
  if (source.blob.size > tablesBytesMax) return Promise.resolve(undefined);
  return source.blob.size > inlineBytesMax
    ? unpack(source, options)
    : unpackTables(source, options);
}

/** A part as a file of its own: its name tells both. */
function partFile(source: SourceFile, { part, text }: UnpackedPart): SourceFile {
  return { name: part === '' ? source.name : `${source.name} › ${shownName(part)}`, blob: text };
}
