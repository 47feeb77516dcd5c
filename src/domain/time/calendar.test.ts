import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  type IsoDate,
  lastMonthEnds,
  monthEnd,
  monthEndOnOrBefore,
  parseIsoDate,
} from './calendar';

const date = (text: string) => text as IsoDate;

describe('dates', () => {
  it('that exist are read, others are not', () => {
    const reads = (text: string) => parseIsoDate(text).ok;
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(reads)).toBe(true);
    const wrong = ['2026-02-29', '1900-02-29', '2026-02-31', '2026-13-01', '2026-00-10'];
    expect([...wrong, '2026-1-1', '31/02/2026', '', '2026-01-01T00:00'].some(reads)).toBe(false);
  });

  it('count days as the calendar does', () => {
    expect(daysBetween(date('2026-09-30'), date('2026-10-31'))).toBe(31);
    expect(daysBetween(date('2024-02-28'), date('2024-03-01'))).toBe(2);
    expect(daysBetween(date('2026-10-31'), date('2026-09-30'))).toBe(-31);
    expect(dayNumber(date('1970-01-01'))).toBe(0);
  });

  it('agree with the machine’s own calendar on every day of four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -73_000, max: 73_000 }), (day) => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
        return dateOfDayNumber(day) === text && dayNumber(date(text)) === day;
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('move by days across months, years and leap days', () => {
    expect(addDays(date('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(date('2024-03-01'), -1)).toBe('2024-02-29');
  });
});

describe('month ends', () => {
  it('are the last days of their months', () => {
    expect(monthEnd(date('2026-02-10'))).toBe('2026-02-28');
    expect(monthEnd(date('2026-01-31'), 1)).toBe('2026-02-28');
    expect(monthEnd(date('2026-01-15'), -1)).toBe('2025-12-31');
    expect(monthEnd(date('2026-01-15'), -13)).toBe('2024-12-31');
    expect(daysInMonth(2100, 2)).toBe(28);
  });

  it('on or before a date include the date itself', () => {
    expect(monthEndOnOrBefore(date('2026-10-31'))).toBe('2026-10-31');
    expect(monthEndOnOrBefore(date('2026-10-30'))).toBe('2026-09-30');
  });

  it('up to a date end with the date', () => {
    expect(lastMonthEnds(date('2026-03-15'), 3)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-15',
    ]);
    expect(lastMonthEnds(date('2026-03-31'), 2)).toEqual(['2026-02-28', '2026-03-31']);
  });
});
