import { signIn } from '../../domain/money/signs';

/** A locale in brackets, with the sign that it shows or without one: `[$€-40A]`, `[$CZK]`, `[$-409]`. */
const bracket = /\[\$([^\]-]*)(?:-[^\]]*)?\]/g;
const otherBracket = /\[[^\]]*\]/g;
const literal = /"([^"]*)"|\\(.)|([$€£¥])/gu;
/** What pads: the width of a character, and a character that fills. */
const padding = /_.|\*./gu;

const known = new Map<string, string>();

/**
 * The sign or the code of money that a number format shows beside its figures, as a text; empty where it shows none.
 * The formats 5–8 and 41–44, which a workbook need not spell out, stand for the reader's own currency: they come without
 * a text, and say nothing. Source: ECMA-376 part 1, 18.8.30 and 18.8.31 (number formats).
 */
export function moneyShown(format: string): string {
  const before = known.get(format);
  if (before !== undefined) return before;
  const money = moneyOf(format);
  known.set(format, money);
  return money;
}

function moneyOf(format: string): string {
  const [first = ''] = format
    .replace(bracket, (_, sign: string) => (sign === '' ? '' : `"${sign}"`))
    .split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const plain = first.replace(otherBracket, '').replace(padding, '');
  const literals = [...plain.matchAll(literal)].map(([, quoted, escaped, sign]) =>
    (quoted ?? escaped ?? sign ?? '').trim(),
  );
  return literals.find((text) => text !== '' && signIn(text) !== undefined) ?? '';
}
