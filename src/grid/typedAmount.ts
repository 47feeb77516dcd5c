import type { Locale } from '../i18n/locale';
import { err, ok, type Result } from '../lib/result';

export type DecimalMark = '.' | ',';

/** How a number is read where its text alone leaves it open. */
export interface NumberHabit {
  readonly locale: Locale;
  /** What the other values of the same pasted column show; `mixed` where they contradict each other. */
  readonly decimal?: DecimalMark | 'mixed' | undefined;
  /** Whether three decimals are usual, as in dinars. */
  readonly threeDecimals?: boolean | undefined;
}

export interface TypedAmount {
  /** A plain decimal: `-1234.50`. */
  readonly value: string;
  /** The currency that was written with it, where its sign names just one. */
  readonly currency: string | undefined;
}

type AmountProblem = 'notANumber' | 'ambiguous';

const decimalMarks: Readonly<Record<Locale, DecimalMark>> = { en: '.', es: ',', cs: ',' };
/** The mark between thousands where a lone one is read so. Czech has a space, which is never a decimal mark. */
const groupMarks: Readonly<Record<Locale, DecimalMark | undefined>> = {
  en: ',',
  es: '.',
  cs: undefined,
};

const currencyOfSign: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  Kč: 'CZK',
  kč: 'CZK',
  zł: 'PLN',
  Ft: 'HUF',
};

const sign = '([-+]?)';
const currency = String.raw`((?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}|[Kk]č|zł|Ft|kr\.?)?)`;
const decorated = new RegExp(
  `^${sign} ?${currency} ?${sign} ?([\\d.,'’ ]*\\d[.,]?) ?${currency} ?${sign}$`,
  'u',
);
const grouped = /^(\d{1,3})((?:([ '’.,])\d{3})(?:\3\d{3})*)(?:([.,])(\d*))?$/;
const ungrouped = /^(\d*)([.,])(\d*)$/;

interface Written {
  readonly digits: string;
  readonly negative: boolean;
  readonly currency: string | undefined;
}

/** Sign, currency and digits of an amount; accountants' parentheses and a minus behind the digits count as a sign. */
function writtenParts(text: string): Written | undefined {
  const plain = text
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/gu, ' ')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  const inParentheses = /^([^()]*)\(([^()]+)\)([^()]*)$/.exec(plain);
  const bare = inParentheses ? inParentheses.slice(1).join('').trim() : plain;
  const match = decorated.exec(bare);
  if (!match) return undefined;
  const [, first = '', before = '', second = '', digits = '', after = '', last = ''] = match;
  const signs = `${inParentheses ? '-' : ''}${first}${second}${last}`;
  if (signs.length > 1) return undefined;
  const named = [before, after].map(
    (mark) => currencyOfSign[mark] ?? (/^[A-Z]{3}$/.test(mark) ? mark : undefined),
  );
  return { digits, negative: signs === '-', currency: named[0] ?? named[1] };
}

type Reading =
  | { readonly kind: 'plain'; readonly whole: string; readonly fraction: string }
  /** The marks leave no doubt which of them stands before the decimals. */
  | {
      readonly kind: 'certain';
      readonly whole: string;
      readonly fraction: string;
      readonly decimal: DecimalMark | undefined;
    }
  /** `1.234`: one and a bit, or more than a thousand. */
  | {
      readonly kind: 'open';
      readonly mark: DecimalMark;
      readonly before: string;
      readonly after: string;
    };

function other(mark: string): DecimalMark | undefined {
  if (mark === '.') return ',';
  return mark === ',' ? '.' : undefined;
}

function asDecimalMark(mark: string | undefined): DecimalMark | undefined {
  return mark === '.' || mark === ',' ? mark : undefined;
}

function readingOf(digits: string): Reading | undefined {
  if (/^\d+$/.test(digits)) return { kind: 'plain', whole: digits, fraction: '' };
  const simple = ungrouped.exec(digits);
  const groups = grouped.exec(digits);
  if (simple) {
    const [, before = '', mark = '.', after = ''] = simple;
    const decimal = asDecimalMark(mark) ?? '.';
    if (before === '' && after === '') return undefined;
    if (groups && !before.startsWith('0')) return { kind: 'open', mark: decimal, before, after };
    return { kind: 'certain', whole: before, fraction: after, decimal };
  }
  if (!groups) return undefined;
  const [, head = '', tail = '', group = '', mark, fraction = ''] = groups;
  if (mark === group) return undefined;
  return {
    kind: 'certain',
    whole: head + tail.replaceAll(group, ''),
    fraction,
    decimal: asDecimalMark(mark) ?? other(group),
  };
}

/**
 * The decimal mark that the values of one pasted column show beyond doubt: a column from another country's
 * spreadsheet is read by its own habit, not by the reader's.
 */
export function decimalMarkOf(values: Iterable<string>): DecimalMark | 'mixed' | undefined {
  let known: DecimalMark | undefined;
  for (const value of values) {
    const written = writtenParts(value);
    const reading = written && readingOf(written.digits);
    if (reading?.kind !== 'certain' || reading.decimal === undefined) continue;
    if (known !== undefined && known !== reading.decimal) return 'mixed';
    known = reading.decimal;
  }
  return known;
}

/** Which of the two readings of `1.234` the habit decides for, or none. */
function settled(mark: DecimalMark, habit: NumberHabit): 'group' | 'decimal' | undefined {
  if (habit.decimal === 'mixed') return undefined;
  if (habit.decimal !== undefined) return habit.decimal === mark ? 'decimal' : 'group';
  if (groupMarks[habit.locale] === mark) return 'group';
  return habit.threeDecimals && decimalMarks[habit.locale] === mark ? 'decimal' : undefined;
}

/**
 * An amount as people write it: with thousands, a currency, a sign on either side or in parentheses, in the habit of
 * the language. Digits are carried over one by one, never through a number. `1.234` that may be either a thousand or
 * three decimals is refused rather than guessed.
 */
export function typedAmount(text: string, habit: NumberHabit): Result<TypedAmount, AmountProblem> {
  const written = writtenParts(text);
  const reading = written && readingOf(written.digits);
  if (!reading) return err('notANumber');
  let { whole, fraction } =
    reading.kind === 'open' ? { whole: reading.before, fraction: reading.after } : reading;
  if (reading.kind === 'open') {
    const meant = settled(reading.mark, habit);
    if (meant === undefined) return err('ambiguous');
    if (meant === 'group') [whole, fraction] = [whole + fraction, ''];
  }
  const digits = `${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`;
  const negative = written.negative && /[1-9]/.test(digits);
  return ok({ value: negative ? `-${digits}` : digits, currency: written.currency });
}
