/**
 * The words for months that exports use, in English, Spanish and Czech (there also the genitive, which stands in
 * dates), with their short forms; without accents and in small letters. English names come first where languages share
 * a word.
 */
const words: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene', 'leden', 'ledna', 'led'],
  ['february', 'feb', 'febrero', 'unor', 'unora', 'uno'],
  ['march', 'mar', 'marzo', 'brezen', 'brezna', 'bre'],
  ['april', 'apr', 'abril', 'abr', 'duben', 'dubna', 'dub'],
  ['may', 'mayo', 'kveten', 'kvetna', 'kve'],
  ['june', 'jun', 'junio', 'cerven', 'cervna', 'cvn'],
  ['july', 'jul', 'julio', 'cervenec', 'cervence', 'cvc'],
  ['august', 'aug', 'agosto', 'ago', 'srpen', 'srpna', 'srp'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre', 'set', 'zari', 'zar'],
  ['october', 'oct', 'octubre', 'rijen', 'rijna', 'rij'],
  ['november', 'nov', 'noviembre', 'listopad', 'listopadu', 'lis'],
  ['december', 'dec', 'diciembre', 'dic', 'prosinec', 'prosince', 'pro'],
];

/** Every word with its month, 1 to 12; longer words first, so that none is taken for the beginning of another. */
export const monthWords: readonly (readonly [word: string, month: number])[] = words
  .flatMap((names, i) => names.map((name) => [name, i + 1] as const))
  .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));

const months: ReadonlyMap<string, number> = new Map(monthWords);

/** A text without accents, in small letters: how month words are compared. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** The month that a word names, or `undefined`. */
export function monthOf(word: string): number | undefined {
  return months.get(plainLetters(word));
}
