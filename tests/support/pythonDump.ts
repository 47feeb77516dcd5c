/** A value of a YAML text: mappings become maps, every scalar a text, `null` and references to anchors `undefined`. */
export type DumpValue = string | undefined | readonly DumpValue[] | DumpMap;
export type DumpMap = ReadonlyMap<string, DumpValue>;

/**
 * The top-level keys that are asked for, of a YAML file that PyYAML dumped from Python objects: blocks, tags, anchors,
 * quoted and plain scalars over several lines, binary literals. No more of YAML than such a dump has.
 */
export function pythonDump(text: string, keys: readonly string[]): DumpMap {
  const lines = text.split('\n');
  const found = new Map<string, DumpValue>();
  for (const key of keys) {
    const from = lines.findIndex((line) => line.startsWith(`${key}:`));
    if (from < 0) continue;
    const after = lines.findIndex((line, i) => i > from && /^[a-z]/.test(line));
    const part = lines.slice(from, after < 0 ? undefined : after);
    const map = new Reader(part).block(0);
    if (map instanceof Map) found.set(key, map.get(key));
  }
  return found;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

class Reader {
  readonly #lines: string[];
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = [...lines];
  }

  /** The mapping or sequence that stands at an indentation. */
  block(indent: number): DumpValue {
    this.#skipBlank();
    const line = this.#lines[this.#at];
    if (line === undefined || indentOf(line) < indent) return undefined;
    return line.trimStart().startsWith('- ')
      ? this.#sequence(indentOf(line))
      : this.#mapping(indentOf(line));
  }

  #mapping(indent: number): DumpMap {
    const map = new Map<string, DumpValue>();
    for (;;) {
      this.#skipBlank();
      const line = this.#lines[this.#at];
      if (line === undefined || indentOf(line) !== indent || line.trimStart().startsWith('- '))
        return map;
      const match = /^\s*('(?:[^']|'')*'|[^\s:][^:]*):(?:\s(.*))?$/.exec(line);
      if (!match) throw new Error(`no key: ${line}`);
      this.#at += 1;
      map.set((match[1] ?? '').replaceAll("'", ''), this.#value(match[2] ?? '', indent));
    }
  }

  #sequence(indent: number): readonly DumpValue[] {
    const list: DumpValue[] = [];
    for (;;) {
      this.#skipBlank();
      const line = this.#lines[this.#at];
      if (line === undefined || indentOf(line) !== indent || !line.trimStart().startsWith('- '))
        return list;
      this.#at += 1;
      list.push(this.#value(line.trimStart().slice(2), indent));
    }
  }

  /** What stands behind a key or a dash: on its line, on the lines below it, or as a block. */
  #value(rest: string, indent: number): DumpValue {
    const text = rest.replace(/^(?:(?:&\S+|!!\S+)(?:\s+''(?=\s|$))?\s*)+/, '');
    if (text === '') return this.#blockBelow(indent);
    if (text.startsWith('*') || text === 'null' || text === '{}') return undefined;
    if (text.startsWith('{')) return flowMap(text);
    if (text === '|') return this.#literal(indent);
    if (text.startsWith("'")) return this.#singleQuoted(text);
    if (text.startsWith('"')) return this.#doubleQuoted(text);
    if (text.startsWith('[')) return this.#flow(text);
    return this.#plain(text, indent);
  }

  /** A sequence may stand as far left as the key that it belongs to. */
  #blockBelow(indent: number): DumpValue {
    this.#skipBlank();
    const line = this.#lines[this.#at] ?? '';
    const isSequence = line.trimStart().startsWith('- ') && indentOf(line) === indent;
    return this.block(isSequence ? indent : indent + 1);
  }

  #literal(indent: number): string {
    const parts: string[] = [];
    while (indentOf(this.#lines[this.#at] ?? '') > indent) {
      parts.push((this.#lines[this.#at] ?? '').trim());
      this.#at += 1;
    }
    return parts.join('');
  }

  #plain(first: string, indent: number): string {
    const parts = [first.trim()];
    while (indentOf(this.#lines[this.#at] ?? '') > indent) {
      parts.push((this.#lines[this.#at] ?? '').trim());
      this.#at += 1;
    }
    return parts.join(' ');
  }

  #flow(first: string): readonly DumpValue[] {
    let text = first;
    while (!text.trimEnd().endsWith(']')) text += ` ${this.#next().trim()}`;
    return text
      .slice(1, text.lastIndexOf(']'))
      .split(',')
      .map((part) => part.trim().replaceAll("'", ''))
      .filter((part) => part !== '');
  }

  #singleQuoted(first: string): string {
    const raw = this.#quoted(first, (text) => /^'(?:[^']|'')*'\s*$/.test(text));
    return folded(raw.trim().slice(1, -1)).replaceAll("''", "'");
  }

  #doubleQuoted(first: string): string {
    const raw = this.#quoted(first, (text) => /^"(?:[^"\\]|\\[\s\S])*"\s*$/.test(text));
    const joined = raw
      .trim()
      .slice(1, -1)
      .replaceAll(/\\\n\s*/g, '');
    return folded(joined).replaceAll(/\\(?:x([0-9A-F]{2})|u([0-9A-F]{4})|(.))/g, (_, ...found) => {
      const [byte, unit, letter] = found as (string | undefined)[];
      const code = byte ?? unit;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return { n: '\n', t: '\t', r: '\r', '0': '\0' }[letter ?? ''] ?? letter ?? '';
    });
  }

  #quoted(first: string, isWhole: (text: string) => boolean): string {
    let text = first;
    while (!isWhole(text)) text += `\n${this.#next()}`;
    return text;
  }

  #next(): string {
    const line = this.#lines[this.#at];
    if (line === undefined) throw new Error('a scalar that does not end');
    this.#at += 1;
    return line;
  }

  #skipBlank(): void {
    while (this.#lines[this.#at]?.trim() === '') this.#at += 1;
  }
}

/** One line break is a blank, each more a line break; blanks around them are none. */
function folded(text: string): string {
  return text.replaceAll(/[ \t]*\n(?:[ \t]*\n)*[ \t]*/g, (breaks) => {
    const count = breaks.split('\n').length - 1;
    return count === 1 ? ' ' : '\n'.repeat(count - 1);
  });
}

/** A mapping on one line, of scalars that hold neither commas nor braces. */
function flowMap(text: string): DumpMap {
  const pairs = text.slice(1, text.lastIndexOf('}')).split(',');
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf(':');
      return [
        pair.slice(0, at).trim(),
        pair
          .slice(at + 1)
          .trim()
          .replace(/^'(.*)'$/, '$1'),
      ];
    }),
  );
}
