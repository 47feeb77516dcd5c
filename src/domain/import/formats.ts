import { daysInMonth } from '../time/calendar';

/** The order of a date's parts and whether its year has two digits; any of `- / .` separates them. */
export type DateOrder = 'YMD' | 'DMY' | 'MDY' | 'YMD8' | 'DMY2' | 'MDY2';

/** How a column writes its values, decided once for the column as a whole and shown to the user. */
export type ColumnFormat =
  | { readonly kind: 'date'; readonly order: DateOrder }
  /** `plain`: digits with a point. Otherwise the decimal mark, all other marks being decoration. */
  | { readonly kind: 'number'; readonly decimal: '.' | ','; readonly plain: boolean };

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
  if (!match) return [];
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

/** The orders that read most of a column's values, more than one where they read just as many; none where none reads any. */
export function judgeDates(values: readonly ValueCount[]): readonly DateOrder[] {
  const reads = new Map<DateOrder, number>();
  for (const { value, count } of values)
    for (const order of possibleOrders(value)) reads.set(order, (reads.get(order) ?? 0) + count);
  const most = Math.max(...reads.values());
  return [...reads].filter(([, count]) => count === most).map(([order]) => order);
}

/** Which of day, month and year stands where, whatever the digits of the year. */
export function dateHabit(order: DateOrder): string {
  return order.slice(0, 3);
}

const plainNumber = /^\s*-?\d+(\.\d+)?\s*$/;
const bare = /[^\d.,]/g;
/** One to three digits, a point and three digits: 1.234 is one and a bit, or more than a thousand. */
const maybeThousands = /^[1-9]\d{0,2}\.\d{3}$/;

/** Whether a value's point may stand between thousands as well as before decimals. */
export function isMaybeThousands(value: string): boolean {
  return maybeThousands.test(value.replace(bare, ''));
}

/** Whether a column's values leave open if their points stand between thousands: each mark there is might. */
export function isThousandsOpen(values: readonly ValueCount[]): boolean {
  const marked = values.filter(({ value }) => /\d.*[.,]|[.,].*\d/.test(value));
  return marked.length > 0 && marked.every(({ value }) => isMaybeThousands(value));
}

/** The decimal mark that a column's values agree on. A lone mark before three digits is read as thousands only where every value with a mark looks so. */
export function judgeNumbers(values: readonly ValueCount[]): ColumnFormat {
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
      if (lastComma > lastPoint) commaVotes += 2 * count;
      else pointVotes += 2 * count;
    } else if (lastComma >= 0) {
      if (/^\d{1,3}(,\d{3})+$/.test(marks)) pointVotes += 0;
      else {
        commaVotes += count;
        commaThousandsOnly = false;
      }
    } else if (lastPoint >= 0) {
      if (/^\d{1,3}(\.\d{3}){2,}$/.test(marks)) commaVotes += count;
      else if (!maybeThousands.test(marks)) pointVotes += count;
    }
  }
  if (allPlain) return { kind: 'number', decimal: '.', plain: true };
  const decimal =
    commaVotes > pointVotes && !(sawComma && commaThousandsOnly && pointVotes > 0) ? ',' : '.';
  return { kind: 'number', decimal, plain: false };
}
