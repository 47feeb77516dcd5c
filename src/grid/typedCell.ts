import { possibleOrders } from '../domain/import/formats';
import { currencyScale } from '../domain/money/currency';
import { parseIsoDate } from '../domain/time/calendar';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';
import { assertNever } from '../lib/assert';
import { err, ok, type Result } from '../lib/result';
import { typedDate } from '../ui/typedDate';
import { namedChoice } from './choices';
import type { CellEditor } from './editing';
import { folded } from './folded';
import { type DecimalMark, decimalMarkOf, typedAmount } from './typedAmount';

/** Why a text is no value of its column. */
export type EntryProblem =
  | { readonly kind: 'required' | 'date' | 'dateOrder' | 'number' | 'numberOpen' }
  | { readonly kind: 'whole' | 'yesNo' | 'choice' }
  | { readonly kind: 'tooLong' | 'decimals'; readonly max: number }
  | { readonly kind: 'currency'; readonly typed: string; readonly expected: string };

/** What a value is read with. */
export interface EntryHabit {
  readonly locale: Locale;
  /** The currency of the row, where it is known. */
  readonly currency?: string | undefined;
  /** What the pasted column shows about its numbers. */
  readonly decimal?: DecimalMark | 'mixed' | undefined;
  /** True where a pasted column has dates that can only have the month first. */
  readonly monthFirst?: boolean | undefined;
}

/** Longer than any amount of a ledger. */
const wholeDigitsMax = 18;

const yes = ['yes', 'y', 'true', '1', 'x', 'si', 's', 'verdadero', 'ano', 'a', 'pravda'];
const no = ['no', 'n', 'false', '0', 'falso', 'ne', 'nepravda'];

const monthNumbers = new Map<string, string>();

/** Dates whose month is a word, with the month as a number: looking up a word's month once is enough. */
function withMonthNumber(text: string, locale: Locale): string {
  const match = /^(\d{1,2})(\s*[./-]\s*|\s+)(\p{L}+\.?)(\s*[./-]\s*|\s+)(\d{4})$/u.exec(text);
  if (!match) return text;
  const [, day, , word = '', , year] = match;
  const key = `${locale} ${word}`;
  const known = monthNumbers.get(key) ?? typedDate(`1 ${word} 2024`, locale)?.slice(5, 7) ?? '';
  monthNumbers.set(key, known);
  return known === '' ? text : `${day}.${known}.${year}`;
}

function typedDay(text: string, { locale, monthFirst }: EntryHabit): Result<string, EntryProblem> {
  // Spreadsheets show a day as midnight where the cell's format has a time.
  const day = withCentury(text.trim().replace(/[T ]0?0:00(?::00(?:\.0+)?)?$/, ''));
  const read = typedDate(withMonthNumber(day, locale), locale);
  if (read === undefined) return err({ kind: 'date' });
  if (monthFirst && !day.includes('.') && possibleOrders(day).includes('MDY'))
    return err({ kind: 'dateOrder' });
  return ok(read);
}

/** LibreOffice and older Excel show years with two digits; what a cell holds is not half-typed. */
function withCentury(day: string): string {
  return day.replace(
    /^(\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*)(\d{2})$/,
    (_, dayAndMonth: string, year: string) => `${dayAndMonth}${Number(year) < 70 ? 20 : 19}${year}`,
  );
}

function typedNumber(
  text: string,
  editor: CellEditor,
  habit: EntryHabit,
): Result<string, EntryProblem> {
  const { currency: expected } = habit;
  const read = typedAmount(text, {
    ...habit,
    threeDecimals: expected !== undefined && currencyScale(expected) > 2,
  });
  if (!read.ok) return err({ kind: read.error === 'ambiguous' ? 'numberOpen' : 'number' });
  const { value, currency: typed } = read.value;
  if (typed !== undefined && expected !== undefined && typed !== expected)
    return err({ kind: 'currency', typed, expected });
  return checkedNumber(value, editor);
}

function checkedNumber(value: string, editor: CellEditor): Result<string, EntryProblem> {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  if (whole.length > wholeDigitsMax) return err({ kind: 'number' });
  const isWhole = /^0*$/.test(fraction);
  if (editor.kind === 'integer')
    return isWhole ? ok(value.split('.')[0] ?? value) : err({ kind: 'whole' });
  const max = editor.decimalsMax;
  if (max === undefined || fraction.length <= max) return ok(value);
  if (!/^0*$/.test(fraction.slice(max))) return err({ kind: 'decimals', max });
  const kept = fraction.slice(0, max);
  return ok(`${value.split('.')[0]}${kept === '' ? '' : `.${kept}`}`);
}

function typedText(text: string, { maxLength }: CellEditor): Result<string, EntryProblem> {
  const value = text.replace(/\r\n?/g, '\n').trim();
  return maxLength !== undefined && value.length > maxLength
    ? err({ kind: 'tooLong', max: maxLength })
    : ok(value);
}

/** A text as the canonical value of a column, read by the language's habits; nothing is guessed. */
export function typedCell(
  text: string,
  editor: CellEditor,
  habit: EntryHabit,
): Result<string | null, EntryProblem> {
  if (text.trim() === '') return editor.required ? err({ kind: 'required' }) : ok(null);
  switch (editor.kind) {
    case 'text':
      return typedText(text, editor);
    case 'date':
      return typedDay(text, habit);
    case 'amount':
    case 'integer':
      return typedNumber(text, editor, habit);
    case 'yesNo': {
      const word = folded(text).trim();
      if (yes.includes(word)) return ok('true');
      return no.includes(word) ? ok('false') : err({ kind: 'yesNo' });
    }
    case 'choice': {
      const named = namedChoice(editor.choices ?? [], text);
      if (named !== undefined) return ok(named);
      return editor.open ? typedText(text, editor) : err({ kind: 'choice' });
    }
    default:
      return assertNever(editor.kind);
  }
}

/** A value of another cell, already canonical, as a value of this column. */
export function fittingValue(
  value: string | null,
  editor: CellEditor,
): Result<string | null, EntryProblem> {
  if (value === null || value === '') return editor.required ? err({ kind: 'required' }) : ok(null);
  switch (editor.kind) {
    case 'date':
      return parseIsoDate(value).ok ? ok(value) : err({ kind: 'date' });
    case 'amount':
    case 'integer':
      return /^-?\d+(\.\d+)?$/.test(value) ? checkedNumber(value, editor) : err({ kind: 'number' });
    default:
      return typedCell(value, editor, { locale: 'en' });
  }
}

/** What the values of one pasted column show together about how each of them is written. */
export function pastedHabit(
  values: readonly string[],
  editor: CellEditor,
): Pick<EntryHabit, 'decimal' | 'monthFirst'> {
  if (editor.kind === 'amount' || editor.kind === 'integer')
    return { decimal: decimalMarkOf(values) };
  if (editor.kind !== 'date') return {};
  return {
    monthFirst: values.some((value) => {
      const orders = possibleOrders(value);
      return orders.length === 1 && (orders[0] === 'MDY' || orders[0] === 'MDY2');
    }),
  };
}

/** A problem in words, with what to write instead. */
export function problemText(problem: EntryProblem, translate: Translate): string {
  switch (problem.kind) {
    case 'tooLong':
      return translate('grid.entry.tooLong', { count: problem.max });
    case 'decimals':
      return translate('grid.entry.decimals', { count: problem.max });
    case 'currency':
      return translate('grid.entry.currency', { typed: problem.typed, expected: problem.expected });
    default:
      return translate(`grid.entry.${problem.kind}`);
  }
}
