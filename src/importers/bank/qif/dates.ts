import { isoDate } from '../dates';

/** The order of day and month in a file's dates, decided over all of them, and whether anything proves it. */
export interface DateOrder {
  readonly order: 'DMY' | 'MDY';
  readonly isProven: boolean;
}

interface Parts {
  readonly first: number;
  readonly second: number;
  readonly year: number;
}

/** `3/ 4'04`, `03/04/2004`, `3.4.04`, `3-4-2004`: an apostrophe is of this century. */
const parts = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*([/.'-])\s*(\d{4}|\d{1,2})\s*$/;
const yearFirst = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s*$/;

function partsOf(text: string): Parts | undefined {
  const match = parts.exec(text);
  if (!match) return undefined;
  const short = Number(match[4]);
  const isShort = (match[4] ?? '').length < 4;
  const century = match[3] === "'" || short < 70 ? 2000 : 1900;
  return {
    first: Number(match[1]),
    second: Number(match[2]),
    year: isShort ? century + short : short,
  };
}

/**
 * Decided by dates that exist in one order only; if there are none, by the order in which the lines stand, which banks
 * sort by date. If both orders are sorted, or the dates contradict each other, nothing is proven: Quicken writes the
 * month first, and programs elsewhere the day.
 */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  const dates = texts.map(partsOf).filter((date) => date !== undefined);
  const isDayFirst = dates.some(({ first, second }) => first > 12 && second <= 12);
  const isMonthFirst = dates.some(({ first, second }) => second > 12 && first <= 12);
  if (isDayFirst !== isMonthFirst) return { order: isDayFirst ? 'DMY' : 'MDY', isProven: true };
  if (!isDayFirst) {
    const isDaySorted = isSorted(dates.map((date) => numberOf(date, 'DMY')));
    const isMonthSorted = isSorted(dates.map((date) => numberOf(date, 'MDY')));
    if (isDaySorted !== isMonthSorted)
      return { order: isDaySorted ? 'DMY' : 'MDY', isProven: true };
  }
  return { order: 'MDY', isProven: false };
}

const two = (part: number): string => String(part).padStart(2, '0');

function numberOf({ first, second, year }: Parts, order: 'DMY' | 'MDY'): number {
  const [day, month] = order === 'DMY' ? [first, second] : [second, first];
  return (year * 100 + month) * 100 + day;
}

function isSorted(values: readonly number[]): boolean {
  const pairs = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  return pairs.every((step) => step >= 0) || pairs.every((step) => step <= 0);
}

/**
 * A date in the order of its file; what is none stays as it stands. Where no order is proven, the date stands with its
 * whole year, for a person to say the order.
 */
export function qifDate(text: string, order: DateOrder['order'] | undefined): string {
  const iso = yearFirst.exec(text);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? text.trim();
  const date = partsOf(text);
  if (!date) return text.trim();
  if (order === undefined && date.first !== date.second)
    return `${two(date.first)}/${two(date.second)}/${date.year}`;
  const [day, month] = order === 'DMY' ? [date.first, date.second] : [date.second, date.first];
  return isoDate(date.year, month, day) ?? text.trim();
}
