import { err, ok, type Result } from '../../lib/result';

/** A calendar date as `YYYY-MM-DD`, without a time or a zone. */
export type IsoDate = string & { readonly __isoDate: unique symbol };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Days from 1970-01-01 to a civil date, by integer arithmetic alone.
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of {@link daysFromCivil}. Same source, civil_from_days. */
function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The number of days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** A date that exists, or the text that does not name one. */
export function parseIsoDate(text: string): Result<IsoDate, string> {
  const match = pattern.exec(text);
  if (!match) return err(text);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return err(text);
  return ok(text as IsoDate);
}

/** Days since 1970-01-01, negative before. */
export function dayNumber(date: IsoDate): number {
  return daysFromCivil(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)),
    Number(date.slice(8, 10)),
  );
}

export function dateOfDayNumber(days: number): IsoDate {
  const { year, month, day } = civilFromDays(days);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as IsoDate;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Whole days from one date to another; negative where `to` is the earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The last day of the month that lies `months` after the date's own month (0: its own). */
export function monthEnd(date: IsoDate, months = 0): IsoDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return dateOfDayNumber(daysFromCivil(year, month, daysInMonth(year, month)));
}

/** The same day some months earlier, or the last of that month where it has no such day. */
export function monthsBefore(date: IsoDate, months: number): IsoDate {
  const end = monthEnd(date, -months);
  return addDays(end, Math.min(0, Number(date.slice(8)) - Number(end.slice(8))));
}

/** The last month end on or before a date. */
export function monthEndOnOrBefore(date: IsoDate): IsoDate {
  const own = monthEnd(date);
  return own === date ? own : monthEnd(date, -1);
}

/** The `count` month ends up to the date, oldest first; the date itself closes the list. */
export function lastMonthEnds(date: IsoDate, count: number): readonly IsoDate[] {
  const ends: IsoDate[] = [date];
  for (let back = 1; ends.length < count; back += 1) ends.unshift(monthEnd(date, -back));
  return ends;
}

/** Whether a day is a Saturday or a Sunday. 1970-01-01 was a Thursday. */
function isWeekend(date: IsoDate): boolean {
  const weekday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return weekday >= 5;
}

/**
 * The last month end that data up to a date cover: the date's own month end where only a weekend lies
 * between, else the month end before.
 */
export function lastCoveredMonthEnd(date: IsoDate): IsoDate {
  const own = monthEnd(date);
  let day = addDays(date, 1);
  while (day <= own && isWeekend(day)) day = addDays(day, 1);
  return day > own ? own : monthEnd(date, -1);
}
