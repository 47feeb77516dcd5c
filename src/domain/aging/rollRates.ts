import { exact, ratio, sum } from '../money/decimal';
import { ratioDigits } from '../report/row';
import type { Edges } from './buckets';

/** What became of an open amount that is not open any more. */
export const closedStates = ['collected', 'credited', 'written_off', 'other'] as const;
export type ClosedState = (typeof closedStates)[number];

/** How much of an amount went one way, exact, and of how many items. */
export interface FlowPart {
  readonly amount: string;
  readonly itemCount: number;
}

/** Where the items of one currency went in one period that were in one bucket before and are in one after. */
export interface Flow {
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly currency: string;
  /** The places of the buckets; `undefined` where nothing was, or is, open. */
  readonly fromBucket: number | undefined;
  readonly toBucket: number | undefined;
  /** Open before and still open. */
  readonly stayed: FlowPart;
  /** Open now and not before. */
  readonly opened: FlowPart;
  readonly closed: Readonly<Record<ClosedState, FlowPart>>;
}

/** One cell of a transition matrix. */
export interface Transition {
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly currency: string;
  readonly fromState: string;
  readonly toState: string;
  /** Places of the states, for their order: buckets, then what is new or what became of the rest. */
  readonly fromPlace: number;
  readonly toPlace: number;
  readonly amount: string;
  readonly itemCount: number;
  /** What was open in the state before: the sum over its row. */
  readonly fromAmount: string;
  /** Amount ÷ row; `undefined` where the row is zero. */
  readonly rate: string | undefined;
}

type Cell = Omit<Transition, 'fromAmount' | 'rate'>;

/** The cells that one flow adds to. */
function cellsOf(flow: Flow, edges: Edges): readonly Cell[] {
  const { periodFrom, periodTo, currency, fromBucket, toBucket } = flow;
  const cell = (from: number | undefined, to: number | ClosedState, part: FlowPart): Cell => ({
    ...{ periodFrom, periodTo, currency },
    fromState: from === undefined ? 'new' : `b${from}`,
    fromPlace: from ?? edges.length + 1,
    toState: typeof to === 'number' ? `b${to}` : to,
    toPlace: typeof to === 'number' ? to : edges.length + 1 + closedStates.indexOf(to),
    ...part,
  });
  return [
    ...(toBucket === undefined
      ? []
      : [cell(fromBucket, toBucket, flow.stayed), cell(undefined, toBucket, flow.opened)]),
    ...closedStates.map((state) => cell(fromBucket, state, flow.closed[state])),
  ].filter(({ amount, itemCount }) => itemCount > 0 || !exact(amount).isZero());
}

/** The same key for what is added up. */
function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}

const total = (cells: readonly Cell[]) => sum(cells.map(({ amount }) => exact(amount)));

/**
 * Flows as cells of matrices, one a period and currency. The rate of a cell is its share of what was open in its state
 * before, item by item: not one bucket's total divided by another's of the month before.
 */
export function transitions(flows: readonly Flow[], edges: Edges): readonly Transition[] {
  const cells = flows.flatMap((flow) => cellsOf(flow, edges));
  const rowOf = ({ periodTo, currency, fromState }: Cell) => `${periodTo} ${currency} ${fromState}`;
  return groupBy(cells, rowOf).flatMap((row) => {
    const whole = total(row);
    return groupBy(row, ({ toState }) => toState).flatMap((same): readonly Transition[] => {
      const [first] = same;
      if (!first) return [];
      const amount = total(same);
      return [
        {
          ...first,
          amount: amount.toFixed(),
          itemCount: same.reduce((count, { itemCount }) => count + itemCount, 0),
          fromAmount: whole.toFixed(),
          rate: ratio(amount, whole)?.toFixed(ratioDigits),
        },
      ];
    });
  });
}
