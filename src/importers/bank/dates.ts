import { daysInMonth, parseIsoDate } from '../../domain/time/calendar';

const two = (part: number): string => String(part).padStart(2, '0');

/** A date of its parts; `undefined` where there is no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const parsed = parseIsoDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
  return parsed.ok ? parsed.value : undefined;
}

/**
 * `YYMMDD`; 80 to 99 are the last century's. A day beyond the end of its month, as in the 30th of February of a year of
 * 360 days, is the month's last. Source: SWIFT General Information, "Date"; German banks count interest so.
 */
export function swiftDate(text: string): string | undefined {
  if (!/^\d{6}$/.test(text)) return undefined;
  const short = Number(text.slice(0, 2));
  return clampedDate(short + (short > 79 ? 1900 : 2000), text.slice(2));
}

/** `MMDD` in the year in which it lies nearest to another date: a line of January may be valued in December. */
export function nearestDate(monthDay: string, to: string): string | undefined {
  const year = Number(to.slice(0, 4));
  const at = Date.parse(to);
  let nearest: string | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const candidate of [year, year - 1, year + 1]) {
    const date = clampedDate(candidate, monthDay);
    if (date === undefined) continue;
    const apart = Math.abs(Date.parse(date) - at);
    if (apart < distance) [nearest, distance] = [date, apart];
  }
  return nearest;
}

function clampedDate(year: number, monthDay: string): string | undefined {
  const month = Number(monthDay.slice(0, 2));
  const day = Number(monthDay.slice(2));
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return isoDate(year, month, Math.min(day, daysInMonth(year, month)));
}
