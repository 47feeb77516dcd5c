/** DuckDB's dates and timestamps beyond all calendars. */
const infinity = 'infinity';
const dateInfinity = 2_147_483_647;
const timestampInfinity = 9_223_372_036_854_775_807n;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/**
 * The ISO text of a day counted from 1970-01-01, in the proleptic Gregorian calendar; years before 1 as
 * DuckDB writes them, `0044-03-15 (BC)`.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
 */
export function dateText(day: number): string {
  if (day === dateInfinity) return infinity;
  if (day === -dateInfinity) return `-${infinity}`;
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const shown = String(year > 0 ? year : 1 - year).padStart(4, '0');
  return `${shown}-${two(month)}-${two(dayOfMonth)}${year > 0 ? '' : ' (BC)'}`;
}

/** The ISO text of an instant without a zone, `2026-10-31T08:05:00`, with a fraction where it has one. */
export function timestampText(value: bigint, unitsPerSecond: bigint): string {
  if (value === timestampInfinity) return infinity;
  if (value === -timestampInfinity) return `-${infinity}`;
  const unitsPerDay = 86_400n * unitsPerSecond;
  const inDay = ((value % unitsPerDay) + unitsPerDay) % unitsPerDay;
  const day = Number((value - inDay) / unitsPerDay);
  const second = Number(inDay / unitsPerSecond);
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two);
  const digits = String(unitsPerSecond).length - 1;
  const fraction = String(inDay % unitsPerSecond)
    .padStart(digits, '0')
    .replace(/0+$/, '');
  return `${dateText(day)}T${clock.join(':')}${fraction === '' ? '' : `.${fraction}`}`;
}
