import { createSHA256 } from 'hash-wasm';
import { documentDatasets } from '../../domain/import/datasets';
import { ImportFailure } from '../../domain/import/problem';
import { recognise } from '../../domain/import/recognise';
import type { ImportOrigin, ImportPiece } from '../../domain/journal/event';
import { Cancelled } from '../../engine/errors';
import { gridDelimiter } from '../../importers/gridText';
import type { ReadOptions, SourceFile } from '../../importers/source';
import { assert } from '../../lib/assert';
import { inLanes } from '../../lib/inLanes';
import { sha256OfBytes } from '../../lib/sha256';
import { dayOfName } from './content';
import { sampleOf } from './sampleOf';

/** A delimited text on its way in: a file, or a part of one. */
export interface IncomingText {
  readonly source: SourceFile;
  readonly original: SourceFile | undefined;
  readonly origin: ImportOrigin | undefined;
  readonly dataset: string | undefined;
  /** Columns whose decimals are numbers of the source; of texts that are put together nobody knows. */
  readonly exactNumbers?: readonly number[] | undefined;
  /** Ours: UTF-8, commas, a header in the first line. */
  readonly isOurs: boolean;
}

const LF = 10;
const CR = 13;
const quote = 0x22;
const pieceBytes = 4 * 1024 * 1024;
/** Texts that are read at a time: the browser takes longer to give a small one than its bytes take. */
const readsAtOnce = 8;

/** What is needed to put a text behind another. */
interface Looked {
  readonly sha256: string;
  readonly lineCount: number;
  readonly endsLine: boolean;
  /** A quotation mark stays open in it: what follows would be taken for the cell's. */
  readonly isOpen: boolean;
}

/** Reads a text once: its hash, its lines, and whether the last one is ended. */
async function look(blob: Blob, { signal }: ReadOptions): Promise<Looked> {
  const hash = blob.size > pieceBytes ? await createSHA256() : undefined;
  let sha256 = '';
  let ends = 0;
  let last = LF;
  let marks = 0;
  for (let at = 0; at < blob.size; at += pieceBytes) {
    if (signal?.aborted) throw new Cancelled();
    const bytes = new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer());
    if (hash) hash.update(bytes);
    else sha256 = await sha256OfBytes(bytes);
    for (let i = bytes.indexOf(LF); i >= 0; i = bytes.indexOf(LF, i + 1)) ends += 1;
    for (let i = bytes.indexOf(quote); i >= 0; i = bytes.indexOf(quote, i + 1)) marks += 1;
    last = bytes.at(-1) ?? last;
  }
  const endsLine = last === LF;
  return {
    sha256: hash?.digest('hex') ?? sha256,
    lineCount: ends + (endsLine ? 0 : 1),
    endsLine,
    isOpen: marks % 2 === 1,
  };
}

/** A name for several files: the first and the last by name, and how many there are. */
function nameOf(names: readonly string[]): string {
  const [first = '', ...rest] = [...names].sort();
  return `${first} … ${rest.at(-1) ?? ''} (${names.length})`;
}

/** A text of a group: how long its header is, and what a look at it told. */
interface Member {
  readonly text: IncomingText;
  readonly headerBytes: number;
  readonly looked: Looked;
}

/** Texts of one shape as one: the header once, then the rows of each file, in the order of their names. */
async function together(members: readonly Member[], options: ReadOptions): Promise<IncomingText> {
  const sorted = [...members].sort((a, b) => (a.text.source.name < b.text.source.name ? -1 : 1));
  const parts: BlobPart[] = [];
  const pieces: ImportPiece[] = [];
  let line = 1;
  for (const [i, { text, headerBytes, looked }] of sorted.entries()) {
    const { blob, name } = text.source;
    const { sha256, lineCount, endsLine } = looked;
    pieces.push({ file: name, sha256, bytes: blob.size, line });
    parts.push(i === 0 ? blob : blob.slice(headerBytes));
    if (!endsLine) parts.push('\n');
    line += i === 0 ? lineCount : lineCount - 1;
  }
  const blob = new Blob(parts);
  const first = sorted[0]?.text;
  const file = nameOf(sorted.map(({ text }) => text.source.name));
  const { sha256 } = await look(blob, options);
  return {
    source: { name: file, blob },
    original: undefined,
    dataset: first?.dataset,
    isOurs: first?.isOurs === true,
    origin: {
      file,
      sha256,
      bytes: blob.size,
      format: first?.origin?.format ?? 'csv',
      part: first?.origin?.part ?? '',
      pieces,
    },
  };
}

/** Texts put together as far as they are of one shape, and those that came twice. */
export interface Gathered {
  readonly texts: readonly IncomingText[];
  readonly problems: readonly ImportFailure[];
}

/**
 * Texts whose first lines are the same header, put together: daily files are one import, in which a date's order is
 * decided for all, and an invoice may go on in the next file. What is alone in its shape stays as it is; a file that
 * came before, or is imported already, is left out and told. Lists of open items of several days stay apart.
 */
export async function gather(
  texts: readonly IncomingText[],
  isImported: (sha256: string) => boolean,
  options: ReadOptions = {},
): Promise<Gathered> {
  if (texts.length < 2) return { texts, problems: [] };
  const groups = new Map<string, { text: IncomingText; headerBytes: number }[]>();
  const alone: IncomingText[] = [];
  const headers = await inLanes(texts, readsAtOnce, (text) => {
    if (options.signal?.aborted) throw new Cancelled();
    return firstLine(text);
  });
  for (const [i, text] of texts.entries()) {
    const header = headers[i];
    if (header === undefined) {
      alone.push(text);
      continue;
    }
    const { format, part: inner } = text.origin ?? {};
    // Files in an archive go by their names, which are no sheets'.
    const part = format === 'zip' ? '' : inner;
    const day = dayOfList(text, header.headers);
    const key = JSON.stringify([
      text.dataset,
      text.isOurs,
      format,
      part,
      day,
      header.encoding,
      header.text,
    ]);
    const group = groups.get(key) ?? [];
    group.push({ text, headerBytes: header.bytes });
    groups.set(key, group);
  }
  const gathered: IncomingText[] = [];
  const problems: ImportFailure[] = [];
  for (const group of groups.values()) {
    if (group.length === 1) {
      gathered.push(...group.map(({ text }) => text));
      continue;
    }
    const members = new Map<string, Member>();
    const all = await inLanes(group, readsAtOnce, ({ text }) => look(text.source.blob, options));
    for (const [i, one] of group.entries()) {
      const looked = all[i];
      assert(looked, 'each text was looked at');
      const isTwin = members.has(looked.sha256);
      if (isTwin || isImported(looked.sha256))
        problems.push(
          new ImportFailure({
            code: isTwin ? 'given_twice' : 'already_imported',
            file: one.text.source.name,
          }),
        );
      else if (looked.isOpen) alone.push(one.text);
      else members.set(looked.sha256, { ...one, looked });
    }
    const [only, ...others] = members.values();
    if (only && others.length === 0) gathered.push(only.text);
    else if (only) gathered.push(await together([...members.values()], options));
  }
  return { texts: [...gathered, ...alone], problems };
}

/** The day of a list of open items, by its name: such lists are one of each day, and no two are one. */
function dayOfList({ source, origin, dataset }: IncomingText, headers: readonly string[]): string {
  if (dataset !== undefined && !documentDatasets.has(dataset)) return '';
  const found = recognise(headers, dataset ?? source.name);
  const isList = found !== undefined && documentDatasets.has(found.dataset);
  if (!isList || found.fields['open_amount'] === undefined) return '';
  return dayOfName(source.name) ?? dayOfName(origin?.file ?? '') ?? '';
}

interface FirstLine {
  readonly text: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly headers: readonly string[];
}

/** The first line of a text where that is its header, and its bytes with what ends it. */
async function firstLine({ source, isOurs }: IncomingText): Promise<FirstLine | undefined> {
  const head = new Uint8Array(await source.blob.slice(0, 64 * 1024).arrayBuffer());
  const end = head.indexOf(LF);
  if (end <= 0) return undefined;
  const line = head.subarray(0, head[end - 1] === CR ? end - 1 : end);
  const text = new TextDecoder('latin1').decode(withoutMark(line));
  if (isOurs) {
    const cells = new TextDecoder().decode(line).split(gridDelimiter);
    const headers = cells.map((cell) => cell.replaceAll('"', ''));
    return { text, bytes: end + 1, encoding: 'utf-8', headers };
  }
  const { headerIsFirst, encoding, headers } = await sampleOf(source);
  return headerIsFirst ? { text, bytes: end + 1, encoding, headers } : undefined;
}

/** Bytes without the mark that says UTF-8: of files that are put together only the first may have one. */
const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
