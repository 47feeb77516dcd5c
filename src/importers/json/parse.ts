import { err, ok, type Result } from '../../lib/result';

/** A value of JSON whose numbers are the text that stands in the file. */
export type ExactValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly text: 'true' | 'false' }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly items: readonly ExactValue[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, ExactValue> };

/** Where a text stops being JSON, and why. */
interface JsonProblem {
  readonly at: number;
  readonly detail: string;
}

class Broken extends Error {
  readonly at: number;
  constructor(at: number, detail: string) {
    super(detail);
    this.at = at;
  }
}

/**
 * Reads one value, or a value a line. `JSON.parse` would make numbers of ids and amounts, and lose digits.
 * Source of the grammar: RFC 8259; JSON Lines: jsonlines.org.
 */
export function parseExact(
  text: string,
  depthMax: number,
): Result<readonly ExactValue[], JsonProblem> {
  const reader = new Reader(text, depthMax);
  try {
    return ok(reader.all());
  } catch (error) {
    if (error instanceof Broken) return err({ at: error.at, detail: error.message });
    throw error;
  }
}

const blank = /[\s\uFEFF]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

class Reader {
  readonly #text: string;
  readonly #depthMax: number;
  #at = 0;

  constructor(text: string, depthMax: number) {
    this.#text = text;
    this.#depthMax = depthMax;
  }

  all(): readonly ExactValue[] {
    const values: ExactValue[] = [];
    this.#skip();
    while (this.#at < this.#text.length) {
      values.push(this.#value(0));
      this.#skip();
    }
    return values;
  }

  #skip(): void {
    blank.lastIndex = this.#at;
    blank.exec(this.#text);
    this.#at = blank.lastIndex;
  }

  #value(depth: number): ExactValue {
    if (depth > this.#depthMax) throw new Broken(this.#at, 'depthMax');
    this.#skip();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#list(depth);
      case '"':
        return { kind: 'text', text: this.#string() };
      case 't':
        return this.#word('true', { kind: 'boolean', text: 'true' });
      case 'f':
        return this.#word('false', { kind: 'boolean', text: 'false' });
      case 'n':
        return this.#word('null', { kind: 'null' });
      default:
        return { kind: 'number', text: this.#take(number, 'no value') };
    }
  }

  #take(pattern: RegExp, otherwise: string): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) throw new Broken(this.#at, otherwise);
    this.#at = pattern.lastIndex;
    return found[0];
  }

  #word(word: string, value: ExactValue): ExactValue {
    if (!this.#text.startsWith(word, this.#at)) throw new Broken(this.#at, 'no value');
    this.#at += word.length;
    return value;
  }

  #string(): string {
    const from = this.#at;
    let end = from + 1;
    while (end < this.#text.length && this.#text[end] !== '"')
      end += this.#text[end] === '\\' ? 2 : 1;
    if (end >= this.#text.length) throw new Broken(from, 'a text that does not end');
    this.#at = end + 1;
    try {
      return String(JSON.parse(this.#text.slice(from, this.#at)));
    } catch {
      throw new Broken(from, 'a text with a control character or an escape that is none');
    }
  }

  #list(depth: number): ExactValue {
    const items: ExactValue[] = [];
    this.#between('[', ']', () => items.push(this.#value(depth + 1)));
    return { kind: 'list', items };
  }

  #object(depth: number): ExactValue {
    const entries = new Map<string, ExactValue>();
    this.#between('{', '}', () => {
      if (this.#text[this.#at] !== '"') throw new Broken(this.#at, 'a name is missing');
      const from = this.#at;
      const name = this.#string();
      // Which of two values counts is anybody's guess, so none does.
      if (entries.has(name)) throw new Broken(from, `${name} stands twice in an object`);
      this.#skip();
      this.#expect(':');
      entries.set(name, this.#value(depth + 1));
    });
    return { kind: 'object', entries };
  }

  #expect(mark: string): void {
    if (this.#text[this.#at] !== mark) throw new Broken(this.#at, `${mark} is missing`);
    this.#at += 1;
  }

  #between(open: string, close: string, one: () => void): void {
    this.#expect(open);
    this.#skip();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#skip();
      one();
      this.#skip();
      if (this.#text[this.#at] === close) {
        this.#at += 1;
        return;
      }
      this.#expect(',');
    }
  }
}
