import { dateOfDayNumber, dayNumber, type IsoDate, parseIsoDate } from '../domain/time/calendar';
import { assert } from '../lib/assert';

/** A day as the number of days since 1970-01-01. */
export type Day = number;

/** A date of the calendar from a text written here. */
export function day(text: string): Day {
  const date = parseIsoDate(text);
  assert(date.ok, `not a date: ${text}`);
  return dayNumber(date.value);
}

export function isoDate(value: Day): IsoDate {
  return dateOfDayNumber(value);
}

/** The sample's first day; its books are opened then. */
export const firstDay = day('2023-11-01');
/** The sample's last day; nothing is posted after it. */
export const lastDay = day('2026-10-31');
/** The sample's length. */
export const monthCount = 36;

/** The first day of the sample's month `index`; 0 is November 2023, and -1 the month before. */
export function monthStart(index: number): Day {
  const month = 2023 * 12 + 10 + index;
  const two = String((month % 12) + 1).padStart(2, '0');
  return day(`${Math.floor(month / 12)}-${two}-01`);
}

/** The last day of the sample's month `index`. */
export function monthClose(index: number): Day {
  return monthStart(index + 1) - 1;
}

/** The sample's month that a day falls in; negative before the first. */
export function monthIndex(value: Day): number {
  const date = isoDate(value);
  return (Number(date.slice(0, 4)) - 2023) * 12 + Number(date.slice(5, 7)) - 11;
}

/** The calendar month, 0 for January, of the sample's month `index`. */
export function calendarMonth(index: number): number {
  return (((10 + index) % 12) + 12) % 12;
}

/** The same day, or the Monday after it: banks book from Monday to Friday. 1970-01-01 was a Thursday. */
export function workingDay(value: Day): Day {
  const sinceMonday = (value + 3) % 7;
  return sinceMonday < 5 ? value : value + 7 - sinceMonday;
}

/** The same day, or the next Thursday: the day on which direct debits are collected. */
export function collectionDay(value: Day): Day {
  return value + ((7 - (value % 7)) % 7);
}
