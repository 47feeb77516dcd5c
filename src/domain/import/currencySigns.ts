import { signIn, withoutSigns } from '../money/signs';
import type { ValueCount } from './formats';

/**
 * What the signs of a column's amounts say of the file's currency: one for all rows, or that each row says its own.
 * `isEach`: a row that does not is refused, since those beside it have several.
 */
export type SignedCurrency = { readonly currency: string } | { readonly isEach: boolean };

const side = /^\s*(?:cr|dr|db)\b|(?:\b|\d)(?:cr|dr|db|[cdhs])\.?\s*$/i;

/** Whether a text may be an amount at all: it has figures, and no letters but signs of money and the word of a side. */
const isAmount = (text: string): boolean =>
  /\d/.test(text) && !/\p{L}/u.test(withoutSigns(text.replace(side, '')));

/**
 * What the signs and codes in a column of amounts say, for a file that has no column of currencies. Nothing where there
 * are none, or only one that may be of several currencies: which it is nobody can tell.
 */
export function judgeSigns(values: readonly ValueCount[]): SignedCurrency | undefined {
  const counts = new Map<string, number>();
  const codes = new Set<string>();
  let bare = 0;
  for (const { value, count } of values) {
    if (!isAmount(value)) continue;
    const found = signIn(value);
    if (!found) bare += count;
    else counts.set(found.sign, (counts.get(found.sign) ?? 0) + count);
    if (found?.code !== undefined) codes.add(found.code);
  }
  if (counts.size > 1) return { isEach: true };
  const [currency] = codes;
  const [signed] = counts.values();
  if (currency === undefined || signed === undefined) return undefined;
  // Bare amounts beside many signed ones are of their currency; beside few, nobody says so.
  return signed > bare ? { currency } : { isEach: false };
}
