import { SaxesParser } from 'saxes';
import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import { decodeExact } from '../csv/encoding';
import { fail } from '../fail';
import { limits } from '../limits';
import type { ReadOptions, SourceFile } from '../source';
import type { XmlElement } from './element';
import { xmlEncoding } from './encoding';

/** What is to be done with an element: hold it whole, look at what is in it, or pass over all of it. */
type XmlStep = 'take' | 'enter' | 'skip';

/** What a reading of XML is for. A path holds the names from the root to the element, without prefixes. */
export interface XmlReader {
  open(path: readonly string[], attributes: Readonly<Record<string, string>>): XmlStep;
  /** An element that was to be taken, whole. */
  take(element: XmlElement, path: readonly string[]): void;
  /** The end of an element that was entered. */
  close?(path: readonly string[]): void;
}

const pieceBytes = 1 << 20;

/**
 * Reads an XML file piece by piece; of it only the elements that are taken are held, each for itself.
 * A DOCTYPE is refused before anything of it is looked at, so entities other than XML's own five do not exist.
 * @throws ImportFailure `unsafe_file`, `damaged_file` (with line and column), `wrong_encoding`, `limit_exceeded`,
 *   `cell_too_large`, `empty_file`; Cancelled where the signal fired
 */
export async function readXml(
  file: SourceFile,
  { signal, onBytes }: ReadOptions,
  reader: XmlReader,
): Promise<void> {
  const { blob } = file;
  if (blob.size === 0) fail(file, 'empty_file');
  const head = new Uint8Array(await blob.slice(0, 1024).arrayBuffer());
  const decoder = decoderOf(file, xmlEncoding(head));
  const parser = new ElementParser(file, reader);
  for (let at = 0; at < blob.size; at += pieceBytes) {
    if (signal?.aborted) throw new Cancelled();
    const piece = new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer());
    for (let from = 0; from < piece.length; from += feedBytes)
      parser.write(decoded(file, decoder, piece.subarray(from, from + feedBytes), parser.line));
    onBytes?.(Math.min(at + pieceBytes, blob.size));
  }
  parser.write(decoded(file, decoder, undefined, parser.line));
  parser.end();
}

function decoderOf(file: SourceFile, label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return fail(file, 'damaged_file', 1, { place: '1:1', detail: `encoding ${label}` });
  }
}

function decoded(
  file: SourceFile,
  decoder: TextDecoder,
  piece: Uint8Array | undefined,
  line: number,
): string {
  try {
    // In one call Node reads some letters of Windows-1252 as control characters: the last piece is part of a stream too.
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    const exact = decodeExact(piece ?? new Uint8Array(), decoder.encoding);
    return fail(file, 'wrong_encoding', exact.ok ? line : line + exact.error.line - 1);
  }
}

/** An element that is being read. */
interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Bytes that the parser gets at a time: what it has not reported after many of them is one giant token. A text of its
 * own, and no part of a longer one, is read faster.
 */
const feedBytes = 1 << 16;

class ElementParser {
  readonly #file: SourceFile;
  readonly #reader: XmlReader;
  readonly #parser = new SaxesParser();
  readonly #path: string[] = [];
  /** Elements of the one that is taken, from it to the innermost. */
  readonly #taken: OpenElement[] = [];
  /** How deep within an element that is passed over; 0 outside. */
  #skipped = 0;
  #depth = 0;
  /** The text before the root, in which a DOCTYPE would stand. */
  #prolog: string | undefined = '';
  #silent = 0;
  #textLength = 0;
  #elements = 0;

  constructor(file: SourceFile, reader: XmlReader) {
    this.#file = file;
    this.#reader = reader;
    const parser = this.#parser;
    parser.on('error', (error) => this.#damaged(error.message));
    parser.on('doctype', () => this.#unsafe());
    parser.on('opentag', ({ name, attributes }) => this.#open(localName(name), attributes));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
    parser.on('comment', () => this.#heard());
    // No eighth: V8 keeps an object with so many computed properties as a dictionary, and the parser takes six times as
    // long (`npm run bench:import`). Measured with saxes 6.0.0 on Node 20.
  }

  /** The line, from 1, that has been reached. */
  get line(): number {
    return this.#parser.line;
  }

  write(text: string): void {
    this.#lookForDoctype(text);
    this.#silent += text.length;
    this.#parser.write(text);
    if (this.#silent > limits.cellBytesMax + feedBytes) this.#tooLarge();
  }

  end(): void {
    this.#parser.close();
  }

  #lookForDoctype(part: string): void {
    if (this.#prolog === undefined) return;
    this.#prolog += part;
    if (this.#prolog.length > limits.cellBytesMax) this.#tooLarge();
    const plain = this.#prolog.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '');
    const root = /<[^?!]/.exec(plain)?.index ?? plain.length;
    if (/<!DOCTYPE/i.test(plain.slice(0, root))) this.#unsafe();
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#heard();
    this.#prolog = undefined;
    this.#depth += 1;
    if (this.#depth > limits.depthMax)
      fail(this.#file, 'limit_exceeded', this.#parser.line, {
        name: 'depthMax',
        limit: limits.depthMax,
      });
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    if (this.#taken.length > 0) {
      this.#begin(name, attributes);
      return;
    }
    this.#path.push(name);
    const step = this.#reader.open(this.#path, attributes);
    if (step === 'take') this.#begin(name, attributes);
    if (step === 'skip') this.#skipped = 1;
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#elements += 1;
    if (this.#elements > limits.gridCellsMax)
      fail(this.#file, 'limit_exceeded', this.#parser.line, {
        name: 'gridCellsMax',
        limit: limits.gridCellsMax,
      });
    const element: OpenElement = {
      name,
      line: this.#parser.line,
      attributes,
      children: [],
      text: '',
    };
    this.#taken.at(-1)?.children.push(element);
    this.#taken.push(element);
    this.#textLength = 0;
  }

  #close(): void {
    this.#heard();
    this.#depth -= 1;
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      if (this.#skipped === 0) this.#path.pop();
      return;
    }
    const element = this.#taken.pop();
    this.#textLength = 0;
    if (this.#taken.length > 0) return;
    if (element) this.#reader.take(element, this.#path);
    else this.#reader.close?.(this.#path);
    this.#path.pop();
  }

  #text(text: string): void {
    this.#heard();
    const element = this.#taken.at(-1);
    if (!element) return;
    this.#textLength += text.length;
    if (this.#textLength > limits.cellBytesMax) this.#tooLarge();
    element.text += text;
  }

  #heard(): void {
    this.#silent = 0;
  }

  #tooLarge(): never {
    return fail(this.#file, 'cell_too_large', this.#parser.line, { limit: limits.cellBytesMax });
  }

  #unsafe(): never {
    return fail(this.#file, 'unsafe_file', this.#parser.line, { what: 'DOCTYPE' });
  }

  #damaged(message: string): never {
    const { line, column } = this.#parser;
    const detail = message.replace(/^\d+:\d+:\s*/, '');
    throw new ImportFailure({
      code: 'damaged_file',
      file: this.#file.name,
      line,
      values: { place: `${line}:${column}`, detail: detail.slice(0, 200) },
    });
  }
}

/** A name without its prefix. A colon at the end is part of no prefix. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
