import { type Locale, localeTags } from './locale';

/** How an amount below zero is shown. */
export type NegativeStyle = 'minus' | 'parentheses';

const minus = '\u2212';
const noBreakSpace = '\u00a0';

interface Separators {
  readonly group: string;
  readonly decimal: string;
}

const separators: Readonly<Record<Locale, Separators>> = {
  en: separatorsOf('en'),
  es: separatorsOf('es'),
  cs: separatorsOf('cs'),
};

function separatorsOf(locale: Locale): Separators {
  const parts = new Intl.NumberFormat(localeTags[locale]).formatToParts(1234567.8);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: of('group'), decimal: of('decimal') };
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

interface PlainDecimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Sign, whole digits and fraction of a plain decimal; `undefined` for any other text. */
function parts(text: string): PlainDecimal | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  return { negative: sign === '-' && /[1-9]/.test(whole + fraction), whole, fraction };
}

/**
 * An exact decimal text (`-1234.50`) as people read it, digit by digit and never through a number.
 * All its decimals are kept, and thousands are always grouped, so that columns line up.
 * Text that is no plain decimal is returned as it came.
 */
export function formatAmount(
  text: string,
  locale: Locale,
  negativeStyle: NegativeStyle = 'minus',
): string {
  const value = parts(text);
  if (!value) return text;
  const { group, decimal } = separators[locale];
  const whole = grouped(value.whole, group);
  const digits = value.fraction === '' ? whole : `${whole}${decimal}${value.fraction}`;
  if (!value.negative) return digits;
  return negativeStyle === 'parentheses' ? `(${digits})` : `${minus}${digits}`;
}

/** An amount as a spreadsheet of that language takes it: its decimal mark, a plain minus, no grouping. */
export function formatPlainAmount(text: string, locale: Locale): string {
  return text.replace('.', separators[locale].decimal);
}

/** A count or a number of days. */
export function formatInteger(value: number, locale: Locale): string {
  return formatAmount(Number.isSafeInteger(value) ? String(value) : value.toFixed(0), locale);
}

/**
 * A ratio given as exact decimal text (`0.12345`) in percent (`12.3 %`), rounded half away from zero.
 * @param decimals digits after the mark
 */
export function formatPercent(ratio: string, locale: Locale, decimals = 1): string {
  const value = parts(ratio);
  if (!value) return ratio;
  const shown = decimals + 2;
  const digits = BigInt(value.whole + value.fraction.padEnd(shown, '0').slice(0, shown));
  const up = (value.fraction[shown] ?? '0') >= '5' ? 1n : 0n;
  const rounded = (digits + up).toString().padStart(decimals + 1, '0');
  const split = rounded.length - decimals;
  const text = `${value.negative ? '-' : ''}${rounded.slice(0, split)}${decimals > 0 ? '.' : ''}${rounded.slice(split)}`;
  return `${formatAmount(text, locale)}${locale === 'en' ? '' : noBreakSpace}%`;
}

/** How many decimals a percentage in a report is shown with. */
export const percentDigits = 2;

const englishMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const spanishMonths = 'ene feb mar abr may jun jul ago sep oct nov dic'.split(' ');

/** An ISO date in the short form nobody misreads: 31 Oct 2026, 31/10/2026, 31. 10. 2026. */
export function formatDate(iso: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return iso;
  const [, year = '', month = '', day = ''] = match;
  switch (locale) {
    case 'en':
      return `${Number(day)} ${englishMonths[Number(month) - 1] ?? month} ${year}`.replaceAll(
        ' ',
        noBreakSpace,
      );
    case 'es':
      return `${day}/${month}/${year}`;
    case 'cs':
      return `${Number(day)}.${noBreakSpace}${Number(month)}.${noBreakSpace}${year}`;
  }
}

/** The month of an ISO date, for the axis of a trend: Oct 2026, oct 2026, 10/2026. */
export function formatMonth(iso: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})/.exec(iso);
  if (!match) return iso;
  const [, year = '', month = ''] = match;
  switch (locale) {
    case 'en':
      return `${englishMonths[Number(month) - 1] ?? month} ${year}`;
    case 'es':
      return `${spanishMonths[Number(month) - 1] ?? month} ${year}`;
    case 'cs':
      return `${Number(month)}/${year}`;
  }
}

function oneDecimal(value: number, locale: Locale): string {
  return formatAmount(value < 10 ? value.toFixed(1) : value.toFixed(0), locale);
}

/** Bytes of a file: 512 B, 1.5 MB. Powers of ten, as file managers and disks count. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit += 1) value /= 1000;
  const number = unit === 0 ? formatInteger(value, locale) : oneDecimal(value, locale);
  return `${number}${noBreakSpace}${units[unit]}`;
}

/** How long something took: 85 ms, 1.3 s, 4 min 5 s. */
export function formatDuration(milliseconds: number, locale: Locale): string {
  if (milliseconds < 1000) return `${formatInteger(milliseconds, locale)}${noBreakSpace}ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${oneDecimal(seconds, locale)}${noBreakSpace}s`;
  const whole = Math.round(seconds);
  return `${formatInteger(Math.floor(whole / 60), locale)}${noBreakSpace}min ${whole % 60}${noBreakSpace}s`;
}
