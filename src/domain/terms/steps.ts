import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  type IsoDate,
  monthEnd,
} from '../time/calendar';

/**
 * One step from a document's date to its due date: some days or months on, to the end of the month, to a day of the
 * month, or to the next such day (the date itself counts).
 */
export interface TermStep {
  readonly kind: 'days' | 'months' | 'month_end' | 'day' | 'next_day';
  /** Days, months, or the day of a month; 0 where a step has no number. */
  readonly count: number;
}

/** Steps that one payment term has at most, and days and months that one of them spans: more is a slip of the pen. */
export const stepsMax = 4;
const countsMax: Readonly<Record<TermStep['kind'], number>> = {
  days: 3_650,
  months: 120,
  month_end: 0,
  day: 31,
  next_day: 31,
};

const isStep = ({ kind, count }: TermStep): boolean =>
  count <= countsMax[kind] &&
  (kind === 'days' || kind === 'months' || kind === 'month_end' || count > 0);

const written: readonly (readonly [pattern: RegExp, kind: TermStep['kind']])[] = [
  [/^\+?\s?(\d{1,4})\s*d(?:ays?)?$/, 'days'],
  [/^\+?\s?(\d{1,3})\s*m(?:onths?)?$/, 'months'],
  [/^(?:to )?month end$/, 'month_end'],
  [/^(?:to )?day (\d{1,2})$/, 'day'],
  [/^(?:to )?next day (\d{1,2})$/, 'next_day'],
];

/** The steps of a payment term as its table writes them, `+1m, day 15`; undefined where one of them is not known. */
export function readSteps(text: string): readonly TermStep[] | undefined {
  const steps = text
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '')
    .map((part): TermStep | undefined => {
      for (const [pattern, kind] of written) {
        const found = pattern.exec(part);
        if (found) return { kind, count: Number(found[1] ?? 0) };
      }
      return undefined;
    });
  const known = steps.filter((step) => step !== undefined);
  const isWhole = known.length === steps.length && steps.length > 0 && steps.length <= stepsMax;
  return isWhole && known.every(isStep) ? known : undefined;
}

/** Steps as the table of payment terms writes them. */
export function stepsText(steps: readonly TermStep[]): string {
  return steps
    .map(({ kind, count }) => {
      if (kind === 'days') return `+${count}d`;
      if (kind === 'months') return `+${count}m`;
      if (kind === 'month_end') return 'month end';
      return `${kind === 'day' ? 'day' : 'next day'} ${count}`;
    })
    .join(', ');
}

/** The due date that steps lead to. A month without the 31st has its last day instead. */
export function dueOn(date: IsoDate, steps: readonly TermStep[]): IsoDate {
  return steps.reduce(after, date);
}

function after(date: IsoDate, { kind, count }: TermStep): IsoDate {
  switch (kind) {
    case 'days':
      return addDays(date, count);
    case 'months':
      return dayOfMonth(monthEnd(date, count), Number(date.slice(8)));
    case 'month_end':
      return monthEnd(date);
    case 'day':
      return dayOfMonth(date, count);
    case 'next_day': {
      const own = dayOfMonth(date, count);
      return own >= date ? own : dayOfMonth(monthEnd(date, 1), count);
    }
  }
}

/** A day of a date's month, or its last one. */
function dayOfMonth(date: IsoDate, day: number): IsoDate {
  const last = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return dateOfDayNumber(dayNumber(date) - Number(date.slice(8)) + Math.min(day, last));
}
