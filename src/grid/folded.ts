/** Text as the eye compares it: without case, accents, kinds of space and kinds of minus. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\u2212', '-')
    .toLowerCase();
}
