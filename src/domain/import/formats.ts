import { daysInMonth } from '../time/calendar';
import { monthOf } from './months';

/**
 * How a date is written. `YMD` to `YMD2`: the order of its parts and whether its year has two digits; any of `- / .`
 * separates them. `DMY.`: day first between points, beside slashes that are read otherwise. `NAMED`: the month is a
 * word. `YM`: a month without a day, which is its first. `SERIAL`, `SERIAL1904`: a spreadsheet's count of days, from
 * the end of 1899 or from 1904.
 */
export type DateOrder =
  | 'YMD'
  | 'DMY'
  | 'MDY'
  | 'YMD8'
  | 'DMY2'
  | 'MDY2'
  | 'YMD2'
  | 'DMY.'
  | 'NAMED'
  | 'YM'
  | 'SERIAL'
  | 'SERIAL1904';

/** What a zone's clocks are ahead of UTC, from an instant (`YYYY-MM-DD HH:MM:SS` UTC) on. */
export interface ZoneOffset {
  readonly from: string;
  readonly minutes: number;
}

/** How a column writes its values, decided once for the column as a whole and shown to the user. */
export type ColumnFormat =
  | {
      readonly kind: 'date';
      readonly order: DateOrder;
      /** How its other values are written, each a form that cannot be taken for the first. */
      readonly also?: readonly DateOrder[];
      /**
       * Where its instants are looked at from: those that say what they are ahead of UTC, and all of them where
       * `isUtc`. The offsets stand here, so that later changes of a zone's rules do not change what was imported.
       */
      readonly zone?: {
        readonly name: string;
        readonly isUtc: boolean;
        readonly offsets: readonly ZoneOffset[];
      };
    }
  /** `plain`: digits with a point. Otherwise the decimal mark, all other marks being decoration. */
  | {
      readonly kind: 'number';
      readonly decimal: '.' | ',';
      readonly plain: boolean;
      /** A bank's `CR` is money that came in; a ledger's is a credit, which is minus. */
      readonly isCreditPlus?: true;
      /** What amounts are counted in, where that is not one: `in thousands`. */
      readonly scale?: AmountScale;
    };

/** How many a figure stands for. */
export type AmountScale = 1_000 | 1_000_000;

/** A value as it stands in a column, with how often. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

const parted = /^\s*(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})(?:[T ]\s*\d{1,2}:\d{2}.*)?\s*$/;
const compact = /^\s*(\d{4})(\d{2})(\d{2})\s*$/;

/** Years outside this span are typing errors, not dates of a ledger. */
export const yearMin = 1900;
export const yearMax = 2199;

/** Days of a spreadsheet's calendar between 1954 and 2099: a number beyond is hardly a date. */
const serialMin = 20_000;
const serialMax = 73_050;
const serial = /^\s*(\d{5})(?:\.\d+)?\s*$/;

const yearMonth = /^\s*(\d{4})[-/. ](\d{1,2}|\p{L}{3,10})\.?\s*$/u;
const monthYear = /^\s*(\d{1,2}|\p{L}{3,10})\.?[-/. ](\d{4})\s*$/u;

/** Whether a text names a month of a year: `2026-01`, `2026 Jan`, `01/2026`. */
function isYearMonth(text: string): boolean {
  const first = yearMonth.exec(text);
  const last = monthYear.exec(text);
  const [year, month] = first ? [first[1], first[2]] : [last?.[2], last?.[1]];
  if (year === undefined || month === undefined) return false;
  return valid(Number(year), /^\d/.test(month) ? Number(month) : (monthOf(month) ?? 0), 1);
}

const clock = /[T ]\s*\d{1,2}:\d{2}.*$/;

/** Whether a text names a date by its month's word: `12-Dec-2019`, `Dec 12, 2019`, `12. prosince 2019`, `2019-Dec-12`. */
function isNamed(text: string): boolean {
  const day = text.replace(clock, '');
  if (day.length > 40) return false;
  const numbers = day.match(/\d+/g) ?? [];
  if (numbers.length !== 2) return false;
  const words = (day.match(/\p{L}+/gu) ?? []).filter(
    (word) => !/^(?:de|del|of|st|nd|rd|th)$/i.test(word),
  );
  const named = words.map(monthOf).filter((month) => month !== undefined);
  // A weekday may stand before it; any other word makes it a text.
  if (named.length !== 1 || words.length > 2) return false;
  if (words.length === 2 && monthOf(words[0] ?? '') !== undefined) return false;
  const [a = '', b = ''] = numbers;
  const [year, dayNumber] = a.length === 4 ? [a, b] : [b, a];
  if (!/^(?:\d{2}|\d{4})$/.test(year) || dayNumber.length > 2) return false;
  return valid(fullYear(year), named[0] ?? 0, Number(dayNumber));
}

/** Years of two digits are of this century up to 69. */
const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

function valid(year: number, month: number, day: number): boolean {
  return (
    year >= yearMin &&
    year <= yearMax &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** The orders in which a text names a date that exists. Between points the day comes first wherever dates are written so. */
export function possibleOrders(text: string): readonly DateOrder[] {
  const digits = compact.exec(text);
  if (digits) return valid(Number(digits[1]), Number(digits[2]), Number(digits[3])) ? ['YMD8'] : [];
  const match = parted.exec(text);
  if (!match) return isNamed(text) ? ['NAMED'] : [];
  const [a, b, c] = [match[1] ?? '', match[3] ?? '', match[4] ?? ''];
  const [x, y, z] = [Number(a), Number(b), Number(c)];
  if (a.length === 4) return c.length <= 2 && valid(x, y, z) ? ['YMD'] : [];
  if (a.length > 2) return [];
  const orders: DateOrder[] = [];
  const isMonthFirst = match[2] !== '.';
  if (c.length === 4) {
    if (valid(z, y, x)) orders.push('DMY');
    if (isMonthFirst && valid(z, x, y)) orders.push('MDY');
  } else if (c.length === 2) {
    const year = z < 70 ? 2000 + z : 1900 + z;
    if (valid(year, y, x)) orders.push('DMY2');
    if (isMonthFirst && valid(year, x, y)) orders.push('MDY2');
  }
  return orders;
}

/** A date of two digits each with its year first, ISO: `26/02/01`; `undefined` where it names no day so. */
function yearFirst(text: string): string | undefined {
  const [, a = '', mark, b = '', c = ''] = parted.exec(text) ?? [];
  if (a.length !== 2 || c.length !== 2 || mark === '.') return undefined;
  if (!valid(fullYear(a), Number(b), Number(c))) return undefined;
  return `${fullYear(a)}-${b.padStart(2, '0')}-${c}`;
}

/**
 * The orders in which a value of a column of dates may be read: also a month alone, a spreadsheet's count, and with its
 * year of two digits first, of which one value alone says nothing.
 */
function columnOrders(text: string): readonly DateOrder[] {
  const orders = possibleOrders(text);
  if (yearFirst(text) !== undefined) return [...orders, 'YMD2'];
  if (orders.length > 0) return orders;
  if (isYearMonth(text)) return ['YM'];
  const days = Number(serial.exec(text)?.[1] ?? 0);
  return days >= serialMin && days <= serialMax ? ['SERIAL'] : [];
}

/** The orders that read most of a column's values, more than one where they read just as many; none where none reads any. */
export function judgeDates(values: readonly ValueCount[]): readonly DateOrder[] {
  const reads = new Map<DateOrder, number>();
  for (const { value, count } of values)
    for (const order of columnOrders(value)) reads.set(order, (reads.get(order) ?? 0) + count);
  const most = Math.max(...reads.values());
  const best = [...reads].filter(([, count]) => count === most).map(([order]) => order);
  return isYearFirstLikely(values, best) ? best : best.filter((order) => order !== 'YMD2');
}

/**
 * Whether two digits that stand first may be the year: where nothing else reads them, or where they then name fewer
 * years than they do where they stand last. `15/03/26` and `28/03/26` are days of one year, `26/03/15` and `26/03/28` as
 * well.
 */
function isYearFirstLikely(values: readonly ValueCount[], orders: readonly DateOrder[]): boolean {
  const years = (order: DateOrder): number =>
    new Set(values.flatMap(({ value }) => dateIn(value, order)?.slice(0, 4) ?? [])).size;
  const others = orders.filter((order) => order !== 'YMD2').map(years);
  return others.every((count) => years('YMD2') < count);
}

const dayFirst: ReadonlySet<DateOrder> = new Set(['DMY', 'DMY2']);
const monthFirst: ReadonlySet<DateOrder> = new Set(['MDY', 'MDY2']);

/**
 * Whether a column's values prove one order no better than the other: some can only have the day first and others only
 * the month.
 */
export function areOrdersTorn(values: readonly ValueCount[]): boolean {
  const [day, month] = provenOrders(values);
  return isTorn(day, month);
}

/** How many values can only have the day first, and how many only the month. */
export function provenOrders(values: readonly ValueCount[]): readonly [day: number, month: number] {
  let day = 0;
  let month = 0;
  for (const { value } of values) {
    const orders = possibleOrders(value);
    const isDay = orders.some((order) => dayFirst.has(order)) && !value.includes('.');
    const isMonth = orders.some((order) => monthFirst.has(order));
    if (isDay && !isMonth) day += 1;
    if (isMonth && !isDay) month += 1;
  }
  return [day, month];
}

/**
 * The other ways in which some of a column's dates are written, where its order is decided: forms that cannot be taken
 * for it. Day first and month first are never both read in one column: which it is is decided for the column, not row
 * by row; but between points the day comes first, whatever stands between slashes.
 */
export function otherOrders(
  values: readonly ValueCount[],
  decided: DateOrder,
): readonly DateOrder[] {
  const others = new Set<DateOrder>();
  for (const { value } of values) {
    const orders = columnOrders(value);
    if (orders.length === 0 || orders.includes(decided)) continue;
    const rivals = dayFirst.has(decided) ? monthFirst : dayFirst;
    const isOrdered = dayFirst.has(decided) || monthFirst.has(decided);
    const free = orders.filter((order) => order !== 'YMD2' && (!isOrdered || !rivals.has(order)));
    const [order] = free;
    if (free.length === 1 && order !== undefined) others.add(order);
    else if (free.length === 0 && orders.includes('DMY') && value.includes('.')) others.add('DMY.');
  }
  // Beside another form, both orders of the same digits would be a guess.
  const both =
    [...others].some((one) => dayFirst.has(one)) && [...others].some((one) => monthFirst.has(one));
  return [...others].filter((one) => !both || !(dayFirst.has(one) || monthFirst.has(one))).sort();
}

/** The date that a text names in an order of three numbers, ISO; `undefined` where it names none in it. */
export function dateIn(text: string, order: DateOrder): string | undefined {
  if (order === 'YMD2') return yearFirst(text);
  const match = parted.exec(text);
  if (!match || !possibleOrders(text).includes(order)) return undefined;
  const [a = '', b = '', c = ''] = [match[1], match[3], match[4]];
  const [year, month, day] =
    order === 'YMD' ? [a, b, c] : dateHabit(order) === 'DMY' ? [c, b, a] : [c, a, b];
  return `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The date that a text names, ISO, where it can be read in one way alone: also one whose month is a word. */
export function dayNamed(text: string): string | undefined {
  const orders = possibleOrders(text);
  const [order, ...others] = orders;
  if (order === undefined || others.length > 0) return undefined;
  if (order !== 'NAMED') return dateIn(text, order);
  const word = text.match(/\p{L}+/gu)?.find((one) => monthOf(one) !== undefined) ?? '';
  const [a = '', b = ''] = text.match(/\d+/g) ?? [];
  const [year, day] = a.length === 4 ? [a, b] : [b, a];
  const month = String(monthOf(word)).padStart(2, '0');
  return `${fullYear(year)}-${month}-${day.padStart(2, '0')}`;
}

/**
 * Which of day, month and year stands where, whatever the digits of the year; but that whole years stand first says
 * nothing of those of two digits.
 */
export function dateHabit(order: DateOrder): string {
  return order === 'YMD2' ? order : order.slice(0, 3);
}

const plainNumber = /^\s*-?\d+(\.\d+)?\s*$/;
const bare = /[^\d.,]/g;
/** One to three digits, a point and three digits: 1.234 is one and a bit, or more than a thousand. */
const maybeThousands = /^[1-9]\d{0,2}\.\d{3}$/;

const maybeEither = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Whether a column's values leave open if their points stand between thousands: each mark there is might, be it a point
 * or, beside points, a comma.
 */
export function isThousandsOpen(values: readonly ValueCount[]): boolean {
  const marked = values
    .map(({ value }) => value.replace(bare, ''))
    .filter((text) => /[.,]/.test(text.slice(1, -1)));
  return (
    marked.some((text) => text.includes('.')) && marked.every((text) => maybeEither.test(text))
  );
}

/** Of a minority less than this share nothing is asked: how the column is written is plain, and the rest is refused. */
const tornOneIn = 3;
const isTorn = (a: number, b: number): boolean =>
  Math.min(a, b) > 0 && Math.min(a, b) * tornOneIn >= Math.max(a, b);

interface MarkVotes {
  readonly comma: number;
  readonly point: number;
  /** All commas that there are may stand between thousands. */
  readonly isCommaForThousands: boolean;
  readonly isPlain: boolean;
}

/** Whether some of a column's values prove a decimal comma and others a decimal point: either reading is wrong for some. */
export function areMarksAtOdds(values: readonly ValueCount[]): boolean {
  const { comma, point } = votesFor(values);
  return isTorn(comma, point);
}

/** The decimal mark that a column's values agree on. A lone mark before three digits is read as thousands only where every value with a mark looks so. */
export function judgeNumbers(values: readonly ValueCount[]): ColumnFormat {
  const { comma, point, isCommaForThousands, isPlain } = votesFor(values);
  if (isPlain) return { kind: 'number', decimal: '.', plain: true };
  const decimal = comma > point && !(isCommaForThousands && point > 0) ? ',' : '.';
  return { kind: 'number', decimal, plain: false };
}

function votesFor(values: readonly ValueCount[]): MarkVotes {
  let commaVotes = 0;
  let pointVotes = 0;
  let allPlain = true;
  let commaThousandsOnly = true;
  let sawComma = false;
  for (const { value, count } of values) {
    if (value.trim() === '') continue;
    if (!plainNumber.test(value)) allPlain = false;
    const marks = value.replace(bare, '');
    const lastComma = marks.lastIndexOf(',');
    const lastPoint = marks.lastIndexOf('.');
    if (lastComma >= 0) sawComma = true;
    if (lastComma >= 0 && lastPoint >= 0) {
      if (lastComma > lastPoint) {
        commaVotes += 2 * count;
        commaThousandsOnly = false;
      } else pointVotes += 2 * count;
    } else if (lastComma >= 0) {
      // No thousands begin with a 0: 0,125 is an eighth.
      if (/^[1-9]\d{0,2}(,\d{3})+$/.test(marks)) pointVotes += 0;
      else {
        commaVotes += count;
        commaThousandsOnly = false;
      }
    } else if (lastPoint >= 0) {
      if (/^\d{1,3}(\.\d{3}){2,}$/.test(marks)) commaVotes += count;
      else if (!maybeThousands.test(marks)) pointVotes += count;
    }
  }
  return {
    comma: commaVotes,
    point: pointVotes,
    isCommaForThousands: sawComma && commaThousandsOnly,
    isPlain: allPlain,
  };
}
