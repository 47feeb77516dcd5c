import type { MessageKey } from '../../i18n/catalogue';

/** A report of the analysis page: what it takes from the address, and what explains it. */
interface ShownReport {
  readonly id: string;
  readonly title: MessageKey;
  readonly rule: MessageKey;
  /**
   * Its dates: one day; a period whose end is the day on the screen; the state some months before; a day after; days on
   * which items fall due.
   */
  readonly time: 'day' | 'period' | 'months' | 'until' | 'due';
  /** Beside those of every aging. */
  readonly params: readonly string[];
  /** Groups that it can be asked by, of which the first is its own choice. */
  readonly groups?: 'dimensions' | 'rolled' | 'due';
  /** How credits count is a part of the report, not a choice. */
  readonly hasOwnCredits?: true;
}

export const reportsShown: readonly ShownReport[] = [
  {
    id: 'roll-forward',
    title: 'report.roll-forward.title',
    rule: 'explain.rollForward',
    time: 'period',
    params: ['by'],
    groups: 'rolled',
  },
  {
    id: 'roll-rates',
    title: 'report.roll-rates.title',
    rule: 'explain.rollRates',
    time: 'months',
    params: ['months'],
    hasOwnCredits: true,
  },
  {
    id: 'concentration',
    title: 'report.concentration.title',
    rule: 'explain.concentration',
    time: 'day',
    params: ['by', 'top'],
    groups: 'dimensions',
  },
  {
    id: 'unapplied-credits',
    title: 'report.unapplied-credits.title',
    rule: 'explain.unappliedCredits',
    time: 'day',
    params: [],
    hasOwnCredits: true,
  },
  {
    id: 'subsequent-receipts',
    title: 'report.subsequent-receipts.title',
    rule: 'explain.subsequentReceipts',
    time: 'until',
    params: ['until'],
    hasOwnCredits: true,
  },
  {
    id: 'due-dates',
    title: 'report.due-dates.title',
    rule: 'explain.dueDates',
    time: 'due',
    params: ['by', 'from', 'until'],
    groups: 'due',
    hasOwnCredits: true,
  },
];
