/** A tag of an OFX text, and the value behind it where one stands there. */
export interface OfxTag {
  /** In capitals; with a slash before it where it closes. */
  readonly name: string;
  readonly value: string;
  /** Where it begins in the text. */
  readonly at: number;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The tags of OFX 1 (SGML, where values have no closing tags) and OFX 2 (XML), which banks mix. A `<` that begins no
 * tag is text.
 */
export function* tagsOf(text: string): Generator<OfxTag> {
  let at = nextTag(text, 0);
  while (at < text.length) {
    const end = text.indexOf('>', at);
    if (end < 0) return;
    const name = text
      .slice(at + 1, Math.min(end, at + nameLengthMax))
      .trim()
      .toUpperCase();
    const next = nextTag(text, end + 1);
    if (tagName.test(name)) {
      const value = plainValue(text.slice(end + 1, next));
      yield { name: name.replace(/\s.*$|\/$/s, ''), value, at };
    }
    at = next;
  }
}

/** A tag is looked at so far: attributes do not matter, and a name is shorter. */
const nameLengthMax = 200;

const tagName = /^\/?[A-Z][A-Z0-9._]{0,63}(?:\s[^<]*|\/)?$/;

/** Where the next tag begins: not within a comment, nor within CDATA, whose content is text, nor at a lone `<`. */
function nextTag(text: string, from: number): number {
  let at = text.indexOf('<', from);
  while (at >= 0) {
    if (text.startsWith('<![CDATA[', at)) at = behind(text, ']]>', at);
    else if (text.startsWith('<!--', at)) at = behind(text, '-->', at);
    else if (/^[A-Za-z/!?]$/.test(text.charAt(at + 1))) return at;
    else at += 1;
    at = text.indexOf('<', at);
  }
  return text.length;
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + end.length;
}

function plainValue(text: string): string {
  const plain = text
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .split('<![CDATA[')
    .map((part, i) => {
      if (i === 0) return decoded(part);
      const end = part.indexOf(']]>');
      return end < 0 ? part : part.slice(0, end) + decoded(part.slice(end + 3));
    })
    .join('');
  return plain.trim();
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, ...found) => {
    const [decimal, hex, name] = found as (string | undefined)[];
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
