import { addDays, parseIsoDate } from '../../domain/time/calendar';
import type { DatevHeader } from './header';

/**
 * A document date, `DDMM`, in the year in which it lies within the period of the file, else within its fiscal year;
 * a leading zero may be missing, and a year that is written does not count. Source: developer.datev.de,
 * "Buchungsstapel", field 10. What is no such day stays as it is, to be rejected by its own words.
 */
export function bookingDay(text: string, header: DatevHeader): string {
  const digits = text.replaceAll('.', '');
  const full = digits.length % 2 === 1 ? `0${digits}` : digits;
  if (!/^\d{4}(?:\d{2}|\d{4})?$/.test(full)) return text;
  const monthDay = `${full.slice(2, 4)}-${full.slice(0, 2)}`;
  const { from, to, fiscalYearStart } = header;
  const yearEnd = lastDay(fiscalYearStart);
  const spans = [
    [from || fiscalYearStart, to || yearEnd],
    [fiscalYearStart || from, yearEnd || to],
  ] as const;
  for (const [first, last] of spans) {
    const year = Number(first.slice(0, 4));
    for (const candidate of [year, year + 1]) {
      const parsed = parseIsoDate(`${String(candidate).padStart(4, '0')}-${monthDay}`);
      if (parsed.ok && parsed.value >= first && parsed.value <= last) return parsed.value;
    }
  }
  return text;
}

/** The last day of a fiscal year of twelve months; blank where its first is. */
function lastDay(start: string): string {
  if (start === '') return '';
  const first = parseIsoDate(`${Number(start.slice(0, 4)) + 1}${start.slice(4)}`);
  return first.ok ? addDays(first.value, -1) : `${start.slice(0, 4)}-12-31`;
}

/** A whole date, `DDMMYYYY` or `DDMMYY` of this century; blank where it is none. */
export function wholeDay(text: string): string {
  const match = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (!match) return '';
  const [, day = '', month = '', year = ''] = match;
  const parsed = parseIsoDate(`${year.length === 2 ? `20${year}` : year}-${month}-${day}`);
  return parsed.ok ? parsed.value : '';
}
