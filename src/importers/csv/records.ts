import { type Marks, withPlainEnds } from './marks';

export interface TextRecord {
  /** The line it starts on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A cell does not end where its closing mark stands: what the record says is not known. */
  readonly isBroken: boolean;
  /** A bare cell has a quotation mark within it, which RFC 4180 does not know. */
  readonly hasInnerMark: boolean;
  /** How many cells stand between marks. */
  readonly enclosed: number;
}

/** The records of a text, blank lines among them (one blank cell each); a text's last line end begins none. */
export function* recordsOf(raw: string, delimiter: string, marks: Marks): Generator<TextRecord> {
  const text = withPlainEnds(raw, marks);
  const reader = new CellReader(text, delimiter, marks);
  let line = 1;
  while (reader.at < text.length) {
    const start = line;
    const cells: string[] = [];
    let isBroken = false;
    let hasInnerMark = false;
    let enclosed = 0;
    do {
      const from = reader.at;
      const wasEnclosed = reader.next();
      hasInnerMark ||= !wasEnclosed && marks.quote !== '' && reader.cell.includes(marks.quote);
      if (wasEnclosed) {
        enclosed += 1;
        line += lineEndsIn(text, from, reader.cellEnd);
      }
      isBroken ||= reader.isBroken;
      cells.push(reader.cell);
    } while (!reader.isLast);
    line += 1;
    yield { line: start, cells, isBroken, hasInnerMark, enclosed };
  }
}

function lineEndsIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    count += 1;
  return count;
}

/** Reads one cell after the other, of a text with LF for line ends. */
class CellReader {
  at = 0;
  cell = '';
  /** Where the cell ends, before its separator or line end. */
  cellEnd = 0;
  isBroken = false;
  isLast = false;
  /** Where the next separator and line end stand, once they have been looked for. */
  #delimiterAt = -1;
  #lineEndAt = -1;
  readonly #text: string;
  readonly #delimiter: string;
  readonly #marks: Marks;

  constructor(text: string, delimiter: string, marks: Marks) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#marks = marks;
  }

  /** Takes the next cell; true where it stands between marks. */
  next(): boolean {
    const { quote } = this.#marks;
    this.isBroken = false;
    const isEnclosed = quote !== '' && this.#text.startsWith(quote, this.at);
    if (isEnclosed) this.#takeEnclosed(quote);
    else this.#takeBare();
    this.isLast = !this.#text.startsWith(this.#delimiter, this.cellEnd);
    this.at = this.cellEnd + (this.isLast ? 1 : this.#delimiter.length);
    return isEnclosed;
  }

  #endsAt(at: number): boolean {
    const text = this.#text;
    return at >= text.length || text[at] === '\n' || text.startsWith(this.#delimiter, at);
  }

  #takeEnclosed(quote: string): void {
    const text = this.#text;
    const { escaping } = this.#marks;
    let value = '';
    let i = this.at + 1;
    for (; i < text.length; i += 1) {
      if (escaping !== 'backslash') {
        const found = text.indexOf(quote, i);
        const mark = found < 0 ? text.length : found;
        value += text.slice(i, mark);
        i = mark;
        if (found < 0) break;
      }
      const letter = text[i] ?? '';
      const next = text[i + 1];
      if (escaping === 'backslash' && letter === '\\' && (next === quote || next === '\\')) {
        value += next;
        i += 1;
      } else if (letter !== quote) value += letter;
      else if (escaping === 'doubled' && next === quote) {
        value += quote;
        i += 1;
      } else if (this.#endsAt(i + 1)) break;
      else {
        if (escaping === 'doubled' || escaping === 'backslash') this.isBroken = true;
        value += letter;
      }
    }
    if (i >= text.length) this.isBroken = true;
    if (escaping === 'paired') {
      if (hasOddQuotes(value)) this.isBroken = true;
      value = value.replaceAll('""', '"');
    }
    this.cell = value;
    this.cellEnd = Math.min(i + 1, text.length);
  }

  #takeBare(): void {
    const text = this.#text;
    const { quote, escaping } = this.#marks;
    if (escaping === 'backslash') this.#takeBareEscaped(quote);
    else {
      this.cellEnd = Math.min(this.#nextDelimiter(), this.#nextLineEnd());
      this.cell = text.slice(this.at, this.cellEnd);
    }
    if (quote === '' && /^".*"$/s.test(this.cell)) this.isBroken = true;
  }

  #takeBareEscaped(quote: string): void {
    const text = this.#text;
    let value = '';
    let i = this.at;
    for (; !this.#endsAt(i); i += 1) {
      const next = text[i + 1];
      const isEscape =
        text[i] === '\\' &&
        (next === '\\' || next === quote || text.startsWith(this.#delimiter, i + 1));
      if (isEscape) i += 1;
      value += text[i] ?? '';
    }
    this.cell = value;
    this.cellEnd = i;
  }

  #nextDelimiter(): number {
    if (this.#delimiterAt < this.at) {
      const found = this.#text.indexOf(this.#delimiter, this.at);
      this.#delimiterAt = found < 0 ? this.#text.length : found;
    }
    return this.#delimiterAt;
  }

  #nextLineEnd(): number {
    if (this.#lineEndAt < this.at) {
      const found = this.#text.indexOf('\n', this.at);
      this.#lineEndAt = found < 0 ? this.#text.length : found;
    }
    return this.#lineEndAt;
  }
}

const hasOddQuotes = (text: string): boolean =>
  (text.match(/"+/g) ?? []).some((run) => run.length % 2 === 1);
