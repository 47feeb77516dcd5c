import type { AmountScale } from './formats';

/** Words that say what amounts are to be multiplied by, with what may stand around them in English, Spanish and Czech. */
const thousands =
  /(?:^|[^\p{L}\d])(?:thousands?|miles|millares|tis(?:\.|ících|íce|íc|icich|ice|ic)?)(?=[^\p{L}]|$)|['’`]000(?!\d)|\(\s*000s?\s*\)|(?:^|[^\d.,])000s(?=[^\p{L}\d]|$)/iu;
const millions =
  /(?:^|[^\p{L}\d])(?:millions?|millones|mil(?:\.|ionech|iony|ionů|ionu|ión)|mio\.?|mln\.?)(?=[^\p{L}]|$)/iu;

/** Short forms, which only a currency beside them tells from other letters: `kEUR`, `T€`, `USD mm`. Their case counts. */
const shortThousands = /(?:^|[^\p{L}])[kT](?:EUR|USD|GBP|CZK|CHF|€|\$|£|Kč)(?!\p{L})/u;
const shortMillions = /(?:^|[^\p{L}])(?:EUR|USD|GBP|CZK|CHF|€|\$|£|Kč)\s?mm?(?!\p{L})/u;

/** In a sentence above a table only what is said of amounts: `in thousands`, not the name of a company. */
const inUnits =
  /(?:^|[^\p{L}])(?:in|en|v|expressed in|expresado en|uvedeno v)\s+(?:[\p{Lu}]{3}\s+|[$€£]\s?|€\s?|kč\s+|dollars?\s+|euros?\s+)?(?:thousands?|miles|millares|tis(?:\.|ících|icich)?|millions?|millones|mil(?:\.|ionech)|mio\.?|mln\.?|000s?)(?=[^\p{L}]|$)|(?:[\p{Lu}]{3}|[$€£])\s?['’`]000(?!\d)|\(\s*['’`]?000s?\s*\)/iu;

/** What a header says that its amounts are counted in: `Amount (USD thousands)`, `Importe (miles €)`, `USD '000`. */
export function scaleOfHeader(header: string): AmountScale | undefined {
  if (thousands.test(header) || shortThousands.test(header)) return 1_000;
  return millions.test(header) || shortMillions.test(header) ? 1_000_000 : undefined;
}

/** What the text above a table says of all amounts in it: `All amounts in USD thousands`. */
export function scaleOfText(text: string): AmountScale | undefined {
  const said = inUnits.exec(text)?.[0];
  return said === undefined ? undefined : (scaleOfHeader(said) ?? 1_000);
}

/** Words in brackets behind a header that say nothing of what the column is, only what its amounts are counted in. */
const bracketed =
  /\s*[([]\s*(?:(?:in|en|v)\s+)?(?:[A-Z]{3}\s*|[$€£]\s*|kč\s*)?(?:thousands?|millions?|miles|millones|tis\.?|mil\.?|mio\.?|mln\.?|['’`]?000s?)(?:\s+(?:de\s+)?(?:[A-Z]{3}|[$€£]|kč|euros?|dollars?))?\s*[)\]]\s*$/iu;

/** The same without brackets: `Amount kEUR`, `Balance USD'000`. */
const trailing =
  /\s+(?:[kT](?:EUR|USD|GBP|CZK|CHF|€|\$|£|Kč)|(?:EUR|USD|GBP|CZK|CHF|€|\$|£|Kč)\s?(?:mm?|['’`]000))\s*$/u;

const shortBracketed =
  /\s*[([]\s*(?:[kT](?:EUR|USD|GBP|CZK|CHF|€|\$|£|Kč)|(?:EUR|USD|GBP|CZK|CHF|€|\$|£|Kč)\s?mm?)\s*[)\]]\s*$/u;

/** A header without the words behind it that say only what its amounts are counted in. */
export function withoutScale(header: string): string {
  return header.replace(bracketed, '').replace(shortBracketed, '').replace(trailing, '');
}
