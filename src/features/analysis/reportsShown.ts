import type { MessageKey } from '../../i18n/catalogue';
import { secondParams } from './SecondPolicy';

/** A report of the analysis page: what it takes from the address, and what explains it. */
interface ShownReport {
  readonly id: string;
  readonly title: MessageKey;
  readonly rule: MessageKey;
  /**
   * Its dates: one day; a period whose end is the day on the screen; the state some months before; a day after; days on
   * which items fall due; one day, and the first day of a period that ends on it.
   */
  readonly time: 'day' | 'period' | 'months' | 'until' | 'due' | 'since';
  /** Beside those of every aging. */
  readonly params: readonly string[];
  /** Groups that it can be asked by, of which the first is its own choice. */
  readonly groups?: 'dimensions' | 'caused' | 'rolled' | 'lost' | 'foreign' | 'due';
  /** How credits count is a part of the report, not a choice. */
  readonly hasOwnCredits?: true;
  /** It is learnt from losses of the past; `test` compares an earlier one with what happened. */
  readonly losses?: 'matrix' | 'test';
  /** It can be asked for one state before and one after. */
  readonly hasStates?: true;
  /** It shows both currencies: there is none to choose. */
  readonly isInBooks?: true;
  /** All is shown in one currency, which is chosen, at the rates of a day. */
  readonly isConverted?: true;
  /** It compares two agings: the second is chosen too. */
  readonly hasSecond?: true;
}

/** How the rates of losses come about. */
const lossParamNames: readonly string[] = ['months', 'limit', 'rates', 'adjust'];

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
    id: 'rolled-items',
    title: 'report.rolled-items.title',
    rule: 'explain.rolledItems',
    time: 'since',
    params: ['fromState', 'toState'],
    hasOwnCredits: true,
    hasStates: true,
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
    id: 'what-if',
    title: 'report.what-if.title',
    rule: 'explain.whatIf',
    time: 'day',
    params: ['by', ...secondParams],
    groups: 'caused',
    hasSecond: true,
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
    id: 'expected-loss',
    title: 'report.expected-loss.title',
    rule: 'explain.expectedLoss',
    time: 'day',
    params: ['by', ...lossParamNames],
    groups: 'lost',
    hasOwnCredits: true,
    losses: 'matrix',
  },
  {
    id: 'allowance-movement',
    title: 'report.allowance-movement.title',
    rule: 'explain.allowanceMovement',
    time: 'period',
    params: lossParamNames,
    hasOwnCredits: true,
    losses: 'matrix',
  },
  {
    id: 'loss-back-test',
    title: 'report.loss-back-test.title',
    rule: 'explain.lossBackTest',
    time: 'day',
    params: ['by', 'back', ...lossParamNames],
    groups: 'lost',
    hasOwnCredits: true,
    losses: 'test',
  },
  {
    id: 'fx-revaluation',
    title: 'report.fx-revaluation.title',
    rule: 'explain.fxRevaluation',
    time: 'since',
    params: ['by'],
    groups: 'foreign',
    hasOwnCredits: true,
    isInBooks: true,
  },
  {
    id: 'aging-converted',
    title: 'report.aging-converted.title',
    rule: 'explain.agingConverted',
    time: 'day',
    params: ['by', 'to', 'rateDate'],
    groups: 'dimensions',
    isConverted: true,
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
