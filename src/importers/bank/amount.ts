import { exact } from '../../domain/money/decimal';

/** More digits than any amount has; more would be a reading of something else. */
const plain = /^[+-]?\d{1,25}(?:\.\d{0,15})?$|^[+-]?\.\d{1,15}$/;

/** Whether a text is a decimal as this program writes it: digits, a point at most, a sign at most. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/**
 * A decimal with neither leading zeros nor a plus, with the digits after the point that it has, save zeros beyond the
 * second: `+00115.8331` is `115.8331`, `18.150` is `18.15`, `27.` is `27`. `undefined` for what is no decimal.
 */
export function plainDecimal(text: string): string | undefined {
  if (!plain.test(text)) return undefined;
  const isNegative = text.startsWith('-');
  const digits = text.replace(/^[+-]/, '');
  const [whole = '', fraction = ''] = digits.split('.');
  const kept = fraction.slice(0, 2) + fraction.slice(2).replace(/0+$/, '');
  const value = `${whole.replace(/^0+(?=\d)/, '') || '0'}${kept === '' ? '' : `.${kept}`}`;
  return isNegative && !/^[0.]*$/.test(value) ? `-${value}` : value;
}

/** The same amount the other way; zero has no sign. */
export function opposite(amount: string): string {
  if (amount.startsWith('-')) return amount.slice(1);
  return /^[0.]*$/.test(amount) ? amount : `-${amount}`;
}

/** Minor units as an amount: `200001` with 2 digits is `2000.01`. `undefined` for what are no digits. */
export function ofMinorUnits(text: string, scale: number): string | undefined {
  const match = /^([+-]?)(\d{1,30})$/.exec(text);
  if (!match) return undefined;
  const digits = (match[2] ?? '').padStart(scale + 1, '0');
  const cut = digits.length - scale;
  const value = scale === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return plainDecimal(`${match[1] ?? ''}${value}`);
}

/** The sum of decimals, exact. */
export function sumOf(amounts: readonly string[]): string {
  let total = exact('0');
  for (const amount of amounts) total = total.plus(amount);
  return total.toFixed();
}

/**
 * The decimal mark of a file's amounts, decided over all of them: the later of two marks in one amount, or a mark that
 * is not followed by three digits. `undefined` where they say nothing, or contradict each other.
 */
export function decimalMark(amounts: Iterable<string>): '.' | ',' | undefined {
  let points = 0;
  let commas = 0;
  for (const amount of amounts) {
    const point = amount.lastIndexOf('.');
    const comma = amount.lastIndexOf(',');
    const last = Math.max(point, comma);
    if (last < 0) continue;
    const isBoth = point >= 0 && comma >= 0;
    const isOnce = amount.indexOf(amount[last] ?? '') === last;
    const isGroup = /^\d{3}(?!\d)/.test(amount.slice(last + 1)) && !isBoth;
    if (isGroup || !isOnce) continue;
    if (last === point) points += 1;
    else commas += 1;
  }
  if (points > 0 && commas > 0) return undefined;
  return points > 0 ? '.' : commas > 0 ? ',' : undefined;
}

/** An amount that is written with a decimal mark and, perhaps, marks between thousands. */
export function markedDecimal(text: string, mark: '.' | ','): string | undefined {
  const compact = text.replaceAll(/[\s\u00a0']/g, '');
  const other = mark === '.' ? ',' : '.';
  const [whole = '', fraction = '', ...more] = compact.split(mark);
  if (more.length > 0 || fraction.includes(other)) return undefined;
  if (whole.includes(other) && !/^[+-]?\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return undefined;
  const joined = whole.replaceAll(other, '');
  return plainDecimal(compact.includes(mark) ? `${joined}.${fraction}` : joined);
}
