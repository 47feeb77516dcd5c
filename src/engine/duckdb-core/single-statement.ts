import { BadQuery } from '../errors';

const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const word = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const lineComment = /--[^\n\r]*/y;
const blank = /\s/;

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + end.length;
}

/** The end of an `E'…'` text, where a backslash takes the next character with it. */
function afterEscaped(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "'") at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The end of the token at `at`: a quoted piece, a comment, a word, or one character. */
function tokenEnd(text: string, at: number): number {
  const character = text[at];
  // A doubled quote inside a text reads as two texts side by side: the same for our purpose.
  if (character === "'" || character === '"') return after(text, character, at + 1);
  const comment = match(lineComment, text, at);
  if (comment !== undefined) return at + comment.length;
  if (text.startsWith('/*', at)) return after(text, '*/', at + 2);
  if (/^[eE]'/.test(text.slice(at, at + 2))) return afterEscaped(text, at + 2);
  if (character === '$') {
    const tag = match(dollarTag, text, at);
    if (tag !== undefined) return after(text, tag, at + tag.length);
  }
  return at + (match(word, text, at)?.length ?? 1);
}

/**
 * Refuses a text that holds a second statement: the engine would run all of them and answer only for the
 * last. A semicolon at the end is allowed.
 */
export function assertSingleStatement(text: string): void {
  let ended = false;
  for (let at = text.indexOf(';') < 0 ? text.length : 0; at < text.length; ) {
    const end = tokenEnd(text, at);
    const token = text.slice(at, at + 2);
    if (token[0] === ';') ended = true;
    else if (ended && !blank.test(token[0] ?? ' ') && token !== '--' && token !== '/*') {
      throw new BadQuery('one statement at a time', text);
    }
    at = end;
  }
}
